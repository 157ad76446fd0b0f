import { packNumbers, UidList } from '../../eutils/body/uid-list.js';

/** What one record is linked to under one link name, in NCBI's order, kept compactly. */
export interface Links {
  readonly uids: UidList;
  /** Similarity scores beside the uids, highest first; absent where they were not asked for. */
  readonly scores?: ArrayLike<number>;
  readonly bytes: number;
}

/**
 * Packs the links of `source`. The source itself is taken out of lists inside one database: NCBI puts the query record
 * first in its own list of neighbours (protocol: recorded 2025), but a record is not related to itself.
 */
export function packLinks(
  source: string,
  sameDatabase: boolean,
  found: { readonly uids: readonly string[] | UidList; readonly scores?: readonly number[] | undefined },
): Links {
  const all = UidList.from(found.uids);
  const self = sameDatabase ? all.indexOf(source) : -1;
  const uids = self < 0 ? all : all.without(self);
  if (!found.scores) {
    return { uids, bytes: uids.bytes };
  }
  const scores = packNumbers(self < 0 ? found.scores : found.scores.toSpliced(self, 1));
  return { uids, scores, bytes: uids.bytes + scores.byteLength };
}

/** The links at these positions, in this order. */
export function pickLinks({ uids, scores }: Links, positions: readonly number[]): Links {
  const picked = UidList.from(positions.map((position) => uids.at(position)));
  if (!scores) {
    return { uids: picked, bytes: picked.bytes };
  }
  const pickedScores = packNumbers(positions.map((position) => scores[position] ?? 0));
  return { uids: picked, scores: pickedScores, bytes: picked.bytes + pickedScores.byteLength };
}

/** The positions of a list whose uid passes a test. */
export function positionsOf({ uids }: Links, passes: (uid: string, position: number) => boolean): number[] {
  return Array.from({ length: uids.length }, (_, position) => position).filter((position) =>
    passes(uids.at(position), position),
  );
}

/** Orders uids by their number, highest first, as ELink orders links without scores (protocol: recorded 2025). */
export function byUidDescending(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : Number(a > b) * -1);
}
