/** Bits that one pass sorts by: three passes a number, and counts that fit into the first-level cache of a processor. */
const DIGIT = 11;
const VALUES = 1 << DIGIT;
const SHIFTS = [0, DIGIT, 2 * DIGIT];
/** Numbers up to which insertion is faster. */
const FEW = 32;

/** Pairs of numbers: the pair at `i` is `firsts[i]` and `seconds[i]`. */
export interface Pairs {
  readonly firsts: Uint32Array;
  readonly seconds: Uint32Array;
}

/**
 * Sorts the first `length` pairs by `firsts`, then by `seconds`, ascending: a radix sort of the firsts, which keeps the order of
 * equal ones, then a sort of the seconds of each. Most are in order by then, since tables are by one of their columns.
 *
 * @param scratch - Room for as many pairs; its contents are lost.
 */
export function sortPairs(pairs: Pairs, length: number, scratch: Pairs): void {
  if (isSorted(pairs, length)) {
    return;
  }
  let from = pairs;
  let to = scratch;
  for (const shift of SHIFTS) {
    const ends = endsOf(from.firsts, length, shift);
    if (ends) {
      distribute(from, to, { ends, length, shift });
      [from, to] = [to, from];
    }
  }
  if (from !== pairs) {
    pairs.firsts.set(from.firsts.subarray(0, length));
    pairs.seconds.set(from.seconds.subarray(0, length));
  }
  sortEach(pairs, length);
}

/** Sorts the seconds of each first. */
function sortEach({ firsts, seconds }: Pairs, length: number): void {
  for (let start = 0; start < length;) {
    const first = firsts[start] as number;
    let end = start + 1;
    let inOrder = true;
    for (; end < length && firsts[end] === first; end += 1) {
      inOrder &&= (seconds[end - 1] as number) <= (seconds[end] as number);
    }
    if (!inOrder) {
      sortNumbers(seconds, start, end);
    }
    start = end;
  }
}

/** Sorts a few numbers by insertion: the sort of V8 takes longer to begin than to sort them. */
function sortNumbers(numbers: Uint32Array, start: number, end: number): void {
  if (end - start > FEW) {
    numbers.subarray(start, end).sort();
    return;
  }
  for (let i = start + 1; i < end; i += 1) {
    const number = numbers[i] as number;
    let place = i;
    for (; place > start && (numbers[place - 1] as number) > number; place -= 1) {
      numbers[place] = numbers[place - 1] as number;
    }
    numbers[place] = number;
  }
}

/** Whether pairs are in order; many tables are, by one of their columns. */
function isSorted({ firsts, seconds }: Pairs, length: number): boolean {
  for (let i = 1; i < length; i += 1) {
    const before = firsts[i - 1] as number;
    const first = firsts[i] as number;
    if (first < before || (first === before && (seconds[i] as number) < (seconds[i - 1] as number))) {
      return false;
    }
  }
  return true;
}

/** Where the pairs of each digit begin; undefined where all have the same. */
function endsOf(keys: Uint32Array, length: number, shift: number): Uint32Array | undefined {
  const counts = new Uint32Array(VALUES);
  for (let i = 0; i < length; i += 1) {
    const digit = ((keys[i] as number) >>> shift) & (VALUES - 1);
    counts[digit] = (counts[digit] as number) + 1;
  }
  if (counts.includes(length)) {
    return undefined;
  }
  let start = 0;
  for (let digit = 0; digit < VALUES; digit += 1) {
    const count = counts[digit] as number;
    counts[digit] = start;
    start += count;
  }
  return counts;
}

function distribute(
  from: Pairs,
  to: Pairs,
  { ends, length, shift }: { ends: Uint32Array; length: number; shift: number },
): void {
  const { firsts, seconds } = from;
  const { firsts: toFirsts, seconds: toSeconds } = to;
  for (let i = 0; i < length; i += 1) {
    const digit = ((firsts[i] as number) >>> shift) & (VALUES - 1);
    const place = ends[digit] as number;
    ends[digit] = place + 1;
    toFirsts[place] = firsts[i] as number;
    toSeconds[place] = seconds[i] as number;
  }
}
