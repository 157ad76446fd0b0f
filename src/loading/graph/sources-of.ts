import type { Sliced } from '../../eutils/body/slices.js';
import type { TargetList } from './common-targets.js';

/** Who is linked to a record. */
interface TargetSources {
  /** Positions of the lists that hold it, rising. */
  readonly lists: readonly number[];
  /** Sum of its scores; null where a list that holds it has none. */
  readonly scoreSum: number | null;
}

/** Links that are looked at between two pauses. */
const PER_SLICE = 16_384;

/** Which of many lists hold each of a few records. */
export function* sourcesOf(targets: readonly string[], lists: readonly TargetList[]): Sliced<TargetSources[]> {
  const found = targets.map((): { readonly lists: number[]; scoreSum: number | null } => ({ lists: [], scoreSum: 0 }));
  const places = new Map<number | string, (typeof found)[number]>();
  for (const [index, own] of found.entries()) {
    const uid = targets[index] ?? '';
    places.set(uid, own);
    // Lists hold numbers where these are exact.
    if (String(Number(uid)) === uid) {
      places.set(Number(uid), own);
    }
  }
  let done = 0;
  for (const [source, { uids, scores }] of lists.entries()) {
    const { packed } = uids;
    for (let position = 0; position < packed.length; position += 1) {
      const own = places.get(packed[position] ?? '');
      if (own && own.lists.at(-1) !== source) {
        own.lists.push(source);
        const score = scores?.[position];
        own.scoreSum = own.scoreSum === null || score === undefined ? null : own.scoreSum + score;
      }
      if ((done += 1) % PER_SLICE === 0) {
        yield;
      }
    }
  }
  return found;
}
