import { setMaxListeners } from 'node:events';

import { EntrezError } from '../../eutils/failures/errors.js';
import type { PermitRequest } from '../../upstream/rate-limit/fair-queue.js';
import type { Dependency } from '../operation/dependency-tracker.js';
import type { Operation } from '../operation/operation.js';

/** The reason of keys that were not asked for, because no caller was left who wanted them. */
export class AbandonedBatchError extends Error {
  override readonly name = 'AbandonedBatchError';

  constructor() {
    super('Nobody waits for this any more.');
  }
}

/** One operation that waits for one key. */
export interface Waiter {
  readonly operation: Operation;
  /** Ends this wait; the operation no longer counts among the waiters. */
  readonly giveUp: (reason: Error) => void;
}

/**
 * The operations that want what a batch will bring. They share its permits and its price. When all have left, what
 * waits is given up, while what is on the wire comes to its end.
 */
export class Waiters implements PermitRequest {
  readonly #waits = new Map<Operation, Set<Waiter>>();
  readonly #abandon = new AbortController();
  readonly #dependency: Dependency | undefined;
  /** Calls made on their behalf so far. */
  #calls = 0;

  /** @param dependency - What they wait for, where it may lead to more questions. */
  constructor(dependency?: Dependency) {
    this.#dependency = dependency;
    // Calls of one batch wait side by side, each with a listener of its own; Node would take more than ten for a leak.
    setMaxListeners(0, this.signal);
  }

  /** Aborts when nobody is left. */
  get signal(): AbortSignal {
    return this.#abandon.signal;
  }

  get flows(): Iterable<Operation> {
    return this.#waits.keys();
  }

  /**
   * Lets an operation wait along. If calls have been made already, it takes part in them and pays for them.
   *
   * @param isPaid - Whether another process has counted the call that answers it.
   * @returns Whether it could pay.
   */
  add(wait: Waiter, isPaid = false): boolean {
    const waits = this.#waits.get(wait.operation);
    if (waits) {
      waits.add(wait);
      return true;
    }
    if (!isPaid && (wait.operation.spentUp || !wait.operation.charge(this.#calls))) {
      return false;
    }
    this.#waits.set(wait.operation, new Set([wait]));
    if (this.#dependency) {
      wait.operation.dependencies.started(this.#dependency);
    }
    return true;
  }

  /** Ends one wait. With the last one, what was waited for is abandoned. */
  remove(wait: Waiter): void {
    if (this.release(wait) && this.#waits.size === 0) {
      this.abandon();
    }
  }

  /**
   * Takes a waiter out that waits with others from now on.
   *
   * @returns Whether its operation has no other wait here.
   */
  release(wait: Waiter): boolean {
    const waits = this.#waits.get(wait.operation);
    waits?.delete(wait);
    if (waits?.size !== 0) {
      return false;
    }
    this.#waits.delete(wait.operation);
    if (this.#dependency) {
      wait.operation.dependencies.settled(this.#dependency);
    }
    return true;
  }

  abandon(): void {
    this.#abandon.abort(new AbandonedBatchError());
  }

  charge(): boolean {
    for (const [operation, waits] of [...this.#waits]) {
      if (!operation.charge(1)) {
        for (const { giveUp } of [...waits]) {
          giveUp(budgetExceeded(operation));
        }
      }
    }
    this.#calls += 1;
    return this.#waits.size > 0;
  }

  /** Rejects all waits of the operation that waits for most. */
  shed(reason: Error): void {
    let most = new Set<Waiter>();
    for (const waits of this.#waits.values()) {
      most = waits.size > most.size ? waits : most;
    }
    for (const { giveUp } of [...most]) {
      giveUp(reason);
    }
  }

  refund(): void {
    if (this.#calls > 0) {
      this.#calls -= 1;
      for (const operation of this.#waits.keys()) {
        operation.refund(1);
      }
    }
  }
}

/** The failure of what an operation may not ask any more. */
export function budgetExceeded({ maxCalls }: Operation): EntrezError {
  return new EntrezError(
    'BUDGET_EXCEEDED',
    `This needs more upstream calls than the operation, or its client, may make (at most ${maxCalls}). Request less at once.`,
  );
}
