import { EntrezError } from '../../eutils/failures/errors.js';
import type { Budget } from './budget.js';
import type { Clock, Milliseconds } from '../clock.js';
import { type PermitRequest, FairQueue } from './fair-queue.js';
import type { PacerState } from './pacer-state.js';
import { grantPermit, type Permit } from './permit.js';

export type { PacerState } from './pacer-state.js';
export type { Permit } from './permit.js';

export interface PacerOptions {
  /** Where the places for departures come from. */
  readonly budget: Budget;
  /** Requests that may be under way at once. */
  readonly maxInFlight: number;
  /** Waiting requests beyond which new ones are refused. */
  readonly maxQueued: number;
  readonly clock: Clock;
}

interface QueuedRequest {
  readonly since: Milliseconds;
  readonly grant: (permit: Permit) => void;
  readonly refuse: (reason: EntrezError) => void;
}

/** How often those that would rather wait than use a free permit are asked again: what they expect may be overdue. */
const RECONSIDERED_AFTER: Milliseconds = 50;

/** What is asked for nobody in particular: always next in turn, and paid by nobody. */
const UNCLAIMED: PermitRequest = { flows: [], charge: () => true, refund: () => undefined };

/**
 * The only clock NCBI cares about: never more than `rps` departures in any window of a second plus margin, whatever the
 * arrival times. There are `rps` places in the {@link Budget}; a request takes one from its grant until the window after
 * its real departure is over. A stalled event loop or a slow connection therefore cannot release a burst. Who waits is
 * served by {@link FairQueue}.
 */
export class Pacer {
  readonly #options: PacerOptions;
  readonly #budget: Budget;
  #inFlight = 0;
  #closed = false;
  readonly #queue = new FairQueue<QueuedRequest>();
  #cancelTimer: (() => void) | undefined;

  constructor(options: PacerOptions) {
    this.#options = options;
    this.#budget = options.budget;
    this.#budget.watch(this.#pump);
  }

