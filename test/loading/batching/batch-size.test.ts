import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BatchSize } from '../../../src/loading/batching/batch-size.js';
import type { CallRecord } from '../../../src/upstream/call.js';

const EASY: CallRecord = {
  utility: 'elink',
  ids: 100,
  waited: 0,
  took: 500,
  size: 10_000,
  source: 'ncbi',
  outcome: 'answered',
};
const TIMED_OUT: CallRecord = { ...EASY, outcome: 'UPSTREAM_TIMEOUT', size: 0, source: undefined };
/** Easy answers to full batches after which a size grows. */
const FAILURE_THRESHOLD = 3;

function sizeOf(start: number, max = 200): BatchSize {
  return new BatchSize({ start, max });
}

/** Lets a size learn from easy answers to full batches. */
function ease(size: BatchSize, times: number): void {
  for (let i = 0; i < times; i += 1) {
    size.note({ ...EASY, ids: size.current });
  }
}

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

describe('BatchSize learns what calls take', () => {
  it('from those that were answered, and from the time in which something came', () => {
    const size = sizeOf(100);
    for (const outcome of ['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'MALFORMED_RESPONSE'] as const) {
      size.note({ ...EASY, outcome });
    }
    expect([size.latency, sizeOf(100).latency]).toEqual([undefined, undefined]);
    const [early, late, all] = [sizeOf(100), sizeOf(100), sizeOf(100)];
    early.note({ ...EASY, took: 4000, idle: 500 });
    late.note({ ...EASY, took: 500, idle: 4000 });
    all.note({ ...EASY, took: 500 });
    expect(early.latency).toEqual(all.latency);
    expect(late.latency).toEqual(all.latency);
  });

  it('and divides no call to save less of it than a part that is worth another permit', () => {
    const size = sizeOf(200);
    // 10 s and 10 ms an id.
    for (const ids of Array.from({ length: 50 }, (_, call) => (call % 2 === 0 ? 10 : 200))) {
      size.note({ ...EASY, ids, took: 10_000 + 10 * ids });
    }
    const { base = 0, perId = 0 } = size.latency ?? {};
    const whole = 100;
    const intervals = Array.from({ length: 200 }, (_, i) => 110 + 10 * i);
    const savings = intervals.map((interval) => perId * (whole - size.soonest(whole, interval)));
    expect(Math.min(...savings.filter((saved) => saved > 0))).toBeGreaterThan(0.03 * (base + perId * whole));
    expect(savings.filter((saved) => saved > 0).length).toBeGreaterThan(10);
    expect(savings.at(-1)).toBe(0);
  });
});

describe('BatchSize of another process', () => {
  it('is nothing as long as nothing has been learned', () => {
    expect(sizeOf(100).learned).toBeUndefined();
    const size = sizeOf(100);
    size.note(TIMED_OUT);
    expect(size.learned).toEqual({ cap: 50, latency: undefined });
    const seen = sizeOf(100);
    seen.note({ ...EASY, ids: 10 });
    expect(seen.learned).toMatchObject({ cap: 100, latency: { w: expect.any(Number) as number } });
  });

  it.each([
    [150, 150],
    [20, 20],
    [1, 13],
    [1000, 200],
    [NaN, 100],
    [1.5, 100],
  ])('is taken over within bounds: %d as %d', (cap, expected) => {
    const size = sizeOf(100);
    size.recall({ cap, latency: undefined });
    expect(size.current).toBe(expected);
    expect(size.latency).toBeUndefined();
  });

  it('does not replace what has been learned here', () => {
    const size = sizeOf(100);
    size.note(TIMED_OUT);
    size.recall({ cap: 150, latency: undefined });
    expect(size.current).toBe(50);
  });

  it('teaches what calls take', () => {
    const size = sizeOf(100);
    size.note({ ...EASY, took: 3000 });
    const { learned } = size;
    const other = sizeOf(100);
    other.recall(learned ?? { cap: 1, latency: undefined });
    expect(other.latency).toEqual(size.latency);
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

describe('BatchSize is restored', () => {
  it('when what failed was one poison key', () => {
    const size = sizeOf(100);
    size.note(TIMED_OUT);
    size.note({ ...TIMED_OUT, ids: 50 });
    size.restore(100);
    expect(size.current).toBe(100);
  });

  it('but never to less than it has become', () => {
    const size = sizeOf(100);
    ease(size, FAILURE_THRESHOLD);
    size.restore(100);
    expect(size.current).toBe(110);
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
