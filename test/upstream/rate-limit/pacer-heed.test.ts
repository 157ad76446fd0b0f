import { describe, expect, it } from 'vitest';

import { acquire, acquireAll, pacerWith, SPAN } from '../../support/pacing.js';

describe('Pacer heeds what NCBI says of its own count', () => {
  it('requests of others take places, until the window of the request that told is over', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 3 });
    const permit = await acquire(pacer);
    await clock.advance(200);
    permit.applyRateHeaders({ limit: 3, remaining: 1 });
    expect(pacer.state).toMatchObject({ limit: 3, remaining: 1 });
    await clock.advance(100);
    const permits = await clock.finish(acquireAll(pacer, 2));
    expect(permits.map(({ startedAt }) => startedAt - epoch)).toEqual([300, SPAN]);
  });

  it('nothing is left when NCBI says so, even if we have sent one request only', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 3 });
    const permit = await acquire(pacer);
    permit.applyRateHeaders({ limit: 3, remaining: 0 });
    expect(pacer.state.remaining).toBe(0);
    expect((await clock.finish(acquire(pacer))).startedAt - epoch).toBe(SPAN);
  });

  it('our own requests are not taken for those of others, whichever answer comes first', async () => {
    const { pacer } = pacerWith({ rps: 5 });
    const permits = await acquireAll(pacer, 3);
    expect(pacer.state.remaining).toBe(2);
    permits.toReversed().forEach((permit, i) => {
      permit.applyRateHeaders({ limit: 5, remaining: 2 + i });
    });
    expect(pacer.state.remaining).toBe(2);
  });

  it('the same requests of others, told by several answers, take their places once', async () => {
    const { pacer } = pacerWith({ rps: 6 });
    const first = await acquire(pacer);
    first.applyRateHeaders({ limit: 6, remaining: 3 });
    const second = await acquire(pacer);
    second.applyRateHeaders({ limit: 6, remaining: 2 });
    expect(pacer.state.remaining).toBe(2);
  });

  it('requests of others do not matter where NCBI allows more than we use', async () => {
    const { pacer } = pacerWith({ rps: 3 });
    const permit = await acquire(pacer);
    permit.applyRateHeaders({ limit: 10, remaining: 5 });
    expect(pacer.state).toMatchObject({ limit: 3, remaining: 2 });
    permit.applyRateHeaders({ limit: 10, remaining: 1 });
    expect(pacer.state.remaining).toBe(1);
  });

  it('a limit below ours holds, until NCBI allows more again; one above is not used', async () => {
    const { clock, pacer } = pacerWith({ rps: 10 });
    const permit = await acquire(pacer);
    permit.applyRateHeaders({ limit: 3, remaining: 2 });
    expect(pacer.state).toMatchObject({ limit: 3, remaining: 2 });
    await clock.advance(SPAN);
    const begin = clock.now();
    const permits = await clock.finish(acquireAll(pacer, 7));
    expect(permits.map(({ startedAt }) => startedAt - begin)).toEqual([0, 0, 0, SPAN, SPAN, SPAN, 2 * SPAN]);
    permits.at(-1)?.applyRateHeaders({ limit: 50, remaining: 49 });
    expect(pacer.state.limit).toBe(10);
  });

  it('those who wait start as soon as a limit is lifted', async () => {
    const { pacer } = pacerWith({ rps: 2 });
    const permit = await acquire(pacer);
    permit.applyRateHeaders({ limit: 1, remaining: 0 });
    const waiting = acquire(pacer);
    expect(pacer.queued).toBe(1);
    permit.applyRateHeaders({ limit: 2, remaining: 1 });
    expect((await waiting).waited).toBe(0);
  });

  it('what an answer says comes too late when its window is over', async () => {
    const { clock, pacer } = pacerWith({ rps: 3 });
    const permit = await acquire(pacer);
    await clock.advance(SPAN);
    permit.applyRateHeaders({ limit: 3, remaining: 0 });
    expect(pacer.state.remaining).toBe(3);
  });

  it('nothing can be said of a request that has not departed', async () => {
    const { pacer } = pacerWith({ rps: 3 });
    const permit = await pacer.acquire();
    permit.applyRateHeaders({ limit: 1, remaining: 0 });
    expect(pacer.state).toMatchObject({ limit: 3, remaining: 2 });
  });
});
