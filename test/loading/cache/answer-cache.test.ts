import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { type Answer, AnswerCache } from '../../../src/loading/cache/answer-cache.js';
import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import { FakeClock } from '../../support/fake-clock.js';

const LIFE = 1000;
const GRACE = 5000;
/** How long an outdated answer stands in. */
const STANDS_IN = 30_000;

function cacheOf({ maxBytes = 100_000, grace = GRACE } = {}) {
  const clock = new FakeClock();
  const cache = new AnswerCache<string>({ maxBytes, clock, grace });
  const answer = (value: string, more: Partial<Answer<string>> = {}): Answer<string> =>
    cache.fresh({ value, cost: new BatchCost(), size: 10, ttl: LIFE, ...more });
  return { answer, cache, clock };
}

const failure = (retryable = true): EntrezError => new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable });

describe('AnswerCache gives', () => {
  it('nothing for what it does not know', () => {
    const { cache } = cacheOf();
    expect([cache.get('a'), cache.getStale('a'), cache.peek('a')]).toEqual([undefined, undefined, undefined]);
  });

  it('what it was given, as it is', () => {
    const { answer, cache } = cacheOf();
    const known = answer('A');
    cache.set('a', known);
    expect(cache.get('a')).toBe(known);
  });

  it('the latest of several answers', () => {
    const { answer, cache } = cacheOf();
    cache.set('a', answer('A'));
    cache.set('a', answer('B'));
    expect(cache.get('a')?.value).toBe('B');
  });

  it('that there is no such record, which is an answer too', () => {
    const { answer, cache } = cacheOf();
    const unknown = new EntrezError('UNKNOWN_ID', 'none');
    cache.set('a', { ...answer('A'), value: unknown });
    expect(cache.get('a')?.value).toBe(unknown);
  });

  it('an answer until the end of its life', async () => {
    const { answer, cache, clock } = cacheOf();
    cache.set('a', answer('A'));
    await clock.advance(LIFE);
    expect(cache.get('a')?.value).toBe('A');
    await clock.advance(1);
    expect(cache.get('a')).toBeUndefined();
  });

  it('each answer a life of its own; one without a life is over at once', async () => {
    const { answer, cache, clock } = cacheOf();
    cache.set('long', answer('A', { ttl: 5000 }));
    cache.set('short', answer('B', { ttl: 10 }));
    cache.set('none', answer('C', { ttl: 0 }));
    await clock.advance(1);
    expect(cache.get('none')).toBeUndefined();
    await clock.advance(10);
    expect([cache.get('long')?.value, cache.get('short')?.value]).toEqual(['A', undefined]);
  });

  it('an outdated answer to those who take it, while its grace lasts, and says how old it is', async () => {
    const { answer, cache, clock } = cacheOf();
    const known = answer('A');
    cache.set('a', known);
    await clock.advance(LIFE + GRACE);
    expect([cache.get('a'), cache.getStale('a')]).toEqual([undefined, known]);
    expect(cache.age(known)).toBe(LIFE + GRACE);
    await clock.advance(1);
    expect([cache.getStale('a'), cache.peek('a')]).toEqual([undefined, known]);
  });

  it('no outdated answer where there is no grace', async () => {
    const { answer, cache, clock } = cacheOf({ grace: 0 });
    cache.set('a', answer('A'));
    await clock.advance(LIFE + 1);
    expect(cache.getStale('a')).toBeUndefined();
  });
});

describe('AnswerCache keeps what came as a part of another answer', () => {
  it('where nothing is known', () => {
    const { answer, cache } = cacheOf();
    cache.add('a', answer('A'));
    expect(cache.get('a')?.value).toBe('A');
  });

  it('not where there is a good answer', () => {
    const { answer, cache } = cacheOf();
    cache.set('a', answer('A'));
    cache.add('a', answer('B'));
    expect(cache.get('a')?.value).toBe('A');
  });

  it('instead of an outdated one', async () => {
    const { answer, cache, clock } = cacheOf();
    cache.set('a', answer('A'));
    await clock.advance(LIFE + 1);
    cache.add('a', answer('B'));
    expect(cache.get('a')?.value).toBe('B');
  });
});

