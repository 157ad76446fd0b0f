import type { CostReport } from '../../loading/operation/cost-report.js';
import type { Milliseconds } from '../../upstream/clock.js';

/**
 * The value of the header `Server-Timing` (W3C), which browsers show beside each request: calls upstream and the time they took, the time they waited for permits,
 * known answers, and the time from the request to the answer. Calls run side by side, so that their times may exceed
 * the total.
 */
export function serverTiming({ calls, cacheHits, waitedMs, sums }: CostReport, total: Milliseconds): string {
  const made = calls.total === 0 ? 'no calls' : callsByUtility(calls);
  return `upstream;desc="${made}";dur=${sums.upstreamMs}, wait;dur=${waitedMs}, cache;desc="${cacheHits} hits", total;dur=${total.toFixed(1)}`;
}

function callsByUtility({ total: _all, ...byUtility }: CostReport['calls']): string {
  const made = Object.entries(byUtility).flatMap(([utility, count]) => (count > 0 ? [`${count} ${utility}`] : []));
  return made.join(', ');
}
