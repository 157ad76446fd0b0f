import { BatchSize } from '../../../src/loading/batching/batch-size.js';
import type { CallRecord } from '../../../src/upstream/call.js';

/** A call with ids that was answered soon. */
export const EASY: CallRecord = {
  utility: 'elink',
  ids: 100,
  waited: 0,
  took: 500,
  size: 10_000,
  source: 'ncbi',
  outcome: 'answered',
};
export const TIMED_OUT: CallRecord = { ...EASY, outcome: 'UPSTREAM_TIMEOUT', size: 0, source: undefined };
/** Easy answers to full batches after which a size grows. */
export const FAILURE_THRESHOLD = 3;

export function sizeOf(start: number, max = 200): BatchSize {
  return new BatchSize({ start, max });
}

/** Lets a size learn from easy answers to full batches. */
export function ease(size: BatchSize, times: number): void {
  for (let i = 0; i < times; i += 1) {
    size.note({ ...EASY, ids: size.current });
  }
}
