import { EntrezError } from '../eutils/errors.js';
import type { Clock, Milliseconds } from './clock.js';

/** The span over which NCBI counts requests. Protocol: "requests a second", recorded 2024 as `X-RateLimit-Limit`. */
const WINDOW: Milliseconds = 1000;
const COOLDOWN_BASE: Milliseconds = 1000;
const COOLDOWN_MAX: Milliseconds = 30_000;
/** One step of cooldown growth is forgotten for each such span without a refusal. */
const COOLDOWN_DECAY: Milliseconds = 30_000;

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

/** Leave to start one request. Whoever holds it must give it back, also after a failure. */
export interface Permit {
  /** Time spent in the queue. */
  readonly waited: Milliseconds;
  /** When the permit was granted: the start that the pacer counts. */
  readonly startedAt: Milliseconds;
  /** Ends the request; calling it again does nothing. */
  release(): void;
}

interface Waiter {
  readonly since: Milliseconds;
  readonly grant: (permit: Permit) => void;
}

/**
 * The only clock NCBI cares about: never more than `rps` starts in any window of a second plus margin, whatever the
 * arrival times, because each grant looks back at the real times of the last `rps` starts. A stalled event loop
 * therefore cannot release a burst. First come, first served.
 */
export class Pacer {
  readonly #options: PacerOptions;
  /** Ring of the last `rps` start times; the oldest decides when the next may follow. */
  readonly #starts: Milliseconds[];
  #next = 0;
  #inFlight = 0;
  #closedUntil = -Infinity;
  #closedAt = -Infinity;
  #severity = 0;
  readonly #queue: Waiter[] = [];
  #cancelTimer: (() => void) | undefined;

  constructor(options: PacerOptions) {
    this.#options = options;
    this.#starts = new Array<Milliseconds>(options.rps).fill(-Infinity);
  }

  /** Requests waiting for a permit. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Requests that hold a permit. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** How long a request that came now would wait, as far as the rate decides. */
  get expectedWait(): Milliseconds {
    const { rps, clock, margin } = this.#options;
    const first = Math.max(0, this.#opensAt() - clock.now());
    return first + Math.floor(this.#queue.length / rps) * (WINDOW + margin);
  }

  /**
   * Waits for a permit.
   *
   * @throws The abort reason of `signal`; the place in the queue is given up at once.
   * @throws {@link EntrezError} `BUDGET_EXCEEDED` with `retryAfterMs` when the queue is full.
   */
  acquire(signal?: AbortSignal): Promise<Permit> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#queue.length >= this.#options.maxQueued) {
        const retryAfterMs = Math.ceil(this.expectedWait);
        throw new EntrezError('BUDGET_EXCEEDED', `Too many requests wait for NCBI; try again in ${retryAfterMs} ms.`, {
          retryAfterMs,
        });
      }
      const onAbort = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        reject(signal?.reason as Error);
      };
      const waiter: Waiter = {
        since: this.#options.clock.now(),
        grant: (permit) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(permit);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(waiter);
      this.#pump();
    });
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
    const now = this.#options.clock.now();
    if (startedAt > this.#closedAt) {
      this.#severity = Math.max(0, this.#severity - (now - this.#closedAt) / COOLDOWN_DECAY) + 1;
      this.#closedAt = now;
      const pause = Math.min(COOLDOWN_MAX, COOLDOWN_BASE * 2 ** (this.#severity - 1));
      this.#closedUntil = Math.max(this.#closedUntil, now + pause);
    }
    this.#closedUntil = Math.max(this.#closedUntil, now + retryAfter);
    return this.#closedUntil - now;
  }

  #opensAt(): Milliseconds {
    const oldest = this.#starts[this.#next] ?? -Infinity;
    return Math.max(this.#closedUntil, oldest + WINDOW + this.#options.margin);
  }

  #pump(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const { clock, maxInFlight } = this.#options;
    while (this.#queue.length > 0 && this.#inFlight < maxInFlight) {
      const wait = this.#opensAt() - clock.now();
      if (wait > 0) {
        this.#cancelTimer = clock.after(wait, () => {
          this.#pump();
        });
        return;
      }
      this.#start();
    }
  }

  #start(): void {
    const waiter = this.#queue.shift();
    if (!waiter) {
      return;
    }
    const startedAt = this.#options.clock.now();
    this.#starts[this.#next] = startedAt;
    this.#next = (this.#next + 1) % this.#starts.length;
    this.#inFlight += 1;
    let held = true;
    waiter.grant({
      waited: startedAt - waiter.since,
      startedAt,
      release: () => {
        if (held) {
          held = false;
          this.#inFlight -= 1;
          this.#pump();
        }
      },
    });
  }
}
