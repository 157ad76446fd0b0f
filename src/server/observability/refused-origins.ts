import type { YogaLogger } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import type { Clock, Milliseconds } from '../../upstream/clock.js';

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
