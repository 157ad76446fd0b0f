import type { Claim, Eagerness } from '../upstream/fair-queue.js';
import type { Permit } from '../upstream/pacer.js';
import { budgetExceeded, Crowd, type Wait } from './crowd.js';
import type { Feeder } from './feeding.js';
import type { Operation } from './operation.js';
import type { Receipt } from './receipt.js';

/** One key that is asked for, and those who wait for it. */
export class Wish<Kept> {
  readonly key: string;
  readonly answer: Promise<Kept>;
  /** Whether it was left out when its batch was sent, because nobody wanted it at that moment. */
  dropped = false;
  readonly #waits = new Set<Wait>();
  #crowd: Crowd;

  constructor(key: string, answer: Promise<Kept>, crowd: Crowd) {
    this.key = key;
    this.answer = answer;
    this.#crowd = crowd;
  }

  get wanted(): boolean {
    return this.#waits.size > 0;
  }

  /** @returns Whether the operation can pay for it. */
  join(wait: Wait): boolean {
    const joined = this.#crowd.join(wait);
    if (joined) {
      this.#waits.add(wait);
    }
    return joined;
  }

  leave(wait: Wait): void {
    this.#waits.delete(wait);
    this.#crowd.leave(wait);
  }

  /** Those who wait for it wait with another crowd from now on, and pay for what that has spent, or give up. */
  moveTo(crowd: Crowd): void {
    const old = this.#crowd;
    const waits = [...this.#waits];
    this.#crowd = crowd;
    for (const wait of waits) {
      if (!crowd.join(wait)) {
        wait.giveUp(budgetExceeded(wait.operation));
      }
      old.leave(wait);
    }
  }
}

/** Answers that a batch gets from a call that another one made. */
export interface Adoption<V> {
  readonly answers: Promise<ReadonlyMap<string, V | Error>>;
  readonly receipt: Receipt;
}

/** A batch that has not been sent. It claims a permit for its crowd, and knows whether it would rather wait for more. */
export class OpenBatch<Variant, V, Kept> implements Claim, Feeder {
  readonly variant: Variant;
  readonly question: string;
  readonly crowd = new Crowd(this);
  readonly wishes: Wish<Kept>[] = [];
  permit: Permit | undefined;
  /** Why there is no permit. */
  failure: Error | undefined;
  #adoption: Adoption<V> | undefined;

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

  add(wish: Wish<Kept>): void {
    this.wishes.push(wish);
    if (this.isFull) {
      this.#fill();
    }
  }

  get shares(): Iterable<Operation> {
    return this.crowd.shares;
  }

  charge(): boolean {
    return this.crowd.charge();
  }

  refund(): void {
    this.crowd.refund();
  }

  get eagerness(): Eagerness {
    if (this.isFull) {
      return 'now';
    }
    for (const { feeding } of this.crowd.shares) {
      if (!feeding.willFeed(this)) {
        return 'later';
      }
    }
    return 'waits';
  }

  get isOnItsWay(): boolean {
    return this.permit !== undefined || this.isFull;
  }

  /** Whether nothing can be added to it. */
  get isFull(): boolean {
    return this.wishes.length >= this.size;
  }

  /** Set once another batch's call answers this one too. */
  get adoption(): Adoption<V> | undefined {
    return this.#adoption;
  }

  /** The keys to ask for. Those that nobody wants any more, or that are known by now, are dropped. */
  takeWanted(isKnown: (key: string) => boolean = () => false): string[] {
    for (const wish of this.wishes) {
      wish.dropped = !wish.wanted || isKnown(wish.key);
    }
    return this.wishes.flatMap(({ key, dropped }) => (dropped ? [] : [key]));
  }

  /** Gives up its place in the queue: its callers join another crowd, whose call answers them. */
  moveTo(crowd: Crowd, adoption: Adoption<V>): void {
    this.#adoption = adoption;
    // Its own permit may have been granted and paid in this very moment; it is given back unused.
    this.crowd.refund();
    for (const wish of this.wishes) {
      wish.moveTo(crowd);
    }
  }
}
