import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A span or a point on the clock, in milliseconds. */
export type Milliseconds = number;

/** Time as a parameter, so that pacing, retries and entry lives are tested without waiting. */
export interface Clock {
  /** Monotonic time; only differences mean something. */
  now(): Milliseconds;
  /** Runs `action` once after `delay`; the returned function cancels it. */
  after(delay: Milliseconds, action: () => void): () => void;
  /** Resolves when the event loop has gone round once, so that everything already received has been looked at. */
  turn(): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(delay, action) {
    const timer = setTimeout(action, delay);
    return () => {
      clearTimeout(timer);
    };
  },
  turn: () => nextTurn(),
};

/**
 * Resolves after `delay`, or rejects with the signal's reason as soon as it aborts.
 *
 * @throws The abort reason of `signal`.
 */
export function sleep(clock: Clock, delay: Milliseconds, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason as Error);
    };
    const cancel = clock.after(delay, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
