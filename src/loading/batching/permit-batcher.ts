import DataLoader from 'dataloader';

import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { BatchFunction, BatchOptions, MergeCandidate } from './batch-function.js';
import type { BatchSize } from './batch-size.js';
import { AbandonedBatchError, budgetExceeded, type Waiter } from './waiters.js';
import type { BurstDebounce } from './debounce.js';
import { deliver, type OnDelivered } from './deliver.js';
import { PendingBatch, PendingKey } from './pending-batch.js';
import type { Operation } from '../operation/operation.js';
import { BilledError, BatchCost } from '../operation/batch-cost.js';

/** Turns the outcome for a key into what its callers get; throws a {@link BilledError} for a failure. */
export type Settle<V, Kept> = (key: string, outcome: V | Error, cost: BatchCost) => Kept;

interface Entry<Variant, V> {
  readonly batch: PendingBatch<Variant, V, unknown>;
  readonly size: BatchSize;
  readonly dispatch: () => void;
}

/** Batches that wait and that one call could answer together: those of one group. */
export type PendingBatches<Variant, V> = Set<Entry<Variant, V>>;

export interface PermitBatcherOptions<Variant, V, Kept> {
  readonly variant: Variant;
  /** Names the question, so that operations can learn what leads to what. */
  readonly question?: string;
  readonly client: NcbiClient;
  readonly debounce: BurstDebounce;
  readonly size: BatchSize;
  readonly run: BatchFunction<Variant, V>;
  readonly settle: Settle<V, Kept>;
  readonly onDelivered?: OnDelivered<Kept> | undefined;
  readonly before?: BatchOptions<Variant, V>['before'];
  /** Whether another kind of question has brought the answer for a key while its batch waited. */
  readonly isKnown?: (key: string) => boolean;
  /** Shared with the batchers of the same group. */
  readonly room?: PendingBatches<Variant, V> | undefined;
}

/**
 * Collects keys into batches that close when the pacer grants their permit, not at the end of a tick. Until then
 * siblings, deeper fields and other operations join, since the permit is what a batch really waits for. DataLoader
 * does the collecting; its own cache is off, because it would send even known keys through a batch.
 */
export class PermitBatcher<Variant, V, Kept> {
  readonly #options: PermitBatcherOptions<Variant, V, Kept>;
  readonly #question: string;
  readonly #pendingBatches: PendingBatches<Variant, V>;
  readonly #underWay = new Map<string, PendingKey<Kept>>();
  #loader: DataLoader<string, Kept>;
  #loaderSize: number;
  /** The batch that new keys go to: DataLoader always fills the one it scheduled last. */
  #filling: PendingBatch<Variant, V, Kept> | undefined;
  /** Handed from the schedule function to the batch function, which DataLoader calls at once. */
  #dispatching: PendingBatch<Variant, V, Kept> | undefined;

  constructor(options: PermitBatcherOptions<Variant, V, Kept>) {
    this.#options = options;
    this.#question = options.question ?? '';
    this.#pendingBatches = options.room ?? new Set();
    this.#loaderSize = options.size.current;
    this.#loader = this.#createLoader();
  }

