import type { TableDescription } from '../description.js';
import { edgeOr, wordsOf } from '../read-pair.js';
import { NULL } from '../reading/row.js';

const TAXON = 0;
const GENE = 1;
const SYMBOL = 2;
const REFERENCES = 3;

/** The symbol of records that stand for all genes of a taxon that are not in Gene: they carry GeneRIFs only. */
const PLACEHOLDER = 'NEWENTRY';
/** Databases whose identifiers are printed with the name of the database, which older files left out. */
const PREFIXED: ReadonlySet<string> = new Set(['HGNC', 'MGI', 'VGNC']);

export const geneInfo: TableDescription = {
  name: 'gene_info',
  title: 'All genes, their taxa, and their identifiers in other databases',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/gene_info.gz',
  edges: [{ forward: 'gene_taxonomy', from: 'gene', to: 'taxonomy' }],
  facts: ['gene_references'],
  live: { db: 'gene', edges: 'gene_taxonomy' },
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['tax_id'], ['GeneID'], ['Symbol'], ['dbXrefs']],
      optional: [REFERENCES],
      read: (row, out) => {
        const gene = row.id(GENE);
        const taxon = row.id(TAXON);
        if (row.text(SYMBOL) === PLACEHOLDER) {
          out.skip('a placeholder for genes that are not in Gene');
        } else {
          edgeOr(out, 0, gene, taxon);
          for (const reference of wordsOf(row, REFERENCES, /\|/)) {
            if (gene > NULL && reference.indexOf(':') > 0) {
              out.fact(0, gene, referenceOf(reference));
            }
          }
        }
      },
    },
  ],
};

/**
 * Divides `MIM:300151`, `HGNC:HGNC:76`, `WB:WB:WBGene00000001` and `AllianceGenome:HGNC:76` at the first colon. The name of
 * the database in front of an identifier is kept where it is a part of that.
 */
function referenceOf(text: string): readonly [database: string, id: string] {
  const end = text.indexOf(':');
  const database = text.slice(0, end);
  const id = text.slice(end + 1);
  const own = id.startsWith(`${database}:`) ? id.slice(end + 1) : id;
  return [database, PREFIXED.has(database) ? `${database}:${own}` : own];
}
