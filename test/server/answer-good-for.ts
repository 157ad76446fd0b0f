import type { Answer } from '../../src/loading/cache/answer-cache.js';
import { BatchCost } from '../../src/loading/operation/batch-cost.js';

export const SECOND = 1000;

/** An answer that is a second old, and of whose life so much is left. */
export function answerGoodFor(left: number): Answer<string> {
  const cost = new BatchCost();
  const call = { utility: 'elink', ids: 1, waited: 0, took: 10, size: 2, outcome: 'answered' } as const;
  cost.onCall({ ...call, source: 'sandbox' });
  return { value: 'A', cost, size: 1, ttl: left + SECOND, storedAt: 0, asOf: 0 };
}
