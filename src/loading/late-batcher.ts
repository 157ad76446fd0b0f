import DataLoader from 'dataloader';

import type { Door } from '../upstream/door.js';
import type { BatchFunction, BatchOptions, Companion } from './batch-function.js';
import type { BatchSize } from './batch-size.js';
import { AbandonedBatchError, budgetExceeded, type Wait } from './crowd.js';
import type { Gathering } from './gathering.js';
import { handOut, type Share } from './hand-out.js';
import { OpenBatch, Wish } from './open-batch.js';
import type { Operation } from './operation.js';
import { CostlyError, Receipt } from './receipt.js';

/** Turns the outcome for a key into what its callers get; throws a {@link CostlyError} for a failure. */
export type Keep<V, Kept> = (key: string, outcome: V | Error, receipt: Receipt) => Kept;

interface Entry<Variant, V> {
  readonly batch: OpenBatch<Variant, V, unknown>;
  readonly size: BatchSize;
  readonly dispatch: () => void;
}

/** Batches that wait and that one call could answer together: those of one group. */
export type WaitingRoom<Variant, V> = Set<Entry<Variant, V>>;

export interface LateBatcherOptions<Variant, V, Kept> {
  readonly variant: Variant;
  /** Names the question, so that operations can learn what leads to what. */
  readonly question?: string;
  readonly door: Door;
  readonly gathering: Gathering;
  readonly size: BatchSize;
  readonly run: BatchFunction<Variant, V>;
  readonly keep: Keep<V, Kept>;
  readonly share?: Share<Kept> | undefined;
  readonly before?: BatchOptions<Variant, V>['before'];
  /** Whether another kind of question has brought the answer for a key while its batch waited. */
  readonly isKnown?: (key: string) => boolean;
  /** Shared with the batchers of the same group. */
  readonly room?: WaitingRoom<Variant, V> | undefined;
}

/**
 * Collects keys into batches that close when the pacer grants their permit, not at the end of a tick. Until then
 * siblings, deeper fields and other operations join, since the permit is what a batch really waits for. DataLoader
 * does the collecting; its own cache is off, because it would send even known keys through a batch.
 */
export class LateBatcher<Variant, V, Kept> {
  readonly #options: LateBatcherOptions<Variant, V, Kept>;
  readonly #question: string;
  readonly #room: WaitingRoom<Variant, V>;
  readonly #underWay = new Map<string, Wish<Kept>>();
  #loader: DataLoader<string, Kept>;
  #loaderSize: number;
  /** The batch that new keys go to: DataLoader always fills the one it scheduled last. */
  #filling: OpenBatch<Variant, V, Kept> | undefined;
  /** Handed from the schedule function to the batch function, which DataLoader calls at once. */
  #dispatching: OpenBatch<Variant, V, Kept> | undefined;

  constructor(options: LateBatcherOptions<Variant, V, Kept>) {
    this.#options = options;
    this.#question = options.question ?? '';
    this.#room = options.room ?? new Set();
    this.#loaderSize = options.size.current;
    this.#loader = this.#createLoader();
  }

  /**
   * What `keep` makes of the answer for a key, which is asked for once however many want it.
   *
   * @throws {@link CostlyError} as `keep` throws it, or with an {@link AbandonedBatchError} when the others who wanted
   * the key left, and its batch with them, in the moment this operation joined.
   * @throws EntrezError `BUDGET_EXCEEDED` or `DEADLINE_EXCEEDED` of the operation.
   */
  load(key: string, operation: Operation): Promise<Kept> {
    const known = this.#underWay.get(key);
    if (!known && operation.spentUp) {
      return Promise.reject(budgetExceeded(operation));
    }
    operation.feeding.ask(this.#question);
    const wish = known ?? this.#begin(key);
    const onEnd = this.#options.door.observer?.waitBegins?.(operation, this.#question);
    const answer = operation.wait(
      () => wish.answer,
      (giveUp) => {
        const wait: Wait = { operation, giveUp };
        if (!wish.join(wait)) {
          giveUp(budgetExceeded(operation));
        }
        return () => {
          wish.leave(wait);
        };
      },
    );
    if (onEnd) {
      answer.then(onEnd, onEnd);
    }
    return answer;
  }

  /** Whether a key has been asked for, and its answer is not there yet. */
  isAsking(key: string): boolean {
    return this.#underWay.has(key);
  }

  #begin(key: string): Wish<Kept> {
    this.#options.gathering.note();
    this.#adaptSize();
    // DataLoader schedules a new batch synchronously when it needs one, so `#filling` is right only after `load`.
    const answer = this.#loader.load(key);
    if (!this.#filling) {
      throw new Error('DataLoader did not schedule a batch.');
    }
    const wish = new Wish(key, answer, this.#filling.crowd);
    this.#filling.add(wish);
    this.#underWay.set(key, wish);
    const settled = (): void => {
      this.#underWay.delete(key);
    };
    // Both ends are handled here, since everybody who waits for it may leave.
    answer.then(settled, settled);
    return wish;
  }

  /** A smaller size holds at once; a larger one from the next batch on, or the one that is being filled would stay small. */
  #adaptSize(): void {
    const { current } = this.#options.size;
    const isFilling = this.#filling !== undefined && !this.#filling.isFull;
    if (current < this.#loaderSize || (current > this.#loaderSize && !isFilling)) {
      this.#loaderSize = current;
      this.#loader = this.#createLoader();
    }
  }

