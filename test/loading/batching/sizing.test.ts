import { describe, expect, it } from 'vitest';

import { sizingOf } from '../../../src/loading/batching/sizing.js';
import { EASY, sizeOf } from './batch-sizes.js';

const NOW = 10_000;

/** The sizing of calls that take 100 ms and no more for 200 ids, at 3 permits in 1.1 s, so many of them free. */
function sizing(free: number) {
  const size = sizeOf(200);
  for (const ids of [200, 20, 200]) {
    size.note({ ...EASY, ids, took: 100 });
  }
  return sizingOf(size, { now: NOW, span: 1100, interval: 367, free });
}

describe('a permit for fewer keys than a call would take', () => {
  it('is worth it where there is one more than the calls to come need: the rest takes as many, once it has come', () => {
    expect([2, 3, 4].map((free) => sizing(free).isWorthAPermit(550, NOW + 200))).toEqual([false, false, true]);
  });

  it('suffices with as many as the calls of all keys need', () => {
    expect([1, 2, 3].map((free) => sizing(free).permitsSuffice(550))).toEqual([false, false, true]);
  });

  it('is not while more keys are coming', () => {
    expect(sizing(10).isWorthAPermit(550, -Infinity)).toBe(false);
  });

  it('is worth it where the next keys come when it can be had again', () => {
    expect([1000, 1100].map((ms) => sizing(1).isWorthAPermit(550, NOW + ms))).toEqual([false, true]);
  });

  it('is worth it once an answer is overdue for as long as a permit is taken', () => {
    expect([0, 1000, 1100].map((ms) => sizing(1).isWorthAPermit(550, NOW - ms))).toEqual([false, false, true]);
  });
});
