import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import { BatchCost } from '../../src/loading/operation/batch-cost.js';
import { spendPermits, SPAN } from '../support/pacing.js';
import { failingOnce, GRACE, LATENCY, LIFE, loaderWith } from './documents.js';

describe('QuestionLoader gives a known answer', () => {
  it('synchronously, without a permit or a batch, and counts the hit', async () => {
    const { clock, load, loader, operation, pacer, sent } = loaderWith();
    await clock.finish(load('a', operation()));
    const second = operation();
    expect(loader.load('a', second)).toEqual({ text: 'A' });
    expect(second.report()).toMatchObject({ cacheHits: 1, calls: { total: 0 }, source: 'ncbi' });
    await clock.advance(10 * SPAN);
    expect([sent.length, pacer.queued]).toEqual([1, 0]);
  });

  it('even to an operation that has run out of time', async () => {
    const { clock, load, loader, operation } = loaderWith();
    await clock.finish(load('a', operation()));
    const ended = operation();
    ended.leave();
    expect(loader.load('a', ended)).toEqual({ text: 'A' });
  });

  it('that another question brought along', () => {
    const { loader, operation, sent } = loaderWith();
    loader.prime('a', { text: 'brought along' }, new BatchCost());
    expect(loader.load('a', operation())).toEqual({ text: 'brought along' });
    expect(sent).toEqual([]);
  });

  it('that another question brought along while its batch waited, without asking for it or counting a call', async () => {
    const { clock, load, loader, operation, pacer, sent } = loaderWith();
    await spendPermits(pacer);
    const by = operation();
    const [a, b] = [load('a', by), load('b', operation())];
    await clock.advance(20);
    loader.prime('a', { text: 'brought along' }, new BatchCost());
    expect(await clock.finish(Promise.all([a, b]))).toEqual(['brought along', 'B']);
    expect(sent).toEqual([['b']]);
    expect(by.report()).toMatchObject({ cacheHits: 1 });
  });

  it('and gives its permit and its price back when nothing is left to ask', async () => {
    const { clock, load, loader, operation, pacer, sent } = loaderWith();
    await spendPermits(pacer);
    const by = operation();
    const a = load('a', by);
    await clock.advance(20);
    loader.prime('a', { text: 'brought along' }, new BatchCost());
    expect(await clock.finish(a)).toBe('brought along');
    expect(sent).toEqual([]);
    expect(by.report()).toMatchObject({ cacheHits: 1, calls: { total: 0 } });
    expect([pacer.queued, pacer.inFlight]).toEqual([0, 0]);
  });

  it('to a peek without counting it, and nothing to a peek at what is not known', async () => {
    const { clock, load, loader, operation, sent } = loaderWith();
    expect(loader.peek('a')).toBeUndefined();
    const by = operation();
    await clock.finish(load('a', by));
    expect(loader.peek('a')?.value).toEqual({ text: 'A' });
    expect(by.report().cacheHits).toBe(0);
    expect(sent).toHaveLength(1);
  });
});

describe('QuestionLoader asks once', () => {
  it('for a key that two operations want, and the call counts for both', async () => {
    const { clock, load, operation, sent } = loaderWith();
    const [one, two] = [operation(), operation()];
    expect(await clock.finish(Promise.all([load('a', one), load('a', two)]))).toEqual(['A', 'A']);
    expect(sent).toEqual([['a']]);
    for (const { calls, ids, source } of [one.report(), two.report()]) {
      expect({ total: calls.total, ids, source }).toEqual({ total: 1, ids: 1, source: 'ncbi' });
    }
  });

  it('for a key that is wanted again while its answer is under way', async () => {
    const { clock, load, operation, sent } = loaderWith();
    const first = load('a', operation());
    await clock.advance(20);
    expect(sent).toHaveLength(1);
    await clock.finish(Promise.all([first, load('a', operation())]));
    expect(sent).toHaveLength(1);
  });

  it('for different keys of different operations, in one call of which each is told', async () => {
    const { clock, load, operation, sent } = loaderWith();
    const [one, two] = [operation(), operation()];
    await clock.finish(Promise.all([load('a', one), load('b', two)]));
    expect(sent).toEqual([['a', 'b']]);
    expect([one.report().calls.total, two.report().calls.total]).toEqual([1, 1]);
  });
});

describe('QuestionLoader and failures', () => {
  it('gives the failure of the key, its cost included, and asks anew the next time', async () => {
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });
    const { clock, load, operation } = loaderWith({ find: failingOnce(failure) });
    const by = operation();
    await expect(clock.finish(load('a', by))).rejects.toBe(failure);
    expect(by.report().calls.total).toBe(1);
    expect(await clock.finish(load('a', operation()))).toBe('A');
  });

  it('passes on a fault of the program as it is', async () => {
    const bug = new TypeError('a bug');
    const { clock, load, operation } = loaderWith({ find: failingOnce(bug) });
    await expect(clock.finish(load('a', operation()))).rejects.toBe(bug);
  });

  it('believes for a minute that a record does not exist', async () => {
    const unknown = new EntrezError('UNKNOWN_ID', 'none');
    const { clock, load, loader, operation, sent } = loaderWith({ find: failingOnce(unknown) });
    await expect(clock.finish(load('a', operation()))).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
    await clock.advance(60_000 - LATENCY);
    const by = operation();
    expect(() => loader.load('a', by)).toThrow('none');
    expect(by.report()).toMatchObject({ cacheHits: 1, calls: { total: 0 } });
    await clock.advance(LATENCY + 1);
    expect(await clock.finish(load('a', operation()))).toBe('A');
    expect(sent).toHaveLength(2);
  });
});