  /** Requests waiting for a permit. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Time between permits for one of the operations that wait now: what another call costs it. */
  get interval(): Milliseconds {
    const { span, limit } = this.#budget;
    return (span / limit) * Math.max(1, this.#queue.flowCount);
  }

  /** The time by the clock that permits are counted by. */
  get now(): Milliseconds {
    return this.#options.clock.now();
  }

  /** How long a departure takes up its permit. */
  get span(): Milliseconds {
    return this.#budget.span;
  }

  /** Requests that could start now. */
  get free(): number {
    const { coolingFor, free } = this.#budget;
    return coolingFor > 0 ? 0 : Math.max(0, Math.min(free, this.#options.maxInFlight - this.#inFlight));
  }

  /** Requests that hold a permit. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Whether nothing that happened here matters any more to what may start next. */
  get idle(): boolean {
    return this.#queue.length === 0 && this.#inFlight === 0 && this.#budget.idle;
  }

  get state(): PacerState {
    const { limit, coolingFor, slowedBy, sharing } = this.#budget;
    return {
      limit,
      remaining: this.free,
      queued: this.#queue.length,
      inFlight: this.#inFlight,
      expectedWait: this.#expectedWait(),
      coolingFor,
      slowedBy,
      sharing,
    };
  }

  /**
   * Waits for a permit.
   *
   * @param claim - On whose behalf; who has had least is next.
   * @throws The abort reason of `signal`; the place in the queue is given up at once.
   * @throws {@link EntrezError} `BUDGET_EXCEEDED` when nobody is left who can pay; `OVERLOADED`, with `retryAfterMs`, when the
   * queue is full; it is refused to those who wait for most. `UPSTREAM_UNAVAILABLE` after {@link Pacer.close}.
   */
  acquire(signal?: AbortSignal, claim: PermitRequest = UNCLAIMED): Promise<Permit> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#closed) {
        throw closed();
      }
      const onAbort = (): void => {
        leave();
        reject(signal?.reason as Error);
      };
      const settled = (): void => {
        signal?.removeEventListener('abort', onAbort);
      };
      const leave = this.#queue.push(
        {
          since: this.#options.clock.now(),
          grant: (permit) => {
            settled();
            resolve(permit);
          },
          refuse: (reason) => {
            settled();
            reject(reason);
          },
        },
        claim,
      );
      signal?.addEventListener('abort', onAbort);
      this.shed();
      this.#pump();
    });
  }

  /** Refuses those who wait for most while more permits are waited for than the queue holds. */
  shed(): void {
    if (this.#queue.length > this.#options.maxQueued) {
      const reason = this.#tooMany();
      this.#queue.shedGreediest(reason, ({ refuse }) => {
        refuse(reason);
      });
    }
  }

  /** To be called when something that would rather wait may have changed its mind. */
  reconsider(): void {
    this.#pump();
  }

  /**
   * Closes the gate for everybody after NCBI refused a request for its rate. Refusals of requests that had started by
   * the time the gate closed belong to the same incident and do not lengthen it.
   *
   * @param startedAt - {@link Permit.startedAt} of the refused request.
   * @param retryAfter - What NCBI asked for, if it did; no recording shows a `Retry-After`.
   * @returns Milliseconds until the gate opens again.
   */
  coolDown(startedAt: Milliseconds, retryAfter: Milliseconds = 0): Milliseconds {
    return this.#budget.coolDown(startedAt, retryAfter);
  }

  /** Refuses who waits and whoever comes, and lets go of the budget. To be called when nothing is in flight. */
  close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer?.();
    for (let queued = this.#queue.takeGreediest(); queued; queued = this.#queue.takeGreediest()) {
      queued.refuse(closed());
    }
    return this.#budget.close();
  }

  #expectedWait(): Milliseconds {
    const { opensAt, span, limit, free, coolingFor } = this.#budget;
    const opensIn = opensAt - this.#options.clock.now();
    const first = opensIn < Infinity ? Math.max(0, opensIn) : free > 0 ? coolingFor : span;
    return first + Math.floor(this.#queue.length / limit) * span;
  }

  #tooMany(): EntrezError {
    const retryAfterMs = Math.ceil(this.#expectedWait());
    return new EntrezError('OVERLOADED', `Too many requests wait for NCBI. Retry in ${retryAfterMs} ms.`, {
      retryAfterMs,
    });
  }

  readonly #pump = (): void => {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const wanted = this.#grantAll();
    this.#budget.setDemand(wanted);
  };

  /** @returns How many more could start, if there were places for them. */
  #grantAll(): number {
    const { clock, maxInFlight } = this.#options;
    while (this.#queue.length > 0 && this.#inFlight < maxInFlight) {
      const wait = this.#budget.opensAt - clock.now();
      if (wait > 0) {
        this.#pumpAfter(wait);
        return Math.min(this.#queue.length, maxInFlight - this.#inFlight);
      }
      const queued = this.#queue.take(clock.now(), ({ refuse }) => {
        refuse(
          new EntrezError(
            'BUDGET_EXCEEDED',
            'The operations that need this call have spent their upstream calls. Request less at once.',
          ),
        );
      });
      if (!queued) {
        if (this.#queue.length > 0) {
          this.#pumpAfter(RECONSIDERED_AFTER);
        }
        return 0;
      }
      this.#start(queued);
    }
    return 0;
  }

  #pumpAfter(delay: Milliseconds): void {
    if (delay < Infinity) {
      this.#cancelTimer = this.#options.clock.after(delay, this.#pump);
    }
  }

  #start({ since, grant }: QueuedRequest): void {
    this.#inFlight += 1;
    const permit = grantPermit({
      clock: this.#options.clock,
      slot: this.#budget.take(),
      requestedAt: since,
      onChange: this.#pump,
      onEnd: () => {
        this.#inFlight -= 1;
        this.#pump();
      },
    });
    grant(permit);
  }
}

function closed(): EntrezError {
  return new EntrezError('SHUTTING_DOWN', 'The gateway is shutting down. Retry with another instance, or later.');
}
