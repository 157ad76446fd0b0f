import { type RecordFacts, SampleGraph } from '../../src/sandbox/sample-graph.js';

/** A gene with many articles. */
export const GENE = '7157';
/** A paper that as many articles cite. */
export const CITED = '31978945';
const FIRST = 20_000_000;

/** Article number `index`: dates and titles without any order among the uids. */
function article(index: number): RecordFacts {
  const mixed = (index * 7919) % 20_011;
  const month = String(1 + (mixed % 12)).padStart(2, '0');
  const day = String(1 + (mixed % 28)).padStart(2, '0');
  const year = 1975 + Math.floor(((mixed * 31) % 20_011) / 400);
  return { title: index % 3 === 0 ? 'Rare beetles' : 'Common beetles', pubdate: `${year}/${month}/${day}` };
}

/** A gene and a paper with so many linked articles each. */
export function graphOf(length: number): SampleGraph {
  const uids = Array.from({ length }, (_, index) => String(FIRST + index * 3));
  const articles = Object.fromEntries(uids.map((uid, index) => [uid, article(index)]));
  return new SampleGraph({
    records: { gene: { [GENE]: { symbol: 'TP53' } }, pubmed: { ...articles, [CITED]: article(1) } },
    links: {
      gene_pubmed: { [GENE]: uids.join(' ') },
      pubmed_pubmed_citedin: { [CITED]: uids.join(' ') },
    },
    inverses: {},
  });
}

/** The date of one of the articles. */
export function dateOf(uid: string): string {
  return String(article((Number(uid) - FIRST) / 3).pubdate);
}

/** Whether `rare[title]` finds one of the articles. */
export function isRare(uid: string): boolean {
  return (Number(uid) - FIRST) % 9 === 0;
}

/** The articles of a graph as ELink orders them. */
export function listed(length: number): string[] {
  return Array.from({ length }, (_, index) => String(FIRST + (length - 1 - index) * 3));
}
