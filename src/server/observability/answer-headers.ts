import { randomUUID } from 'node:crypto';

import { withoutSecrets } from '../../eutils/failures/redact.js';
import type { CostReport } from '../../loading/operation/cost-report.js';
import type { Milliseconds } from '../../upstream/clock.js';

/** The header in which callers may give a request an id, and in which every answer says it. */
export const REQUEST_ID = 'x-request-id';

/** An id that stands in logs and headers must not be able to look like more than one. */
const FORM = /^[\w.:-]{1,128}$/;

/** The id that a caller gave its request, where it can be used and is no key or address by mistake; else a new one. */
export function requestIdOf(headers: Pick<Headers, 'get'>): string {
  const given = headers.get(REQUEST_ID);
  return given !== null && FORM.test(given) && withoutSecrets(given) === given ? given : randomUUID();
}

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
