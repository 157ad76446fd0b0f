import type { Plugin } from 'graphql-yoga';

import { type Account, NOTHING_SPENT, type Operation } from '../loading/operation.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';

/**
 * Says in the header `Server-Timing`, which browsers show beside each request, where the time of an answer went. A
 * streamed answer has none: headers go out before anything is known, and its last payload carries the account.
 */
export function useServerTiming(operations: WeakMap<Request, Operation>, clock: Clock): Plugin {
  const starts = new WeakMap<Request, Milliseconds>();
  return {
    onRequest({ request }) {
      starts.set(request, clock.now());
    },
    onResponse({ request, response }) {
      const start = starts.get(request);
      if (start !== undefined && response.headers.get('content-type')?.includes('json')) {
        const account = operations.get(request)?.account() ?? NOTHING_SPENT;
        response.headers.set('server-timing', serverTiming(account, clock.now() - start));
      }
    },
  };
}

/**
 * The value of the header (W3C Server Timing): calls upstream and the time they took, the time they waited for permits,
 * known answers, and the time from the request to the answer. Calls run side by side, so that their times may exceed
 * the total.
 */
export function serverTiming({ calls, cacheHits, waitedMs, tookMs }: Account, total: Milliseconds): string {
  const { total: _all, ...byUtility } = calls;
  const made = Object.entries(byUtility).flatMap(([utility, count]) => (count > 0 ? [`${count} ${utility}`] : []));
  return [
    `upstream;desc="${made.join(', ') || 'no calls'}";dur=${tookMs}`,
    `wait;dur=${waitedMs}`,
    `cache;desc="${cacheHits} hits"`,
    `total;dur=${total.toFixed(1)}`,
  ].join(', ');
}
