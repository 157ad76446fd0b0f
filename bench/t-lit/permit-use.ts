import { WINDOW_MS, type Level } from './schedule.js';

/** A request as a server saw it, with times in milliseconds on one clock. */
export interface SeenCall {
  /** The link name, or the utility where there is none. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly at: number;
  readonly answeredAt: number;
}

/** When a call could have been made, and when it was. */
export interface TimedCall {
  readonly knownAt: number;
  readonly start: number;
}

/**
 * When the ids of each call were known: all of them by the answers that came before.
 *
 * @param askedAt - When the ids of the first level were known.
 * @throws Error for a call that the traversal does not need, or about an id that no answer told.
 */
export function timeCalls(calls: readonly SeenCall[], levels: readonly Level[], askedAt: number): TimedCall[] {
  const timed: TimedCall[] = [];
  let known: ReadonlyMap<string, number> | undefined;
  for (const { name, find } of levels) {
    const told = new Map<string, number>();
    for (const { ids, at, answeredAt } of calls.filter((call) => call.name === name)) {
      const knownAt = known === undefined ? askedAt : latest(ids, known);
      timed.push({ knownAt, start: at });
      for (const found of ids.flatMap(find)) {
        told.set(found, Math.min(told.get(found) ?? Infinity, answeredAt));
      }
    }
    known = told;
  }
  if (timed.length !== calls.length) {
    throw new Error('A call was made that the traversal does not need.');
  }
  return timed;
}

/**
 * The part of the rate that was used while work waited: of all places that `rps` starts in a window give, those that
 * were taken, or for which no call was waiting, over the time in which any call waited. 1 when none ever waited.
 */
export function permitUse(calls: readonly TimedCall[], rps: number): number {
  const moments = calls.flatMap(({ knownAt, start }) => [knownAt, start, start + WINDOW_MS]).toSorted((a, b) => a - b);
  let offered = 0;
  let unused = 0;
  moments.slice(1).forEach((until, index) => {
    const from = moments[index] ?? until;
    const waiting = calls.filter(({ knownAt, start }) => knownAt <= from && start > from).length;
    if (waiting > 0) {
      const taken = calls.filter(({ start }) => start <= from && start + WINDOW_MS > from).length;
      offered += rps * (until - from);
      unused += Math.max(0, Math.min(rps - taken, waiting)) * (until - from);
    }
  });
  return offered === 0 ? 1 : 1 - unused / offered;
}

function latest(ids: readonly string[], known: ReadonlyMap<string, number>): number {
  return Math.max(
    ...ids.map((id) => {
      const knownAt = known.get(id);
      if (knownAt === undefined) {
        throw new Error(`Nobody can have known ${id}.`);
      }
      return knownAt;
    }),
  );
}
