import type { Milliseconds } from '../../upstream/clock.js';
import type { CallRecord } from '../../upstream/call.js';

/**
 * Time in which at least one of these calls waited for the rate limit, from `since` on. Calls that wait side by side
 * count once, so that it never exceeds the time that has passed.
 */
export function waitingTime(calls: readonly CallRecord[], since: Milliseconds = -Infinity): Milliseconds {
  const waits = calls
    .map(({ endedAt = 0, took, waited }) => ({ from: Math.max(since, endedAt - took - waited), to: endedAt - took }))
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from);
  let total = 0;
  let reached = -Infinity;
  for (const { from, to } of waits) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}
