import type { RowSink, TableDescription } from '../description.js';
import { lostOf, without } from '../read-pair.js';
import { BAD, NULL, type Row } from '../reading/row.js';

const REFSEQ = /^[A-Z]{2}_/;

const GENE = 0;
/** For each kind of sequence: its columns of accession and gi, and what it is called. */
const SEQUENCES = [
  [1, 2, 'RefSeq RNA'],
  [3, 4, 'RefSeq protein'],
] as const;

/** Links are by gi, which is the uid; sequences without one are known by their accessions only. */
export const gene2refseq: TableDescription = {
  name: 'gene2refseq',
  title: 'RefSeq transcripts and proteins of genes',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene2refseq.gz',
  edges: [
    { forward: 'gene_nuccore_refseqrna', from: 'gene', to: 'nuccore' },
    { forward: 'gene_protein_refseq', from: 'gene', to: 'protein' },
  ],
  facts: ['gene_refseq'],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [
        ['GeneID'],
        ['RNA_nucleotide_accession.version'],
        ['RNA_nucleotide_gi'],
        ['protein_accession.version'],
        ['protein_gi'],
      ],
      read: (row, out) => {
        const gene = row.id(GENE);
        const uids = SEQUENCES.map(([, gi]) => row.id(gi));
        if (!(gene > NULL) || uids.includes(BAD)) {
          without(out, gene, ...uids);
          for (const kind of SEQUENCES.keys()) {
            lostOf(out, kind, gene, BAD);
          }
          return;
        }
        const given = SEQUENCES.map((sequence, kind) => give(row, out, kind, sequence));
        if (!given.includes(true)) {
          out.skip('neither a transcript nor a protein of RefSeq');
        }
      },
    },
  ],
};

/** @returns Whether the row has such a sequence. */
function give(
  row: Row,
  out: RowSink,
  kind: number,
  [accession, gi, database]: readonly [accession: number, gi: number, database: string],
): boolean {
  const gene = row.id(GENE);
  const uid = row.id(gi);
  // The same columns in gene2accession hold sequences of other databases, too.
  const name = REFSEQ.test(row.text(accession)) ? row.text(accession) : '';
  const isThere = name !== '';
  if (isThere && uid > NULL) {
    out.edge(kind, gene, uid);
  } else if (isThere) {
    // A sequence without a gi has no record, so that no list of the other direction lacks it.
    out.lost(kind, gene, NULL);
  }
  if (isThere) {
    out.fact(0, gene, [database, name]);
  }
  return isThere;
}