  #createLoader(): DataLoader<string, Kept> {
    return new DataLoader<string, Kept>(() => this.#answer(), {
      cache: false,
      maxBatchSize: this.#loaderSize,
      batchScheduleFn: (callback) => {
        const batch = new OpenBatch<Variant, V, Kept>(this.#options.variant, this.#question, this.#loaderSize);
        const dispatch = (): void => {
          this.#room.delete(entry);
          this.#dispatching = batch;
          callback();
          // A loader may live for ever, and its last batch would keep its operations alive.
          this.#dispatching = undefined;
          if (this.#filling === batch) {
            this.#filling = undefined;
          }
        };
        const entry = { batch, size: this.#options.size, dispatch };
        this.#filling = batch;
        this.#room.add(entry);
        void this.#enter(batch, dispatch);
      },
    });
  }

  async #enter(batch: OpenBatch<Variant, V, Kept>, dispatch: () => void): Promise<void> {
    const { door, gathering } = this.#options;
    try {
      // Nothing more can join a full batch.
      await Promise.race([gathering.over(), batch.full]);
      batch.permit = await door.pacer.acquire(batch.crowd.signal, batch);
    } catch (error) {
      batch.failure = error as Error;
    }
    if (batch.adoption) {
      batch.permit?.cancel();
    } else {
      dispatch();
    }
  }

  async #answer(): Promise<(Kept | Error)[]> {
    const batch = this.#dispatching;
    if (!batch) {
      throw new Error('DataLoader dispatched a batch that was not scheduled.');
    }
    const { receipt, answers } = batch.adoption ?? this.#ask(batch);
    const outcomeOf = await answers.then(
      (found) => (wish: Wish<Kept>) =>
        found.get(wish.key) ?? (wish.dropped ? new AbandonedBatchError() : leftOut(wish)),
      (failure: unknown) => () => failure as Error,
    );
    const kept = batch.wishes.map((wish) => {
      try {
        return this.#options.keep(wish.key, outcomeOf(wish), receipt);
      } catch (error) {
        return error instanceof CostlyError ? error : new CostlyError(error, receipt);
      }
    });
    const { gathering, door, share } = this.#options;
    return handOut(batch, kept, { gathering, pacer: door.pacer, share });
  }

  /** What the batch function brings, and what that cost. Keys that nobody wants any more, or that are known by now, are not asked for. */
  #ask(batch: OpenBatch<Variant, V, Kept>): { receipt: Receipt; answers: Promise<ReadonlyMap<string, V | Error>> } {
    const receipt = new Receipt();
    const { permit, crowd } = batch;
    const keys = batch.takeWanted(this.#options.isKnown);
    const ask = async (): Promise<ReadonlyMap<string, V | Error>> => {
      if (!permit || keys.length === 0) {
        permit?.cancel();
        crowd.refund();
        throw batch.failure ?? new AbandonedBatchError();
      }
      const { run, door, size, before = () => undefined } = this.#options;
      const onEnd = door.observer?.batchBegins?.({
        claim: crowd,
        question: this.#question,
        keys: keys.length,
        size: batch.size,
        since: permit.startedAt - permit.waited,
      });
      try {
        const companions = (): Companion<Variant, V>[] => this.#companionsOf(batch, receipt);
        const { signal } = crowd;
        const { onCall } = receipt;
        return await run(keys, { permit, door, size, before, companions, signal, claim: crowd, onCall });
      } finally {
        // The door has done so after its first call, if the batch function came to make one.
        permit.release();
        onEnd?.();
      }
    };
    return { receipt, answers: ask() };
  }

  #companionsOf(mine: OpenBatch<Variant, V, Kept>, receipt: Receipt): Companion<Variant, V>[] {
    return [...this.#room].map(({ batch, size, dispatch }) => ({
      variant: batch.variant,
      size: size.current,
      keys: batch.wishes.flatMap(({ key, wanted }) => (wanted ? [key] : [])),
      adopt: (answers) => {
        batch.takeWanted();
        batch.moveTo(mine.crowd, { answers, receipt });
        dispatch();
      },
    }));
  }
}

function leftOut({ key }: Wish<unknown>): Error {
  return new Error(`The batch function left out ${key}.`);
}
