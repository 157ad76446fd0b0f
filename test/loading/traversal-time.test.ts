import { describe, expect, it } from 'vitest';

import { HEAVY_TAIL, type LatencyModel } from '../../src/sandbox/latency.js';
import { type Shape, VirtualGateway } from '../support/virtual-gateway.js';

const perId = (baseMs: number, perIdMs: number): LatencyModel => ({ kind: 'per-id', baseMs, perIdMs });

/** 100 papers, 250 genes, 2,000 proteins, 400 structures. */
const REFERENCE: Shape = [100, 250, 2000, 400];

/**
 * Seconds of the best schedule over batch sizes, found by annealing over sequences of levels and sizes with at most 200
 * ids a call, for 3 and 10 starts in any 1.1 s.
 */
const FLOORS: readonly (readonly [latency: LatencyModel, at3: number, at10: number])[] = [
  [{ kind: 'constant', ms: 500 }, 5.9, 3.1],
  [perId(100, 20), 10.4, 5.9],
  [HEAVY_TAIL, 5.5, 2.45],
  [perId(300, 2), 6.2, 2.9],
  [perId(200, 10), 8.3, 4.65],
  [perId(500, 0.5), 6.1, 3.2],
];

/** How many times as long as the floor the traversals take, each with a gateway that has learned nothing, and again. */
async function ratios(): Promise<{ first: number[]; second: number[] }> {
  const first: number[] = [];
  const second: number[] = [];
  for (const [latency, at3, at10] of FLOORS) {
    for (const [rps, floor] of [
      [3, at3],
      [10, at10],
    ] as const) {
      const gateway = new VirtualGateway(REFERENCE, latency, rps);
      first.push((await gateway.traverse()).ms / 1000 / floor);
      await gateway.expire();
      second.push((await gateway.traverse()).ms / 1000 / floor);
    }
  }
  return { first, second };
}

function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length);
}

// Seconds of processor time on a quiet machine; nothing here depends on how long it takes.
describe('the reference traversal in virtual time', { timeout: 180_000 }, () => {
  it('takes at most 1.12 of the best schedule at first, and 1.10 once latency is learned', async () => {
    const { first, second } = await ratios();
    expect(geometricMean(first)).toBeLessThan(1.12);
    expect(geometricMean(second)).toBeLessThan(1.1);
    // The floor of the heavy tail is that of other draws.
    expect(Math.max(...first)).toBeLessThan(1.5);
    expect(Math.max(...second)).toBeLessThan(1.3);
  });

  it('never starts more calls in a window than the rate allows', async () => {
    const { calls } = await new VirtualGateway(REFERENCE, perId(100, 20), 10).traverse();
    const starts = calls.map(({ start }) => start).toSorted((a, b) => a - b);
    expect(starts.every((start, index) => start - (starts[index - 10] ?? -Infinity) >= 1100)).toBe(true);
  });

  it('requests no id twice', async () => {
    const { calls } = await new VirtualGateway(REFERENCE, { kind: 'constant', ms: 500 }, 3).traverse();
    expect(calls.reduce((sum, { ids }) => sum + ids, 0)).toBe(100 + 250 + 2000 + 400);
  });
});
