import { describe, expect, it } from 'vitest';

import { sizingOf } from '../../../src/loading/batching/sizing.js';
import { EASY, sizeOf } from './batch-sizes.js';

const NOW = 10_000;

/** The sizing of calls that take 100 ms and so much more an id, at 3 permits in 1.1 s, so many of them free. */
function sizing(perId: number, free: number) {
  const size = sizeOf(200);
  for (const ids of [200, 20, 200, 20, 200]) {
    size.note({ ...EASY, ids, took: 100 + perId * ids });
  }
  return sizingOf(size, { now: NOW, span: 1100, interval: 367, free });
}

describe('a permit for fewer keys than a call would take', () => {
  it('is worth it where there are more permits than calls to come', () => {
    // Of 200 ids.
    expect([2, 3, 4].map((free) => sizing(0, free).isWorthAPermit(100, 450, NOW + 200))).toEqual([false, false, true]);
    expect([2, 3, 4].map((free) => sizing(0, free).permitsSuffice(550))).toEqual([false, false, true]);
  });

  it('is not while more keys are coming', () => {
    expect(sizing(20, 10).isWorthAPermit(100, 0, -Infinity)).toBe(false);
  });

  it('is worth it where the later calls, shorter by these keys, end earlier though the last of them leaves later', () => {
    const nextIn = (ms: number) => sizing(20, 1).isWorthAPermit(130, 270, NOW + ms);
    expect([300, 400, 500, 600].map(nextIn)).toEqual([false, false, false, true]);
    expect(sizing(2, 1).isWorthAPermit(130, 270, NOW + 500)).toBe(false);
  });

  it('is worth it once an answer is overdue for as long as a permit is taken', () => {
    const lateBy = (ms: number) => sizing(0, 1).isWorthAPermit(100, 300, NOW - ms);
    expect([0, 1000, 1200].map(lateBy)).toEqual([false, false, true]);
  });
});
