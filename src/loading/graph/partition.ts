import type { Sliced } from '../../eutils/body/slices.js';
import type { Numbers } from '../../eutils/body/uid-list.js';

/** Links to some of the targets, with the lists they stand in. */
export interface Part {
  readonly uids: Numbers;
  readonly owners: Uint16Array;
  readonly scores: Float64Array | undefined;
}

/** Links of one part, about: what is done with it at once stays small. */
const PER_PART = 250_000;
/** Links that are looked at between two pauses. */
const PER_SLICE = 16_384;

/** A number that spreads uids evenly, also those in a row. */
export function hashOf(uid: number): number {
  const mixed = Math.imul(uid >>> 0, 0x9e3779b1) ^ Math.imul((uid / 2 ** 32) >>> 0, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * Sorts the links of lists into parts, each with all links to some of the targets, list by list.
 *
 * @param scores - Beside the lists, where they are to be kept.
 */
export function* partition(
  lists: readonly Numbers[],
  scores?: readonly (ArrayLike<number> | undefined)[],
): Sliced<Part[]> {
  const isNarrow = lists.every((list) => list instanceof Uint32Array);
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const bits = Math.max(0, Math.ceil(Math.log2(total / PER_PART)));
  // The lowest bits tell places in a table, see CountTable.
  const partOf = (uid: number): number => (bits === 0 ? 0 : hashOf(uid) >>> (32 - bits));
  const lengths = new Uint32Array(2 ** bits);
  yield* eachLink(lists, (uid) => {
    const part = partOf(uid);
    lengths[part] = (lengths[part] ?? 0) + 1;
  });
  const parts: Part[] = [];
  for (const length of lengths) {
    parts.push({
      uids: isNarrow ? new Uint32Array(length) : new Float64Array(length),
      owners: new Uint16Array(length),
      scores: scores && new Float64Array(length),
    });
    yield;
  }
  const ends = new Uint32Array(parts.length);
  yield* eachLink(lists, (uid, list, position) => {
    const index = partOf(uid);
    const part = parts[index];
    const end = ends[index] ?? 0;
    ends[index] = end + 1;
    if (part) {
      part.uids[end] = uid;
      part.owners[end] = list;
      if (part.scores) {
        part.scores[end] = scores?.[list]?.[position] ?? 0;
      }
    }
  });
  return parts;
}

function* eachLink(
  lists: readonly Numbers[],
  visit: (uid: number, list: number, position: number) => void,
): Sliced<void> {
  let done = 0;
  for (let list = 0; list < lists.length; list += 1) {
    const uids = lists[list] ?? new Uint32Array();
    for (let position = 0; position < uids.length; position += 1) {
      visit(uids[position] ?? 0, list, position);
      if ((done += 1) % PER_SLICE === 0) {
        yield;
      }
    }
  }
}
