import type { Pacer } from '../../upstream/rate-limit/pacer.js';
import type { BurstDebounce } from './debounce.js';
import { runInChunks } from './run-in-chunks.js';
import type { SentBatch } from './pending-batch.js';
import type { PendingKey } from './pending-key.js';

/** Called with what the callers of a key got. */
export type OnDelivered<Kept> = (key: string, kept: Kept) => void;

export interface DeliverOptions<Kept> {
  readonly debounce: BurstDebounce;
  readonly pacer: Pacer;
  /**
   * Called for each answer once what it leads to is requested or being looked up: another process that had the answer
   * earlier would request a part of that, in one call more.
   */
  readonly onDelivered?: OnDelivered<Kept> | undefined;
}

/**
 * Settles the keys of a batch, a few at a time: the operations that wait for the first of them request what follows
 * while the others are still being settled. Until all that follows is requested, the batch counts as unsettled, so that
 * other batches wait for those keys.
 *
 * @param kept - What the callers of each key get, a promise where it comes with another batch.
 */
export function deliver<Kept>(
  batch: SentBatch<Kept>,
  kept: ReadonlyMap<PendingKey<Kept>, Kept | Error>,
  { debounce, pacer, onDelivered }: DeliverOptions<Kept>,
): void {
  const operations = [...batch.waiters.flows];
  const onChunk = (): void => {
    for (const { dependencies } of operations) {
      dependencies.answered(batch);
    }
  };
  const settleAll = [...kept].map(([pendingKey, outcome]) => (): void => {
    pendingKey.settle(outcome);
  });
  const conclude = async (): Promise<void> => {
    await runInChunks(settleAll, onChunk, () => debounce.turn());
    if (onDelivered) {
      await debounce.lookupsSettled();
      for (const [{ key }, answer] of kept) {
        if (!(answer instanceof Error)) {
          onDelivered(key, answer);
        }
      }
    }
    await debounce.settled();
    for (const { dependencies } of operations) {
      dependencies.settled(batch);
    }
    pacer.reconsider();
  };
  void conclude();
}
