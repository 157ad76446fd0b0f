import type { ServerResponse } from 'node:http';

import { REQUEST_HEADERS } from '../server/access/operation-of-request.js';
import { ADDED_HEADERS } from '../server/plugins/use-cors.js';
import { crossOrigin } from '../server/plugins/use-csrf.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Headers that pages of listed origins may send. */
const ALLOWED = [
  'accept',
  'content-type',
  'authorization',
  'last-event-id',
  'mcp-protocol-version',
  'mcp-session-id',
  'mcp-method',
  'mcp-name',
  'x-request-id',
  ...ADDED_HEADERS,
  ...Object.values(REQUEST_HEADERS),
].join(', ');

/** Headers that they may read. */
const EXPOSED = 'mcp-session-id, retry-after, ratelimit, ratelimit-policy, x-request-id';

/**
 * Refuses web pages of origins that are not listed. This server has no page that calls tools, so that only one on this
 * machine counts as its own: a host name that an attacker points to this address is none (DNS rebinding).
 *
 * @throws GraphQLError `CROSS_ORIGIN` with status 403.
 */
export function refuseForeignOrigin(headers: Headers, origins: readonly string[]): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (
    origin === null ? site !== null && site !== 'same-origin' && site !== 'none' : !isAllowed(origin, headers, origins)
  ) {
    throw crossOrigin();
  }
}

function isAllowed(origin: string, headers: Headers, origins: readonly string[]): boolean {
  if (origins.includes(origin)) {
    return true;
  }
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url !== undefined && LOOPBACK.test(url.hostname) && url.host === headers.get('host');
}

/** Lets pages of listed origins read the answer (CORS). */
export function allowOrigin(headers: Headers, origins: readonly string[], response: ServerResponse): void {
  const origin = headers.get('origin');
  response.setHeader('vary', 'Origin');
  if (origin !== null && origins.includes(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-methods', 'POST, GET, DELETE');
    response.setHeader('access-control-allow-headers', ALLOWED);
    response.setHeader('access-control-expose-headers', EXPOSED);
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
  }
}