  /**
   * What `keep` makes of the answer for a key, which is asked for once however many want it.
   *
   * @throws {@link BilledError} as `keep` throws it, or with an {@link AbandonedBatchError} when the others who wanted
   * the key left, and its batch with them, in the moment this operation joined.
   * @throws EntrezError `BUDGET_EXCEEDED` or `DEADLINE_EXCEEDED` of the operation.
   */
  load(key: string, operation: Operation): Promise<Kept> {
    const known = this.#underWay.get(key);
    if (!known && operation.spentUp) {
      return Promise.reject(budgetExceeded(operation));
    }
    operation.dependencies.requested(this.#question);
    const pendingKey = known ?? this.#begin(key);
    const onEnd = this.#options.client.observer?.waitBegins?.(operation, this.#question);
    const answer = operation.wait(
      () => pendingKey.answer,
      (giveUp) => {
        const wait: Waiter = { operation, giveUp };
        if (!pendingKey.add(wait)) {
          giveUp(budgetExceeded(operation));
        }
        return () => {
          pendingKey.remove(wait);
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

  #begin(key: string): PendingKey<Kept> {
    this.#options.debounce.noteRequest();
    this.#adaptSize();
    // DataLoader schedules a new batch synchronously when it needs one, so `#filling` is right only after `load`.
    const answer = this.#loader.load(key);
    if (!this.#filling) {
      throw new Error('DataLoader did not schedule a batch.');
    }
    const pendingKey = new PendingKey(key, answer, this.#filling.waiters);
    this.#filling.add(pendingKey);
    this.#underWay.set(key, pendingKey);
    const settled = (): void => {
      this.#underWay.delete(key);
    };
    // Both ends are handled here, since everybody who waits for it may leave.
    answer.then(settled, settled);
    return pendingKey;
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
        const batch = new PendingBatch<Variant, V, Kept>(this.#options.variant, this.#question, this.#loaderSize);
        const dispatch = (): void => {
          this.#pendingBatches.delete(entry);
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
        this.#pendingBatches.add(entry);
        void this.#enter(batch, dispatch);
      },
    });
  }

  async #enter(batch: PendingBatch<Variant, V, Kept>, dispatch: () => void): Promise<void> {
    const { client, debounce } = this.#options;
    try {
      // Nothing more can join a full batch.
      await Promise.race([debounce.settled(), batch.full]);
      batch.permit = await client.pacer.acquire(batch.waiters.signal, batch);
    } catch (error) {
      batch.failure = error as Error;
    }
    if (batch.mergedResult) {
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
    const { cost, answers } = batch.mergedResult ?? this.#ask(batch);
    const outcomeOf = await answers.then(
      (found) => (pendingKey: PendingKey<Kept>) =>
        found.get(pendingKey.key) ?? (pendingKey.dropped ? new AbandonedBatchError() : onMissing(pendingKey)),
      (failure: unknown) => () => failure as Error,
    );
    const kept = batch.pendingKeys.map((pendingKey) => {
      try {
        return this.#options.settle(pendingKey.key, outcomeOf(pendingKey), cost);
      } catch (error) {
        return error instanceof BilledError ? error : new BilledError(error, cost);
      }
    });
    const { debounce, client, onDelivered } = this.#options;
    return deliver(batch, kept, { debounce, pacer: client.pacer, onDelivered });
  }

  /** What the batch function brings, and what that cost. Keys that nobody wants any more, or that are known by now, are not asked for. */
  #ask(batch: PendingBatch<Variant, V, Kept>): { cost: BatchCost; answers: Promise<ReadonlyMap<string, V | Error>> } {
    const cost = new BatchCost();
    const { permit, waiters } = batch;
    const keys = batch.takeWanted(this.#options.isKnown);
    const ask = async (): Promise<ReadonlyMap<string, V | Error>> => {
      if (!permit || keys.length === 0) {
        permit?.cancel();
        waiters.refund();
        throw batch.failure ?? new AbandonedBatchError();
      }
      const { run, client, size, before = () => undefined } = this.#options;
      const onEnd = client.observer?.batchBegins?.({
        claim: waiters,
        question: this.#question,
        keys: keys.length,
        size: batch.size,
        since: permit.startedAt - permit.waited,
      });
      try {
        const mergeCandidates = (): MergeCandidate<Variant, V>[] => this.#mergeCandidatesOf(batch, cost);
        const { signal } = waiters;
        const { onCall } = cost;
        return await run(keys, { permit, client, size, before, mergeCandidates, signal, claim: waiters, onCall });
      } finally {
        // The door has done so after its first call, if the batch function came to make one.
        permit.release();
        onEnd?.();
      }
    };
    return { cost, answers: ask() };
  }

  #mergeCandidatesOf(mine: PendingBatch<Variant, V, Kept>, cost: BatchCost): MergeCandidate<Variant, V>[] {
    return [...this.#pendingBatches].map(({ batch, size, dispatch }) => ({
      variant: batch.variant,
      size: size.current,
      keys: batch.pendingKeys.flatMap(({ key, wanted }) => (wanted ? [key] : [])),
      merge: (answers) => {
        batch.takeWanted();
        batch.moveTo(mine.waiters, { answers, cost });
        dispatch();
      },
    }));
  }
}

function onMissing({ key }: PendingKey<unknown>): Error {
  return new Error(`The batch function left out ${key}.`);
}
