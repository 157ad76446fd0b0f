import type { Sliced } from '../../eutils/body/slices.js';
import { UidList } from '../../eutils/body/uid-list.js';
import { type CommonOrder, commonTargets } from './common-targets.js';

/** How lists are combined. A difference is the first list without the records of all others. */
export type SetOperation = 'UNION' | 'INTERSECTION' | 'DIFFERENCE';

/** Members that are looked at between two pauses. */
const PER_SLICE = 16_384;

/**
 * The records of a set operation over lists, each once, the highest uid first.
 *
 * @param order - `sources` puts those that most lists hold before the others.
 */
export function* combineLists(
  lists: readonly UidList[],
  operation: SetOperation,
  order: Extract<CommonOrder, 'sources' | 'uid'> = 'uid',
): Sliced<UidList> {
  const all = lists.map((uids) => ({ uids }));
  if (operation !== 'DIFFERENCE') {
    return (yield* commonTargets(all, operation === 'UNION' ? 1 : all.length, order)).uids;
  }
  const kept = yield* commonTargets(all.slice(0, 1), 1, 'uid');
  const taken = yield* commonTargets(all.slice(1), 1, 'uid');
  return yield* without(kept.uids, taken.uids);
}

/** Both lists have the highest uid first, and each uid once. */
function* without(list: UidList, taken: UidList): Sliced<UidList> {
  const [from, out] = [list.packed, taken.packed];
  if (!ArrayBuffer.isView(from) || !ArrayBuffer.isView(out)) {
    const gone = new Set(taken);
    yield;
    return UidList.from([...list].filter((uid) => !gone.has(uid)));
  }
  const rest = from.slice();
  let kept = 0;
  let next = 0;
  for (let place = 0; place < from.length; place += 1) {
    const uid = from[place] ?? 0;
    while ((out[next] ?? 0) > uid) {
      next += 1;
      if (next % PER_SLICE === 0) {
        yield;
      }
    }
    if (out[next] !== uid) {
      rest[kept] = uid;
      kept += 1;
    }
    if ((place + 1) % PER_SLICE === 0) {
      yield;
    }
  }
  return UidList.fromPacked(rest.slice(0, kept));
}
