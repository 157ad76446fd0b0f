import type { TableDescription } from '../description.js';
import { edgeOr } from '../read-pair.js';
import { pmcIdOf } from '../reading/row.js';

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
        const variation = row.id(VARIATION);
        switch (row.text(SOURCE).toLowerCase()) {
          case 'pubmed':
            edgeOr(out, 0, variation, row.id(CITATION));
            break;
          case 'pubmedcentral':
            edgeOr(out, 1, variation, pmcIdOf(row.text(CITATION)));
            break;
          case 'ncbibookshelf':
            out.skip('a book');
            break;
          default:
            out.skip('a source other than PubMed and PMC');
            // It may be one of these, and misspelled.
            out.lost(0, variation, row.id(CITATION));
            out.lost(1, variation, row.id(CITATION));
        }
      },
    },
  ],
};
