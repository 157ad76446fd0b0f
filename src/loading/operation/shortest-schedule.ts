import type { Milliseconds } from '../../upstream/clock.js';

/** What a call takes: `base + perId × ids`. */
export interface CallTime {
  readonly base: Milliseconds;
  readonly perId: Milliseconds;
}

/** Ids that are sent under one question. */
export interface Step {
  readonly ids: number;
  /** Ids in one call at most. */
  readonly cap: number;
  readonly time: CallTime;
  /** The index of the step, an earlier one, whose answers name these ids; undefined where they are known from the start. */
  readonly after: number | undefined;
}

/** The rate limit: `limit` calls in any `span`. */
export interface Rate {
  readonly limit: number;
  readonly span: Milliseconds;
}

/** Batch sizes that are tried, relative to those with which calls that start one after the other end together. */
const FACTORS = [0.35, 0.5, 0.7, 1, 1.4, 2, Infinity];
/** Rounds of permits that the ids of a step are divided among, which may all start at once. */
const ROUNDS = [1, 2, 3];

/** Ids of the next call of a step of which so many are left. */
type SizeRule = (step: Step, left: number) => number;

/** Ids that were sent and answered of one step. */
interface Progress {
  readonly step: Step;
  sent: number;
  answered: number;
}

/** A call under way. */
interface Flight {
  readonly end: Milliseconds;
  readonly progress: Progress;
  readonly ids: number;
}

/**
 * The time of the shortest schedule found: batch sizes of each step from small to the cap, sent when full or at once, as if
 * each answer named equally many ids of the next step. It can be carried out, so that it is no less than the least time.
 */
export function shortestSchedule(steps: readonly Step[], rate: Rate): Milliseconds {
  const { limit, span } = rate;
  const rules: readonly SizeRule[] = [
    ...FACTORS.map(
      (factor): SizeRule =>
        (step, left) =>
          factor * evenSize(step, left, span / limit),
    ),
    ...ROUNDS.map(
      (rounds): SizeRule =>
        ({ ids }) =>
          ids / (rounds * limit),
    ),
  ];
  const times = rules.flatMap((rule) => [false, true].map((atOnce) => carryOut(steps, rate, rule, atOnce)));
  return Math.min(...times);
}

function carryOut(steps: readonly Step[], { limit, span }: Rate, rule: SizeRule, atOnce: boolean): Milliseconds {
  const sizeOf = ({ step, sent }: Progress): number =>
    Math.max(1, Math.min(step.cap, Math.ceil(rule(step, step.ids - sent))));
  const all = steps.map((step): Progress => ({ step, sent: 0, answered: 0 }));
  const starts: Milliseconds[] = [];
  const flights: Flight[] = [];
  const waiting = ({ step: { ids, after }, sent }: Progress): number => {
    const source = after === undefined ? undefined : all[after];
    const named = source ? Math.floor((ids * source.answered) / source.step.ids) : ids;
    return named - sent;
  };
  let now = 0;
  let end = 0;
  for (;;) {
    now = Math.max(now, (starts.at(-limit) ?? -Infinity) + span);
    for (let flight = flights[0]; flight && flight.end <= now; flight = flights[0]) {
      flights.shift();
      flight.progress.answered += flight.ids;
    }
    const next = all.find((progress) => {
      const known = waiting(progress);
      const { ids } = progress.step;
      return known > 0 && (atOnce || known === ids - progress.sent || known >= sizeOf(progress));
    });
    if (next) {
      const ids = Math.min(waiting(next), sizeOf(next));
      const { base, perId } = next.step.time;
      const flight = { end: now + base + perId * ids, progress: next, ids };
      const index = flights.findIndex((other) => other.end > flight.end);
      flights.splice(index < 0 ? flights.length : index, 0, flight);
      next.sent += ids;
      starts.push(now);
      end = Math.max(end, flight.end);
    } else if (flights[0]) {
      now = flights[0].end;
    } else {
      return end;
    }
  }
}

/** As many ids as make calls that start `interval` apart end together. */
function evenSize({ cap, time }: Step, left: number, interval: Milliseconds): number {
  const perPermit = interval / time.perId;
  const size = (Math.sqrt(perPermit ** 2 + 8 * perPermit * left) - perPermit) / 2;
  return Number.isFinite(size) ? size : cap;
}
