import { pace, type Sliced } from '../../eutils/body/slices.js';
import { UidList } from '../../eutils/body/uid-list.js';
import { type Counted, CountTable } from './count-table.js';
import { partition } from './partition.js';
import { sortInSlices } from './sort-in-slices.js';

/** What one source is linked to. */
export interface TargetList {
  readonly uids: UidList;
  /** Scores beside the uids. */
  readonly scores?: ArrayLike<number>;
}

/** Most sources first, highest sum of scores first, or highest uid first; of equals, the highest uid first. */
export type CommonOrder = 'sources' | 'score' | 'uid';

/** Records that several sources are linked to. */
interface CommonTargets {
  readonly uids: UidList;
  /** Sums of the scores, beside the uids; absent where a list has none. */
  readonly scoreSums?: Float64Array;
}

/** Links that are looked at between two pauses. */
const PER_SLICE = 16_384;

/**
 * The records that at least so many lists hold. A list counts once, however often it holds a record.
 *
 * @param lists - At most 65,535.
 */
export function* commonTargets(
  lists: readonly TargetList[],
  atLeast: number,
  order: CommonOrder = 'sources',
): Sliced<CommonTargets> {
  const scored = lists.length > 0 && lists.every(({ scores, uids }) => scores !== undefined || uids.length === 0);
  const numbers = lists.flatMap(({ uids }) => (ArrayBuffer.isView(uids.packed) ? [uids.packed] : []));
  if (numbers.length < lists.length) {
    return yield* commonTexts(lists, atLeast, scored, order);
  }
  const parts = yield* partition(numbers, scored ? lists.map(({ scores }) => scores) : undefined);
  const table = new CountTable(Math.max(...parts.map(({ uids }) => uids.length)), scored);
  const found: Counted[] = [];
  for (const { uids, owners, scores } of parts) {
    for (let place = 0; place < uids.length; place += 1) {
      table.add(uids[place] ?? 0, owners[place] ?? 0, scores?.[place] ?? 0);
      if ((place + 1) % PER_SLICE === 0) {
        yield;
      }
    }
    found.push(yield* table.take(atLeast, uids instanceof Uint32Array));
    yield;
  }
  return yield* inOrder(yield* joined(found), order);
}

function* joined(parts: readonly Counted[]): Sliced<Counted> {
  const [first] = parts;
  if (parts.length === 1 && first) {
    return first;
  }
  const length = parts.reduce((sum, { counts }) => sum + counts.length, 0);
  const uids = first?.uids instanceof Uint32Array ? new Uint32Array(length) : new Float64Array(length);
  const counts = new Uint16Array(length);
  const sums = first?.sums && new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    uids.set(part.uids, at);
    counts.set(part.counts, at);
    sums?.set(part.sums ?? [], at);
    at += part.counts.length;
    yield;
  }
  return { uids, counts, sums };
}

function* inOrder({ uids, counts, sums }: Counted, order: CommonOrder): Sliced<CommonTargets> {
  const at = (list: ArrayLike<number> | undefined, position: number): number => list?.[position] ?? 0;
  const first = order === 'uid' ? undefined : order === 'score' ? sums : counts;
  const positions = yield* sortInSlices(
    counts.length,
    (a, b) => at(first, b) - at(first, a) || at(uids, b) - at(uids, a),
  );
  const sorted = uids instanceof Uint32Array ? new Uint32Array(uids.length) : new Float64Array(uids.length);
  const sortedSums = sums && new Float64Array(sums.length);
  for (let place = 0; place < positions.length; place += 1) {
    const position = positions[place] ?? 0;
    sorted[place] = at(uids, position);
    if (sortedSums) {
      sortedSums[place] = at(sums, position);
    }
    if ((place + 1) % PER_SLICE === 0) {
      yield;
    }
  }
  return { uids: UidList.fromPacked(sorted), ...(sortedSums && { scoreSums: sortedSums }) };
}

/** Lists with uids that no number holds, which are rare. */
function* commonTexts(
  lists: readonly TargetList[],
  atLeast: number,
  scored: boolean,
  order: CommonOrder,
): Sliced<CommonTargets> {
  const all = new Map<string, { last: number; count: number; sum: number }>();
  const isDue = pace();
  for (const [source, { uids, scores }] of lists.entries()) {
    for (let position = 0; position < uids.length; position += 1) {
      const uid = uids.at(position);
      const entry = all.get(uid) ?? { last: -1, count: 0, sum: 0 };
      if (entry.last !== source) {
        all.set(uid, { last: source, count: entry.count + 1, sum: entry.sum + (scores?.[position] ?? 0) });
      }
      if (isDue()) {
        yield;
      }
    }
  }
  const first = ({ count, sum }: { count: number; sum: number }): number =>
    order === 'uid' ? 0 : order === 'score' ? sum : count;
  const found = [...all]
    .filter(([, { count }]) => count >= atLeast)
    .toSorted(
      ([a, own], [b, other]) => first(other) - first(own) || b.length - a.length || (a < b ? 1 : Number(a > b) * -1),
    );
  const uids = UidList.from(found.map(([uid]) => uid));
  return { uids, ...(scored && { scoreSums: Float64Array.from(found, ([, { sum }]) => sum) }) };
}
