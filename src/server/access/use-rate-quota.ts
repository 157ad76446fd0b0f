import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { Callers } from './use-client-identity.js';
import { Quota, type QuotaStore } from './quota.js';
import { refusal } from './refusal.js';

export interface Quotas {
  /** Requests a minute. */
  readonly requests?: Quota | undefined;
  /** Upstream calls an hour; operations take from it as they go, and requests only look. */
  readonly calls?: Quota | undefined;
}

/** Opens the counts that processes share of one quota. */
export interface QuotaStores {
  open(name: string, max: number, span: Milliseconds): QuotaStore;
}

/** The quotas that the configuration sets. */
export function openQuotas(
  config: Pick<Config, 'REQUESTS_PER_MINUTE' | 'CALLS_PER_HOUR'>,
  clock: Clock,
  stores?: QuotaStores,
): Quotas {
  const quota = (name: keyof Quotas, max: number | undefined, span: Milliseconds): Quota | undefined =>
    max === undefined ? undefined : new Quota({ max, span, clock, store: stores?.open(name, max, span) });
  return {
    requests: quota('requests', config.REQUESTS_PER_MINUTE, 60_000),
    calls: quota('calls', config.CALLS_PER_HOUR, 3_600_000),
  };
}

/**
 * Refuses the requests of a client that has used up a quota with `QUOTA_EXCEEDED` and status 429, and tells the others
 * what is left. A shared cache would tell that to other clients: a response that it may keep says nothing.
 */
export function useRateQuota(callers: Callers, quotas: Quotas): Plugin {
  return {
    async onRequestParse({ request }) {
      await takeFromQuotas(callers.get(request) ?? '', quotas, 1);
    },
    onResponse({ request, response: { headers } }) {
      const client = callers.get(request);
      const isForAll = request.method === 'GET' && headers.get('cache-control')?.startsWith('public') === true;
      if (client !== undefined && !isForAll) {
        for (const [name, value] of Object.entries(rateLimitHeaders(client, quotas))) {
          headers.set(name, value);
        }
      }
    },
  };
}

/** @throws GraphQLError `QUOTA_EXCEEDED` with status 429 for a client that has used up a quota. */
export async function takeFromQuotas(client: string, { requests, calls }: Quotas, amount: number): Promise<void> {
  const [hasRequests = true] = await Promise.all([requests?.admit(client, amount), calls?.admit(client, 0)]);
  if (requests && !hasRequests) {
    throw exceeded('requests a minute', requests.renewedIn(client));
  }
  if (calls?.of(client).isSpent) {
    throw exceeded('upstream calls an hour', calls.renewedIn(client));
  }
}

/** What a client has left, as the fields `RateLimit` and `RateLimit-Policy` say it (draft-ietf-httpapi-ratelimit-headers-10). */
export function rateLimitHeaders(client: string, quotas: Quotas): Readonly<Record<string, string>> {
  const named = Object.entries(quotas).flatMap(([name, quota]: [string, Quota | undefined]) =>
    quota ? [{ name, quota }] : [],
  );
  return named.length === 0
    ? {}
    : {
        'ratelimit-policy': named
          .map(({ name, quota: { max, span } }) => `"${name}";q=${max};w=${span / 1000}`)
          .join(', '),
        ratelimit: named
          .map(({ name, quota }) => `"${name}";r=${quota.left(client)};t=${inSeconds(quota.renewedIn(client))}`)
          .join(', '),
      };
}

function exceeded(what: string, wait: Milliseconds): GraphQLError {
  return refusal('QUOTA_EXCEEDED', `This client has made as many ${what} as it may.`, {
    status: 429,
    headers: { 'retry-after': String(inSeconds(wait)) },
    retryAfterMs: Math.ceil(wait),
  });
}

function inSeconds(span: Milliseconds): number {
  return Math.ceil(span / 1000);
}
