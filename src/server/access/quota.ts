import { LRUCache } from 'lru-cache';

import type { Allowance } from '../../loading/operation/operation.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';

/** Clients that are remembered; of more, those longest silent start afresh. */
const MAX_CALLERS = 10_000;

/** Counts what the clients of several processes take. */
export interface QuotaStore {
  /**
   * Adds to what a client has taken, or nothing when that is more than is left.
   *
   * @param amount - May be 0, to read the count, or negative, to give back.
   * @throws Error when the store is away.
   */
  add(client: string, amount: number): Promise<QuotaCount>;
}

/** What all processes together have counted for a client. */
export interface QuotaCount {
  readonly taken: number;
  /** Whether the amount was more than is left, and was not taken. */
  readonly isRefused: boolean;
  /** Time until the client has everything again. */
  readonly renewedIn: Milliseconds;
}

interface QuotaOptions {
  readonly max: number;
  readonly span: Milliseconds;
  readonly clock: Clock;
  /** Undefined where this process counts for itself. */
  readonly store?: QuotaStore | undefined;
}

interface Taken {
  amount: number;
  /** How much of it the store has not confirmed yet. */
  untold: number;
}

/**
 * So much for each client in a span of time, which begins with the first it takes. With a store, processes count
 * together; while it is away, each goes on from the last count that it knows.
 */
export class Quota {
  readonly max: number;
  readonly span: Milliseconds;
  readonly #store: QuotaStore | undefined;
  readonly #taken: LRUCache<string, Taken>;

  constructor({ max, span, clock, store }: QuotaOptions) {
    this.max = max;
    this.span = span;
    this.#store = store;
    this.#taken = new LRUCache({ max: MAX_CALLERS, ttl: span, ttlResolution: 0, perf: clock });
  }

  /** Takes `amount` from the count of all processes, or nothing when that is more than is left. 0 reads the count. */
  async admit(client: string, amount: number): Promise<boolean> {
    if (!this.#store) {
      return this.#take(client, amount);
    }
    // Full counts of requests never go down before their span ends: a client that tries on costs the store nothing.
    if (amount > 0 && this.left(client) === 0) {
      return false;
    }
    try {
      const count = await this.#store.add(client, amount);
      this.#adopt(client, count);
      return !count.isRefused;
    } catch {
      return this.#take(client, amount);
    }
  }

  /** What a client may take without waiting. The store is told behind; what others took meanwhile may exceed the quota. */
  of(client: string): Allowance {
    const left = (): number => this.left(client);
    return {
      get isSpent() {
        return left() === 0;
      },
      take: (amount) => {
        const isTaken = this.#take(client, amount);
        if (isTaken) {
          this.#tell(client, amount);
        }
        return isTaken;
      },
      giveBack: (amount) => {
        const taken = this.#taken.get(client);
        if (taken) {
          taken.amount = Math.max(0, taken.amount - amount);
          this.#tell(client, -amount);
        }
      },
    };
  }

  /** What is left for a client, as far as this process knows. */
  left(client: string): number {
    return Math.max(0, this.max - (this.#taken.get(client)?.amount ?? 0));
  }

  /** Time until a client has everything again. */
  renewedIn(client: string): Milliseconds {
    return this.#taken.getRemainingTTL(client);
  }

  #take(client: string, amount: number): boolean {
    if (amount > this.left(client)) {
      return false;
    }
    const taken = this.#taken.get(client);
    if (taken) {
      taken.amount += amount;
    } else if (amount > 0) {
      this.#taken.set(client, { amount, untold: 0 });
    }
    return true;
  }

  #tell(client: string, amount: number): void {
    const taken = this.#taken.get(client);
    if (!this.#store || !taken) {
      return;
    }
    taken.untold += amount;
    this.#store.add(client, amount).then(
      (count) => {
        taken.untold -= amount;
        this.#adopt(client, count);
      },
      () => {
        // The own count has it.
        taken.untold -= amount;
      },
    );
  }

  /** Takes over the count of all; what this process took and the store has not confirmed comes on top. */
  #adopt(client: string, { taken: amount, renewedIn }: QuotaCount): void {
    const taken = this.#taken.get(client) ?? { amount: 0, untold: 0 };
    taken.amount = Math.max(0, amount + taken.untold);
    if (renewedIn > 0) {
      this.#taken.set(client, taken, { ttl: renewedIn });
    } else if (taken.untold === 0) {
      this.#taken.delete(client);
    }
  }
}
