import { describe, expect, it, vi } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import type { Answer } from '../../../src/loading/cache/answer-cache.js';
import { NOTHING_SPENT } from '../../../src/loading/operation/cost-report.js';
import { Operation, type OperationOptions } from '../../../src/loading/operation/operation.js';
import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import type { CallRecord } from '../../../src/upstream/call.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';

const DEADLINE = 5000;
const LIFE = 60_000;

function operationWith(options: Partial<OperationOptions> = {}) {
  const clock = new FakeClock();
  const client = clientOver(clock, new ScriptedTransport());
  const operation = new Operation({ clock, client, deadline: DEADLINE, maxCalls: 10, ...options });
  return { clock, operation };
}

function receiptOf(...calls: readonly Partial<CallRecord>[]): BatchCost {
  const cost = new BatchCost();
  for (const call of calls) {
    cost.onCall({
      utility: 'elink',
      ids: 1,
      waited: 0,
      took: 10,
      size: 2,
      source: 'ncbi',
      outcome: 'answered',
      ...call,
    });
  }
  return cost;
}

function answerWith(cost: BatchCost, more: Partial<Answer<string>> = {}): Answer<string> {
  return { value: 'A', cost, size: 1, ttl: LIFE, storedAt: 0, asOf: 0, ...more };
}

const forever = (): Promise<never> => new Promise(() => undefined);

/** Somebody whose work is waited for. */
function worker() {
  const [leave, join] = [vi.fn<() => void>(), vi.fn<(giveUp: (reason: Error) => void) => void>()];
  return {
    join: (giveUp: (reason: Error) => void) => {
      join(giveUp);
      return leave;
    },
    joined: join,
    left: leave,
  };
}

