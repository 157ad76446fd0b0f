import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { GatewayClient } from '../../../src/explore/gateway/client.js';
import { RateLimitWatch } from '../../../src/explore/gateway/rate-limit-watch.js';

const RATE_LIMIT = { limit: 3, remaining: 0, queued: 4, inFlight: 1, expectedWaitMs: 7700, blockedUntil: null };
const MINUTE = 60_000;

describe('the watch of the rate limit', () => {
  let polls = 0;
  beforeEach(() => {
    polls = 0;
    vi.useFakeTimers();
    vi.stubGlobal('fetch', () => {
      polls += 1;
      return Promise.resolve(
        Response.json({
          data: { rateLimit: RATE_LIMIT },
          extensions: { entrez: { calls: { total: 1 }, cacheHits: 0, source: 'sandbox', waitedMs: 7700 } },
        }),
      );
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const pollsWithin = async (milliseconds: number): Promise<number> => {
    const before = polls;
    await vi.advanceTimersByTimeAsync(milliseconds);
    return polls - before;
  };

  it('polls in one loop, however often the page becomes busy, and not at all while it is idle', async () => {
    const isBusy = signal(true);
    const watch = new RateLimitWatch(new GatewayClient(), isBusy);
    const ofOneLoop = await pollsWithin(MINUTE);
    expect(ofOneLoop).toBeGreaterThan(10);
    expect([watch.state.value, watch.peak.value]).toEqual([RATE_LIMIT, 5]);

    for (let time = 0; time < 5; time += 1) {
      isBusy.value = false;
      isBusy.value = true;
    }
    expect(await pollsWithin(MINUTE)).toBe(ofOneLoop);

    isBusy.value = false;
    await pollsWithin(1000);
    expect(await pollsWithin(15 * MINUTE)).toBe(0);
  });

  it('leaves the time that a visitor waited to the page: waits of calls side by side add up to more', async () => {
    const answer = await new GatewayClient().runText('{ gene }', {});
    expect(answer.cost?.elapsedMs).toBeLessThan(7700);
  });
});
