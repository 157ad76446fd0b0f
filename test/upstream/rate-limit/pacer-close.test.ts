import { describe, expect, it } from 'vitest';

import { acquire, pacerWith } from '../../support/pacing.js';

describe('A closed pacer', () => {
  it('refuses those who wait and those who come, for good', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    (await acquire(pacer)).release();
    const waiting = [pacer.acquire(), pacer.acquire()];
    await pacer.close();
    const refusals = await Promise.allSettled([...waiting, pacer.acquire()]);
    expect(refusals).toEqual(
      Array.from({ length: 3 }, () => ({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'SHUTTING_DOWN', retryable: false }) as unknown,
      })),
    );
    await clock.advance(60_000);
    expect([pacer.queued, pacer.inFlight]).toEqual([0, 0]);
  });
});