describe('Operation waits', () => {
  it('for work, and gives its result or its failure', async () => {
    const { clock, operation } = operationWith();
    const { join, left } = worker();
    expect(await operation.wait(() => Promise.resolve('A'), join)).toBe('A');
    await expect(operation.wait(() => Promise.reject(new Error('failed')), join)).rejects.toThrow('failed');
    await clock.advance(2 * DEADLINE);
    expect(left).not.toHaveBeenCalled();
  });

  it('no longer than its deadline, and leaves each piece of work once', async () => {
    const { clock, operation } = operationWith();
    const began = clock.now();
    const { join, left } = worker();
    const waits = [operation.wait(forever, join), operation.wait(forever, join)];
    for (const wait of await clock.finish(Promise.allSettled(waits))) {
      expect(wait).toMatchObject({
        reason: { code: 'DEADLINE_EXCEEDED', message: 'The operation took longer than 5000 ms.' },
      });
    }
    expect(clock.now() - began).toBe(DEADLINE);
    expect(left).toHaveBeenCalledTimes(2);
  });

  it('without end where it has no deadline', async () => {
    const { clock, operation } = operationWith({ deadline: Infinity });
    const { join } = worker();
    const waiting = operation.wait(async () => {
      await new Promise<void>((resolve) => clock.after(1e12, resolve));
      return 'at last';
    }, join);
    expect(await clock.finish(waiting)).toBe('at last');
    expect(clock.pending).toBe(0);
  });

  it('no longer than its caller', async () => {
    const caller = new AbortController();
    const { clock, operation } = operationWith({ signal: caller.signal });
    const { join, left } = worker();
    const waiting = expect(operation.wait(forever, join)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'The caller went away.',
    });
    caller.abort();
    await waiting;
    expect(left).toHaveBeenCalledTimes(1);
    expect(clock.pending).toBe(0);
  });

  it('no longer than the work lets it: told to give up, it leaves with that reason, once', async () => {
    const { clock, operation } = operationWith();
    const { join, joined, left } = worker();
    const waiting = expect(operation.wait(forever, join)).rejects.toThrow('no more');
    const giveUp = joined.mock.calls[0]?.[0];
    giveUp?.(new Error('no more'));
    giveUp?.(new Error('too late'));
    await waiting;
    await clock.advance(2 * DEADLINE);
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('not at all when it may not join: the work is not begun', async () => {
    const { operation } = operationWith();
    const work = vi.fn(forever);
    const waiting = operation.wait(work, (giveUp) => {
      giveUp(new Error('not you'));
      return () => undefined;
    });
    await expect(waiting).rejects.toThrow('not you');
    expect(work).not.toHaveBeenCalled();
  });

  it('not at all once it has ended', async () => {
    const { clock, operation } = operationWith();
    await clock.advance(DEADLINE);
    const { join, left } = worker();
    await expect(operation.wait(forever, join)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('not at all for a caller who went away before', async () => {
    const { clock, operation } = operationWith({ signal: AbortSignal.abort() });
    await expect(operation.wait(forever, worker().join)).rejects.toThrow('The caller went away.');
    expect(clock.pending).toBe(0);
  });

  it('without harm for work that fails after it has gone', async () => {
    const { clock, operation } = operationWith();
    let fail: (reason: Error) => void = () => undefined;
    const work = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    const waiting = expect(operation.wait(() => work, worker().join)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
    });
    await clock.advance(DEADLINE);
    await waiting;
    fail(new Error('too late to matter'));
    await clock.settle();
  });

  it('without leaving a timer when it is closed', () => {
    const { clock, operation } = operationWith({ signal: new AbortController().signal });
    operation.close();
    expect(clock.pending).toBe(0);
  });
});

describe('Operation pays for calls', () => {
  it('up to its maximum, not beyond it', () => {
    const { operation } = operationWith({ maxCalls: 3 });
    expect([operation.charge(2), operation.spentUp]).toEqual([true, false]);
    expect([operation.charge(2), operation.spentUp]).toEqual([false, false]);
    expect([operation.charge(1), operation.spentUp]).toEqual([true, true]);
    expect([operation.charge(0), operation.charge(1)]).toEqual([true, false]);
  });

  it('and gets back what is not made', () => {
    const { operation } = operationWith({ maxCalls: 3 });
    operation.charge(3);
    operation.refund(2);
    expect([operation.charge(2), operation.charge(1)]).toEqual([true, false]);
  });
});

describe('Operation accounts for', () => {
  it('nothing, when nothing was needed', () => {
    expect(operationWith().operation.report()).toEqual(NOTHING_SPENT);
  });

  it('the calls it took part in, each once however many of its answers came from it', () => {
    const { operation } = operationWith();
    const shared = receiptOf({ ids: 40, waited: 120.4 });
    operation.answered(answerWith(shared), 0);
    operation.answered(answerWith(shared), 0);
    operation.answered(answerWith(receiptOf({ utility: 'esummary', ids: 20, waited: 30.3 })), 0);
    expect(operation.report()).toEqual({
      ...NOTHING_SPENT,
      calls: { ...NOTHING_SPENT.calls, elink: 1, esummary: 1, total: 2 },
      ids: 60,
      sums: { waitedMs: 151, upstreamMs: 20 },
      source: 'ncbi',
    });
  });

  it('the time that has passed, and the part of it in which calls waited side by side, once', async () => {
    const { operation, clock } = operationWith();
    const start = clock.now();
    await clock.advance(1000);
    const first = { endedAt: start + 500, took: 100, waited: 300 };
    const second = { endedAt: start + 600, took: 100, waited: 300 };
    const begunEarlier = { endedAt: start + 60, took: 10, waited: 5000 };
    operation.bill(receiptOf(first, second, begunEarlier));
    const { tookMs, waitedMs, sums } = operation.report();
    expect({ tookMs, waitedMs, sums }).toEqual({
      tookMs: 1000,
      waitedMs: 450,
      sums: { waitedMs: 5600, upstreamMs: 210 },
    });
  });

  it('calls that failed, and retries', () => {
    const { operation } = operationWith();
    operation.bill(receiptOf({ outcome: 'UPSTREAM_TIMEOUT', source: undefined }, { outcome: 'answered' }));
    expect(operation.report()).toMatchObject({ calls: { elink: 2, total: 2 }, source: 'ncbi' });
  });

  it('known answers as hits without calls, naming where they came from', () => {
    const { operation } = operationWith();
    operation.hit(answerWith(receiptOf({})), 0);
    expect(operation.report()).toEqual({ ...NOTHING_SPENT, cacheHits: 1, source: 'ncbi' });
  });

  it('sample data, as soon as any part of the answer is', () => {
    const { operation } = operationWith();
    operation.answered(answerWith(receiptOf({ source: 'ncbi' })), 0);
    operation.hit(answerWith(receiptOf({ source: 'sandbox' })), 0);
    expect(operation.report().source).toBe('sandbox');
  });

  it('an outdated answer by the attempt to renew it, and where the answer came from', () => {
    const { operation } = operationWith();
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });
    const vain = receiptOf(...Array<Partial<CallRecord>>(3).fill({ outcome: failure.code, source: undefined }));
    const old = answerWith(receiptOf({ utility: 'esummary', source: 'sandbox' }), {
      staleBecause: { failure, cost: vain },
    });
    operation.answered(old, 90_400);
    operation.hit(old, 90_400);
    expect(operation.report()).toMatchObject({
      calls: { elink: 3, esummary: 0, total: 3 },
      cacheHits: 1,
      source: 'sandbox',
      degraded: [{ code: 'UPSTREAM_UNAVAILABLE', message: 'down', ageS: 90 }],
    });
  });

  it('an answer that outlived its life as stale, with its age', () => {
    const { operation } = operationWith();
    operation.hit(answerWith(receiptOf({})), LIFE);
    expect(operation.report().degraded).toEqual([]);
    operation.hit(answerWith(receiptOf({})), LIFE + 1000);
    expect(operation.report()).toMatchObject({ cacheHits: 2, degraded: [{ code: 'STALE', ageS: 61 }] });
  });

  it('how long all it was given holds, and how old the oldest is; nothing once a part is outdated or of this moment', () => {
    const { operation } = operationWith();
    expect(operation.freshness).toEqual({ age: 0, maxAge: Infinity });
    operation.answered(answerWith(receiptOf({})), 0);
    operation.hit(answerWith(receiptOf({})), LIFE - 5000);
    expect(operation.freshness).toEqual({ age: LIFE - 5000, maxAge: 5000 });
    operation.hit(answerWith(receiptOf({})), LIFE + 1000);
    expect(operation.freshness).toBeUndefined();
    const momentary = operationWith().operation;
    momentary.noStore();
    expect(momentary.freshness).toBeUndefined();
  });

  it('equal degradations once', () => {
    const { operation } = operationWith();
    operation.degrade({ code: 'UPSTREAM_TIMEOUT', message: 'late' });
    operation.degrade({ code: 'UPSTREAM_TIMEOUT', message: 'late' });
    operation.degrade({ code: 'UPSTREAM_TIMEOUT', message: 'later' });
    expect(operation.report().degraded.map(({ message }) => message)).toEqual(['late', 'later']);
  });
});
