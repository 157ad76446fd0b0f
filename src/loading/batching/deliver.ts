import type { Pacer } from '../../upstream/rate-limit/pacer.js';
import { type BatchCost, BilledError } from '../operation/batch-cost.js';
import type { BurstDebounce } from './debounce.js';
import type { SentBatch } from './pending-batch.js';
import type { PendingKey } from './pending-key.js';

/** Answers that are sent to other processes at once; these settle them a few at a time. */
const MESSAGE_SIZE = 100;

/** Called with what the callers of a key got. */
export type OnDelivered<Kept> = (key: string, kept: Kept) => void;

interface DeliverOptions<Kept> {
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
 * @returns Resolves when all that follows is requested.
 */
export async function deliver<Kept>(
  batch: SentBatch<Kept>,
  kept: ReadonlyMap<PendingKey<Kept>, Kept | Error>,
  { debounce, pacer, onDelivered }: DeliverOptions<Kept>,
): Promise<void> {
  const operations = [...batch.waiters.flows];
  const onChunk = (): void => {
    for (const { dependencies } of operations) {
      dependencies.answered(batch);
    }
  };
  const [far, near]: [(() => void)[], (() => void)[]] = [[], []];
  for (const [pendingKey, outcome] of kept) {
    (pendingKey.isFar ? far : near).push(() => {
      pendingKey.settle(outcome);
    });
  }
  const turn = (): Promise<void> => debounce.turn();
  batch.answerAt = -Infinity;
  if (far.length > 0) {
    await runInChunks(far, onChunk, turn, MESSAGE_SIZE);
  }
  await runInChunks(near, onChunk, turn);
  if (onDelivered) {
    await debounce.lookupsSettled();
    for (const [{ key }, answer] of kept) {
      if (!(answer instanceof Error)) {
        onDelivered(key, answer);
      }
    }
  }
  await debounce.settled();
  batch.answerAt = Infinity;
  const followings = operations.flatMap((operation) => {
    const settled = (): void => {
      operation.dependencies.settled(batch);
    };
    const followed = operation.followed();
    if (!followed) {
      settled();
    }
    return followed ? [followed.then(settled)] : [];
  });
  pacer.reconsider();
  await Promise.all(followings);
  pacer.reconsider();
}

/** What callers get; a failure as it is billed. */
export function attempt<Kept>(keep: () => Kept | Error, cost: BatchCost): Kept | Error {
  try {
    return keep();
  } catch (error) {
    return error instanceof BilledError ? error : new BilledError(error, cost);
  }
}

/**
 * Steps that run before the event loop goes round. What operations request next cannot leave while they run, and a batch
 * of records that lead to ten others each keeps them busy for a tenth of a second.
 */
const CHUNK_SIZE = 5;

/**
 * Runs steps a few at a time.
 *
 * @param onChunk - Called before each few.
 * @param turn - Lets the event loop go round once.
 * @param size - How many are a few.
 */
export async function runInChunks(
  steps: readonly (() => void)[],
  onChunk: () => void,
  turn: () => Promise<void>,
  size = CHUNK_SIZE,
): Promise<void> {
  for (let start = 0; start < steps.length; start += size) {
    if (start > 0) {
      await turn();
    }
    onChunk();
    for (const step of steps.slice(start, start + size)) {
      step();
    }
  }
}
