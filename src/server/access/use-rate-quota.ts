import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { Callers } from './use-client-identity.js';
import { Quota } from './quota.js';
import { refusal } from './refusal.js';

export interface Quotas {
  /** Requests a minute. */
  readonly requests?: Quota | undefined;
  /** Upstream calls an hour; operations take from it as they go, and requests only look. */
  readonly calls?: Quota | undefined;
}

/** The quotas that the configuration sets. */
export function openQuotas(config: Pick<Config, 'REQUESTS_PER_MINUTE' | 'CALLS_PER_HOUR'>, clock: Clock): Quotas {
  const quota = (max: number | undefined, span: Milliseconds): Quota | undefined =>
    max === undefined ? undefined : new Quota({ max, span, clock });
  return { requests: quota(config.REQUESTS_PER_MINUTE, 60_000), calls: quota(config.CALLS_PER_HOUR, 3_600_000) };
}

/** Refuses the requests of a client that has used up a quota with `QUOTA_EXCEEDED` and status 429. */
export function useRateQuota(callers: Callers, quotas: Quotas): Plugin {
  return {
    onRequestParse({ request }) {
      takeFromQuotas(callers.get(request) ?? '', quotas, 1);
    },
  };
}

/** @throws GraphQLError `QUOTA_EXCEEDED` with status 429 for a client that has used up a quota. */
export function takeFromQuotas(client: string, { requests, calls }: Quotas, amount: number): void {
  if (requests && !requests.of(client).take(amount)) {
    throw exceeded('requests a minute', requests.renewedIn(client));
  }
  if (calls?.of(client).isSpent) {
    throw exceeded('upstream calls an hour', calls.renewedIn(client));
  }
}

function exceeded(what: string, wait: Milliseconds): GraphQLError {
  return refusal('QUOTA_EXCEEDED', `This client has made as many ${what} as it may.`, {
    status: 429,
    headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
    retryAfterMs: Math.ceil(wait),
  });
}
