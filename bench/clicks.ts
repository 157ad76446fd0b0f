import type { SampleFile } from '../src/sandbox/sample-graph.js';

/** Clicks of a run. */
export const CLICKS = 900;
/** Records of one run, and papers of each. */
const GENES = 4000;
/** A first run, and one on other records. */
const RUNS = 2;
const PAPERS = 5;
const FIRST_GENE = 10_000;
const FIRST_PAPER = 20_000_000;

/** Genes with papers that no other gene has, so that no two clicks want the same: {@link GENES} for each run. */
export function clicksGraph(): SampleFile {
  const genes = Array.from({ length: RUNS * GENES }, (_, click) => geneOf(click));
  const papersOf = (click: number): string[] =>
    Array.from({ length: PAPERS }, (_, paper) => String(FIRST_PAPER + click * PAPERS + paper));
  return {
    records: {
      gene: Object.fromEntries(genes.map((uid) => [uid, { symbol: `GENE${uid}` }])),
      pubmed: Object.fromEntries(
        genes.flatMap((_, click) => papersOf(click).map((uid) => [uid, { title: `Paper ${uid}`, year: '2020' }])),
      ),
    },
    links: { gene_pubmed: Object.fromEntries(genes.map((uid, click) => [uid, papersOf(click).join(' ')])) },
    inverses: {},
  };
}

/** What one click on a gene sends: its record, its papers and their titles. */
export const CLICK = 'query ($uid: ID!) { gene(uid: $uid) { symbol pubmed(first: 5) { nodes { uid title } } } }';

/** @param run - 0 for the first run, 1 for one on other records. */
export function geneOf(click: number, run = 0): string {
  return String(FIRST_GENE + run * GENES + click);
}

/** @throws Error when an answer is not whole: it has no speed. */
export function checkClick(uid: string, answer: string): void {
  const { data } = JSON.parse(answer) as {
    data?: { gene?: { symbol?: string; pubmed?: { nodes?: readonly { uid: string; title?: string }[] } } };
  };
  const papers = data?.gene?.pubmed?.nodes ?? [];
  const isWhole = data?.gene?.symbol === `GENE${uid}` && papers.length === PAPERS;
  if (!isWhole || !papers.every((paper) => paper.title?.startsWith(`Paper ${paper.uid}`))) {
    throw new Error(`The click on ${uid} was answered wrongly: ${answer.slice(0, 300)}`);
  }
}

/** What an export of many genes sends. */
export const BULK =
  'query ($uids: [ID!]!) { records { gene(uids: $uids) { uid symbol pubmed(first: 5) { nodes { uid title } } } } }';

/** @throws Error when an answer is not whole. */
export function checkBulk(uids: readonly string[], answer: string): void {
  const { data } = JSON.parse(answer) as { data?: { records?: { gene?: readonly (object & { uid: string })[] } } };
  const genes = data?.records?.gene ?? [];
  if (genes.length !== uids.length) {
    throw new Error(`The bulk was answered wrongly: ${answer.slice(0, 300)}`);
  }
  genes.forEach((gene) => {
    checkClick(gene.uid, JSON.stringify({ data: { gene } }));
  });
}
