/**
 * How many positions of a list have each label, where equal labels stand together: looks at some positions, and then
 * between neighbours that differ, until all borders are found. Yields the positions to look at, at most `perRound`, and
 * takes their labels.
 *
 * @returns Undefined where equal labels do not stand together.
 */
export function* countRuns(
  length: number,
  perRound: number,
): Generator<readonly number[], ReadonlyMap<string, number> | undefined, readonly string[]> {
  const labels = new Map<number, string>();
  let wanted = spread(0, length - 1, perRound);
  while (wanted.length > 0) {
    for (const [index, label] of (yield wanted).entries()) {
      labels.set(wanted[index] ?? 0, label);
    }
    wanted = bordersIn(labels, perRound);
  }
  const counts = new Map<string, number>();
  const known = inOrder(labels);
  for (const [index, [position, label]] of known.entries()) {
    if (counts.has(label) && known[index - 1]?.[1] !== label) {
      return undefined;
    }
    counts.set(label, (counts.get(label) ?? 0) + (known[index + 1]?.[0] ?? length) - position);
  }
  return counts;
}

function inOrder(labels: ReadonlyMap<number, string>): [number, string][] {
  return [...labels].toSorted(([a], [b]) => a - b);
}

/** Positions between neighbours of different labels, a round of them at most, spread over all borders alike. */
function bordersIn(labels: ReadonlyMap<number, string>, perRound: number): number[] {
  const known = inOrder(labels);
  const gaps = known.flatMap(([position, label], index) => {
    const next = known[index + 1];
    const isBorder = next !== undefined && next[1] !== label && next[0] > position + 1;
    return isBorder ? [{ from: position + 1, to: next[0] - 1 }] : [];
  });
  const share = Math.max(1, Math.floor(perRound / Math.max(1, gaps.length)));
  return gaps.flatMap(({ from, to }) => spread(from, to, share)).slice(0, perRound);
}

/** Up to so many whole numbers from `first` to `last`, both included where there is room. */
function spread(first: number, last: number, count: number): number[] {
  const size = last - first + 1;
  if (size <= count) {
    return Array.from({ length: Math.max(0, size) }, (_, index) => first + index);
  }
  if (count === 1) {
    return [first + Math.floor(size / 2)];
  }
  return Array.from({ length: count }, (_, index) => first + Math.round((index * (size - 1)) / (count - 1)));
}
