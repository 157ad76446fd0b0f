import type { Range } from '../../schema/cost/prediction.js';

/** How a command stands. */
export interface Standing {
  /** Ids that have been answered, where it goes through some. */
  readonly ids?: { readonly done: number; readonly total: number } | undefined;
  readonly callsDone: number;
  readonly callsUnderWay: number;
  /** Batches that wait for a permit. */
  readonly waiting: number;
  /** What is still to come, as far as it can be foreseen. */
  readonly left?: { readonly calls: Range; readonly seconds: Range } | undefined;
}

const BAR = 24;

const LARGEST = ['h', 3600] as const;
const UNITS = [['s', 1], ['min', 60], LARGEST] as const;

/** A standing in a line of words. */
export function describeStanding({ ids, callsDone, callsUnderWay, waiting, left }: Standing): string {
  const calls = `${inWords(callsDone)} calls done, ${inWords(callsUnderWay)} under way, ${inWords(waiting)} waiting`;
  const parts = [ids && `${inWords(ids.done)} of ${inWords(ids.total)} ids`, calls];
  if (left) {
    const expected = { best: callsDone + left.calls.best, worst: callsDone + left.calls.worst };
    parts.push(`${fromTo(expected)} expected`, `${inTime(left.seconds)} left`);
  }
  return parts.filter((part) => part !== undefined).join('; ');
}

/** A standing as a bar with words behind it, no wider than a terminal. */
export function drawStanding(standing: Standing, columns: number): string {
  const filled = Math.round(shareDone(standing) * BAR);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${describeStanding(standing)}`.slice(0, columns - 1);
}

/** Between best and worst, since neither is likely. */
function shareDone({ callsDone, left }: Standing): number {
  if (!left) {
    return 0;
  }
  const all = callsDone + (left.calls.best + left.calls.worst) / 2;
  return all === 0 ? 1 : callsDone / all;
}

function inTime({ best, worst }: Range): string {
  const [unit, seconds] = UNITS.find(([, each]) => worst < 100 * each) ?? LARGEST;
  return `${fromTo({ best: best / seconds, worst: worst / seconds })} ${unit}`;
}

function fromTo({ best, worst }: Range): string {
  const [least, most] = [inWords(best), inWords(worst)];
  return least === most ? least : `${least} to ${most}`;
}

function inWords(count: number): string {
  return Math.round(count).toLocaleString('en');
}
