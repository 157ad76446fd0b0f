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

/** Ways to ask the same twice, each of which is answered in its own way. */
export const WAYS = {
  /** The question that the store was filled with, and again: answered as a whole. */
  'in the same words': (question: Question) => [question, question],
  /** In words that nobody has used: answered from the records. */
  'in other words': ({ query, variables }: Question) => [
    { query, variables: { ...variables, papers: PAPERS + 1 } },
    { query, variables: { ...variables, papers: PAPERS + 2 } },
  ],
} as const satisfies Record<string, (question: Question) => readonly [first: Question, again: Question]>;

/** What the store is filled with. */
export function questionAbout(query: string, uid: string): Question {
  return { query, variables: { uid, papers: PAPERS } };
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
