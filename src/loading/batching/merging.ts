import type { Milliseconds } from '../../upstream/clock.js';
import type { BatchCost } from '../operation/batch-cost.js';
import type { MergeCandidate } from './batch-function.js';
import type { BatchSize } from './batch-size.js';
import type { Waiters } from './waiters.js';

/** Results of a batch and the calls that they took. */
export interface Results<V> {
  readonly cost: BatchCost;
  readonly answers: Promise<ReadonlyMap<string, V | Error>>;
  /** When they were asked for. */
  readonly sentAt: Milliseconds;
}

/** A question whose keys wait, seen by the others of its group. */
export interface Waiting<Params, V> {
  readonly params: Params;
  readonly size: BatchSize;
  readonly peek: () => string[];
  readonly merge: (into: Waiters, keys: readonly string[], results: Results<V>) => void;
}

/** Questions with waiting keys that one call could answer together: those of one group. */
export type PendingBatches<Params, V> = Set<Waiting<Params, V>>;

/** What a call could answer as well. */
export function mergeCandidates<Params, V>(
  others: readonly Waiting<Params, V>[],
  into: Waiters,
  call: Omit<Results<V>, 'answers'>,
): MergeCandidate<Params, V>[] {
  return others.flatMap((other) => {
    const keys = other.peek();
    const merge: MergeCandidate<Params, V>['merge'] = (answers) => {
      other.merge(into, keys, { ...call, answers });
    };
    return keys.length === 0 ? [] : [{ variant: other.params, size: other.size.current, keys, merge }];
  });
}
