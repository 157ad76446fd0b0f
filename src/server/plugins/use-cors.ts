import type { CORSOptions, Plugin } from 'graphql-yoga';

import { REQUEST_HEADERS } from '../access/operation-of-request.js';
import { CUT_HEADER, ROWS_HEADER } from './use-rows.js';

/** Time a browser remembers the answer to a preflight, in seconds. */
const MAX_AGE_S = 600;

/** Request headers that tracing and clients add, and that a page may not be able to leave out. */
export const ADDED_HEADERS: readonly string[] = [
  'traceparent',
  'tracestate',
  'baggage',
  'sentry-trace',
  'apollographql-client-name',
  'apollographql-client-version',
  'graphql-client-name',
  'graphql-client-version',
  'x-apollo-operation-name',
];

/** Those, and request headers that mean something here. */
const ALLOWED_HEADERS: readonly string[] = [
  'content-type',
  'authorization',
  'apollo-require-preflight',
  'x-entrez-csrf',
  'if-none-match',
  'x-request-id',
  ...ADDED_HEADERS,
  ROWS_HEADER,
  ...Object.values(REQUEST_HEADERS),
];

const ALLOWED: CORSOptions = {
  methods: ['GET', 'POST'],
  exposedHeaders: [
    'server-timing',
    'retry-after',
    'ratelimit',
    'ratelimit-policy',
    'x-request-id',
    'age',
    'etag',
    CUT_HEADER,
  ],
  // Who asks is said by a token in a header, never by a cookie.
  credentials: false,
  maxAge: MAX_AGE_S,
};

/**
 * Lets pages of the origins listed read answers (CORS); to all others nothing is said.
 *
 * @param headers - Request headers that they may send besides those that the server reads.
 */
export function corsOf(origins: readonly string[], headers: readonly string[] = []): (request: Request) => CORSOptions {
  const allowedHeaders = [...new Set([...ALLOWED_HEADERS, ...headers])];
  return ({ headers: given }) => {
    const origin = given.get('origin');
    return origin !== null && origins.includes(origin) ? { ...ALLOWED, allowedHeaders, origin: [origin] } : false;
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
