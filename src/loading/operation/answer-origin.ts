import type { EntrezError } from '../../eutils/failures/errors.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { BatchCost } from './batch-cost.js';

/** A failed revalidation of an answer, and what it cost. */
export interface FailedRevalidation {
  readonly failure: EntrezError;
  readonly cost: BatchCost;
}

/** What an answer cost and how long it holds, whatever its value. */
export interface AnswerOrigin {
  readonly cost: BatchCost;
  /** How long it may be returned without a request. */
  readonly ttl: Milliseconds;
  /** Why this answer is older than its `ttl`. */
  readonly staleBecause?: FailedRevalidation;
}
