import { describe, expect, it, vi } from 'vitest';

import { LocalBudget } from '../../../src/upstream/rate-limit/local-budget.js';
import { Pacer } from '../../../src/upstream/rate-limit/pacer.js';
import { FakeClock } from '../../support/fake-clock.js';
import { acquire, acquireAll, claimOf, MARGIN, newShare, pacerWith, SPAN } from '../../support/pacing.js';

describe('Pacer tells its budget how many would start', () => {
  it('at most as many as may be in flight', async () => {
    const clock = new FakeClock();
    const budget = new LocalBudget({ rps: 1, margin: MARGIN, clock });
    const demand = vi.spyOn(budget, 'setDemand');
    const pacer = new Pacer({ budget, maxInFlight: 3, maxQueued: 10, clock });
    await acquire(pacer);
    expect(demand.mock.lastCall).toEqual([0]);
    void acquire(pacer);
    expect(demand.mock.lastCall).toEqual([1]);
    void acquireAll(pacer, 4);
    expect(demand.mock.lastCall).toEqual([2]);
  });
});

describe('Pacer says', () => {
  it('that all is free when nothing was asked', () => {
    const { pacer } = pacerWith({ rps: 3 });
    expect(pacer.state).toEqual({
      limit: 3,
      remaining: 3,
      queued: 0,
      inFlight: 0,
      expectedWait: 0,
      coolingFor: 0,
      slowedBy: 1,
    });
    expect(pacer.idle).toBe(true);
  });

  it('how many could start at once: neither more than the rate leaves nor more than may be in flight', async () => {
    const { clock, pacer } = pacerWith({ rps: 4, maxInFlight: 3 });
    const [first] = await acquireAll(pacer, 2);
    expect(pacer.state).toMatchObject({ remaining: 1, inFlight: 2 });
    first?.release();
    expect(pacer.state).toMatchObject({ remaining: 2, inFlight: 1 });
    await clock.advance(SPAN);
    expect(pacer.state).toMatchObject({ remaining: 2, inFlight: 1 });
  });

  it('how long a newcomer would wait behind those who wait', async () => {
    const { clock, pacer } = pacerWith({ rps: 2 });
    await acquireAll(pacer, 2);
    await clock.advance(300);
    expect(pacer.state).toMatchObject({ remaining: 0, expectedWait: SPAN - 300 });
    void acquireAll(pacer, 3);
    const { expectedWait } = pacer.state;
    expect(pacer.queued).toBe(3);
    expect((await clock.finish(acquire(pacer))).waited).toBe(expectedWait);
  });

  it('to wait a window while every place hangs on a departure', async () => {
    const { pacer } = pacerWith({ rps: 1 });
    await pacer.acquire();
    expect(pacer.state.expectedWait).toBe(SPAN);
  });

  it('that it is not idle while somebody waits for nothing that happens here', () => {
    const { pacer } = pacerWith();
    const controller = new AbortController();
    const patient = { ...claimOf(newShare()), readiness: 'filling' as const };
    void acquire(pacer, controller.signal, patient).catch(() => undefined);
    expect([pacer.queued, pacer.inFlight, pacer.idle]).toEqual([1, 0, false]);
    controller.abort(new Error('gone'));
    expect(pacer.idle).toBe(true);
  });

  it('that it is not idle while a refusal still lengthens its windows', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    await clock.advance(pacer.coolDown(clock.now()));
    expect(pacer.state).toMatchObject({ remaining: 1, coolingFor: 0 });
    expect(pacer.state.slowedBy).toBeGreaterThan(1);
    expect(pacer.idle).toBe(false);
  });

  it('that it is idle once nothing waits, nothing is under way and every window is over', async () => {
    const { clock, pacer } = pacerWith({ rps: 1 });
    const permit = await acquire(pacer);
    await clock.advance(SPAN);
    expect(pacer.idle).toBe(false);
    permit.release();
    expect(pacer.idle).toBe(true);
    const another = await acquire(pacer);
    another.release();
    expect(pacer.idle).toBe(false);
    await clock.advance(SPAN);
    expect(pacer.idle).toBe(true);
  });
});
