import { describe, expect, it } from 'vitest';

import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import { explain } from '../../../src/loading/operation/explanation.js';
import { shortestSchedule, type Step } from '../../../src/loading/operation/shortest-schedule.js';
import type { CallRecord } from '../../../src/upstream/call.js';

const RATE = { limit: 3, span: 1100 };
const HALF_A_SECOND = { base: 500, perId: 0 };

/** Steps of which each names the ids of the next. */
function chain(...steps: readonly Omit<Step, 'after'>[]): Step[] {
  return steps.map((step, index) => ({ ...step, after: index === 0 ? undefined : index - 1 }));
}

/** A call that was requested, sent and answered at these moments. */
function call(requested: number, sent: number, answered: number, more: Partial<CallRecord> = {}): CallRecord {
  return {
    utility: 'elink',
    ids: 100,
    waited: sent - requested,
    took: answered - sent,
    endedAt: answered,
    size: 2,
    source: 'ncbi',
    outcome: 'answered',
    ...more,
  };
}

function costOf(question: string, ...calls: readonly CallRecord[]): BatchCost {
  const cost = new BatchCost(undefined, { question, size: { current: 200, latency: HALF_A_SECOND } });
  calls.forEach(cost.onCall);
  return cost;
}

describe('the shortest schedule', () => {
  it('of what fits into one call is that call', () => {
    expect(shortestSchedule(chain({ ids: 100, cap: 200, time: HALF_A_SECOND }), RATE)).toBe(500);
  });

  it('of what needs many calls is that of their permits', () => {
    expect(shortestSchedule(chain({ ids: 900, cap: 100, time: HALF_A_SECOND }), RATE)).toBe(2 * 1100 + 500);
  });

  it('of steps that name the ids of each other is one after the other', () => {
    const one = { ids: 50, cap: 200, time: HALF_A_SECOND };
    expect(shortestSchedule(chain(one, one, one), RATE)).toBe(1500);
  });

  it('of steps that know their ids is one beside the other', () => {
    const one = { ids: 50, cap: 200, time: HALF_A_SECOND, after: undefined };
    expect(shortestSchedule([one, one, one], RATE)).toBe(500);
  });

  it('divides ids over permits where they cost time', () => {
    const whole = 100 + 20 * 60;
    expect(shortestSchedule(chain({ ids: 60, cap: 200, time: { base: 100, perId: 20 } }), RATE)).toBeLessThan(
      whole / 2,
    );
  });

  // The search of bench/t-lit/floors.json finds 5.90 s for the reference graph.
  it('of the reference traversal is near the floor that the bench searches', () => {
    const time = HALF_A_SECOND;
    const steps = chain(
      { ids: 1, cap: 1, time },
      { ids: 100, cap: 200, time },
      { ids: 250, cap: 200, time },
      { ids: 2000, cap: 200, time },
      { ids: 400, cap: 500, time },
    );
    const ms = shortestSchedule(steps, RATE);
    expect(ms / 5900).toBeGreaterThan(0.9);
    expect(ms / 5900).toBeLessThan(1.1);
  });
});

describe('the explanation of an operation', () => {
  it('without calls is nothing', () => {
    expect(explain([], 0, RATE)).toEqual({
      calls: 0,
      criticalPath: { calls: 0, permitsWaitedFor: 0, waitedMs: 0, upstreamMs: 0 },
      floorSeconds: 0,
    });
  });

  it('follows the last answer back to the first request, and counts the permits waited for on that way', () => {
    const costs = [
      costOf('pubmed gene', call(0, 0, 500), call(0, 0, 700)),
      // Opened by the first answer, it waited while the second call ran.
      costOf('gene protein', call(504, 1100, 1600)),
      costOf('esummary', call(1604, 1604, 2104, { utility: 'esummary' })),
      costOf('another', call(0, 1100, 1500)),
    ];
    const { calls, criticalPath, floorSeconds } = explain(costs, 0, RATE);
    expect(calls).toBe(5);
    expect(criticalPath).toEqual({ calls: 3, permitsWaitedFor: 1, waitedMs: 596, upstreamMs: 1500 });
    expect(floorSeconds).toBe(1.6);
  });

  it('counts a wait only from its own beginning, where it has joined the call of another', () => {
    const { criticalPath } = explain([costOf('a', call(0, 2000, 2500))], 1800, RATE);
    expect(criticalPath).toMatchObject({ permitsWaitedFor: 1, waitedMs: 200 });
    expect(explain([costOf('a', call(0, 1000, 2500))], 1800, RATE).criticalPath.permitsWaitedFor).toBe(0);
  });

  it('takes calls that took no time, in any order', () => {
    const cost = costOf('a', call(5, 5, 5), call(5, 5, 5), call(0, 0, 0, { ids: 0, utility: 'esearch' }));
    expect(explain([cost], 0, RATE).criticalPath.calls).toBe(3);
  });

  it('reckons with what the calls took where nothing was learned of them', () => {
    const cost = new BatchCost();
    cost.onCall(call(0, 0, 300));
    expect(explain([cost], 0, RATE).floorSeconds).toBe(0.3);
  });
});
