import { EntrezError } from '../eutils/errors.js';
import type { Clock, Milliseconds } from './clock.js';
import { Cooldown } from './cooldown.js';
import { type Claim, FairQueue } from './fair-queue.js';
import type { PacerState } from './pacer-state.js';
import { grantPermit, type Granting, type Permit } from './permit.js';
import { Places } from './places.js';

export type { PacerState } from './pacer-state.js';
export type { Permit } from './permit.js';

/** The span over which NCBI counts requests. Protocol: "requests a second", recorded 2024 as `X-RateLimit-Limit`. */
const WINDOW: Milliseconds = 1000;

export interface PacerOptions {
  /** Starts allowed in any second. */
  readonly rps: number;
  /**
   * Added to the second, because requests that leave evenly may arrive bunched: gaps of 334 and 350 ms at 3 a second
   * were refused by NCBI, 400 ms were not.
   */
  readonly margin: Milliseconds;
  /** Requests that may be under way at once. */
  readonly maxInFlight: number;
  /** Waiting requests beyond which new ones are refused. */
  readonly maxQueued: number;
  readonly clock: Clock;
}

interface Waiter {
  readonly since: Milliseconds;
  readonly grant: (permit: Permit) => void;
  readonly refuse: (reason: EntrezError) => void;
}

/** What is asked for nobody in particular: always next in turn, and paid by nobody. */
const UNCLAIMED: Claim = { shares: [], charge: () => true, refund: () => undefined };

/**
 * The only clock NCBI cares about: never more than `rps` departures in any window of a second plus margin, whatever the
 * arrival times. There are `rps` places; a request takes one from its grant until the window after its real departure
 * is over. A stalled event loop or a slow connection therefore cannot release a burst. Who waits is served by
 * {@link FairQueue}.
 *
 * It learns from NCBI: what others spend of the same budget takes places, a limit below `rps` takes them for good, and
 * after a refusal the gate closes for everybody and the windows get longer for a while.
 */
export class Pacer {
  readonly #options: PacerOptions;
  readonly #places: Places;
  #limit: number;
  #inFlight = 0;
  readonly #cooldown: Cooldown;
  readonly #queue = new FairQueue<Waiter>();
  #cancelTimer: (() => void) | undefined;

  constructor(options: PacerOptions) {
    this.#options = options;
    this.#limit = options.rps;
    this.#cooldown = new Cooldown(options.clock);
    this.#places = new Places(options.rps);
  }

  /** Requests waiting for a permit. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Requests that hold a permit. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Whether nothing that happened here matters any more to what may start next. */
  get idle(): boolean {
    const now = this.#options.clock.now();
    return (
      this.#queue.length === 0 &&
      this.#inFlight === 0 &&
      this.#cooldown.opensAt <= now &&
      this.#cooldown.slowedBy === 1 &&
      this.#places.takenAt(now) === 0
    );
  }

  get state(): PacerState {
    const { clock, maxInFlight } = this.#options;
    const now = clock.now();
    const coolingFor = this.#cooldown.remaining;
    const taken = this.#places.takenAt(now);
    return {
      limit: this.#limit,
      remaining: coolingFor > 0 ? 0 : Math.max(0, Math.min(this.#limit - taken, maxInFlight - this.#inFlight)),
      queued: this.#queue.length,
      inFlight: this.#inFlight,
      expectedWait: this.#expectedWait(),
      coolingFor,
      slowedBy: this.#cooldown.slowedBy,
    };
  }

  /**
   * Waits for a permit.
   *
   * @param claim - On whose behalf; who has had least is next.
   * @throws The abort reason of `signal`; the place in the queue is given up at once.
   * @throws {@link EntrezError} `BUDGET_EXCEEDED` when nobody is left who can pay, or, with `retryAfterMs`, when the
   * queue is full; it is refused to those who wait for most.
   */
  acquire(signal?: AbortSignal, claim: Claim = UNCLAIMED): Promise<Permit> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
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
      signal?.addEventListener('abort', onAbort, { once: true });
      if (this.#queue.length > this.#options.maxQueued) {
        this.#queue.takeGreediest()?.refuse(this.#tooMany());
      }
      this.#pump();
    });
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
    return this.#cooldown.refuse(startedAt, retryAfter);
  }

  /** How long a departure takes up its place. */
  readonly #span = (): Milliseconds => (WINDOW + this.#options.margin) * this.#cooldown.slowedBy;

  #expectedWait(): Milliseconds {
    const opensIn = this.#opensAt() - this.#options.clock.now();
    const first = opensIn === Infinity ? this.#span() : Math.max(0, opensIn);
    return first + Math.floor(this.#queue.length / this.#limit) * this.#span();
  }

  #tooMany(): EntrezError {
    const retryAfterMs = Math.ceil(this.#expectedWait());
    return new EntrezError('BUDGET_EXCEEDED', `Too many requests wait for NCBI; try again in ${retryAfterMs} ms.`, {
      retryAfterMs,
    });
  }

  /** When the next request may start; `Infinity` while that hangs on departures. */
  #opensAt(): Milliseconds {
    return Math.max(this.#cooldown.opensAt, this.#places.opensAt(this.#limit));
  }

  readonly #pump = (): void => {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const { clock, maxInFlight } = this.#options;
    while (this.#queue.length > 0 && this.#inFlight < maxInFlight) {
      const wait = this.#opensAt() - clock.now();
      if (wait === Infinity) {
        return;
      }
      if (wait > 0) {
        this.#cancelTimer = clock.after(wait, this.#pump);
        return;
      }
      const waiter = this.#queue.take(clock.now(), ({ refuse }) => {
        refuse(new EntrezError('BUDGET_EXCEEDED', 'Those who wanted this may make no more upstream calls.'));
      });
      if (!waiter) {
        if (this.#queue.waitsUntil < Infinity) {
          this.#cancelTimer = clock.after(this.#queue.waitsUntil - clock.now(), this.#pump);
        }
        return;
      }
      this.#start(waiter);
    }
  };

  #start({ since, grant }: Waiter): void {
    this.#inFlight += 1;
    const permit = grantPermit({
      clock: this.#options.clock,
      places: this.#places,
      since,
      span: this.#span,
      onSent: this.#pump,
      onEnd: () => {
        this.#inFlight -= 1;
        this.#pump();
      },
      onHeed: this.#heed,
    });
    grant(permit);
  }

  /**
   * NCBI counts requests by key or by address, whoever sends them. What it counted beyond our own came from others who
   * spend the same budget: as far as their part leaves too little for all our places, they take some.
   */
  readonly #heed: Granting['onHeed'] = ({ limit, remaining }, departedAt, taken) => {
    this.#limit = Math.min(this.#options.rps, limit);
    const now = this.#options.clock.now();
    const until = departedAt + this.#span();
    if (until > now) {
      this.#places.hold(this.#limit - remaining - taken, now, until);
    }
    this.#pump();
  };
}
