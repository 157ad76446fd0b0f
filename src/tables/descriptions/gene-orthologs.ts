import type { RowSink, TableDescription } from '../description.js';
import { lostOf, without } from '../read-pair.js';
import { BAD, NULL, UNREADABLE } from '../reading/row.js';

const TAXON = 0;
const GENE = 1;
const RELATIONSHIP = 2;
const OTHER_TAXON = 3;
const OTHER = 4;

/** The file has each pair once, from the gene of a reference species to that of another one; lists have both directions. */
export const geneOrthologs: TableDescription = {
  name: 'gene_orthologs',
  title: 'Orthologs of genes, and their taxa',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene_orthologs.gz',
  edges: [
    { forward: 'gene_orthologs', from: 'gene', to: 'gene' },
    { forward: 'gene_ortholog_taxon', from: 'gene', to: 'taxonomy' },
    { forward: 'gene_ortholog_reference', from: 'gene', to: 'gene' },
  ],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['tax_id'], ['GeneID'], ['relationship'], ['Other_tax_id'], ['Other_GeneID']],
      read: (row, out) => {
        const ids = [TAXON, GENE, OTHER_TAXON, OTHER].map((column) => row.id(column));
        const [taxon = 0, gene = 0, otherTaxon = 0, other = 0] = ids;
        if (ids.includes(BAD) || row.text(RELATIONSHIP) === UNREADABLE) {
          without(out, BAD);
          lostPair(out, gene, taxon, other);
          lostPair(out, other, otherTaxon, gene);
          lostOf(out, 2, other, gene);
        } else if (ids.includes(NULL)) {
          without(out, NULL);
        } else if (gene === other) {
          out.skip('a gene and itself');
        } else if (row.text(RELATIONSHIP) === 'Ortholog') {
          out.edge(0, gene, other);
          out.edge(0, other, gene);
          out.edge(1, gene, taxon);
          out.edge(2, other, gene);
          out.edge(1, other, otherTaxon);
        } else {
          out.skip('another relationship than that of orthologs');
        }
      },
    },
  ],
};

function lostPair(out: RowSink, gene: number, taxon: number, other: number): void {
  lostOf(out, 0, gene, other);
  lostOf(out, 1, gene, taxon);
}
