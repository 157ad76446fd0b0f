import type { TableDescription } from '../description.js';
import { lostOf, without } from '../read-pair.js';
import { BAD, NULL } from '../reading/row.js';

const SUCCESSOR = 0;
const DISCONTINUED = 1;

/** Genes that were withdrawn without a successor are their own, so that they are known to be gone. */
export const geneHistory: TableDescription = {
  name: 'gene_history',
  title: 'Discontinued genes and their successors',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene_history.gz',
  edges: [{ forward: 'gene_successor', from: 'gene', to: 'gene' }],
  retired: { db: 'gene', edges: 'gene_successor' },
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['GeneID'], ['Discontinued_GeneID']],
      read: (row, out) => {
        const successor = row.id(SUCCESSOR);
        const gene = row.id(DISCONTINUED);
        if (gene > NULL && successor !== BAD) {
          out.edge(0, gene, successor === NULL ? gene : successor);
        } else {
          without(out, gene, successor);
          lostOf(out, 0, gene, BAD);
        }
      },
    },
  ],
};
