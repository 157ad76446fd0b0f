import type { Budget, Slot, Sharing } from '../rate-limit/budget.js';
import type { Clock, Milliseconds } from '../clock.js';
import { Cooldown } from '../rate-limit/cooldown.js';
import { SlotLeases } from './slot-leases.js';
import { LocalBudget, WINDOW } from '../rate-limit/local-budget.js';
import type { Membership } from './membership.js';

export interface SharedBudgetOptions {
  readonly membership: Membership;
  /** The API key, under a name that does not tell it. */
  readonly bucket: string;
  readonly rps: number;
  readonly margin: Milliseconds;
  readonly clock: Clock;
}

/** This process's part of a budget, for one time alone. */
interface Part {
  readonly from: Milliseconds;
  readonly budget: LocalBudget;
}

/**
 * A budget that several processes spend: {@link SlotLeases} of a common store, or a part of it for this process while
 * the store is away, as {@link Membership} has it.
 */
export class SharedBudget implements Budget {
  readonly #options: SharedBudgetOptions;
  readonly #cooldown: Cooldown;
  readonly #leased: SlotLeases;
  readonly #unwatch: () => void;
  #part: Part | undefined;
  #onChange: () => void = () => undefined;

  constructor(options: SharedBudgetOptions) {
    const { clock, membership, margin } = options;
    this.#options = options;
    this.#cooldown = new Cooldown(clock);
    const onChange = (): void => {
      this.#onChange();
    };
    this.#leased = new SlotLeases({ ...options, window: WINDOW + margin, cooldown: this.#cooldown, onChange });
    this.#unwatch = membership.watch(() => {
      this.#leased.giveBack();
      onChange();
    });
  }

  get limit(): number {
    return this.#leased.limit;
  }

  get free(): number {
    switch (this.sharing.by) {
      case 'shared':
        return this.#leased.free;
      case 'own share':
        return this.#alone.budget.free;
      case 'closed':
        return 0;
    }
  }

  get opensAt(): Milliseconds {
    const { membership } = this.#options;
    if (this.#isShared) {
      return this.#leased.isOpen ? this.#cooldown.opensAt : Infinity;
    }
    const { budget, from } = this.#alone;
    const opensAt = Math.max(from, budget.opensAt);
    return opensAt < membership.alone.until ? opensAt : membership.sharedFrom;
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
    const isCalm = this.coolingFor === 0 && this.slowedBy === 1;
    return isCalm && this.#leased.idle && (this.#part?.budget.idle ?? true);
  }

  get sharing(): Sharing {
    return this.#options.membership.sharingOf(this.limit);
  }

  take(): Slot {
    return (this.#isShared ? this.#leased.take() : undefined) ?? this.#takeAlone();
  }

  setDemand(count: number): void {
    this.#leased.want(count);
  }

  coolDown(startedAt: Milliseconds, retryAfter: Milliseconds): Milliseconds {
    const pause = this.#cooldown.refuse(startedAt, retryAfter);
    this.#leased.warn();
    return pause;
  }

  watch(onChange: () => void): void {
    this.#onChange = onChange;
  }

  async close(): Promise<void> {
    this.#unwatch();
    await this.#leased.close();
  }

  get #isShared(): boolean {
    return this.#options.clock.now() >= this.#options.membership.sharedFrom;
  }

  /** The part of this time alone. Since the last one a window has passed, so that nothing of it matters any more. */
  get #alone(): Part {
    const { membership, margin, clock } = this.#options;
    const { from } = membership.alone;
    if (this.#part?.from !== from) {
      const rps = membership.partOf(this.limit);
      this.#part = { from, budget: new LocalBudget({ rps, margin, clock, cooldown: this.#cooldown }) };
    }
    return this.#part;
  }

  /** A place of the own part, which is good while this process is alone. */
  #takeAlone(): Slot {
    const { membership, clock } = this.#options;
    const { budget, from } = this.#alone;
    return {
      ...budget.take(),
      get expired() {
        return membership.alone.from !== from || clock.now() >= membership.alone.until;
      },
    };
  }
}
