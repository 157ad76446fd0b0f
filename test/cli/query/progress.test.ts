import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { Forecast } from '../../../src/cli/query/forecast.js';
import { describeStanding, drawStanding, type Notes, Progress } from '../../../src/cli/query/progress.js';
import type { Plan } from '../../../src/schema/cost/estimate.js';
import { FakeClock } from '../../support/fake-clock.js';

const range = (best: number, worst = best) => ({ best, worst });
const STANDING = { callsDone: 30, callsUnderWay: 2, waiting: 1 };

describe('a standing', () => {
  it('says what is done, under way, waiting, expected and left', () => {
    const left = { calls: range(10, 1200), seconds: range(4, 130) };
    expect(describeStanding({ ...STANDING, ids: { done: 2000, total: 5000 }, left })).toBe(
      '2,000 of 5,000 ids; 30 requests done, 2 in flight, 1 queued; 40 to 1,230 expected; 0 to 2 min left',
    );
  });

  it('says nothing of what cannot be foreseen', () => {
    expect(describeStanding(STANDING)).toBe('30 requests done, 2 in flight, 1 queued');
  });

  it('is drawn as a bar as long as the part that is done, in the width of the terminal', () => {
    const left = { calls: range(10), seconds: range(4) };
    expect(drawStanding({ ...STANDING, left }, 200)).toMatch(/^\[#{18}-{6}\] 30 requests/);
    expect(drawStanding({ ...STANDING, left }, 40)).toHaveLength(39);
  });
});

/** What a progress wrote for a terminal or another stream. */
function watched(isTTY: boolean, quiet = false) {
  const clock = new FakeClock();
  const stream = new PassThrough({ encoding: 'utf8' });
  const notes: Notes = Object.assign(stream, { isTTY, columns: 60 });
  const progress = new Progress({ notes, clock, quiet });
  progress.start(() => STANDING);
  return { clock, progress, text: () => (stream.read() as string | null) ?? '' };
}

describe('progress', () => {
  it('redraws one line on a terminal, and clears it before anything else is written', async () => {
    const { clock, progress, text } = watched(true);
    await clock.advance(500);
    expect(text().match(/\r\u001b\[K\[-{24}\] 30 requests done/g)).toHaveLength(2);
    progress.note('Something happened.');
    expect(text()).toBe('\r\u001b[KSomething happened.\n');
    progress.stop();
    await clock.advance(5000);
    expect(text()).toBe('');
  });

  it('writes a plain line every few seconds elsewhere', async () => {
    const { clock, progress, text } = watched(false);
    await clock.advance(10_000);
    progress.stop();
    expect(text()).toBe('30 requests done, 2 in flight, 1 queued\n'.repeat(2));
  });

  it('is silent when asked to be, but for notes', async () => {
    const { clock, progress, text } = watched(true, true);
    await clock.advance(10_000);
    progress.note('1 error');
    progress.stop();
    expect(text()).toBe('1 error\n');
  });
});

describe('a forecast', () => {
  const pacer = {
    state: { limit: 3, remaining: 0, queued: 0, inFlight: 0, expectedWait: 0, coolingFor: 0, slowedBy: 2 },
  };
  const first = {};
  const second = {};

  function forecasting(plans: readonly number[], operations: number, shared = false) {
    const clock = new FakeClock();
    const done = { calls: 0 };
    let asked = 0;
    const forecast = new Forecast({
      clock,
      pacer: pacer as never,
      operations,
      shared,
      callsDone: () => done.calls,
      plan: () => {
        const calls = range(plans[Math.min(asked, plans.length - 1)] ?? 0);
        asked += 1;
        return { calls, seconds: range(calls.best / 2) } as Plan;
      },
    });
    return { clock, done, forecast };
  }

  it('plans the operation under way anew, and subtracts what was done since', async () => {
    const { clock, done, forecast } = forecasting([10, 3], 1);
    expect(forecast.left).toBeUndefined();
    forecast.began(first);
    expect(forecast.left).toEqual({ calls: range(10), seconds: range(5) });
    done.calls = 4;
    expect(forecast.left?.calls).toEqual(range(6));
    await clock.advance(1000);
    expect(forecast.left).toEqual({ calls: range(3), seconds: range(1.5) });
  });

  it('expects of the others what the first was planned to cost, then what those before them did cost', () => {
    const { done, forecast } = forecasting([6], 3);
    forecast.began(first);
    expect(forecast.left).toEqual({ calls: range(6 + 2 * 6), seconds: range(3 + (12 / 3) * 2) });
    done.calls = 9;
    forecast.ended(first);
    forecast.began(second);
    expect(forecast.left?.calls).toEqual(range(6 + 9 / 1.5));
  });

  it('does not plan operations that share their calls', () => {
    const { done, forecast } = forecasting([6], 100, true);
    forecast.began(first);
    expect(forecast.left).toBeUndefined();
    done.calls = 2;
    forecast.ended(first);
    expect(forecast.left?.calls).toEqual(range(99 * 2));
  });
});
