import type { PermitRequest, Readiness } from '../../upstream/rate-limit/fair-queue.js';
import type { Permit } from '../../upstream/rate-limit/pacer.js';
import { budgetExceeded, Waiters, type Waiter } from './waiters.js';
import type { Dependency } from '../operation/dependency-tracker.js';
import type { Operation } from '../operation/operation.js';
import type { BatchCost } from '../operation/batch-cost.js';

/** One key that is asked for, and those who wait for it. */
export class PendingKey<Kept> {
  readonly key: string;
  readonly answer: Promise<Kept>;
  /** Whether it was left out when its batch was sent, because nobody wanted it at that moment. */
  dropped = false;
  readonly #waits = new Set<Waiter>();
  #waiters: Waiters;

  constructor(key: string, answer: Promise<Kept>, waiters: Waiters) {
    this.key = key;
    this.answer = answer;
    this.#waiters = waiters;
  }

  get wanted(): boolean {
    return this.#waits.size > 0;
  }

  /** @returns Whether the operation can pay for it. */
  add(wait: Waiter): boolean {
    const joined = this.#waiters.add(wait);
    if (joined) {
      this.#waits.add(wait);
    }
    return joined;
  }

  remove(wait: Waiter): void {
    this.#waits.delete(wait);
    this.#waiters.remove(wait);
  }

  /** Those who wait for it wait with another crowd from now on, and pay for what that has spent, or give up. */
  moveTo(waiters: Waiters): void {
    const old = this.#waiters;
    const waits = [...this.#waits];
    this.#waiters = waiters;
    for (const wait of waits) {
      if (!waiters.add(wait)) {
        wait.giveUp(budgetExceeded(wait.operation));
      }
      old.remove(wait);
    }
  }
}

/** Answers that a batch gets from a call that another one made. */
export interface MergedResult<V> {
  readonly answers: Promise<ReadonlyMap<string, V | Error>>;
  readonly cost: BatchCost;
}

/** A batch that has not been sent. It claims a permit for its crowd, and knows whether it would rather wait for more. */
export class PendingBatch<Variant, V, Kept> implements PermitRequest, Dependency {
  readonly variant: Variant;
  readonly question: string;
  readonly waiters = new Waiters(this);
  readonly pendingKeys: PendingKey<Kept>[] = [];
  permit: Permit | undefined;
  /** Why there is no permit. */
  failure: Error | undefined;
  #mergedResult: MergedResult<V> | undefined;

  /** Keys that it may have. */
  readonly size: number;
  #fill!: () => void;
  /** Resolves when it has as many keys as it may. */
  readonly full = new Promise<void>((resolve) => {
    this.#fill = resolve;
  });

  /**
   * @param question - Names what its keys are about.
   */
  constructor(variant: Variant, question: string, size: number) {
    this.variant = variant;
    this.question = question;
    this.size = size;
  }

  add(pendingKey: PendingKey<Kept>): void {
    this.pendingKeys.push(pendingKey);
    if (this.isFull) {
      this.#fill();
    }
  }

  get flows(): Iterable<Operation> {
    return this.waiters.flows;
  }

  charge(): boolean {
    return this.waiters.charge();
  }

  refund(): void {
    this.waiters.refund();
  }

  get readiness(): Readiness {
    if (this.isFull) {
      return 'full';
    }
    for (const { dependencies } of this.waiters.flows) {
      if (!dependencies.expectsMore(this)) {
        return 'open';
      }
    }
    return 'filling';
  }

  get isOnItsWay(): boolean {
    return this.permit !== undefined || this.isFull;
  }

  /** Whether nothing can be added to it. */
  get isFull(): boolean {
    return this.pendingKeys.length >= this.size;
  }

  /** Set once another batch's call answers this one too. */
  get mergedResult(): MergedResult<V> | undefined {
    return this.#mergedResult;
  }

  /** The keys to ask for. Those that nobody wants any more, or that are known by now, are dropped. */
  takeWanted(isKnown: (key: string) => boolean = () => false): string[] {
    for (const pendingKey of this.pendingKeys) {
      pendingKey.dropped = !pendingKey.wanted || isKnown(pendingKey.key);
    }
    return this.pendingKeys.flatMap(({ key, dropped }) => (dropped ? [] : [key]));
  }

  /** Gives up its place in the queue: its callers join another crowd, whose call answers them. */
  moveTo(waiters: Waiters, mergedResult: MergedResult<V>): void {
    this.#mergedResult = mergedResult;
    // Its own permit may have been granted and paid in this very moment; it is given back unused.
    this.waiters.refund();
    for (const pendingKey of this.pendingKeys) {
      pendingKey.moveTo(waiters);
    }
  }
}
