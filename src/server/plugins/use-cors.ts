import type { CORSOptions, Plugin } from 'graphql-yoga';

import { REQUEST_HEADERS } from '../access/operation-of-request.js';
import { CUT_HEADER, ROWS_HEADER } from './use-rows.js';

/** Time a browser remembers the answer to a preflight, in seconds. */
const MAX_AGE_S = 600;

const ALLOWED: CORSOptions = {
  methods: ['GET', 'POST'],
  allowedHeaders: [
    'content-type',
    'authorization',
    'apollo-require-preflight',
    'x-entrez-csrf',
    'if-none-match',
    'x-request-id',
    'traceparent',
    'tracestate',
    ROWS_HEADER,
    ...Object.values(REQUEST_HEADERS),
  ],
  exposedHeaders: ['server-timing', 'retry-after', 'x-request-id', 'age', 'etag', CUT_HEADER],
  // Who asks is said by a token in a header, never by a cookie.
  credentials: false,
  maxAge: MAX_AGE_S,
};

/** Lets pages of the origins listed read answers (CORS); to all others nothing is said. */
export function corsOf(origins: readonly string[]): (request: Request) => CORSOptions {
  return ({ headers }) => {
    const origin = headers.get('origin');
    return origin !== null && origins.includes(origin) ? { ...ALLOWED, origin: [origin] } : false;
  };
}

/** Tells caches that an answer is for the origin that asked; Yoga says so only where it compares several. */
export function useVaryByOrigin(): Plugin {
  return {
    onResponse({ response }) {
      response.headers.append('vary', 'Origin');
    },
  };
}
