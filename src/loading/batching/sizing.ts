import type { Milliseconds } from '../../upstream/clock.js';
import type { Pacer } from '../../upstream/rate-limit/pacer.js';
import type { BatchSize } from './batch-size.js';

/** Tells how many keys the next call takes, and whether it is worth waiting for more. */
export interface Sizing {
  /** Keys that one call may be about at most. */
  readonly cap: number;
  /**
   * Keys that the next call takes when so many wait.
   *
   * @param expected - Keys that are likely to join, where sending now would be too early for them.
   */
  take(waiting: number, expected: number): number;
  /** Whether as many calls could start at once as so many keys need. */
  permitsSuffice(keys: number): boolean;
  /**
   * Whether fewer keys than {@link Sizing.take} says are worth a permit: where it would be left over.
   *
   * @param keys - Those that wait and those that are expected.
   * @param nextAt - When the next are likely to come; `-Infinity` while they are coming.
   */
  isWorthAPermit(keys: number, nextAt: Milliseconds): boolean;
  /** When a call that is sent now is likely to be answered. */
  answerAt(keys: number): Milliseconds;
}

/** The sizing of calls that take their permits from this pacer. */
export function sizingOf(size: BatchSize, pacer: Pick<Pacer, 'free' | 'interval' | 'now' | 'span'>): Sizing {
  const take = (keys: number): number => size.soonest(keys, pacer.interval);
  return {
    get cap() {
      return size.current;
    },
    take: (waiting, expected) => take(waiting + expected),
    permitsSuffice: (keys) => Math.ceil(keys / take(keys)) <= pacer.free,
    isWorthAPermit(keys, nextAt) {
      if (nextAt === -Infinity) {
        return false;
      }
      // An answer that is overdue is likely to take as long again.
      const due = Math.max(nextAt, 2 * pacer.now - nextAt);
      // What leaves before the rest has come is a call more than all of them need.
      return Math.ceil(keys / take(keys)) < pacer.free || due >= pacer.now + pacer.span;
    },
    answerAt: (keys) => pacer.now + size.timeOf(keys),
  };
}
