import type { Answer } from '../../src/loading/answer-cache.js';
import { Receipt } from '../../src/loading/receipt.js';

export const SECOND = 1000;

/** An answer that is a second old, and of whose life so much is left. */
export function answerGoodFor(left: number): Answer<string> {
  const receipt = new Receipt();
  const call = { utility: 'elink', ids: 1, waited: 0, took: 10, size: 2, outcome: 'answered' } as const;
  receipt.onCall({ ...call, source: 'sandbox' });
  return { value: 'A', receipt, bytes: 1, life: left + SECOND, since: 0 };
}
