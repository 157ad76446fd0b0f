import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BatchSize } from '../../../src/loading/batching/batch-size.js';
import type { CallRecord } from '../../../src/upstream/call.js';
import { ease, EASY, FAILURE_THRESHOLD, sizeOf, TIMED_OUT } from './batch-sizes.js';

describe('BatchSize is halved at once', () => {
  it.each<readonly [string, Partial<CallRecord>]>([
    ['timed out', { outcome: 'UPSTREAM_TIMEOUT' }],
    ['was answered with something that cannot be read, such as half a body', { outcome: 'MALFORMED_RESPONSE' }],
    ['took very long', { took: 15_001 }],
    ['was answered at very great length', { size: 16 * 1024 * 1024 + 1 }],
  ])('when a call of that size %s', (_, what) => {
    const size = sizeOf(100);
    size.note({ ...EASY, ...what });
    expect(size.current).toBe(50);
  });

  it('once, when equal batches fail together', () => {
    const size = sizeOf(100);
    size.note(TIMED_OUT);
    size.note(TIMED_OUT);
    expect(size.current).toBe(50);
    size.note({ ...TIMED_OUT, ids: 50 });
    expect(size.current).toBe(25);
  });

  it('but never below one', () => {
    const size = sizeOf(1);
    size.note({ ...TIMED_OUT, ids: 1 });
    expect(size.current).toBe(1);
  });

  it('not when few keys fail: that tells nothing of the size of many', () => {
    const size = sizeOf(100);
    for (const ids of [0, 1, 2, 10, 50]) {
      size.note({ ...TIMED_OUT, ids });
      size.note({ ...EASY, ids, took: 60_000 });
    }
    expect(size.current).toBe(100);
  });

  it('not when it was not the size that failed', () => {
    const size = sizeOf(100);
    for (const outcome of [
      'UPSTREAM_UNAVAILABLE',
      'UPSTREAM_RATE_LIMITED',
      'UNKNOWN_ID',
      'INVALID_API_KEY',
      'abandoned',
    ] as const) {
      size.note({ ...EASY, outcome });
    }
    expect(size.current).toBe(100);
  });
});

describe('BatchSize grows slowly', () => {
  it('by a tenth, after three full batches that were answered with ease', () => {
    const size = sizeOf(100);
    ease(size, FAILURE_THRESHOLD - 1);
    expect(size.current).toBe(100);
    ease(size, 1);
    expect(size.current).toBe(110);
    ease(size, FAILURE_THRESHOLD);
    expect(size.current).toBe(121);
  });

  it('by one at least, and never beyond its bound', () => {
    const size = sizeOf(1, 3);
    ease(size, FAILURE_THRESHOLD);
    expect(size.current).toBe(2);
    ease(size, 10 * FAILURE_THRESHOLD);
    expect(size.current).toBe(3);
  });

  it('not by batches that are not full', () => {
    const size = sizeOf(100);
    for (let i = 0; i < 10 * FAILURE_THRESHOLD; i += 1) {
      size.note({ ...EASY, ids: 99 });
    }
    expect(size.current).toBe(100);
  });

  it.each<readonly [string, Partial<CallRecord>]>([
    ['slow', { took: 5001 }],
    ['long', { size: 4 * 1024 * 1024 + 1 }],
  ])('anew after a full answer that was a little %s', (_, what) => {
    const size = sizeOf(100);
    ease(size, FAILURE_THRESHOLD - 1);
    size.note({ ...EASY, ...what });
    ease(size, FAILURE_THRESHOLD - 1);
    expect(size.current).toBe(100);
    ease(size, 1);
    expect(size.current).toBe(110);
  });

  it('anew after a failure', () => {
    const size = sizeOf(100);
    ease(size, FAILURE_THRESHOLD - 1);
    size.note(TIMED_OUT);
    ease(size, FAILURE_THRESHOLD - 1);
    expect(size.current).toBe(50);
    ease(size, 1);
    expect(size.current).toBe(55);
  });
});

describe('BatchSize takes for neither hard nor difficult', () => {
  it.each<readonly [string, Partial<CallRecord>, number]>([
    ['15 s', { took: 15_000 }, 100],
    ['16 MB', { size: 16 * 1024 * 1024 }, 100],
    ['5 s', { took: 5000 }, 110],
    ['4 MB', { size: 4 * 1024 * 1024 }, 110],
  ])('%s exactly', (_, what, expected) => {
    const size = sizeOf(100);
    ease(size, FAILURE_THRESHOLD - 1);
    size.note({ ...EASY, ...what });
    expect(size.current).toBe(expected);
  });
});

describe('BatchSize that NCBI states', () => {
  it('is at least one, never more than it was, and begins anew to grow', () => {
    const size = sizeOf(100);
    ease(size, FAILURE_THRESHOLD - 1);
    size.fit(120);
    ease(size, 1);
    expect(size.current).toBe(100);
    size.fit(40);
    expect(size.current).toBe(40);
    size.fit(0);
    expect(size.current).toBe(1);
  });
});

describe('BatchSize before any call was answered', () => {
  it.each([
    ['divides 100 keys over permits that would be idle at 10 a second', 100, 110, 59],
    ['divides no few keys', 40, 110, 40],
    ['divides 100 keys nowhere at 3 a second', 100, 1100 / 3, 100],
    ['divides 200 keys at 3 a second, since the second call ends with the first', 200, 1100 / 3, 145],
    ['divides nothing where permits are cheaper than at NCBI', 200, 22, 200],
  ])('%s', (_, keys, interval, expected) => {
    expect(sizeOf(200).soonest(keys, interval)).toBe(expected);
  });

  it('divides no rest of many keys beside whole calls, which end no sooner', () => {
    const size = sizeOf(200);
    expect([2000, 1800, 400, 200, 100].map((keys) => size.soonest(keys, 110))).toEqual([200, 200, 200, 200, 100]);
  });

  it('divides nothing of a search, which takes the same time for many keys', () => {
    expect(new BatchSize({ start: 200, max: 200, isFlat: true }).soonest(200, 110)).toBe(200);
  });
});

describe('BatchSize under random time-outs', () => {
  it('stays near its bound when one call in fifty times out, as NCBI has it on common days', () => {
    const size = sizeOf(100);
    const sizes: number[] = [];
    for (let call = 1; call <= 1000; call += 1) {
      size.note({ ...(call % 50 === 0 ? TIMED_OUT : EASY), ids: size.current });
      sizes.push(size.current);
    }
    expect(sizes.reduce((sum, current) => sum + current, 0) / sizes.length).toBeGreaterThan(100);
  });
});

describe('BatchSize, whatever happens', () => {
  it('is a whole number between one and its bound, and no call makes it less than a quarter', () => {
    const outcome = fc.constantFrom('answered', 'UPSTREAM_TIMEOUT', 'MALFORMED_RESPONSE', 'UPSTREAM_UNAVAILABLE');
    const call = fc.record({ ids: fc.nat(300), took: fc.nat(30_000), size: fc.nat(32 * 1024 * 1024), outcome });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.array(call, { maxLength: 100 }), (start, calls) => {
        const size = sizeOf(start);
        for (const { outcome: how, ...what } of calls) {
          const before = size.current;
          size.note({ ...EASY, ...what, outcome: how });
          expect(Number.isInteger(size.current)).toBe(true);
          expect(size.current).toBeLessThanOrEqual(200);
          expect(size.current).toBeGreaterThanOrEqual(Math.max(1, Math.floor((before + 1) / 4)));
        }
      }),
    );
  });
});
