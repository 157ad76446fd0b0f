import type { CallOptions, CallSender } from '../../upstream/call.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { BatchSize } from './batch-size.js';

/** A batch of another question that has not been sent and could be answered by the same call. */
export interface MergeCandidate<Variant, V> {
  readonly variant: Variant;
  readonly keys: readonly string[];
  /** Keys that a call of its own may be about. */
  readonly size: number;
  /** Takes the batch out of the queue; it gets these answers instead. */
  readonly merge: (answers: Promise<ReadonlyMap<string, V | Error>>) => void;
}

export interface BatchOptions<Variant, V> extends CallOptions {
  /** Holds the permit of the batch, which its first call spends. */
  readonly client: CallSender;
  /** Keys in one call, to learn from its answers. */
  readonly size: BatchSize;
  /** What was known about a key, however old. */
  readonly before: (variant: Variant, key: string) => V | undefined;
  /** Known answers to calls that were sent before are too old for one of its operations. */
  readonly notBefore: Milliseconds;
  /** Batches of the same group that wait at this moment. */
  readonly mergeCandidates: () => MergeCandidate<Variant, V>[];
}

/** Answers a whole batch with one permit: an entry for every key, a value or the error of that key alone. */
export type BatchFunction<Variant, V> = (
  keys: readonly string[],
  options: BatchOptions<Variant, V>,
) => Promise<ReadonlyMap<string, V | Error>>;
