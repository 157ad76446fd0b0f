import type { Pacer } from '../upstream/pacer.js';
import type { Gathering } from './gathering.js';
import { inTurns } from './in-turns.js';
import type { OpenBatch } from './open-batch.js';

/** Told of what the callers of a key got. */
export type Share<Kept> = (key: string, kept: Kept) => void;

export interface HandOutOptions<Kept> {
  readonly gathering: Gathering;
  readonly pacer: Pacer;
  /**
   * Called for each answer when what it leads to has been asked, too, or is being looked for: another process that had the
   * answer earlier would ask a part of it, in one call more.
   */
  readonly share?: Share<Kept> | undefined;
}

/**
 * Lets the operations of a batch go on, some after the others, and ask what follows, before other batches stop waiting
 * for that.
 *
 * @param kept - What the callers of its keys get, in the order of its wishes.
 * @returns The same as DataLoader takes it, most of it for later.
 */
export function handOut<Variant, V, Kept>(
  batch: OpenBatch<Variant, V, Kept>,
  kept: readonly (Kept | Error)[],
  { gathering, pacer, share }: HandOutOptions<Kept>,
): (Kept | Error)[] {
  const operations = [...batch.crowd.shares];
  const goOn = (): void => {
    for (const { feeding } of operations) {
      feeding.answer(batch);
    }
  };
  const { outcomes, done } = inTurns(kept, goOn, () => gathering.turn());
  const conclude = async (): Promise<void> => {
    await done;
    if (share) {
      await gathering.lookedUp();
      for (const [index, { key }] of batch.wishes.entries()) {
        const answer = kept[index];
        if (answer !== undefined && !(answer instanceof Error)) {
          share(key, answer);
        }
      }
    }
    await gathering.over();
    for (const { feeding } of operations) {
      feeding.end(batch);
    }
    pacer.reconsider();
  };
  void conclude();
  return outcomes;
}
