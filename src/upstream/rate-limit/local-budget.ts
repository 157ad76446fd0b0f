import type { RateHeaders } from '../../eutils/failures/rate-headers.js';
import type { Budget, Slot } from './budget.js';
import type { Clock, Milliseconds } from '../clock.js';
import { Cooldown } from './cooldown.js';
import { SlotWindow } from './slots.js';

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
  readonly #slots: SlotWindow;
  readonly #cooldown: Cooldown;
  #limit: number;

  constructor(options: BudgetOptions) {
    this.#options = options;
    this.#limit = options.rps;
    this.#slots = new SlotWindow(options.rps);
    this.#cooldown = options.cooldown ?? new Cooldown(options.clock);
  }

  get limit(): number {
    return this.#limit;
  }

  get free(): number {
    return Math.max(0, this.#limit - this.#slots.takenAt(this.#options.clock.now()));
  }

  get opensAt(): Milliseconds {
    return Math.max(this.#cooldown.opensAt, this.#slots.opensAt(this.#limit));
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
    return this.#cooldown.opensAt <= now && this.#cooldown.slowedBy === 1 && this.#slots.takenAt(now) === 0;
  }

  take(): Slot {
    const { clock } = this.#options;
    const takenAt = clock.now();
    const slot = this.#slots.take();
    let sentAt = NaN;
    let taken = 0;
    return {
      expired: false,
      markSent: () => {
        sentAt = clock.now();
        this.#slots.free(slot, sentAt + this.span);
        taken = this.#slots.takenAt(takenAt);
      },
      cancel: () => {
        this.#slots.free(slot, takenAt);
      },
      applyRateHeaders: (said) => {
        this.#heed(said, sentAt, taken);
      },
    };
  }

  coolDown(startedAt: Milliseconds, retryAfter: Milliseconds): Milliseconds {
    return this.#cooldown.refuse(startedAt, retryAfter);
  }

  setDemand(): void {
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
  #heed({ limit, remaining }: RateHeaders, sentAt: Milliseconds, taken: number): void {
    this.#limit = Math.min(this.#options.rps, limit);
    const now = this.#options.clock.now();
    const until = sentAt + this.span;
    if (until > now) {
      this.#slots.hold(this.#limit - remaining - taken, now, until);
    }
  }
}
