import { describe, expect, it } from 'vitest';

import { ease, EASY, FAILURE_THRESHOLD, sizeOf, TIMED_OUT } from './batch-sizes.js';

describe('BatchSize learns what calls take', () => {
  it('from those that were answered only', () => {
    const size = sizeOf(100);
    for (const outcome of ['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'MALFORMED_RESPONSE'] as const) {
      size.note({ ...EASY, outcome });
    }
    expect([size.latency, sizeOf(100).latency]).toEqual([undefined, undefined]);
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
