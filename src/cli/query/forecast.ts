import { EntrezError } from '../../eutils/failures/errors.js';
import type { Plan } from '../../schema/cost/estimate.js';
import type { Range } from '../../schema/cost/prediction.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { PacerState } from '../../upstream/rate-limit/pacer-state.js';
import type { Variables } from './input.js';

/** Estimate of the rest of a command. */
export interface Left {
  readonly calls: Range;
  readonly seconds: Range;
}

export interface ForecastOptions {
  readonly clock: Clock;
  readonly plan: (variables: Variables) => Plan;
  readonly pacer: { readonly state: PacerState };
  /** Requests that have ended. */
  readonly callsDone: () => number;
  /** Number of operations. */
  readonly operations: number;
  /** Whether operations share so many requests that the plan of one says little. */
  readonly shared: boolean;
}

/** Largest share of the time that planning may take. */
const SHARE_OF_TIME = 0.05;
const MIN_PAUSE: Milliseconds = 500;

/**
 * Estimates the rest of a command. The first operation in progress is planned again and again: the answers it has got in
 * the meantime are cached. The others are expected to cost the mean of those before them.
 */
export class Forecast {
  readonly #options: ForecastOptions;
  readonly #running: Variables[] = [];
  #ended = 0;
  #first: Left | undefined;
  #planned: Left | undefined;
  /** Requests that had ended when it was planned. */
  #plannedAt = 0;
  #plannedFor: Variables | undefined;
  #nextAt: Milliseconds = -Infinity;

  constructor(options: ForecastOptions) {
    this.#options = options;
  }

  began(variables: Variables): void {
    this.#running.push(variables);
  }

  ended(variables: Variables): void {
    this.#running.splice(this.#running.indexOf(variables), 1);
    this.#ended += 1;
  }

  /** Undefined while there is no estimate. */
  get left(): Left | undefined {
    const { operations, shared } = this.#options;
    const planned = shared ? undefined : this.#plan();
    const others = operations - this.#ended - (planned ? 1 : 0);
    if (others <= 0) {
      return planned;
    }
    const each = this.#ofOneOther();
    return each && sum(planned ?? NOTHING, this.#inTime({ best: others * each.best, worst: others * each.worst }));
  }

  /** The mean of those that have ended; those in progress count half. */
  #ofOneOther(): Range | undefined {
    if (this.#ended === 0) {
      return this.#first?.calls;
    }
    const mean = this.#options.callsDone() / (this.#ended + this.#running.length / 2);
    return { best: mean, worst: mean };
  }

  #inTime(calls: Range): Left {
    const { limit, slowedBy } = this.#options.pacer.state;
    const seconds = (count: number): number => (count / limit) * slowedBy;
    return { calls, seconds: { best: seconds(calls.best), worst: seconds(calls.worst) } };
  }

  #plan(): Left | undefined {
    const { clock, plan } = this.#options;
    const [variables] = this.#running;
    const startedAt = clock.now();
    if (variables === undefined) {
      return undefined;
    }
    const { callsDone } = this.#options;
    if (variables === this.#plannedFor && startedAt < this.#nextAt) {
      return this.#planned && less(this.#planned, callsDone() - this.#plannedAt);
    }
    try {
      const { calls, seconds } = plan(variables);
      this.#planned = { calls, seconds };
      this.#first ??= this.#planned;
    } catch (error) {
      if (!(error instanceof EntrezError)) {
        throw error;
      }
      // The operation will fail with the same error.
      this.#planned = undefined;
    }
    this.#plannedFor = variables;
    this.#plannedAt = callsDone();
    const now = clock.now();
    this.#nextAt = now + Math.max(MIN_PAUSE, (now - startedAt) / SHARE_OF_TIME);
    return this.#planned;
  }
}

const NOTHING: Left = { calls: { best: 0, worst: 0 }, seconds: { best: 0, worst: 0 } };

function sum(one: Left, other: Left): Left {
  const add = (a: Range, b: Range): Range => ({ best: a.best + b.best, worst: a.worst + b.worst });
  return { calls: add(one.calls, other.calls), seconds: add(one.seconds, other.seconds) };
}

function less({ calls, seconds }: Left, done: number): Left {
  return { calls: { best: Math.max(0, calls.best - done), worst: Math.max(0, calls.worst - done) }, seconds };
}
