import { LRUCache } from 'lru-cache';

import type { Clock, Milliseconds } from '../../upstream/clock.js';
import { nameOfKey, type NcbiClients } from '../../upstream/client-pool.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import { refusal } from './refusal.js';

/** Keys that one caller may send while NCBI has not accepted them. */
export const MAX_UNPROVEN_KEYS = 10;
/** How long they count. */
const SPAN: Milliseconds = 600_000;
/** Wait after the first key that NCBI refused; it doubles with each. */
const FIRST_PAUSE: Milliseconds = 1000;
const MAX_CALLERS = 10_000;

/** A key that a caller has sent. */
interface TriedKey {
  readonly since: Milliseconds;
  refusedAt: Milliseconds | undefined;
}

/**
 * Keeps callers from trying keys out: each attempt is a request from the address of this server, which NCBI blocks after
 * too many. Keys that NCBI has accepted are not limited.
 */
export class CallerKeys {
  readonly #clients: NcbiClients;
  readonly #clock: Clock;
  readonly #tried = new LRUCache<string, Map<string, TriedKey>>({ max: MAX_CALLERS });

  constructor(clients: NcbiClients, clock: Clock) {
    this.#clients = clients;
    this.#clock = clock;
  }

  /**
   * The NCBI client for a key of a caller.
   *
   * @throws GraphQLError `QUOTA_EXCEEDED` with status 429 when the caller has tried too many keys.
   */
  clientFor(apiKey: string, caller: string): NcbiClient {
    const name = nameOfKey(apiKey);
    if (!this.#clients.isAccepted(name)) {
      this.#admit(name, caller);
    }
    return this.#clients.forKey(apiKey);
  }

  #admit(name: string, caller: string): void {
    const now = this.#clock.now();
    const tried = this.#tried.get(caller) ?? new Map<string, TriedKey>();
    this.#tried.set(caller, tried);
    for (const [other, key] of tried) {
      key.refusedAt ??= this.#clients.refusedAt(other);
      if (now - key.since > SPAN || this.#clients.isAccepted(other)) {
        tried.delete(other);
      }
    }
    if (tried.has(name)) {
      return;
    }
    const refusals = [...tried.values()].flatMap(({ refusedAt }) => refusedAt ?? []);
    const pause = refusals.length === 0 ? 0 : FIRST_PAUSE * 2 ** (refusals.length - 1);
    const wait = Math.max(0, ...refusals) + pause - now;
    if (refusals.length > 0 && wait > 0) {
      throw exceeded(wait);
    }
    if (tried.size >= MAX_UNPROVEN_KEYS) {
      throw exceeded(Math.min(...[...tried.values()].map(({ since }) => since)) + SPAN - now);
    }
    tried.set(name, { since: now, refusedAt: undefined });
  }
}

function exceeded(wait: Milliseconds): Error {
  return refusal('QUOTA_EXCEEDED', 'Too many API keys that NCBI has not accepted. Send one that it accepts, or none.', {
    status: 429,
    headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
    retryAfterMs: Math.ceil(wait),
  });
}
