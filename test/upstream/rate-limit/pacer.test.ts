import { getEventListeners } from 'node:events';

import { describe, expect, it } from 'vitest';

import type { EntrezError } from '../../../src/eutils/failures/errors.js';
import { acquire, acquireAll, claimOf, newShare, pacerWith, SPAN } from '../../support/pacing.js';

describe('Pacer grants', () => {
  it('as many permits at once as the rate allows, and the next a window and the margin later', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 3 });
    const permits = await clock.finish(acquireAll(pacer, 7));
    expect(permits.map(({ startedAt }) => startedAt - epoch)).toEqual([0, 0, 0, SPAN, SPAN, SPAN, 2 * SPAN]);
  });

  it('permits that say how long they were waited for', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    await acquire(pacer);
    await clock.advance(300);
    const permit = await clock.finish(acquire(pacer));
    expect(permit.waited).toBe(SPAN - 300);
  });

  it('no more permits than may be in flight, however slow the answers are', async () => {
    const { clock, pacer } = pacerWith({ rps: 10, maxInFlight: 2 });
    const [first] = await acquireAll(pacer, 2);
    const third = acquire(pacer);
    await clock.advance(60_000);
    expect([pacer.inFlight, pacer.queued]).toEqual([2, 1]);
    first?.release();
    await third;
    expect([pacer.inFlight, pacer.queued]).toEqual([2, 0]);
  });

  it('no further permit for a request that has not departed, however long that takes', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const slow = await pacer.acquire();
    const next = acquire(pacer);
    await clock.advance(5000);
    slow.markSent();
    slow.markSent();
    expect((await clock.finish(next)).startedAt - epoch).toBe(5000 + SPAN);
  });

  it('the next permit a window after the system has the request, however long the process waited for a core', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const slow = await pacer.acquire();
    const next = acquire(pacer);
    slow.markSent();
    await clock.advance(150);
    slow.markWritten();
    expect((await clock.finish(next)).startedAt - epoch).toBe(150 + SPAN);
  });

  it('the place of a request that failed before it departed as if it had departed then', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const failed = await pacer.acquire();
    const next = acquire(pacer);
    await clock.advance(300);
    failed.release();
    expect((await clock.finish(next)).startedAt - epoch).toBe(300 + SPAN);
  });

  it('the next permit a window after a departure, whenever the request ends', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const permit = await acquire(pacer);
    const next = acquire(pacer);
    await clock.advance(500);
    permit.release();
    expect((await clock.finish(next)).startedAt - epoch).toBe(SPAN);
  });

  it('one permit for one release, even when released twice', async () => {
    const { clock, pacer } = pacerWith({ rps: 10, maxInFlight: 1 });
    const first = await acquire(pacer);
    const second = acquire(pacer);
    void acquire(pacer);
    first.release();
    first.release();
    await second;
    await clock.advance(10_000);
    expect([pacer.inFlight, pacer.queued]).toEqual([1, 1]);
  });

  it('after a stalled event loop no burst', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 2 });
    const all = acquireAll(pacer, 8);
    await clock.advance(0);
    clock.stall(10 * SPAN);
    const permits = await clock.finish(all);
    expect(permits.map(({ startedAt }) => (startedAt - epoch) / SPAN)).toEqual([0, 0, 10, 10, 11, 11, 12, 12]);
  });

  it('the next permit to whoever has had least', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    const [bulk, click] = [newShare(), newShare()];
    const order: string[] = [];
    const want = (name: string, share: typeof bulk) =>
      acquire(pacer, undefined, claimOf(share)).then(() => order.push(name));
    const all = [want('bulk 1', bulk), want('bulk 2', bulk), want('bulk 3', bulk)];
    await clock.advance(SPAN / 2);
    all.push(want('click', click));
    await clock.finish(Promise.all(all));
    expect(order).toEqual(['bulk 1', 'click', 'bulk 2', 'bulk 3']);
  });
});

describe('Pacer takes a permit back', () => {
  it('as if it had never been granted: the next starts at once', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const unused = await pacer.acquire();
    const next = acquire(pacer);
    await clock.advance(50);
    unused.cancel();
    expect((await next).startedAt - epoch).toBe(50);
    expect(pacer.inFlight).toBe(1);
  });

  it('once: neither another cancellation, nor a release, nor a late departure counts', async () => {
    const { pacer } = pacerWith({ rps: 2 });
    const unused = await pacer.acquire();
    unused.cancel();
    await acquire(pacer);
    unused.cancel();
    unused.markSent();
    unused.release();
    expect(pacer.state).toMatchObject({ inFlight: 1, remaining: 1 });
  });

  it('not when its request has departed: that counts', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const permit = await acquire(pacer);
    permit.cancel();
    expect(pacer.inFlight).toBe(1);
    permit.release();
    expect((await clock.finish(acquire(pacer))).startedAt - epoch).toBe(SPAN);
  });

  it('not when it was released', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    const permit = await pacer.acquire();
    permit.release();
    permit.cancel();
    expect((await clock.finish(acquire(pacer))).startedAt - epoch).toBe(SPAN);
  });
});

