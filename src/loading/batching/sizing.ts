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
  /** Whether more calls about so many keys could start at once than they need. */
  permitsSuffice(keys: number): boolean;
  /**
   * Whether fewer keys than {@link Sizing.take} says are worth a permit: where it would be left over, or where these keys
   * would make each of the later calls longer than one permit less delays the last of those.
   *
   * @param nextAt - When the next keys are likely to come; `-Infinity` while they are coming.
   */
  isWorthAPermit(waiting: number, expected: number, nextAt: Milliseconds): boolean;
  /** When a call that is sent now is likely to be answered. */
  answerAt(keys: number): Milliseconds;
}

/** The sizing of calls that take their permits from this pacer. */
export function sizingOf(size: BatchSize, pacer: Pick<Pacer, 'free' | 'interval' | 'now' | 'span'>): Sizing {
  const callsFor = (keys: number): number => Math.ceil(keys / size.soonest(keys, pacer.interval));
  return {
    get cap() {
      return size.current;
    },
    take: (waiting, expected) => size.soonest(waiting + expected, pacer.interval),
    permitsSuffice: (keys) => callsFor(keys) < pacer.free,
    isWorthAPermit(waiting, expected, nextAt) {
      if (nextAt === -Infinity) {
        return false;
      }
      const { now, span } = pacer;
      // An answer that is overdue is likely to take as long again.
      const delay = now + span - Math.max(nextAt, 2 * now - nextAt);
      const saved = (size.perId * waiting) / callsFor(waiting + expected);
      return this.permitsSuffice(waiting + expected) || saved > delay;
    },
    answerAt: (keys) => pacer.now + size.timeOf(keys),
  };
}
