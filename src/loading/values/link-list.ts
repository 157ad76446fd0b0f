import { packNumbers, UidList } from '../../eutils/body/uid-list.js';

/** Who answered: ELink itself, or a table that NCBI publishes of the same links. */
export type LinkSource = 'ELINK' | 'TABLE';

/** Who answered with a list of links, and when. */
interface LinksOrigin {
  readonly source: LinkSource;
  /** When NCBI answered, or made the table, in milliseconds since 1970. It stays with the list in caches and stores. */
  readonly asOf: number;
}

/** What one record is linked to under one link name, in NCBI's order, kept compactly. */
export interface Links extends LinksOrigin {
  readonly uids: UidList;
  /** Similarity scores beside the uids, highest first; absent where they were not asked for. */
  readonly scores?: ArrayLike<number>;
  readonly bytes: number;
}

/**
 * Packs the links of the record `owner`. The record itself is taken out of lists inside one database: NCBI puts the query record
 * first in its own list of neighbours (protocol: recorded 2025), but a record is not related to itself.
 */
export function packLinks(
  owner: string,
  sameDatabase: boolean,
  found: { readonly uids: readonly string[] | UidList; readonly scores?: readonly number[] | undefined },
  { source, asOf }: LinksOrigin = fromElink(),
): Links {
  const all = UidList.from(found.uids);
  const self = sameDatabase ? all.indexOf(owner) : -1;
  const uids = self < 0 ? all : all.without(self);
  if (!found.scores) {
    return { uids, bytes: uids.bytes, source, asOf };
  }
  const scores = packNumbers(self < 0 ? found.scores : found.scores.toSpliced(self, 1));
  return { uids, scores, bytes: uids.bytes + scores.byteLength, source, asOf };
}

/** The origin of what ELink answers at this moment. */
function fromElink(): LinksOrigin {
  return { source: 'ELINK', asOf: Date.now() };
}

/**
 * The origin of what is made of several answers: as old as the oldest of them, and from a table only if all are.
 *
 * @param first - One of them.
 */
export function mixedOrigin({ source, asOf }: LinksOrigin, others: Iterable<LinksOrigin>): LinksOrigin {
  let oldest = asOf;
  let areTables = source === 'TABLE';
  for (const other of others) {
    oldest = Math.min(oldest, other.asOf);
    areTables &&= other.source === 'TABLE';
  }
  return { source: areTables ? 'TABLE' : 'ELINK', asOf: oldest };
}

/** The links at these positions, in this order. */
export function pickLinks({ uids, scores, source, asOf }: Links, positions: readonly number[]): Links {
  const picked = UidList.from(positions.map((position) => uids.at(position)));
  if (!scores) {
    return { uids: picked, bytes: picked.bytes, source, asOf };
  }
  const pickedScores = packNumbers(positions.map((position) => scores[position] ?? 0));
  return { uids: picked, scores: pickedScores, bytes: picked.bytes + pickedScores.byteLength, source, asOf };
}

/** The positions of a list whose uid passes a test. */
function positionsOf({ uids }: Links, passes: (uid: string, position: number) => boolean): number[] {
  return Array.from({ length: uids.length }, (_, position) => position).filter((position) =>
    passes(uids.at(position), position),
  );
}

/** The links whose uid passes a test, in their order. */
export function keepLinks(links: Links, passes: (uid: string, position: number) => boolean): Links {
  return pickLinks(links, positionsOf(links, passes));
}

/** The links in the order of their positions that `compare` gives; equal ones stay as they stood. */
export function orderLinks(links: Links, compare: (a: number, b: number) => number): Links {
  return pickLinks(links, positionsOf(links, () => true).sort(compare));
}

/** The links with the highest uids first, as ELink orders those without scores. */
export function orderByUid(links: Links): Links {
  return orderLinks(links, (a, b) => byUidDescending(links.uids.at(a), links.uids.at(b)));
}

/** Orders uids by their number, highest first, as ELink orders links without scores (protocol: recorded 2025). */
export function byUidDescending(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : Number(a > b) * -1);
}
