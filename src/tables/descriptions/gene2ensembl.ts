import type { TableDescription } from '../description.js';
import { without } from '../read-pair.js';
import { NULL } from '../reading/row.js';

const GENE = 0;
/** The columns of Ensembl's identifiers, and what they are called. */
const IDENTIFIERS = [
  [1, 'Ensembl'],
  [2, 'Ensembl transcript'],
  [3, 'Ensembl protein'],
] as const;

export const gene2ensembl: TableDescription = {
  name: 'gene2ensembl',
  title: 'Genes, transcripts and proteins of Ensembl',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene2ensembl.gz',
  edges: [],
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
        for (const fact of gene > NULL ? facts : []) {
          out.fact(0, gene, fact);
        }
      },
    },
  ],
};
