import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock, Milliseconds } from '../../src/upstream/clock.js';

interface Timer {
  readonly due: Milliseconds;
  readonly action: () => void;
}

/**
 * Time that passes only when a test says so. Between two timers all promise jobs run, as they would in the event loop.
 * It does not start at zero, because lru-cache takes a zero for "never".
 */
export class FakeClock implements Clock {
  #now: Milliseconds = 1_000_000;
  readonly #timers = new Set<Timer>();

  now(): Milliseconds {
    return this.#now;
  }

  after(delay: Milliseconds, action: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, delay), action };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Whatever a test has sent has been received at once. */
  turn(): Promise<void> {
    return Promise.resolve();
  }

  /** Timers that are neither due nor cancelled; none should be left when a test's work is done. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets all promise jobs run; no time passes. */
  async settle(): Promise<void> {
    await nextTurn();
  }

  /** Lets `span` pass and runs what falls due, in order of time. */
  async advance(span: Milliseconds): Promise<void> {
    const end = this.#now + span;
    await this.settle();
    while (this.#fireNext(end)) {
      await this.settle();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** Lets `span` pass without running anything, as a blocked event loop does; overdue timers run when it moves on. */
  stall(span: Milliseconds): void {
    this.#now += span;
  }

  /**
   * Lets just as much time pass as `work` needs, and gives its result.
   *
   * @throws What `work` rejects with, or an Error when `work` waits for something that no timer will bring.
   */
  async finish<T>(work: Promise<T>): Promise<T> {
    const state = { settled: false };
    const settle = (): void => {
      state.settled = true;
    };
    void work.then(settle, settle);
    await this.settle();
    while (!state.settled) {
      if (!this.#fireNext(Infinity)) {
        throw new Error('The work waits, but no timer is left that could move it on.');
      }
      await this.settle();
    }
    return work;
  }

  /** Runs the timer that falls due first, of equal ones the older, if any falls due by `end`. */
  #fireNext(end: Milliseconds): boolean {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.due <= end && (!next || timer.due < next.due)) {
        next = timer;
      }
    }
    if (!next) {
      return false;
    }
    this.#timers.delete(next);
    this.#now = Math.max(this.#now, next.due);
    next.action();
    return true;
  }
}
