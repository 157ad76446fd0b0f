import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { Plugin, YogaLogger } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import { refusal } from '../access/refusal.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';

/** Headers that a page of another origin cannot send unasked; the second is that of Apollo's clients. */
export const CSRF_HEADERS: readonly string[] = ['x-entrez-csrf', 'apollo-require-preflight', 'x-graphql-yoga-csrf'];

/**
 * Keeps web pages of other origins from asking through the browsers of their visitors, which would spend permits even
 * where they cannot read the answer. Browsers say who asks (`Sec-Fetch-Site`, and `Origin` the older ones); what says
 * neither is no browser, or an old one that `header` keeps out.
 *
 * @param origins - Those whose pages may ask.
 * @param header - Whether requests must have a header, or a content type, that foreign pages cannot send unasked.
 * @param onRefused - Called with the origin of a page that was refused, as the browser names it.
 */
export function useCsrf(origins: readonly string[], header: boolean, onRefused: (origin: string) => void): Plugin {
  return {
    onPluginInit({ addPlugin }) {
      if (header) {
        addPlugin(useCSRFPrevention({ requestHeaders: [...CSRF_HEADERS] }));
      }
    },
    onRequestParse({ request: { headers } }) {
      if (isCrossOrigin(headers) && !origins.includes(headers.get('origin') ?? '')) {
        onRefused(headers.get('origin') ?? 'unknown');
        throw crossOrigin();
      }
    },
  };
}

/** The refusal of a page of another origin. */
export function crossOrigin(): Error {
  return refusal(
    'CROSS_ORIGIN',
    'Web pages of this origin may not ask here; the operator can list it in CORS_ORIGINS.',
    { status: 403 },
  );
}

function isCrossOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) {
    return site !== 'same-origin' && site !== 'none';
  }
  const origin = headers.get('origin');
  return origin !== null && !(URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}

/** Between two lines about one origin. */
const AGAIN_AFTER: Milliseconds = 600_000;
/** Lines about all origins in that time. Clients that are no browsers make origins up. */
const MAX_LINES = 20;
const MAX_LENGTH = 200;

/** Logs that web pages of an origin are refused: once in ten minutes for an origin, with the setting that allows it. */
export function logRefusedOrigins(logger: YogaLogger, clock: Clock): (origin: string) => void {
  const told = new LRUCache<string, true>({ max: MAX_LINES, ttl: AGAIN_AFTER, ttlResolution: 0, perf: clock });
  return (origin) => {
    const shown = origin.slice(0, MAX_LENGTH);
    told.purgeStale();
    if (told.size < MAX_LINES && !told.has(shown)) {
      told.set(shown, true);
      logger.warn(
        `Refused a request of a web page of ${JSON.stringify(shown)}. To allow it, add this origin to CORS_ORIGINS (--cors-origins).`,
      );
    }
  };
}
