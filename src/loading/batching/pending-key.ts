import type { Milliseconds } from '../../upstream/clock.js';
import type { Operation } from '../operation/operation.js';
import { budgetExceeded, type Waiter, type Waiters } from './waiters.js';

/** One key that is requested, and the operations that wait for it. */
export class PendingKey<Kept> {
  readonly key: string;
  /** What its callers wait for. */
  readonly answer: Promise<Kept>;
  /** What the answer becomes. */
  readonly outcome: Promise<Kept>;
  #resolve!: (outcome: Kept | PromiseLike<Kept>) => void;
  #reject!: (reason: Error) => void;
  readonly #waits = new Set<Waiter>();
  #waiters: Waiters;

  constructor(key: string, answer: Promise<Kept>, waiters: Waiters) {
    this.key = key;
    this.answer = answer;
    this.#waiters = waiters;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** When its batch was sent, by the clock of the process. */
  sentAt: Milliseconds = Infinity;

  get wanted(): boolean {
    return this.#waits.size > 0;
  }

  /** Whether only other processes wait for it. */
  get isFar(): boolean {
    for (const { operation } of this.#waits) {
      if (!operation.isRemote) {
        return false;
      }
    }
    return true;
  }

  /** Operations that wait for it. */
  get operations(): ReadonlySet<Operation> {
    return new Set([...this.#waits].map(({ operation }) => operation));
  }

  /** Answers to calls that were sent before are too old for one of its operations. */
  get notBefore(): Milliseconds {
    let notBefore = -Infinity;
    for (const { operation } of this.#waits) {
      notBefore = Math.max(notBefore, operation.notBefore);
    }
    return notBefore;
  }

  /** The lowest virtual time among its operations: the lower, the sooner it is sent. */
  get urgency(): number {
    let urgency = Infinity;
    for (const { operation } of this.#waits) {
      urgency = Math.min(urgency, operation.virtualTime);
    }
    return urgency;
  }

  /** @returns Whether the operation can pay for it. */
  add(waiter: Waiter): boolean {
    const added = this.#waiters.add(waiter);
    if (added) {
      this.#waits.add(waiter);
    }
    return added;
  }

  remove(waiter: Waiter): void {
    this.#waits.delete(waiter);
    this.#waiters.remove(waiter);
  }

  /** Ends the waits of one operation. */
  refuse(operation: Operation, reason: Error): void {
    for (const waiter of [...this.#waits]) {
      if (waiter.operation === operation) {
        waiter.giveUp(reason);
      }
    }
  }

  /**
   * Moves its waiters. Each is charged for the calls already made, or rejected with `BUDGET_EXCEEDED`.
   *
   * @param isPaid - See {@link Waiters.add}.
   */
  moveTo(waiters: Waiters, isPaid = false): void {
    const old = this.#waiters;
    this.#waiters = waiters;
    for (const waiter of [...this.#waits]) {
      if (!waiters.add(waiter, isPaid)) {
        waiter.giveUp(budgetExceeded(waiter.operation));
      }
      old.release(waiter);
    }
  }

  /** Ends all waits. */
  settle(outcome: Kept | PromiseLike<Kept> | Error): void {
    if (outcome instanceof Error) {
      this.#reject(outcome);
    } else {
      this.#resolve(outcome);
    }
  }
}
