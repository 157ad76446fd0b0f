import { PAPERS } from './graph.js';

/** A query about the papers of one gene. */
export interface Question {
  readonly query: string;
  readonly variables: { readonly uid: string; readonly papers: number };
}

/** Asks about a hundred papers of a gene; each about other records. */
export const QUERIES = {
  '100 titles':
    'query ($uid: ID!, $papers: Int) { gene(uid: $uid) { symbol pubmed(first: $papers) { nodes { uid title } } } }',
  '100 papers with genes':
    'query ($uid: ID!, $papers: Int) { gene(uid: $uid) { symbol pubmed(first: $papers) { nodes { uid title journal gene(first: 3) { nodes { uid symbol } } } } } }',
} as const;

/**
 * A question and the same again in other words, so that it is answered from the records in memory, and not with the
 * whole answer that the gateway remembers.
 */
export function questionTwice(query: string, uid: string): readonly [first: Question, again: Question] {
  return [
    { query, variables: { uid, papers: PAPERS } },
    { query, variables: { uid, papers: PAPERS + 1 } },
  ];
}

/** @throws Error when an answer is not whole: it has no speed. */
export function checkAnswer(data: unknown): void {
  const papers = (data as { gene?: { pubmed?: { nodes?: readonly { title?: string }[] } } } | null)?.gene?.pubmed
    ?.nodes;
  if (papers?.length !== PAPERS || !papers.every(({ title }) => title?.startsWith('Paper '))) {
    throw new Error('An answer is not whole.');
  }
}

/** @throws Error when an answer that is in the store took calls. */
export function checkCalls(calls: number): void {
  if (calls !== 0) {
    throw new Error(`An answer that is in the store took ${calls} calls.`);
  }
}
