import { packNumbers, UidList } from './uid-list.js';

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
  found: { readonly uids: readonly string[]; readonly scores?: readonly number[] | undefined },
): Links {
  const self = sameDatabase ? found.uids.indexOf(source) : -1;
  const others = <T>(values: readonly T[]): readonly T[] => (self < 0 ? values : values.toSpliced(self, 1));
  const uids = UidList.from(others(found.uids));
  if (!found.scores) {
    return { uids, bytes: uids.bytes };
  }
  const scores = packNumbers(others(found.scores));
  return { uids, scores, bytes: uids.bytes + scores.byteLength };
}
