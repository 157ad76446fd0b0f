import { EntrezError } from '../eutils/errors.js';
import type { Clock, Milliseconds } from './clock.js';

/** The span over which NCBI counts requests. Protocol: "requests a second", recorded 2024 as `X-RateLimit-Limit`. */
const WINDOW: Milliseconds = 1000;
const COOLDOWN_BASE: Milliseconds = 1000;
const COOLDOWN_MAX: Milliseconds = 30_000;
/** No answer closes the gate for longer, whatever it asks for. */
const RETRY_AFTER_MAX: Milliseconds = 60_000;
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
  /** When the permit was granted. */
  readonly startedAt: Milliseconds;
  /**
   * To be called when the request goes on the wire. NCBI counts what arrives, and between grant and departure may lie
   * the opening of a connection or a busy event loop. Until then the place stays taken. Only the first call counts.
   */
  readonly sent: () => void;
  /** Ends the request; calling it again does nothing. */
  readonly release: () => void;
}

interface Waiter {
  readonly since: Milliseconds;
  readonly grant: (permit: Permit) => void;
}

/**
 * The only clock NCBI cares about: never more than `rps` departures in any window of a second plus margin, whatever the
 * arrival times. There are `rps` places; a request takes one from its grant until the window after its real departure
 * is over. A stalled event loop or a slow connection therefore cannot release a burst. First come, first served.
 */
export class Pacer {
  readonly #options: PacerOptions;
  /** When each place is free again; `Infinity` while its request has not departed. */
  readonly #places: Milliseconds[];
  #inFlight = 0;
  #closedUntil = -Infinity;
  #closedAt = -Infinity;
  #severity = 0;
  readonly #queue: Waiter[] = [];
  #cancelTimer: (() => void) | undefined;

  constructor(options: PacerOptions) {
    this.#options = options;
    this.#places = new Array<Milliseconds>(options.rps).fill(-Infinity);
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
    const opensIn = this.#opensAt() - clock.now();
    const first = opensIn === Infinity ? WINDOW + margin : Math.max(0, opensIn);
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
    this.#closedUntil = Math.max(this.#closedUntil, now + Math.min(retryAfter, RETRY_AFTER_MAX));
    return this.#closedUntil - now;
  }

  /** When the next request may start; `Infinity` while that hangs on departures. */
  #opensAt(): Milliseconds {
    return Math.max(this.#closedUntil, Math.min(...this.#places));
  }

  #pump(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const { clock, maxInFlight } = this.#options;
    while (this.#queue.length > 0 && this.#inFlight < maxInFlight) {
      const wait = this.#opensAt() - clock.now();
      if (wait === Infinity) {
        return;
      }
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
    const { clock, margin } = this.#options;
    const startedAt = clock.now();
    const place = this.#places.indexOf(Math.min(...this.#places));
    this.#places[place] = Infinity;
    this.#inFlight += 1;

    let departed = false;
    const sent = (): void => {
      if (!departed) {
        departed = true;
        this.#places[place] = clock.now() + WINDOW + margin;
        this.#pump();
      }
    };
    let held = true;
    const release = (): void => {
      if (held) {
        held = false;
        this.#inFlight -= 1;
        // A request that failed before its departure was noted may have left all the same.
        sent();
        this.#pump();
      }
    };
    waiter.grant({ waited: startedAt - waiter.since, startedAt, sent, release });
  }
}
