import { seededRandom } from '../../src/sandbox/seeded-random.js';
import type { SampleFile } from '../../src/sandbox/sample-graph.js';

/** Finds all papers of the graph. */
export const TERM = '"reference traversal"[title]';
/** Finds all papers of the graph that {@link withRehearsal} adds. */
export const REHEARSAL_TERM = '"rehearsed traversal"[title]';

/** How many papers, genes, proteins and structures a traversal meets on its way. */
export type Shape = readonly [papers: number, genes: number, proteins: number, structures: number];

export const REFERENCE: Shape = [100, 250, 2000, 400];
/** For each gene, links beyond those that make each record reachable: of some genes to a second paper. */
const MORE_GENE_LINKS = 0.4;
/** The same for structures: of many to a second protein. */
const MORE_STRUCTURE_LINKS = 0.75;

/** Where a graph's UIDs begin, and what the titles of its papers begin with. */
interface Names {
  readonly first: readonly [paper: number, gene: number, protein: number, structure: number];
  readonly title: string;
}

const NAMES: Names = { first: [30_000_000, 1000, 1_000_000_000, 50_000], title: 'Reference traversal' };
const REHEARSAL_NAMES: Names = { first: [35_000_000, 500_000, 1_500_000_000, 500_000], title: 'Rehearsed traversal' };

/** A graph as large as the reference that shares no record with it, and that graph itself. */
export function withRehearsal(reference: SampleFile): SampleFile {
  const { records, links } = generateGraph(2, REFERENCE, REHEARSAL_NAMES);
  const merge = <T>(one: Record<string, T>, other: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(one).map(([name, members]) => [name, { ...members, ...other[name] }]));
  return { ...reference, records: merge(reference.records, records), links: merge(reference.links, links) };
}

/**
 * The graph of a traversal. By default that of the reference: 100 papers, 250 genes that some of them share, 2,000
 * proteins of one gene each, and 400 structures of one or more proteins, most proteins having none. The same seed gives
 * the same graph.
 */
export function generateGraph(seed: number, shape: Shape = REFERENCE, { first, title } = NAMES): SampleFile {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const uids = (count: number, first: number, step: number): string[] =>
    Array.from({ length: count }, (_, index) => String(first + index * step + below(step)));
  const papers = uids(shape[0], first[0], 9973);
  const genes = uids(shape[1], first[1], 400);
  const proteins = uids(shape[2], first[2], 65_537);
  const structures = uids(shape[3], first[3], 499);

  const anyOf = (targets: readonly string[]): string => targets[below(targets.length)] ?? '';
  /** A source for every target: in turn for the first of them, so that none has very many, then by chance. */
  const linked = (sources: readonly string[], targets: readonly string[], more = 0) => [
    ...targets.map((to, index) => [index < targets.length / 2 ? at(sources, index) : anyOf(sources), to] as const),
    ...Array.from({ length: more }, () => [anyOf(sources), anyOf(targets)] as const),
  ];
  return {
    records: {
      pubmed: named(papers, (uid) => ({ title: `${title}, paper ${uid}`, year: '2020' })),
      gene: named(genes, (uid) => ({ symbol: `GENE${uid}` })),
      protein: named(proteins, (uid) => ({ title: `protein ${uid}` })),
      structure: named(structures, (uid) => ({ title: `Structure ${uid}`, pdbAccession: `X${uid}` })),
    },
    links: {
      pubmed_gene: bySource(linked(papers, genes, MORE_GENE_LINKS * genes.length)),
      gene_protein: bySource(linked(genes, proteins)),
      protein_structure: bySource(linked(proteins, structures, MORE_STRUCTURE_LINKS * structures.length)),
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
