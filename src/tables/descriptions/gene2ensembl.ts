import { numberOfName } from '../../loading/values/number-of-name.js';
import type { TableDescription } from '../description.js';
import { lostOf, without } from '../read-pair.js';
import { NULL } from '../reading/row.js';

const GENE = 0;
/** The columns of Ensembl's identifiers, and what they are called. */
const IDENTIFIERS = [
  [1, 'Ensembl'],
  [2, 'Ensembl transcript'],
  [3, 'Ensembl protein'],
] as const;

/** Genes of Ensembl are kept by a number of their identifier too, so that they are found by it. */
export const gene2ensembl: TableDescription = {
  name: 'gene2ensembl',
  title: 'Genes, transcripts and proteins of Ensembl',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene2ensembl.gz',
  edges: [{ forward: 'ensembl_gene', from: 'ensembl', to: 'gene' }],
  facts: ['gene_ensembl'],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['GeneID'], ['Ensembl_gene_identifier'], ['Ensembl_rna_identifier'], ['Ensembl_protein_identifier']],
      read: (row, out) => {
        const gene = row.id(GENE);
        const facts = IDENTIFIERS.map(([column, database]) => [database, row.text(column)] as const).filter(
          ([, id]) => id !== '',
        );
        if (!(gene > NULL)) {
          without(out, gene);
        } else if (facts.length === 0) {
          out.skip('no identifier of Ensembl');
        }
        for (const fact of facts) {
          const [database, id] = fact;
          const number = numberOfName(id.replace(/\.\d+$/, ''));
          if (gene > NULL) {
            out.fact(0, gene, fact);
          }
          if (database === 'Ensembl' && gene > NULL) {
            out.edge(0, number, gene);
          } else if (database === 'Ensembl') {
            lostOf(out, 0, number, gene);
          }
        }
      },
    },
  ],
};
