import type { RequestEnd } from './request-end.js';

/** Failures that an operator can do something about, or should know of; the others are the caller's. */
const TROUBLE = new Set([
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'MALFORMED_RESPONSE',
  'DEADLINE_EXCEEDED',
]);
/** The same for counting: the log has a line of its own for what nobody expected. */
export const TROUBLE_CODES: readonly string[] = [...TROUBLE, 'INVALID_API_KEY', 'INTERNAL_SERVER_ERROR'];

/** The first code in an answer for which NCBI, time or this server is to blame, or an API key that is the server's own. */
export function troubleIn({ codes, operation }: Pick<RequestEnd, 'codes' | 'operation'>): string | undefined {
  const isOwnKey = operation?.client?.keyOwner === 'server';
  return codes.find(
    (code) => TROUBLE.has(code) || code === 'INTERNAL_SERVER_ERROR' || (isOwnKey && code === 'INVALID_API_KEY'),
  );
}