describe('QuestionLoader and outdated answers', () => {
  /** A loader that knows an answer, and a far side that fails from now on. */
  async function outdated(age: number, failure?: EntrezError) {
    const state: { failure?: EntrezError } = {};
    const { clock, load, loader, operation, ...around } = loaderWith({
      find: (keys) => new Map(keys.map((key) => [key, state.failure ?? { text: key.toUpperCase() }])),
    });
    await clock.finish(load('a', operation()));
    await clock.advance(age);
    if (failure) {
      state.failure = failure;
    }
    return { clock, load, loader, operation, ...around };
  }
  const down = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });

  it('gives one within its grace at once, labelled, and renews it behind the scenes, once', async () => {
    const { clock, loader, operation, sent } = await outdated(LIFE + 1);
    const by = operation();
    expect([loader.load('a', by), loader.load('a', operation())]).toEqual([{ text: 'A' }, { text: 'A' }]);
    expect(by.report()).toMatchObject({ cacheHits: 1, calls: { total: 0 }, degraded: [{ code: 'STALE' }] });
    await clock.advance(2 * SPAN);
    expect(sent).toEqual([['a'], ['a']]);
    const later = operation();
    expect(loader.load('a', later)).toEqual({ text: 'A' });
    expect(later.report().degraded).toEqual([]);
  });

  it('waits for a new one when its grace is over', async () => {
    const { clock, load, operation } = await outdated(LIFE + GRACE + 1);
    const by = operation();
    expect(await clock.finish(load('a', by))).toBe('A');
    expect(by.report()).toMatchObject({ calls: { total: 1 }, degraded: [] });
  });

  it('gives one, labelled, when NCBI fails for a while, however old it is', async () => {
    const { clock, load, operation } = await outdated(LIFE + GRACE + 1, down);
    const by = operation();
    expect(await clock.finish(load('a', by))).toBe('A');
    expect(by.report()).toMatchObject({ calls: { total: 1 }, degraded: [{ code: 'UPSTREAM_UNAVAILABLE' }] });
  });

  it('says so when a renewal behind the scenes has failed', async () => {
    const { clock, loader, operation } = await outdated(LIFE + 1, down);
    expect(loader.load('a', operation())).toEqual({ text: 'A' });
    await clock.advance(2 * SPAN);
    const later = operation();
    expect(loader.load('a', later)).toEqual({ text: 'A' });
    expect(later.report()).toMatchObject({ cacheHits: 1, degraded: [{ code: 'UPSTREAM_UNAVAILABLE' }] });
  });

  it('gives none for a failure that lasts', async () => {
    const invalid = new EntrezError('INVALID_API_KEY', 'no such key');
    const { clock, load, operation } = await outdated(LIFE + GRACE + 1, invalid);
    await expect(clock.finish(load('a', operation()))).rejects.toBe(invalid);
  });
});

describe('QuestionLoader and callers who leave', () => {
  it('gives up the place in the queue when the last has left', async () => {
    const { clock, load, operation, pacer, sent } = loaderWith();
    await spendPermits(pacer);
    const by = operation();
    const left = expect(load('a', by)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(100);
    expect(pacer.queued).toBe(1);
    by.leave();
    await left;
    expect(pacer.queued).toBe(0);
    await clock.advance(10 * SPAN);
    expect(sent).toEqual([]);
  });

  it('still serves another who wants the same key', async () => {
    const { clock, load, operation, pacer, sent } = loaderWith();
    await spendPermits(pacer);
    const leaving = operation();
    const left = expect(load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    const kept = load('a', operation());
    await clock.advance(100);
    leaving.leave();
    await left;
    expect(await clock.finish(kept)).toBe('A');
    expect(sent).toEqual([['a']]);
  });

  it.each(['a', 'b'])('still serves another who comes as the batch is given up (for key %s)', async (key) => {
    const { clock, load, operation, pacer, sent } = loaderWith();
    await spendPermits(pacer);
    const leaving = operation();
    const left = expect(load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(100);
    leaving.leave();
    const kept = load(key, operation());
    await left;
    expect(await clock.finish(kept)).toBe(key.toUpperCase());
    expect(sent).toEqual([[key]]);
  });

  it.each(['a', 'b'])('even if its permit was granted in that very moment (for key %s)', async (key) => {
    const { clock, load, operation, pacer, sent } = loaderWith({ maxInFlight: 1 });
    const held = await pacer.acquire();
    const leaving = operation();
    const left = expect(load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(SPAN);
    held.release();
    leaving.leave();
    const kept = load(key, operation());
    await left;
    expect(await clock.finish(kept)).toBe(key.toUpperCase());
    expect(sent).toEqual([[key]]);
    expect([pacer.inFlight, pacer.queued]).toEqual([0, 0]);
  });

  it('keeps the answer of a batch that was already sent', async () => {
    const { clock, load, loader, operation } = loaderWith();
    const by = operation();
    const left = expect(load('a', by)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(20);
    by.leave();
    await left;
    await clock.advance(LATENCY);
    expect(loader.peek('a')?.value).toEqual({ text: 'A' });
  });
});
