import type { RateHeaders } from '../eutils/rate-headers.js';
import type { Budget, Place } from './budget.js';
import type { Clock, Milliseconds } from './clock.js';
import { Cooldown } from './cooldown.js';
import { Places } from './places.js';

/** The span over which NCBI counts requests. Protocol: "requests a second", recorded 2024 as `X-RateLimit-Limit`. */
export const WINDOW: Milliseconds = 1000;

export interface BudgetOptions {
  /** Starts allowed in any second. */
  readonly rps: number;
  /**
   * Added to the second, because requests that leave evenly may arrive bunched: gaps of 334 and 350 ms at 3 a second
   * were refused by NCBI, 400 ms were not.
   */
  readonly margin: Milliseconds;
  readonly clock: Clock;
  /** What refusals have taught before. */
  readonly cooldown?: Cooldown;
}

/**
 * A budget that this process spends alone.
 *
 * It learns from NCBI: what others spend of the same budget takes places, a limit below `rps` takes them for good, and
 * after a refusal the gate closes for everybody and the windows get longer for a while.
 */
export class LocalBudget implements Budget {
  readonly #options: BudgetOptions;
  readonly #places: Places;
  readonly #cooldown: Cooldown;
  #limit: number;

  constructor(options: BudgetOptions) {
    this.#options = options;
    this.#limit = options.rps;
    this.#places = new Places(options.rps);
    this.#cooldown = options.cooldown ?? new Cooldown(options.clock);
  }

  get limit(): number {
    return this.#limit;
  }

  get free(): number {
    return Math.max(0, this.#limit - this.#places.takenAt(this.#options.clock.now()));
  }

  get opensAt(): Milliseconds {
    return Math.max(this.#cooldown.opensAt, this.#places.opensAt(this.#limit));
  }

  get span(): Milliseconds {
    return (WINDOW + this.#options.margin) * this.#cooldown.slowedBy;
  }

  get coolingFor(): Milliseconds {
    return this.#cooldown.remaining;
  }

  get slowedBy(): number {
    return this.#cooldown.slowedBy;
  }

  get idle(): boolean {
    const now = this.#options.clock.now();
    return this.#cooldown.opensAt <= now && this.#cooldown.slowedBy === 1 && this.#places.takenAt(now) === 0;
  }

  take(): Place {
    const { clock } = this.#options;
    const takenAt = clock.now();
    const place = this.#places.take();
    let departedAt = NaN;
    let taken = 0;
    return {
      expired: false,
      depart: () => {
        departedAt = clock.now();
        this.#places.free(place, departedAt + this.span);
        taken = this.#places.takenAt(takenAt);
      },
      giveBack: () => {
        this.#places.free(place, takenAt);
      },
      heed: (said) => {
        this.#heed(said, departedAt, taken);
      },
    };
  }

  coolDown(startedAt: Milliseconds, retryAfter: Milliseconds): Milliseconds {
    return this.#cooldown.refuse(startedAt, retryAfter);
  }

  want(): void {
    // What is free here can be taken without asking anybody.
  }

  watch(): void {
    // Nothing happens to it but through its places.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /**
   * NCBI counts requests by key or by address, whoever sends them. What it counted beyond our own came from others who
   * spend the same budget: as far as their part leaves too little for all our places, they take some.
   */
  #heed({ limit, remaining }: RateHeaders, departedAt: Milliseconds, taken: number): void {
    this.#limit = Math.min(this.#options.rps, limit);
    const now = this.#options.clock.now();
    const until = departedAt + this.span;
    if (until > now) {
      this.#places.hold(this.#limit - remaining - taken, now, until);
    }
  }
}
