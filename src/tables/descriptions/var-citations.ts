import type { TableDescription } from '../description.js';
import { edgeOr } from '../read-pair.js';
import { idOf } from '../reading/row.js';

const VARIATION = 0;
const SOURCE = 1;
const CITATION = 2;

export const varCitations: TableDescription = {
  name: 'var_citations',
  title: 'Articles that are cited for variations',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/clinvar/tab_delimited/var_citations.txt',
  edges: [
    { forward: 'clinvar_pubmed', backward: 'pubmed_clinvar', from: 'clinvar', to: 'pubmed' },
    { forward: 'clinvar_pmc', backward: 'pmc_clinvar', from: 'clinvar', to: 'pmc' },
  ],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['VariationID'], ['citation_source'], ['citation_id']],
      read: (row, out) => {
        const source = row.text(SOURCE);
        if (source === 'PubMed') {
          edgeOr(out, 0, row.id(VARIATION), row.id(CITATION));
        } else if (source === 'PubMedCentral') {
          edgeOr(out, 1, row.id(VARIATION), idOf(row.text(CITATION).replace(/^PMC/i, '')));
        } else {
          out.skip(source === 'NCBIBookShelf' ? 'a book' : 'a source other than PubMed and PMC');
        }
      },
    },
  ],
};
