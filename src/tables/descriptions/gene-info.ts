import type { TableDescription } from '../description.js';
import { BAD, NULL } from '../reading/row.js';

const TAXON = 0;
const GENE = 1;
const SYMBOL = 2;

/** The symbol of records that stand for all genes of a taxon that are not in Gene: they carry GeneRIFs only. */
const PLACEHOLDER = 'NEWENTRY';

export const geneInfo: TableDescription = {
  name: 'gene_info',
  title: 'All genes and their taxa',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene_info.gz',
  edges: [{ forward: 'gene_taxonomy', from: 'gene', to: 'taxonomy' }],
  live: { db: 'gene', edges: 'gene_taxonomy' },
  layout: { fields: 'tab', header: 'hash', columns: [['tax_id'], ['GeneID'], ['Symbol']] },
  read: (row, out) => {
    const gene = row.id(GENE);
    const taxon = row.id(TAXON);
    if (gene === BAD || taxon === BAD) {
      out.bad('no id in a column of ids');
    } else if (gene === NULL || taxon === NULL) {
      out.skip('no id');
    } else if (row.text(SYMBOL) === PLACEHOLDER) {
      out.skip('a placeholder for genes that are not in Gene');
    } else {
      out.edge(0, gene, taxon);
    }
  },
};
