import { describe, expect, it } from 'vitest';

import { AbandonedBatchError } from '../../../src/loading/batching/waiters.js';
import { acquire, spendPermits, SPAN } from '../../support/pacing.js';
import { batcherWith, failureOf } from '../batching.js';

const GONE = { code: 'DEADLINE_EXCEEDED', message: 'The caller went away.' };

describe('LateBatcher and callers who leave', () => {
  it('a batch that nobody wants gives up its place and is never sent', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith();
    await spendPermits(pacer);
    const by = operation();
    const left = ['a', 'b'].map((key) => expect(want(key, by)).rejects.toMatchObject(GONE));
    await clock.advance(100);
    expect(pacer.queued).toBe(1);
    by.leave();
    expect(pacer.queued).toBe(0);
    await Promise.all(left);
    await clock.advance(10 * SPAN);
    expect(sent).toEqual([]);
  });

  it('its place is kept until the last of those who want its only key has left', async () => {
    const { clock, operation, pacer, want } = batcherWith();
    await spendPermits(pacer);
    const [first, last] = [operation(), operation()];
    const left = [first, last].map((by) => expect(want('a', by)).rejects.toMatchObject(GONE));
    await clock.advance(100);
    first.leave();
    expect(pacer.queued).toBe(1);
    last.leave();
    expect(pacer.queued).toBe(0);
    await Promise.all(left);
  });

  it('a batch is given up before it queues, when all have left while questions were gathered', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith();
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    by.leave();
    await left;
    await clock.advance(100);
    expect([sent.length, pacer.queued, pacer.inFlight]).toEqual([0, 0, 0]);
    expect((await clock.finish(pacer.acquire())).waited).toBe(0);
  });

  it('an operation that has ended before it asks sends nothing', async () => {
    const { clock, operation, sent, want } = batcherWith();
    const by = operation();
    by.leave();
    await expect(want('a', by)).rejects.toMatchObject(GONE);
    await clock.advance(10 * SPAN);
    expect(sent).toEqual([]);
  });

  it('keys that nobody wants any more are left out, those of others are asked for', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith();
    await spendPermits(pacer);
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    const kept = want('b');
    await clock.advance(100);
    by.leave();
    await left;
    expect(await clock.finish(kept)).toBe('B');
    expect(sent).toMatchObject([{ keys: ['b'] }]);
  });

  it('a key is asked for while one of two who want it is there', async () => {
    const { clock, operation, pacer, want } = batcherWith();
    await spendPermits(pacer);
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    const kept = want('a');
    await clock.advance(100);
    by.leave();
    await left;
    expect(await clock.finish(kept)).toBe('A');
  });

  it('of two batches of one question only the one that is not wanted is given up', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith({ size: 1 });
    await spendPermits(pacer);
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    const kept = want('b');
    await clock.advance(100);
    by.leave();
    await left;
    expect(await clock.finish(kept)).toBe('B');
    expect(sent).toMatchObject([{ at: SPAN, keys: ['b'] }]);
  });

  it('a batch that was sent is answered all the same, but told that nobody waits, so that it asks no further', async () => {
    const { clock, operation, sent, want } = batcherWith({ latency: 500 });
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    await clock.advance(100);
    expect(sent[0]?.options.signal.aborted).toBe(false);
    by.leave();
    await left;
    expect(sent[0]?.options.signal.reason).toBeInstanceOf(AbandonedBatchError);
    expect(await clock.finish(want('a'))).toBe('A');
    expect(sent).toHaveLength(1);
  });

  it('a key that was left out is requested anew by those who come later', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith({ latency: 500 });
    await spendPermits(pacer);
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    const kept = want('b');
    await clock.advance(100);
    by.leave();
    await left;
    await clock.advance(SPAN);
    expect(await clock.finish(Promise.all([kept, want('a')]))).toEqual(['B', 'A']);
    expect(sent.map(({ keys }) => keys)).toEqual([['b'], ['a']]);
  });

  it('those who join a batch in the moment it is abandoned are told to request anew; other keys are sent', async () => {
    const { clock, operation, pacer, want } = batcherWith();
    await spendPermits(pacer);
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    await clock.advance(100);
    by.leave();
    const late = failureOf(want('a'));
    const other = want('b');
    await left;
    expect((await late).cause).toBeInstanceOf(AbandonedBatchError);
    expect(await clock.finish(other)).toBe('B');
  });

  it('a permit that was granted in the moment the last one left is there for others', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith({ maxInFlight: 1 });
    const held = await acquire(pacer);
    const by = operation();
    const left = expect(want('a', by)).rejects.toMatchObject(GONE);
    await clock.advance(SPAN);
    held.release();
    expect(pacer.inFlight).toBe(1);
    by.leave();
    await left;
    await clock.settle();
    expect(sent).toEqual([]);
    expect(pacer.state).toMatchObject({ inFlight: 0, queued: 0, remaining: 1 });
  });
});
