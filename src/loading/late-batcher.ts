import DataLoader from 'dataloader';

import type { AskOptions } from '../upstream/door.js';
import type { Pacer, Permit } from '../upstream/pacer.js';
import type { Gathering } from './gathering.js';
import { CostlyError, Receipt } from './receipt.js';

/** Answers a whole batch with one permit: an entry for every key, a value or the error of that key alone. */
export type BatchFunction<V> = (
  keys: readonly string[],
  options: AskOptions & { readonly permit: Permit },
) => Promise<ReadonlyMap<string, V | Error>>;

export interface Batched<V> {
  readonly value: V;
  readonly receipt: Receipt;
}

/** The reason of keys whose batch was given up before it was sent, because no caller was left. */
export class AbandonedBatchError extends Error {
  override readonly name = 'AbandonedBatchError';
}

/** One key in a batch, and how many callers still want it. */
interface Wish {
  readonly key: string;
  readonly batch: OpenBatch;
  waiting: number;
}

/** A batch that has not been sent. It gives up its place in the queue when nobody wants any of its keys. */
class OpenBatch {
  readonly #abandon = new AbortController();
  permit: Permit | undefined;
  failure: unknown;
  #wanted = 0;

  get signal(): AbortSignal {
    return this.#abandon.signal;
  }

  join(): void {
    this.#wanted += 1;
  }

  leave(): void {
    this.#wanted -= 1;
    if (this.#wanted === 0 && !this.permit) {
      this.#abandon.abort(new AbandonedBatchError('Nobody waits for this batch any more.'));
    }
  }
}

/**
 * Collects keys into batches that close when the pacer grants their permit, not at the end of a tick. Until then
 * siblings, deeper fields and other operations join, since the permit is what a batch really waits for. DataLoader
 * does the collecting; its own cache is off, because it would send even known keys through a batch.
 */
export class LateBatcher<V> {
  readonly #loader: DataLoader<Wish, Batched<V>>;
  readonly #pacer: Pacer;
  readonly #gathering: Gathering;
  readonly #run: BatchFunction<V>;
  readonly #wishes = new Map<string, Wish>();
  /** The batch that new keys go to: DataLoader always fills the one it scheduled last. */
  #filling: OpenBatch | undefined;
  /** Handed from the schedule function to the batch function, which DataLoader calls at once. */
  #dispatching: OpenBatch | undefined;

  constructor(options: {
    readonly pacer: Pacer;
    readonly gathering: Gathering;
    readonly maxBatchSize: number;
    readonly run: BatchFunction<V>;
  }) {
    this.#pacer = options.pacer;
    this.#gathering = options.gathering;
    this.#run = options.run;
    this.#loader = new DataLoader<Wish, Batched<V>>((wishes) => this.#answer(wishes), {
      cache: false,
      maxBatchSize: options.maxBatchSize,
      batchScheduleFn: (dispatch) => {
        const batch = new OpenBatch();
        this.#filling = batch;
        void this.#enter(batch, dispatch);
      },
    });
  }

  /**
   * Puts a key into a batch. The caller counts as wanting it until it calls {@link LateBatcher.leave}.
   *
   * @throws {@link CostlyError} with the failure of this key as its cause.
   */
  async load(key: string): Promise<Batched<V>> {
    this.#gathering.note();
    // DataLoader schedules a new batch synchronously when it needs one, so `#filling` is right only after `load`.
    const wish = { key, waiting: 0 } as { key: string; waiting: number; batch: OpenBatch };
    const answer = this.#loader.load(wish);
    if (!this.#filling) {
      throw new Error('DataLoader did not schedule a batch.');
    }
    wish.batch = this.#filling;
    this.#wishes.set(key, wish);
    try {
      return await answer;
    } finally {
      if (this.#wishes.get(key) === wish) {
        this.#wishes.delete(key);
      }
    }
  }

  /** One more caller wants the key under way. */
  join(key: string): void {
    const wish = this.#wishes.get(key);
    if (wish) {
      wish.waiting += 1;
      if (wish.waiting === 1) {
        wish.batch.join();
      }
    }
  }

  /** One caller less wants the key. It is still asked for if its batch goes out for other keys. */
  leave(key: string): void {
    const wish = this.#wishes.get(key);
    if (wish) {
      wish.waiting -= 1;
      if (wish.waiting === 0) {
        wish.batch.leave();
      }
    }
  }

  async #enter(batch: OpenBatch, dispatch: () => void): Promise<void> {
    try {
      await this.#gathering.over();
      batch.permit = await this.#pacer.acquire(batch.signal);
    } catch (error) {
      batch.failure = error;
    }
    this.#dispatching = batch;
    dispatch();
  }

  async #answer(wishes: readonly Wish[]): Promise<(Batched<V> | CostlyError)[]> {
    const batch = this.#dispatching;
    const receipt = new Receipt();
    if (!batch?.permit) {
      return wishes.map(() => new CostlyError(batch?.failure, receipt));
    }
    const keys = [...new Set(wishes.map((wish) => wish.key))];
    try {
      const answers = await this.#run(keys, { permit: batch.permit, signal: batch.signal, onCall: receipt.onCall });
      return wishes.map(({ key }) => {
        const value = answers.get(key) ?? new Error(`The batch function left out ${key}.`);
        return value instanceof Error ? new CostlyError(value, receipt) : { value, receipt };
      });
    } catch (error) {
      return wishes.map(() => new CostlyError(error, receipt));
    } finally {
      // The door has done so after its first call, if the batch function came to make one.
      batch.permit.release();
    }
  }
}