describe('AnswerCache lets an outdated answer stand in', () => {
  it('when its renewal fails for a while, however old it is, and says why and at what cost', async () => {
    const { answer, cache, clock } = cacheOf();
    cache.set('a', answer('A'));
    await clock.advance(100 * (LIFE + GRACE));
    const [because, cost] = [failure(), new BatchCost()];
    const stale = cache.staleIfError('a', because, cost);
    expect(stale).toMatchObject({ value: 'A' });
    expect(stale?.staleBecause?.failure).toBe(because);
    expect(stale?.staleBecause?.cost).toBe(cost);
    expect(cache.get('a')).toBe(stale);
  });

  it('as old as it is: standing in does not make it younger', async () => {
    const { answer, cache, clock } = cacheOf();
    const known = answer('A');
    cache.set('a', known);
    await clock.advance(LIFE + 1);
    const stale = cache.staleIfError('a', failure(), new BatchCost());
    expect(stale && cache.age(stale)).toBe(LIFE + 1);
  });

  it('for half a minute; then renewal is tried again, and drops the label', async () => {
    const { answer, cache, clock } = cacheOf();
    cache.set('a', answer('A'));
    await clock.advance(LIFE + 1);
    cache.staleIfError('a', failure(), new BatchCost());
    await clock.advance(STANDS_IN);
    expect(cache.get('a')?.value).toBe('A');
    await clock.advance(1);
    expect(cache.get('a')).toBeUndefined();
    expect(cache.staleIfError('a', failure(), new BatchCost())?.value).toBe('A');
    await clock.advance(STANDS_IN + 1);
    cache.set('a', answer('B'));
    expect(cache.get('a')).toMatchObject({ value: 'B' });
    expect(cache.get('a')).not.toHaveProperty('staleBecause');
  });

  it('not where there is none, nor for a failure that lasts; but it is kept for the next time', async () => {
    const { answer, cache, clock } = cacheOf();
    expect(cache.staleIfError('a', failure(), new BatchCost())).toBeUndefined();
    cache.set('a', answer('A'));
    await clock.advance(LIFE + 1);
    expect(cache.staleIfError('a', failure(false), new BatchCost())).toBeUndefined();
    expect(cache.get('a')).toBeUndefined();
    expect(cache.staleIfError('a', failure(), new BatchCost())?.value).toBe('A');
  });
});

describe('AnswerCache is bounded', () => {
  it('by bytes, but keeps what is in lasting use when an operation brings more than there is room for', async () => {
    const { answer, cache, clock } = cacheOf({ maxBytes: 10_000 });
    const ttl = 3_600_000;
    cache.set('hot', answer('H', { ttl }));
    cache.set('cold', answer('C', { ttl }));
    await clock.advance(61_000);
    expect(cache.get('hot')?.value).toBe('H');
    for (let i = 0; i < 1000; i += 1) {
      cache.set(`bulk ${i}`, answer('B', { ttl }));
      cache.get(`bulk ${i}`);
    }
    expect([cache.get('hot')?.value, cache.get('cold')]).toEqual(['H', undefined]);
    expect(cache.bytes).toBeLessThanOrEqual(10_000);
    await clock.advance(ttl - 61_000);
    expect(cache.get('hot')?.value).toBe('H');
    await clock.advance(1);
    expect([cache.get('hot'), cache.getStale('hot')?.value]).toEqual([undefined, 'H']);
    cache.set('hot', answer('newer', { ttl }));
    expect(cache.get('hot')?.value).toBe('newer');
  });

  it('and keeps what is in lasting use when an operation runs again, and again, beside others', async () => {
    const { answer, cache, clock } = cacheOf({ maxBytes: 400_000 });
    const ttl = 36_000_000;
    const use = (name: string, count: number): number =>
      Array.from({ length: count }, (_, i) => `${name} ${i}`).filter((key) => {
        const known = cache.get(key);
        if (!known) {
          cache.set(key, answer('', { ttl }));
        }
        return known;
      }).length;
    use('hot', 100);
    for (let minutes = 0; minutes < 10; minutes += 1) {
      await clock.advance(61_000);
      use('hot', 100);
    }
    // The cache has room for it all, and for a quarter of it among the answers in lasting use.
    for (let runs = 0; runs < 4; runs += 1) {
      expect(use('repeated', 1500)).toBe(runs === 0 ? 0 : 1500);
      await clock.advance(61_000);
    }
    use('large', 3000);
    expect(use('hot', 100)).toBe(100);
    expect(cache.bytes).toBeLessThanOrEqual(400_000);
  });

  it('but not for ever: what is in use now takes the place of what was', async () => {
    const { answer, cache, clock } = cacheOf({ maxBytes: 10_000 });
    const ttl = 36_000_000;
    const useFor = async (name: string, minutes: number): Promise<void> => {
      for (let i = 0; i < 8; i += 1) {
        cache.set(`${name} ${i}`, answer(name, { ttl }));
      }
      for (let minute = 0; minute < minutes; minute += 1) {
        await clock.advance(61_000);
        for (let i = 0; i < 8; i += 1) {
          cache.get(`${name} ${i}`);
        }
      }
    };
    await useFor('old', 10);
    await useFor('new', 20);
    for (let i = 0; i < 1000; i += 1) {
      cache.set(`bulk ${i}`, answer('B', { ttl }));
    }
    expect(['old 0', 'new 0'].map((key) => cache.get(key)?.value)).toEqual([undefined, 'new']);
  });

  it('by bytes: what was not looked at longest goes first', () => {
    const { answer, cache } = cacheOf({ maxBytes: 1000 });
    cache.set('a', answer('A', { size: 200 }));
    cache.set('b', answer('B', { size: 200 }));
    cache.get('a');
    cache.set('c', answer('C', { size: 200 }));
    expect(['a', 'b', 'c'].map((key) => cache.get(key)?.value)).toEqual(['A', undefined, 'C']);
    expect(cache.bytes).toBeLessThanOrEqual(1000);
  });

  it('and does not keep an answer that is larger than all of it', () => {
    const { answer, cache } = cacheOf({ maxBytes: 1000 });
    cache.set('a', answer('A', { size: 5000 }));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('and counts what every entry costs beside its answer', () => {
    const { answer, cache } = cacheOf();
    cache.set('a', answer('A', { size: 0 }));
    expect(cache.bytes).toBeGreaterThan(0);
  });
});
