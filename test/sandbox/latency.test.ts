import { describe, expect, it } from 'vitest';

import { createLatency, HEAVY_TAIL, LONGEST_DELAY_MS, parseLatency } from '../../src/sandbox/latency.js';

describe('parseLatency', () => {
  it.each([
    ['none', { kind: 'none' }],
    ['200', { kind: 'constant', ms: 200 }],
    [' 0 ', { kind: 'constant', ms: 0 }],
    ['per-id:100+20', { kind: 'per-id', baseMs: 100, perIdMs: 20 }],
    ['heavy-tail', HEAVY_TAIL],
  ])('reads %s', (text, model) => {
    expect(parseLatency(text)).toEqual(model);
  });

  it.each(['', 'fast', '-5', '1.5', 'per-id:100', '100+20', 'per-id:+20', 'heavy'])(
    'refuses "%s" and names the forms it knows',
    (text) => {
      expect(() => parseLatency(text)).toThrow(RangeError);
      expect(() => parseLatency(text)).toThrow(`"${text}" is no latency: expected "none", milliseconds such as "200"`);
    },
  );
});

describe('createLatency', () => {
  it('grows with the ids asked about', () => {
    const delayOf = createLatency({ kind: 'per-id', baseMs: 100, perIdMs: 20 }, 1);
    expect([0, 1, 50].map(delayOf)).toEqual([100, 120, 1100]);
  });

  it('repeats a heavy tail for the same seed and changes it for another', () => {
    const sample = (seed: number): readonly number[] => {
      const delayOf = createLatency(HEAVY_TAIL, seed);
      return Array.from({ length: 5 }, () => delayOf(1));
    };
    expect(sample(7)).toEqual(sample(7));
    expect(sample(7)).not.toEqual(sample(8));
  });

  it('has the documented median and a tail that ends', () => {
    const delayOf = createLatency(HEAVY_TAIL, 42);
    const delays = Array.from({ length: 20_000 }, () => delayOf(1)).toSorted((a, b) => a - b);
    expect(delays[10_000]).toBeGreaterThan(HEAVY_TAIL.medianMs * 0.95);
    expect(delays[10_000]).toBeLessThan(HEAVY_TAIL.medianMs * 1.05);
    const slow = delays.filter((delay) => delay > 800).length / delays.length;
    expect(slow).toBeGreaterThan(0.04);
    expect(slow).toBeLessThan(0.06);
    expect(delays.at(-1)).toBeLessThanOrEqual(LONGEST_DELAY_MS);
    expect(delays[0]).toBeGreaterThan(0);
  });
});
