import type { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { TERM } from './graph.js';
import type { Level } from './schedule.js';

/** Ids of one call, as the batching contract has them. */
const LINK_BATCH = 200;
const SUMMARY_BATCH = 500;

/** The link names of the reference traversal, in order. */
export const LINK_NAMES = ['pubmed_gene', 'gene_protein', 'protein_structure'] as const;
export type TraversalLink = (typeof LINK_NAMES)[number];

/** A record that a contestant found, with what it is linked to under the next link name; structures have titles instead. */
export interface FoundRecord {
  readonly uid: string;
  readonly title?: string | null | undefined;
  readonly linked?: readonly FoundRecord[] | null | undefined;
}

/**
 * The steps of the reference traversal.
 *
 * @param batch - Ids of one call where it is not the contract that decides.
 */
export function levelsOf(graph: SampleGraph, batch?: number): readonly Level[] {
  return [
    { name: 'esearch', batchSize: 1, find: () => graph.uids('pubmed') },
    ...LINK_NAMES.map((name) => ({
      name,
      batchSize: batch ?? LINK_BATCH,
      find: (uid: string) => graph.links(name, uid),
    })),
    { name: 'esummary', batchSize: batch ?? SUMMARY_BATCH, find: () => [] },
  ];
}

/** What is known when the traversal begins with a search. */
export const FIRST_IDS: readonly string[] = [TERM];

/** The selection on a paper, with bounds of its lists that are above what the graph has. */
function paper(genes: number, proteins: number, structures: number): string {
  return `
  fragment Paper on PubMed { uid gene(first: ${genes}) { nodes { ...Gene } } }
  fragment Gene on Gene { uid protein(first: ${proteins}) { nodes { ...Protein } } }
  fragment Protein on Protein { uid structure(first: ${structures}) { nodes { uid title } } }`;
}

const PAPER = paper(10, 20, 10);

/** The reference traversal from its search on. */
export const SEARCH_QUERY = searchQuery(100, PAPER);

/** The traversal of a graph of any shape from its search on. */
export function wholeQuery(graph: SampleGraph): string {
  return searchQuery(graph.uids('pubmed').length, paper(100, 100, 100));
}

function searchQuery(papers: number, fragments: string): string {
  return `query TLit($term: String!) {
  search { pubmed(term: $term, first: ${papers}) { nodes { ...Paper } } }
}${fragments}`;
}

/** The reference traversal for a part of its papers. */
export const PAPERS_QUERY = `query TLitPart($uids: [ID!]!) { records { pubmed(uids: $uids) { ...Paper } } }${PAPER}`;

/** The reference traversal, delivered as it comes: the genes of all papers first. */
export const DEFERRED_QUERY = `query TLitDeferred($term: String!) {
  search { pubmed(term: $term, first: 100) { nodes { uid gene(first: 10) { nodes { uid ...Gene @defer } } } } }
}${PAPER.replace(/.*fragment Paper.*\n/, '')}`;

interface AnsweredRecord {
  readonly uid: string;
  readonly title?: string | null;
  readonly gene?: Connection;
  readonly protein?: Connection;
  readonly structure?: Connection;
}
type Connection = { readonly nodes: readonly AnsweredRecord[] } | null;

/** An answer of the gateway in the form in which contestants are compared. */
export function readAnswer(records: readonly (AnsweredRecord | null)[]): readonly FoundRecord[] {
  return records
    .filter((record) => record !== null)
    .map(({ uid, title, gene, protein, structure }) => {
      const connection = gene ?? protein ?? structure;
      return { uid, title, linked: connection && readAnswer(connection.nodes) };
    });
}

/**
 * How many edges are wrong: lost, of another source, repeated, or leading to a structure with a wrong title. Nothing is
 * counted below a lost edge.
 */
export function wrongEdges(
  graph: SampleGraph,
  expected: readonly string[],
  found: readonly FoundRecord[] | null | undefined,
  [link, ...further]: readonly TraversalLink[] = LINK_NAMES,
): number {
  const left = new Set(expected);
  let wrong = 0;
  for (const { uid, title, linked } of found ?? []) {
    if (!left.delete(uid)) {
      wrong += 1;
    } else if (link === undefined) {
      wrong += title === graph.record('structure', uid)?.title ? 0 : 1;
    } else {
      wrong += wrongEdges(graph, graph.links(link, uid), linked, further);
    }
  }
  return wrong + left.size;
}
