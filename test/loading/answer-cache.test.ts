import { describe, expect, it, vi } from 'vitest';

import { EntrezError } from '../../src/eutils/errors.js';
import { type Answer, AnswerCache } from '../../src/loading/answer-cache.js';
import { CostlyError, Receipt } from '../../src/loading/receipt.js';
import { FakeClock } from '../support/fake-clock.js';

const LIFE = 1000;

function answer(value: string, more: Partial<Answer<string>> = {}): Answer<string> {
  return { value, receipt: new Receipt(), bytes: 10, life: LIFE, ...more };
}

function cacheOf(maxBytes = 100_000) {
  const clock = new FakeClock();
  const cache = new AnswerCache<string>({ maxBytes, clock });
  const put = (key: string, value: Answer<string>) => cache.fetch(key, () => Promise.resolve(value));
  return { cache, clock, put };
}

function failing(retryable: boolean): () => Promise<never> {
  const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable });
  return () => Promise.reject(new CostlyError(failure, new Receipt()));
}

describe('AnswerCache gives', () => {
  it('nothing for what it does not know', () => {
    expect(cacheOf().cache.get('a')).toBeUndefined();
  });

  it('a known answer synchronously', async () => {
    const { cache, put } = cacheOf();
    const known = answer('A');
    await put('a', known);
    expect(cache.get('a')).toBe(known);
  });

  it('equal questions one answer while it is under way', async () => {
    const { cache } = cacheOf();
    const load = vi.fn(() => Promise.resolve(answer('A')));
    const [first, second] = await Promise.all([cache.fetch('a', load), cache.fetch('a', load)]);
    expect(first).toBe(second);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('nothing synchronously while the answer is under way', async () => {
    const { cache, put } = cacheOf();
    const fetched = put('a', answer('A'));
    expect(cache.get('a')).toBeUndefined();
    await fetched;
  });

  it('an answer until the end of its life, and asks anew after it', async () => {
    const { cache, clock, put } = cacheOf();
    await put('a', answer('A'));
    await clock.advance(LIFE);
    expect(cache.get('a')?.value).toBe('A');
    await clock.advance(1);
    expect(cache.get('a')).toBeUndefined();
    expect((await put('a', answer('B'))).value).toBe('B');
    expect(cache.get('a')?.value).toBe('B');
  });

  it('an answer a life of its own', async () => {
    const { cache, clock, put } = cacheOf();
    await put('long', answer('A', { life: 5000 }));
    await put('short', answer('B', { life: 10 }));
    await clock.advance(11);
    expect([cache.get('long')?.value, cache.get('short')?.value]).toEqual(['A', undefined]);
  });

  it('an answer without a life only to those who already wait for it', async () => {
    const { cache, clock, put } = cacheOf();
    await put('a', answer('A', { life: 0 }));
    await clock.advance(1);
    expect(cache.get('a')).toBeUndefined();
  });
});

describe('AnswerCache and failures', () => {
  it('passes a failure on to all who wait, and does not keep it', async () => {
    const { cache, put } = cacheOf();
    const load = failing(true);
    const failures = await Promise.allSettled([cache.fetch('a', load), cache.fetch('a', load)]);
    expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(cache.get('a')).toBeUndefined();
    expect((await put('a', answer('A'))).value).toBe('A');
  });

  it('lets an outdated answer stand in when its renewal fails for a while, and says why and at what cost', async () => {
    const { cache, clock, put } = cacheOf();
    await put('a', answer('A'));
    await clock.advance(LIFE + 1);
    const cost = new Receipt();
    const failure = new EntrezError('UPSTREAM_TIMEOUT', 'late', { retryable: true });
    const stale = await cache.fetch('a', () => Promise.reject(new CostlyError(failure, cost)));
    expect(stale).toMatchObject({ value: 'A' });
    expect(stale.staleBecause?.failure).toBe(failure);
    expect(stale.staleBecause?.receipt).toBe(cost);
    expect(cache.get('a')).toBe(stale);
  });

  it('tries the renewal again after half a minute, and then drops the label', async () => {
    const { cache, clock, put } = cacheOf();
    await put('a', answer('A'));
    await clock.advance(LIFE + 1);
    await cache.fetch('a', failing(true));
    await clock.advance(30_000);
    expect(cache.get('a')?.value).toBe('A');
    await clock.advance(1);
    expect(cache.get('a')).toBeUndefined();
    expect((await cache.fetch('a', failing(true))).value).toBe('A');
    await clock.advance(30_001);
    await put('a', answer('B'));
    expect(cache.get('a')).toMatchObject({ value: 'B' });
    expect(cache.get('a')).not.toHaveProperty('staleBecause');
  });

  it.each([
    ['lasts', failing(false)],
    ['is no failure of NCBI', () => Promise.reject(new Error('a bug'))],
    [
      'means that nobody waited any longer',
      () => Promise.reject(new CostlyError(new Error('abandoned'), new Receipt())),
    ],
  ])('does not let an outdated answer stand in for a failure that %s, but keeps it for the next', async (_, load) => {
    const { cache, clock, put } = cacheOf();
    await put('a', answer('A'));
    await clock.advance(LIFE + 1);
    await expect(cache.fetch('a', load)).rejects.toThrow();
    expect(cache.get('a')).toBeUndefined();
    expect((await cache.fetch('a', failing(true))).value).toBe('A');
  });
});

describe('AnswerCache is bounded', () => {
  it('by bytes: what was not looked at longest goes first', async () => {
    const { cache, put } = cacheOf(1000);
    await put('a', answer('A', { bytes: 200 }));
    await put('b', answer('B', { bytes: 200 }));
    cache.get('a');
    await put('c', answer('C', { bytes: 200 }));
    expect(['a', 'b', 'c'].map((key) => cache.get(key)?.value)).toEqual(['A', undefined, 'C']);
    expect(cache.bytes).toBeLessThanOrEqual(1000);
  });

  it('but gives an answer that is larger than all of it to those who wait', async () => {
    const { cache, put } = cacheOf(1000);
    expect((await put('a', answer('A', { bytes: 5000 }))).value).toBe('A');
    expect(cache.get('a')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('and counts what every entry costs beside its answer', async () => {
    const { cache, put } = cacheOf();
    await put('a', answer('A', { bytes: 0 }));
    expect(cache.bytes).toBeGreaterThan(0);
  });
});
