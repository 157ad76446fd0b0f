import type { Sliced } from '../../eutils/body/slices.js';
import type { Links } from '../values/link-list.js';

/** What is linked to the records of the level before; without one before it, one end of the path. */
export interface Level {
  /** The end of the path, of the first level. */
  readonly end?: string;
  readonly before?: Level;
  /** The links of each record of the level before. */
  readonly lists: readonly { readonly parent: string; readonly links: Links }[];
  /** Link name of the lists; empty for the end. */
  readonly name: string;
  /** Links at most. */
  readonly size: number;
}

/** A record in which two levels meet. */
export interface Meeting {
  readonly uid: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Links that are looked at between two pauses. */
const PER_SLICE = 8192;

/** The level that holds one end of a path only. */
export function endOf(uid: string): Level {
  return { end: uid, lists: [], name: '', size: 1 };
}

/** The records of a level, each once. */
export function membersOf({ end, lists }: Level): string[] {
  return end === undefined ? [...new Set(lists.flatMap(({ links: { uids } }) => uids.slice()))] : [end];
}

/** The records in which two levels meet, each with the records of the levels before that lead there. */
export function* meet(left: Level, right: Level): Sliced<Meeting[]> {
  const isLeftSmaller = left.size <= right.size;
  const [few, many] = isLeftSmaller ? [left, right] : [right, left];
  const parents = new Map<string, { readonly few: string[]; readonly many: string[] }>();
  const keys = new Map<string | number, { readonly few: string[]; readonly many: string[] }>();
  const keyed = (uid: string, parent: string | undefined): void => {
    const entry = parents.get(uid) ?? { few: [], many: [] };
    parents.set(uid, entry);
    keys.set(uid, entry);
    if (String(Number(uid)) === uid) {
      keys.set(Number(uid), entry);
    }
    if (parent !== undefined) {
      entry.few.push(parent);
    }
  };
  if (few.end !== undefined) {
    keyed(few.end, undefined);
  }
  let done = 0;
  for (const { parent, links } of few.lists) {
    for (const uid of links.uids) {
      keyed(uid, parent);
      if ((done += 1) % PER_SLICE === 0) {
        yield;
      }
    }
  }
  const met = new Set<{ readonly few: string[]; readonly many: string[] }>();
  const end = many.end === undefined ? undefined : keys.get(many.end);
  if (end) {
    met.add(end);
  }
  for (const { parent, links } of many.lists) {
    for (const uid of links.uids.packed) {
      const entry = keys.get(uid);
      if (entry) {
        entry.many.push(parent);
        met.add(entry);
      }
      if ((done += 1) % PER_SLICE === 0) {
        yield;
      }
    }
  }
  const meetings: Meeting[] = [];
  for (const [uid, entry] of parents) {
    if (met.has(entry)) {
      const [left, right] = isLeftSmaller ? [entry.few, entry.many] : [entry.many, entry.few];
      meetings.push({ uid, left, right });
    }
    if ((done += 1) % PER_SLICE === 0) {
      yield;
    }
  }
  return meetings;
}

/** The chains of records from an end to a record of a level, at most so many. The record itself stands last. */
export function chainsTo(level: Level, uid: string, parents: readonly string[] | undefined, most: number): string[][] {
  const { before } = level;
  if (!before) {
    return [[uid]];
  }
  const own = parents ?? level.lists.flatMap(({ parent, links }) => (links.uids.indexOf(uid) < 0 ? [] : [parent]));
  const chains: string[][] = [];
  for (const parent of new Set(own)) {
    if (chains.length >= most) {
      break;
    }
    chains.push(...chainsTo(before, parent, undefined, most - chains.length).map((chain) => [...chain, uid]));
  }
  return chains;
}

/** The list of a level that leads from one record to another. */
export function listFrom({ lists }: Level, parent: string): Links | undefined {
  return lists.find((list) => list.parent === parent)?.links;
}
