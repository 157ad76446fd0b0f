import type { CORSOptions } from 'graphql-yoga';

import { REQUEST_HEADERS } from '../access/operation-of-request.js';
import { CSRF_HEADERS } from './use-csrf.js';
import { CUT_HEADER, ROWS_HEADER, WARNINGS_HEADER } from './use-rows.js';

/** Time a browser remembers the answer to a preflight, in seconds. */
const MAX_AGE_S = 600;

/** Request headers that tracing and clients add, and that a page may not be able to leave out. */
export const ADDED_HEADERS: readonly string[] = [
  // W3C Trace Context and Baggage
  'traceparent',
  'tracestate',
  'baggage',
  // B3 (Zipkin), in one header and in several
  'b3',
  'x-b3-traceid',
  'x-b3-spanid',
  'x-b3-parentspanid',
  'x-b3-sampled',
  'x-b3-flags',
  'x-datadog-trace-id',
  'x-datadog-parent-id',
  'x-datadog-origin',
  'x-datadog-sampling-priority',
  'x-datadog-sampled',
  'x-datadog-tags',
  'sentry-trace',
  'newrelic',
  'elastic-apm-traceparent',
  'uber-trace-id',
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  // Azure Application Insights
  'request-id',
  'request-context',
  'x-correlation-id',
  'x-requested-with',
  'apollographql-client-name',
  'apollographql-client-version',
  'graphql-client-name',
  'graphql-client-version',
  'x-graphql-client-name',
  'x-graphql-client-version',
  'x-apollo-operation-name',
  'x-apollo-operation-id',
  'x-apollo-operation-type',
  'x-apollo-request-uuid',
];

/** Those, and request headers that mean something here. */
const ALLOWED_HEADERS: readonly string[] = [
  'content-type',
  'content-encoding',
  'authorization',
  ...CSRF_HEADERS,
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
    WARNINGS_HEADER,
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
