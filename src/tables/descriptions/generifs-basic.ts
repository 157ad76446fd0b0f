import type { TableDescription } from '../description.js';
import { lostOf, without, wordsOf } from '../read-pair.js';
import { BAD, idOf, NULL } from '../reading/row.js';

const GENE = 0;
const PUBMED = 1;
const UPDATED = 2;
const TEXT = 3;

export const generifsBasic: TableDescription = {
  name: 'generifs_basic',
  title: 'GeneRIFs: what articles say of the function of genes',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/GeneRIF/generifs_basic.gz',
  edges: [{ forward: 'gene_pubmed_rif', backward: 'pubmed_gene_rif', from: 'gene', to: 'pubmed' }],
  facts: ['gene_rifs'],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash', freeText: true },
      columns: [
        ['Gene ID', 'GeneID'],
        ['PubMed ID (PMID) list', 'PubMed ID list', 'PubMed_ID'],
        ['last update timestamp'],
        ['GeneRIF text'],
      ],
      read: (row, out) => {
        const gene = row.id(GENE);
        const words = wordsOf(row, PUBMED, /[,|;]/);
        const articles = words.map(idOf).filter((id) => id !== NULL);
        if (gene > NULL && articles.length > 0 && !articles.includes(BAD)) {
          for (const article of articles) {
            out.edge(0, gene, article);
          }
          // The text is the last field, and may contain the character between fields.
          const text = row.rest(TEXT);
          if (text !== '' && text !== '-') {
            out.fact(0, gene, [text, row.text(UPDATED), articles]);
          }
        } else {
          without(out, gene, ...articles);
          for (const article of articles) {
            lostOf(out, 0, gene, article);
          }
        }
      },
    },
  ],
};
