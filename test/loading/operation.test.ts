import { describe, expect, it, vi } from 'vitest';

import { EntrezError } from '../../src/eutils/errors.js';
import type { Answer } from '../../src/loading/answer-cache.js';
import { NOTHING_SPENT, Operation } from '../../src/loading/operation.js';
import { Receipt } from '../../src/loading/receipt.js';
import type { Call } from '../../src/upstream/door.js';
import { FakeClock } from '../support/fake-clock.js';

const DEADLINE = 5000;

function operationWith(signal?: AbortSignal) {
  const clock = new FakeClock();
  const operation = new Operation({ clock, deadline: DEADLINE, ...(signal && { signal }) });
  return { clock, operation };
}

function receiptOf(...calls: readonly Partial<Call>[]): Receipt {
  const receipt = new Receipt();
  for (const call of calls) {
    receipt.onCall({ utility: 'elink', ids: 1, waited: 0, took: 10, source: 'ncbi', outcome: 'answered', ...call });
  }
  return receipt;
}

function answerWith(receipt: Receipt, more: Partial<Answer<string>> = {}): Answer<string> {
  return { value: 'A', receipt, bytes: 1, life: 1, ...more };
}

const forever = new Promise<never>(() => undefined);

describe('Operation waits', () => {
  it('for work, and gives its result or its failure', async () => {
    const { clock, operation } = operationWith();
    const onGone = vi.fn();
    expect(await operation.wait(Promise.resolve('A'), onGone)).toBe('A');
    await expect(operation.wait(Promise.reject(new Error('failed')), onGone)).rejects.toThrow('failed');
    await clock.advance(2 * DEADLINE);
    expect(onGone).not.toHaveBeenCalled();
  });

  it('no longer than its deadline, and tells each piece of work once that it has gone', async () => {
    const { clock, operation } = operationWith();
    const began = clock.now();
    const onGone = vi.fn();
    const waits = [operation.wait(forever, onGone), operation.wait(forever, onGone)];
    for (const wait of await clock.finish(Promise.allSettled(waits))) {
      expect(wait).toMatchObject({
        reason: { code: 'DEADLINE_EXCEEDED', message: 'The operation took longer than 5000 ms.' },
      });
    }
    expect(clock.now() - began).toBe(DEADLINE);
    expect(onGone).toHaveBeenCalledTimes(2);
  });

  it('no longer than its caller', async () => {
    const caller = new AbortController();
    const { clock, operation } = operationWith(caller.signal);
    const onGone = vi.fn();
    const waiting = expect(operation.wait(forever, onGone)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'The caller went away.',
    });
    caller.abort();
    await waiting;
    expect(onGone).toHaveBeenCalledTimes(1);
    expect(clock.pending).toBe(0);
  });

  it('not at all once it has ended', async () => {
    const { clock, operation } = operationWith();
    await clock.advance(DEADLINE);
    const onGone = vi.fn();
    await expect(operation.wait(forever, onGone)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('not at all for a caller who went away before', async () => {
    const { clock, operation } = operationWith(AbortSignal.abort());
    await expect(operation.wait(forever, vi.fn())).rejects.toThrow('The caller went away.');
    expect(clock.pending).toBe(0);
  });

  it('without harm for work that fails after it has gone', async () => {
    const { clock, operation } = operationWith();
    let fail: (reason: Error) => void = () => undefined;
    const work = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    const waiting = expect(operation.wait(work, vi.fn())).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(DEADLINE);
    await waiting;
    fail(new Error('too late to matter'));
    await clock.settle();
  });

  it('without leaving a timer when it is closed', () => {
    const { clock, operation } = operationWith(new AbortController().signal);
    operation.close();
    expect(clock.pending).toBe(0);
  });
});

describe('Operation accounts for', () => {
  it('nothing, when nothing was needed', () => {
    expect(operationWith().operation.account()).toEqual(NOTHING_SPENT);
  });

  it('the calls it took part in, each once however many of its answers came from it', () => {
    const { operation } = operationWith();
    const shared = receiptOf({ ids: 40, waited: 120.4 });
    operation.answered(answerWith(shared));
    operation.answered(answerWith(shared));
    operation.answered(answerWith(receiptOf({ utility: 'esummary', ids: 20, waited: 30.3 })));
    expect(operation.account()).toEqual({
      ...NOTHING_SPENT,
      calls: { ...NOTHING_SPENT.calls, elink: 1, esummary: 1, total: 2 },
      ids: 60,
      waitedMs: 151,
      source: 'ncbi',
    });
  });

  it('calls that failed, and retries', () => {
    const { operation } = operationWith();
    operation.spent(receiptOf({ outcome: 'UPSTREAM_TIMEOUT', source: undefined }, { outcome: 'answered' }));
    expect(operation.account()).toMatchObject({ calls: { elink: 2, total: 2 }, source: 'ncbi' });
  });

  it('known answers as hits without calls, naming where they came from', () => {
    const { operation } = operationWith();
    operation.hit(answerWith(receiptOf({})));
    expect(operation.account()).toEqual({ ...NOTHING_SPENT, cacheHits: 1, source: 'ncbi' });
  });

  it('sample data, as soon as any part of the answer is', () => {
    const { operation } = operationWith();
    operation.answered(answerWith(receiptOf({ source: 'ncbi' })));
    operation.hit(answerWith(receiptOf({ source: 'sandbox' })));
    expect(operation.account().source).toBe('sandbox');
  });

  it('an outdated answer by the attempt to renew it, and where the answer came from', () => {
    const { operation } = operationWith();
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });
    const vain = receiptOf(...Array<Partial<Call>>(3).fill({ outcome: failure.code, source: undefined }));
    const old = answerWith(receiptOf({ utility: 'esummary', source: 'sandbox' }), {
      staleBecause: { failure, receipt: vain },
    });
    operation.answered(old);
    operation.hit(old);
    expect(operation.account()).toMatchObject({
      calls: { elink: 3, esummary: 0, total: 3 },
      cacheHits: 1,
      source: 'sandbox',
      degraded: [{ code: 'UPSTREAM_UNAVAILABLE', message: 'down' }],
    });
  });
});
