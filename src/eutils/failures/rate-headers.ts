import type { EutilsResponse } from '../wire.js';

/** What NCBI says of its own count of our requests. */
export interface RateHeaders {
  /** Requests a second it allows. */
  readonly limit: number;
  /** Those left in this second, after the request it answers. */
  readonly remaining: number;
}

/**
 * Reads `X-RateLimit-Limit` and `X-RateLimit-Remaining` (protocol: recorded 2024, with and without a key). Undefined
 * where they are missing or no whole numbers; not every answer has them.
 */
export function rateHeaders({ headers }: EutilsResponse): RateHeaders | undefined {
  const limit = wholeNumber(headers['x-ratelimit-limit']);
  const remaining = wholeNumber(headers['x-ratelimit-remaining']);
  return limit === undefined || limit === 0 || remaining === undefined ? undefined : { limit, remaining };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
