import { effect, type ReadonlySignal, signal } from '@preact/signals';

import { RateLimitDocument, type RateLimitQuery } from '../generated/graphql.js';
import type { GatewayClient } from './client.js';

export type RateLimit = RateLimitQuery['rateLimit'];

/** Polls are requests too, which gateways may count: the interval grows. */
const FIRST_POLL_MS = 400;
const LONGEST_POLL_MS = 5000;
const GROWTH = 1.4;

/** Polls the rate limit while operations run, and once when they ended. */
export class RateLimitWatch {
  readonly #client: GatewayClient;
  readonly #state = signal<RateLimit | undefined>(undefined);
  readonly #peak = signal(0);

  constructor(client: GatewayClient, isBusy: ReadonlySignal<boolean>) {
    this.#client = client;
    effect(() => {
      if (!isBusy.value) {
        return;
      }
      const end = new AbortController();
      void this.#pollUntil(end.signal);
      return () => {
        end.abort();
        void this.#poll();
      };
    });
  }

  /** The rate limit as it was last reported; undefined until then. */
  get state(): ReadonlySignal<RateLimit | undefined> {
    return this.#state;
  }

  /** The most requests that were queued or in flight since the page became busy: the denominator of the progress. */
  get peak(): ReadonlySignal<number> {
    return this.#peak;
  }

  async #pollUntil(end: AbortSignal): Promise<void> {
    this.#peak.value = 0;
    for (let wait = FIRST_POLL_MS; ; wait = Math.min(wait * GROWTH, LONGEST_POLL_MS)) {
      await pause(wait);
      if (end.aborted) {
        return;
      }
      await this.#poll();
    }
  }

  async #poll(): Promise<void> {
    const { data } = await this.#client.run(RateLimitDocument, {});
    if (data) {
      this.#state.value = data.rateLimit;
      this.#peak.value = Math.max(this.#peak.value, data.rateLimit.queued + data.rateLimit.inFlight);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
