import type { Server, ServerOptions } from 'node:http';

import type { Milliseconds } from '../../upstream/clock.js';

/** Connections at once. */
export const MAX_CONNECTIONS = 1000;
/** Header fields of a request. */
const MAX_HEADERS = 100;
/** Time beyond the deadline of an operation that a connection may be silent. */
const SILENCE_MS: Milliseconds = 30_000;

/** How slow and how large the head of a request may be; its body has a bound of its own. */
export const REQUEST_LIMITS: ServerOptions = {
  /** All that a GET can ask for stands in its first line. */
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  /** Until the last byte of the body has come. */
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
};

/** Bounds what one process holds open. A client that stops reading its answer is cut off like one that stops asking. */
export function limitConnections(server: Server, deadline: Milliseconds): void {
  server.maxConnections = MAX_CONNECTIONS;
  server.maxHeadersCount = MAX_HEADERS;
  server.setTimeout(deadline + SILENCE_MS);
}
