import type { RowSink, TableDescription } from '../description.js';
import { lostOf, without, wordsOf } from '../read-pair.js';
import { BAD, idOf, NULL, type Row } from '../reading/row.js';

const HGNC = 0;
const STATUS = 1;
const GENE = 2;
/** The columns of other identifiers, and what their databases are called. */
const IDENTIFIERS = [
  [3, 'Ensembl'],
  [4, 'UniProt'],
  [5, 'MIM'],
  [6, 'MGI'],
  [7, 'RGD'],
  [8, 'MANE Select'],
] as const;

export const hgnc: TableDescription = {
  name: 'hgnc_complete_set',
  title: 'Human genes as named by HGNC, and their identifiers in other databases',
  url: 'https://storage.googleapis.com/public-download-files/hgnc/tsv/tsv/hgnc_complete_set.txt',
  edges: [{ forward: 'hgnc_gene', from: 'hgnc', to: 'gene' }],
  facts: ['gene_hgnc'],
  parts: [
    {
      layout: { fields: 'tab', header: 'first', quoted: true },
      columns: [
        ['hgnc_id', 'HGNC ID'],
        ['status', 'Status'],
        [
          'entrez_id',
          'Entrez Gene ID',
          'NCBI Gene ID',
          'NCBI Gene ID(supplied by NCBI)',
          'Entrez Gene ID(supplied by NCBI)',
        ],
        ['ensembl_gene_id', 'Ensembl gene ID', 'Ensembl Gene ID', 'Ensembl ID(supplied by Ensembl)'],
        ['uniprot_ids', 'UniProt ID(supplied by UniProt)', 'UniProt ID'],
        ['omim_id', 'OMIM ID(supplied by OMIM)', 'OMIM ID(supplied by NCBI)', 'OMIM ID'],
        ['mgd_id', 'Mouse Genome Database ID(supplied by MGI)', 'Mouse Genome Database ID'],
        ['rgd_id', 'Rat Genome Database ID(supplied by RGD)', 'Rat Genome Database ID'],
        ['mane_select'],
      ],
      optional: [1, 3, 4, 5, 6, 7, 8],
      read: (row, out) => {
        const number = idOf(row.text(HGNC).replace(/^HGNC:/i, ''));
        const gene = row.id(GENE);
        if (!(number > NULL) || gene === BAD) {
          without(out, number, gene);
          lostOf(out, 0, number, gene);
        } else if (!/^(approved)?$/i.test(row.text(STATUS))) {
          out.skip('not an approved symbol');
        } else if (gene === NULL) {
          out.skip('no gene of Entrez');
        } else {
          out.edge(0, number, gene);
          out.fact(0, gene, ['HGNC', `HGNC:${number}`]);
          giveIdentifiers(row, gene, out);
        }
      },
    },
  ],
};

function giveIdentifiers(row: Row, gene: number, out: RowSink): void {
  for (const [column, database] of IDENTIFIERS) {
    for (const id of wordsOf(row, column, /[|,]/)) {
      out.fact(0, gene, [database, id.replace(/^(\d+)\.0$/, '$1')]);
    }
  }
}
