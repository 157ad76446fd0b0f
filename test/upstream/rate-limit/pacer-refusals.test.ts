import { describe, expect, it } from 'vitest';

import { acquire, acquireAll, pacerWith, SPAN } from '../../support/pacing.js';

/** One step of severity is forgotten in this time. */
const FORGETS = 30_000;

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

  it('as long as NCBI asks for, when that is longer, but never beyond a minute', async () => {
    const { clock, pacer } = pacerWith();
    const { startedAt } = await acquire(pacer);
    expect(pacer.coolDown(startedAt, 5000)).toBe(5000);
    expect(pacer.coolDown(startedAt, 200)).toBe(5000);
    expect((await clock.finish(acquire(pacer))).waited).toBe(5000);
    expect(pacer.coolDown((await clock.finish(acquire(pacer))).startedAt, 3_600_000)).toBe(60_000);
  });

  it('and says so: nothing remains, and the wait to expect is the pause', async () => {
    const { clock, pacer } = pacerWith();
    pacer.coolDown((await acquire(pacer)).startedAt);
    await clock.advance(400);
    expect(pacer.state).toMatchObject({ remaining: 0, expectedWait: 600, coolingFor: 600 });
    expect(pacer.idle).toBe(false);
  });
});

describe('Pacer slows down after a refusal', () => {
  it('by a quarter: what departs takes up its place for longer', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    pacer.coolDown((await acquire(pacer)).startedAt);
    expect(pacer.state.slowedBy).toBe(1.25);
    const next = await clock.finish(acquire(pacer));
    const { slowedBy } = pacer.state;
    const afterNext = await clock.finish(acquire(pacer));
    expect(afterNext.startedAt - next.startedAt).toBeCloseTo(SPAN * slowedBy, 6);
    expect(slowedBy).toBeGreaterThan(1.2);
  });

  it('and recovers step by step, until nothing is left of it', async () => {
    const { clock, pacer } = pacerWith();
    pacer.coolDown((await acquire(pacer)).startedAt);
    await clock.advance(FORGETS / 2);
    expect(pacer.state.slowedBy).toBeCloseTo(1.125, 6);
    await clock.advance(FORGETS / 2);
    expect(pacer.state.slowedBy).toBe(1);
  });

  it('more with each incident, but never to less than a third of the rate', async () => {
    const { clock, pacer } = pacerWith();
    const factors: number[] = [];
    for (let incident = 0; incident < 20; incident += 1) {
      const permit = await clock.finish(acquire(pacer));
      pacer.coolDown(permit.startedAt);
      permit.release();
      factors.push(pacer.state.slowedBy);
    }
    expect(factors.slice(0, 4)).toEqual(factors.slice(0, 4).toSorted((a, b) => a - b));
    expect(factors[3]).toBeGreaterThan(1.8);
    expect(Math.max(...factors)).toBeLessThanOrEqual(3);
  });

  it('and is not idle before it has recovered, or its caution would be forgotten', async () => {
    const { clock, pacer } = pacerWith();
    const permit = await acquire(pacer);
    pacer.coolDown(permit.startedAt);
    permit.release();
    await clock.advance(2 * SPAN);
    expect(pacer.idle).toBe(false);
    await clock.advance(FORGETS);
    expect(pacer.idle).toBe(true);
  });
});