describe('Pacer lets a waiting request give up', () => {
  it('by its signal: the place goes to the next at once, and the reason is passed on', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    await acquire(pacer);
    const controller = new AbortController();
    const given = expect(acquire(pacer, controller.signal)).rejects.toThrow('changed my mind');
    const next = acquire(pacer);
    controller.abort(new Error('changed my mind'));
    await given;
    expect(pacer.queued).toBe(1);
    expect((await clock.finish(next)).startedAt - epoch).toBe(SPAN);
  });

  it('before it queued', async () => {
    const { pacer } = pacerWith();
    await expect(acquire(pacer, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect([pacer.inFlight, pacer.queued]).toEqual([0, 0]);
  });

  it('but not once its permit is granted: that has to be released', async () => {
    const { pacer } = pacerWith();
    const controller = new AbortController();
    const permit = await acquire(pacer, controller.signal);
    controller.abort();
    expect(pacer.inFlight).toBe(1);
    permit.release();
    expect(pacer.inFlight).toBe(0);
  });

  it('and no longer listens to its signal once it is granted or refused', async () => {
    const { clock, pacer } = pacerWith({ rps: 1, maxQueued: 1 });
    const { signal } = new AbortController();
    const settled = Promise.allSettled([acquire(pacer, signal), acquire(pacer, signal), acquire(pacer, signal)]);
    expect((await clock.finish(settled)).map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it("and then takes nobody else's place with it", async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    const controller = new AbortController();
    await acquire(pacer, controller.signal);
    const waiting = acquire(pacer);
    controller.abort();
    expect(pacer.queued).toBe(1);
    await clock.finish(waiting);
  });
});

describe('Pacer refuses', () => {
  const broke = { flows: [newShare()], charge: () => false, refund: () => undefined };

  it('a request when its queue is full, with the time after which another try makes sense', async () => {
    const { clock, pacer } = pacerWith({ rps: 2, maxQueued: 4 });
    await acquireAll(pacer, 2);
    await clock.advance(400);
    void acquireAll(pacer, 4);
    await expect(acquire(pacer)).rejects.toMatchObject({
      code: 'OVERLOADED',
      retryable: false,
      details: { retryAfterMs: SPAN - 400 + 2 * SPAN },
    });
    expect(pacer.queued).toBe(4);
  });

  it('nothing any more as soon as a place in the queue is free', async () => {
    const { clock, pacer } = pacerWith({ rps: 1, maxQueued: 1 });
    await acquire(pacer);
    void acquire(pacer);
    await clock.advance(SPAN);
    const later = acquire(pacer);
    await expect(clock.finish(later)).resolves.toMatchObject({ waited: SPAN });
  });

  it('the last request of whoever waits for most, not that of a newcomer', async () => {
    const { clock, pacer } = pacerWith({ rps: 1, maxQueued: 3 });
    await acquire(pacer);
    const greedy = newShare();
    const outcomes = ['first', 'second', 'third'].map((name) =>
      acquire(pacer, undefined, claimOf(greedy)).then(
        () => `${name} granted`,
        (error: unknown) => `${name} ${(error as EntrezError).code}`,
      ),
    );
    const newcomer = acquire(pacer, undefined, claimOf(newShare()));
    await expect(clock.finish(newcomer)).resolves.toMatchObject({ waited: 2 * SPAN });
    expect(await clock.finish(Promise.all(outcomes))).toEqual(['first granted', 'second granted', 'third OVERLOADED']);
  });

  it('what nobody can pay for, when its turn has come, and spends no permit on it', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 1 });
    await acquire(pacer);
    const refused = expect(acquire(pacer, undefined, broke)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    const next = acquire(pacer);
    expect((await clock.finish(next)).startedAt - epoch).toBe(SPAN);
    await refused;
    expect([pacer.inFlight, pacer.queued]).toEqual([2, 0]);
  });
});

describe('Pacer with nobody to serve', () => {
  const broke = { flows: [newShare()], charge: () => false, refund: () => undefined };

  it('sets no timer, and does not fail when the turn of those who cannot pay comes', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    await expect(acquire(pacer, undefined, broke)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    expect(clock.pending).toBe(0);
    (await acquire(pacer)).release();
    const refused = expect(acquire(pacer, undefined, broke)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    await clock.advance(SPAN);
    await refused;
    expect(clock.pending).toBe(0);
  });

  it('closes', async () => {
    await expect(pacerWith().pacer.close()).resolves.toBeUndefined();
  });
});
