import { pair } from '../read-pair.js';
import type { TableDescription } from '../description.js';

const GENE = 0;
const PUBMED = 1;

export const gene2pubmed: TableDescription = {
  name: 'gene2pubmed',
  title: 'Articles of genes',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene2pubmed.gz',
  edges: [{ forward: 'gene_pubmed', backward: 'pubmed_gene', from: 'gene', to: 'pubmed' }],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['GeneID'], ['PubMed_ID']],
      read: pair(GENE, PUBMED),
    },
  ],
};
