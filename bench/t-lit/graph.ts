import { seededRandom } from '../../src/sandbox/seeded-random.js';
import type { SampleFile } from '../../src/sandbox/sample-graph.js';

/** Finds all papers of the graph. */
export const TERM = '"reference traversal"[title]';

/** How many records the reference traversal meets on its way. */
const PAPERS = 100;
const GENES = 250;
const PROTEINS = 2000;
const STRUCTURES = 400;
/** Links beyond those that make each record reachable: genes in a second paper, structures of a second protein. */
const MORE_GENE_LINKS = 100;
const MORE_STRUCTURE_LINKS = 300;

/**
 * The graph of the reference traversal: 100 papers, 250 genes that some of them share, 2,000 proteins of one gene each,
 * and 400 structures of one or more proteins, most proteins having none. The same seed gives the same graph.
 */
export function generateGraph(seed: number): SampleFile {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const uids = (count: number, first: number, step: number): string[] =>
    Array.from({ length: count }, (_, index) => String(first + index * step + below(step)));
  const papers = uids(PAPERS, 30_000_000, 9973);
  const genes = uids(GENES, 1000, 400);
  const proteins = uids(PROTEINS, 1_000_000_000, 65_537);
  const structures = uids(STRUCTURES, 50_000, 499);

  const anyOf = (targets: readonly string[]): string => targets[below(targets.length)] ?? '';
  /** A source for every target: in turn for the first of them, so that none has very many, then by chance. */
  const linked = (sources: readonly string[], targets: readonly string[], more = 0) => [
    ...targets.map((to, index) => [index < targets.length / 2 ? at(sources, index) : anyOf(sources), to] as const),
    ...Array.from({ length: more }, () => [anyOf(sources), anyOf(targets)] as const),
  ];
  return {
    records: {
      pubmed: named(papers, (uid) => ({ title: `Reference traversal, paper ${uid}`, year: '2020' })),
      gene: named(genes, (uid) => ({ symbol: `GENE${uid}` })),
      protein: named(proteins, (uid) => ({ title: `protein ${uid}` })),
      structure: named(structures, (uid) => ({ title: `Structure ${uid}`, pdbAccession: `X${uid}` })),
    },
    links: {
      pubmed_gene: bySource(linked(papers, genes, MORE_GENE_LINKS)),
      gene_protein: bySource(linked(genes, proteins)),
      protein_structure: bySource(linked(proteins, structures, MORE_STRUCTURE_LINKS)),
    },
    inverses: {},
  };
}

function at(values: readonly string[], index: number): string {
  return values[index % values.length] ?? '';
}

function named<T>(uids: readonly string[], factsOf: (uid: string) => T): Record<string, T> {
  return Object.fromEntries(uids.map((uid) => [uid, factsOf(uid)]));
}

function bySource(links: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of links) {
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  return Object.fromEntries([...targets].map(([from, to]) => [from, [...to].join(' ')]));
}
