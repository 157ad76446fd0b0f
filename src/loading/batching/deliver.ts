import type { Pacer } from '../../upstream/rate-limit/pacer.js';
import type { BurstDebounce } from './debounce.js';
import { resolveInChunks } from './resolve-in-chunks.js';
import type { PendingBatch } from './pending-batch.js';

/** Told of what the callers of a key got. */
export type OnDelivered<Kept> = (key: string, kept: Kept) => void;

export interface DeliverOptions<Kept> {
  readonly debounce: BurstDebounce;
  readonly pacer: Pacer;
  /**
   * Called for each answer when what it leads to has been asked, too, or is being looked for: another process that had the
   * answer earlier would ask a part of it, in one call more.
   */
  readonly onDelivered?: OnDelivered<Kept> | undefined;
}

/**
 * Lets the operations of a batch go on, some after the others, and ask what follows, before other batches stop waiting
 * for that.
 *
 * @param kept - What the callers of its keys get, in the order of its wishes.
 * @returns The same as DataLoader takes it, most of it for later.
 */
export function deliver<Variant, V, Kept>(
  batch: PendingBatch<Variant, V, Kept>,
  kept: readonly (Kept | Error)[],
  { debounce, pacer, onDelivered }: DeliverOptions<Kept>,
): (Kept | Error)[] {
  const operations = [...batch.waiters.flows];
  const onChunk = (): void => {
    for (const { dependencies } of operations) {
      dependencies.answered(batch);
    }
  };
  const { outcomes, done } = resolveInChunks(kept, onChunk, () => debounce.turn());
  const conclude = async (): Promise<void> => {
    await done;
    if (onDelivered) {
      await debounce.lookupsSettled();
      for (const [index, { key }] of batch.pendingKeys.entries()) {
        const answer = kept[index];
        if (answer !== undefined && !(answer instanceof Error)) {
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
  return outcomes;
}
