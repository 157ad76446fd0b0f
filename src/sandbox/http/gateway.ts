import type { Answer } from './answer.js';
import type { RateVerdict } from '../rate-limit.js';

/** How keys start that the sandbox refuses as NCBI would refuse an unknown one; all others are accepted. */
const INVALID_KEY = 'invalid';

/** The refusal of a key that NCBI would not know; `undefined` for any other key, and without one. */
export function refuseKey(apiKey: string | undefined): Answer | undefined {
  return apiKey?.startsWith(INVALID_KEY) === true ? invalidKey(apiKey) : undefined;
}

/** NCBI's answer to a key it does not know: status 400, the key echoed, a newline before the last member (recorded by clients' tests). */
export function invalidKey(apiKey: string): Answer {
  return {
    status: 400,
    type: 'json',
    body: `{"error":"API key invalid","api-key":${JSON.stringify(apiKey)},"type":"invalid",\n"status":"unknown"}`,
  };
}

/** The refusal of a request above the limit; `undefined` below it. */
export function refuseRate({ allowed, count, limit }: RateVerdict, caller: string): Answer | undefined {
  return allowed ? undefined : rateExceeded(caller, count, limit);
}

/**
 * NCBI's answer above the limit: JSON for every utility and retmode, the numbers as strings, the caller's key or address
 * echoed (recorded). No `Retry-After` is sent.
 */
export function rateExceeded(caller: string, count: number, limit: number): Answer {
  const body = { error: 'API rate limit exceeded', 'api-key': caller, count: String(count), limit: String(limit) };
  return { status: 429, type: 'json', body: `${JSON.stringify(body)}\n` };
}

/** The headers of every answer (recorded 2024), and the mark by which the gateway knows the sandbox. */
export const GATEWAY_HEADERS: Readonly<Record<string, string>> = {
  Server: 'Finatra',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains; preload',
  'Content-Security-Policy': 'upgrade-insecure-requests',
  'Referrer-Policy': 'origin-when-cross-origin',
  'Cache-Control': 'private',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'X-RateLimit-Limit,X-RateLimit-Remaining',
  'X-UA-Compatible': 'IE=Edge',
  'X-XSS-Protection': '1; mode=block',
  'x-entrez-sandbox': '1',
};

/** Limit and what is left of it; `0` left stands on good answers too (recorded 2024). Nothing without a limit. */
export function rateHeaders({ count, limit }: Omit<RateVerdict, 'allowed'>): Readonly<Record<string, string>> {
  return limit === Infinity
    ? {}
    : { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': String(Math.max(0, limit - count)) };
}
