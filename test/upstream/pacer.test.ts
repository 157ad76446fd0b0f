import { describe, expect, it } from 'vitest';

import { Pacer, type PacerOptions, type Permit } from '../../src/upstream/pacer.js';
import { FakeClock } from '../support/fake-clock.js';

const WINDOW = 1000;
const MARGIN = 100;
const SPAN = WINDOW + MARGIN;

function pacerWith(options: Partial<PacerOptions> = {}) {
  const clock = new FakeClock();
  const pacer = new Pacer({ clock, rps: 3, margin: MARGIN, maxInFlight: 1000, maxQueued: 1000, ...options });
  return { clock, pacer, epoch: clock.now() };
}

/** Starts a request, which departs at once, and gives its permit. */
async function acquire(pacer: Pacer, signal?: AbortSignal): Promise<Permit> {
  const permit = await pacer.acquire(signal);
  permit.sent();
  return permit;
}

/** Starts `count` requests at once and gives their permits. */
function acquireAll(pacer: Pacer, count: number): Promise<Permit[]> {
  return Promise.all(Array.from({ length: count }, () => acquire(pacer)));
}

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
    slow.sent();
    slow.sent();
    expect((await clock.finish(next)).startedAt - epoch).toBe(5000 + SPAN);
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

describe('Pacer refuses a request when its queue is full', () => {
  it('with BUDGET_EXCEEDED and the time after which another try makes sense', async () => {
    const { clock, pacer } = pacerWith({ rps: 2, maxQueued: 4 });
    await acquireAll(pacer, 2);
    await clock.advance(400);
    void acquireAll(pacer, 4);
    await expect(acquire(pacer)).rejects.toMatchObject({
      code: 'BUDGET_EXCEEDED',
      retryable: false,
      details: { retryAfterMs: SPAN - 400 + 2 * SPAN },
    });
    expect(pacer.queued).toBe(4);
  });

  it('and accepts again when a place is free', async () => {
    const { clock, pacer } = pacerWith({ rps: 1, maxQueued: 1 });
    await acquire(pacer);
    void acquire(pacer);
    await clock.advance(SPAN);
    const later = acquire(pacer);
    await expect(clock.finish(later)).resolves.toMatchObject({ waited: SPAN });
  });
});

describe('Pacer cools down after a refusal', () => {
  it('for everybody, also for those who wait already', async () => {
    const { clock, pacer, epoch } = pacerWith({ rps: 3 });
    const [refused] = await acquireAll(pacer, 3);
    const waiting = acquire(pacer);
    await clock.advance(500);
    expect(pacer.coolDown(refused?.startedAt ?? NaN)).toBe(1000);
    expect((await clock.finish(waiting)).startedAt - epoch).toBe(1500);
  });

  it('once for all refusals of one incident, even of requests that started in the moment it closed', async () => {
    const { clock, pacer } = pacerWith({ rps: 5 });
    const early = await acquireAll(pacer, 3);
    await clock.advance(200);
    const late = await acquireAll(pacer, 2);
    const pauses = [...early, ...late].map(({ startedAt }) => pacer.coolDown(startedAt));
    expect(pauses).toEqual([1000, 1000, 1000, 1000, 1000]);
    await clock.advance(300);
    expect(pacer.coolDown(late[0]?.startedAt ?? NaN)).toBe(700);
  });

  it('longer with each incident that follows closely, but never beyond 30 s', async () => {
    const { clock, pacer } = pacerWith();
    const pauses: number[] = [];
    for (let incident = 0; incident < 12; incident += 1) {
      const permit = await clock.finish(acquire(pacer));
      pauses.push(pacer.coolDown(permit.startedAt));
      permit.release();
    }
    expect(pauses[0]).toBe(1000);
    expect(pauses[1]).toBeGreaterThan(1900);
    expect(pauses.slice(0, 5)).toEqual(pauses.slice(0, 5).toSorted((a, b) => a - b));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
    expect(pauses.at(-1)).toBeGreaterThan(25_000);
  });

  it('as after a first incident when the last is long ago', async () => {
    const { clock, pacer } = pacerWith();
    for (let incident = 0; incident < 4; incident += 1) {
      pacer.coolDown((await clock.finish(acquire(pacer))).startedAt);
    }
    await clock.advance(10 * 60_000);
    expect(pacer.coolDown((await acquire(pacer)).startedAt)).toBe(1000);
  });

  it('as long as NCBI asks for, when that is longer', async () => {
    const { clock, pacer } = pacerWith();
    const { startedAt } = await acquire(pacer);
    expect(pacer.coolDown(startedAt, 5000)).toBe(5000);
    expect(pacer.coolDown(startedAt, 200)).toBe(5000);
    expect((await clock.finish(acquire(pacer))).waited).toBe(5000);
  });

  it('and says so in the wait to expect', async () => {
    const { pacer } = pacerWith();
    expect(pacer.expectedWait).toBe(0);
    pacer.coolDown((await acquire(pacer)).startedAt);
    expect(pacer.expectedWait).toBe(1000);
  });
});

describe('Pacer expects of a newcomer', () => {
  it('to wait a window while every place hangs on a departure', async () => {
    const { pacer } = pacerWith({ rps: 1 });
    await pacer.acquire();
    expect(pacer.expectedWait).toBe(SPAN);
  });
});
