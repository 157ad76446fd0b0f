import type { Permit } from '../upstream/pacer.js';
import { budgetExceeded, Crowd, type Wait } from './crowd.js';
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

/** A batch that has not been sent. */
export class OpenBatch<Variant, V, Kept> {
  readonly variant: Variant;
  readonly crowd = new Crowd();
  readonly wishes: Wish<Kept>[] = [];
  permit: Permit | undefined;
  /** Why there is no permit. */
  failure: Error | undefined;
  #adoption: Adoption<V> | undefined;

  constructor(variant: Variant) {
    this.variant = variant;
  }

  /** Set once another batch's call answers this one too. */
  get adoption(): Adoption<V> | undefined {
    return this.#adoption;
  }

  /** The keys to ask for. Those that nobody wants any more are dropped. */
  takeWanted(): string[] {
    for (const wish of this.wishes) {
      wish.dropped = !wish.wanted;
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
