import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { seededRandom } from '../../src/sandbox/seeded-random.js';

/** How many articles genes have: alike, or most one and one gene 100,000. */
export type Spread = 'uniform' | 'skewed';

/** Rows of a gene on average; NCBI's table has about 76 million rows. */
const ARTICLES_OF_EACH = 4;
const MOST_ARTICLES = 100_000;
const PUBMED = 41_000_000;
const ROWS_AT_ONCE = 20_000;
const HUMAN = 9606;

/** Writes a gzip file of the shape of gene2pubmed, in its order. */
export async function generateTable(path: string, rows: number, spread: Spread): Promise<void> {
  await pipeline(Readable.from(parts(rows, spread)), createGzip({ level: 1 }), createWriteStream(path));
}

function* parts(rows: number, spread: Spread): Generator<string> {
  yield '#tax_id\tGeneID\tPubMed_ID\n';
  const random = seededRandom(1);
  let part = '';
  let inPart = 0;
  let gene = 0;
  for (let left = rows; left > 0;) {
    gene += 1 + Math.floor(random() * 3);
    const count = Math.min(left, articlesOf(gene, spread, random));
    const step = Math.floor(PUBMED / count);
    for (let i = 0; i < count; i += 1) {
      part += `${HUMAN}\t${gene}\t${i * step + 1 + Math.floor(random() * step)}\n`;
    }
    left -= count;
    inPart += count;
    if (inPart >= ROWS_AT_ONCE) {
      yield part;
      part = '';
      inPart = 0;
    }
  }
  yield part;
}

/** The first gene of a skewed table has the most; of the others, each number is half as frequent as half the number. */
function articlesOf(gene: number, spread: Spread, random: () => number): number {
  if (spread === 'uniform') {
    return 1 + Math.floor(random() * (2 * ARTICLES_OF_EACH - 1));
  }
  return gene < 4 ? MOST_ARTICLES : Math.min(MOST_ARTICLES, Math.ceil(1 / (1 - random())));
}
