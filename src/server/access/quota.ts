import { LRUCache } from 'lru-cache';

import type { Clock, Milliseconds } from '../../upstream/clock.js';

/** Clients that are remembered; of more, those longest silent start afresh. */
const MAX_CALLERS = 10_000;

/** What one client may take of something. */
export interface Allowance {
  /** Whether nothing is left. */
  readonly isSpent: boolean;
  /** Takes `amount`, or nothing when that is more than is left. */
  take(amount: number): boolean;
  /** Takes back what was taken in vain. */
  giveBack(amount: number): void;
}

/** So much for each client in a span of time, which begins with the first it takes. */
export class Quota {
  readonly #max: number;
  readonly #taken: LRUCache<string, { amount: number }>;

  constructor({ max, span, clock }: { readonly max: number; readonly span: Milliseconds; readonly clock: Clock }) {
    this.#max = max;
    this.#taken = new LRUCache({ max: MAX_CALLERS, ttl: span, ttlResolution: 0, perf: clock });
  }

  of(client: string): Allowance {
    const left = (): number => this.#max - (this.#taken.get(client)?.amount ?? 0);
    return {
      get isSpent() {
        return left() <= 0;
      },
      take: (amount) => {
        if (amount > left()) {
          return false;
        }
        const taken = this.#taken.get(client);
        if (taken) {
          taken.amount += amount;
        } else {
          this.#taken.set(client, { amount });
        }
        return true;
      },
      giveBack: (amount) => {
        const taken = this.#taken.get(client);
        if (taken) {
          taken.amount = Math.max(0, taken.amount - amount);
        }
      },
    };
  }

  /** Time until a client has everything again. */
  renewedIn(client: string): Milliseconds {
    return this.#taken.getRemainingTTL(client);
  }
}
