import type { Sliced } from '../../eutils/body/slices.js';

/** Positions that are sorted at once: some milliseconds of work. */
const RUN = 1024;
/** Positions that are merged between two pauses. */
const PER_SLICE = 8192;

/** The positions from 0 up to, not including, `length` in the order of `compare`, which must not call two of them equal. */
export function* sortInSlices(length: number, compare: (a: number, b: number) => number): Sliced<Uint32Array> {
  let sorted = new Uint32Array(length);
  for (let start = 0; start < length; start += RUN) {
    const run = sorted.subarray(start, start + RUN);
    run.forEach((_, offset) => (run[offset] = start + offset));
    run.sort(compare);
    yield;
  }
  let spare = new Uint32Array(length > RUN ? length : 0);
  for (let run = RUN; run < length; run *= 2) {
    for (let start = 0; start < length; start += 2 * run) {
      yield* merge(sorted, spare, [start, Math.min(start + run, length), Math.min(start + 2 * run, length)], compare);
    }
    [sorted, spare] = [spare, sorted];
  }
  return sorted;
}

/** Merges two runs of `from` that stand side by side into the same place of `to`. */
function* merge(
  from: Uint32Array,
  to: Uint32Array,
  [start, middle, end]: readonly [start: number, middle: number, end: number],
  compare: (a: number, b: number) => number,
): Sliced<void> {
  let left = start;
  let right = middle;
  for (let place = start; place < end; place += 1) {
    const takesLeft = right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) < 0);
    to[place] = from[takesLeft ? left : right] ?? 0;
    left += Number(takesLeft);
    right += Number(!takesLeft);
    if ((place + 1) % PER_SLICE === 0) {
      yield;
    }
  }
}
