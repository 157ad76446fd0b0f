import { createHash } from 'node:crypto';

import { EntrezError } from '../eutils/errors.js';
import { BackEnds, type OnTrip } from './back-ends.js';
import type { Clock, Milliseconds } from './clock.js';
import { Door, type KeyOwner } from './door.js';
import { Pacer } from './pacer.js';
import type { Transport } from './transport.js';

/** Protocol: `X-RateLimit-Limit` of a request with a key, recorded 2024. */
const CALLERS_RPS = 10;
/** Gaps of 350 ms at 3 requests a second were still refused by NCBI; this makes the window 1.1 s. */
const MARGIN: Milliseconds = 100;
const MAX_QUEUED_BATCHES = 1000;
const ATTEMPTS = 3;
/** Doors of callers' keys beside the server's own. */
const MAX_CALLERS_DOORS = 1000;

export interface DoorsOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Requests a second of the server's own key, or of its address where it has none. */
  readonly rps: number;
  readonly apiKey: string | undefined;
  /** Requests under way at once, for each key. */
  readonly maxInFlight: number;
  /** Time one call may take. */
  readonly timeout: Milliseconds;
  /** Time an operation may take, in which it may use the door it was given. */
  readonly deadline: Milliseconds;
  readonly onTrip?: OnTrip | undefined;
}

interface CallersDoor {
  readonly door: Door;
  lastGivenAt: Milliseconds;
}

/**
 * A door for each API key: NCBI counts requests by key, so each has a pacer of its own. Doors are known by the hash of
 * their key, and dropped when they are idle and no operation can hold them any more: a key never has two.
 */
export class Doors {
  /** The door of the server's own key, for all callers who bring none. */
  readonly own: Door;
  /** NCBI's health. */
  readonly backEnds: BackEnds;
  readonly #options: DoorsOptions;
  readonly #callers = new Map<string, CallersDoor>();

  constructor(options: DoorsOptions) {
    this.#options = options;
    this.backEnds = new BackEnds(options.clock, options.onTrip);
    this.own = this.#open(options.rps, options.apiKey, options.apiKey === undefined ? 'none' : 'server');
  }

  /** Doors that are kept. */
  get count(): number {
    return 1 + this.#callers.size;
  }

  /**
   * The door of a caller's API key.
   *
   * @throws {@link EntrezError} `BUDGET_EXCEEDED` when too many different keys are in use.
   */
  of(apiKey: string): Door {
    if (apiKey === this.#options.apiKey) {
      return this.own;
    }
    const name = createHash('sha256').update(apiKey).digest('base64');
    const lastGivenAt = this.#options.clock.now();
    const known = this.#callers.get(name);
    if (known) {
      known.lastGivenAt = lastGivenAt;
      return known.door;
    }
    this.#dropIdle();
    if (this.#callers.size >= MAX_CALLERS_DOORS) {
      throw new EntrezError('BUDGET_EXCEEDED', 'Too many different API keys are in use; try again in a moment.', {
        retryAfterMs: 1000,
      });
    }
    const door = this.#open(CALLERS_RPS, apiKey, 'caller');
    this.#callers.set(name, { door, lastGivenAt });
    return door;
  }

  /** Closes all connections. Whoever still waits for an answer is told that there is none. */
  async close(): Promise<void> {
    await this.#options.transport.close();
  }

  #open(rps: number, apiKey: string | undefined, keyOwner: KeyOwner): Door {
    const { clock, transport, timeout, maxInFlight } = this.#options;
    const pacer = new Pacer({ clock, rps, margin: MARGIN, maxInFlight, maxQueued: MAX_QUEUED_BATCHES });
    return new Door({
      pacer,
      transport,
      apiKey,
      keyOwner,
      clock,
      backEnds: this.backEnds,
      timeout,
      attempts: ATTEMPTS,
    });
  }

  #dropIdle(): void {
    const { clock, deadline } = this.#options;
    for (const [name, { door, lastGivenAt }] of this.#callers) {
      if (door.pacer.idle && clock.now() - lastGivenAt > deadline) {
        this.#callers.delete(name);
      }
    }
  }
}
