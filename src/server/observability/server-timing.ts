import type { CostReport } from '../../loading/operation/cost-recorder.js';
import type { Milliseconds } from '../../upstream/clock.js';

/**
 * The value of the header `Server-Timing` (W3C), which browsers show beside each request: calls upstream and the time they took, the time they waited for permits,
 * known answers, and the time from the request to the answer. Calls run side by side, so that their times may exceed
 * the total.
 */
export function serverTiming({ calls, cacheHits, waitedMs, sums }: CostReport, total: Milliseconds): string {
  const { total: _all, ...byUtility } = calls;
  const made = Object.entries(byUtility).flatMap(([utility, count]) => (count > 0 ? [`${count} ${utility}`] : []));
  return [
    `upstream;desc="${made.join(', ') || 'no calls'}";dur=${sums.upstreamMs}`,
    `wait;dur=${waitedMs}`,
    `cache;desc="${cacheHits} hits"`,
    `total;dur=${total.toFixed(1)}`,
  ].join(', ');
}
