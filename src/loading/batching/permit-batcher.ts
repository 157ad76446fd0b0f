import DataLoader from 'dataloader';

import type { Milliseconds } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { Permit } from '../../upstream/rate-limit/permit.js';
import { BatchCost } from '../operation/batch-cost.js';
import type { Operation } from '../operation/operation.js';
import type { BatchFunction, BatchOptions, MergeCandidate } from './batch-function.js';
import type { BatchSize } from './batch-size.js';
import type { BurstDebounce } from './debounce.js';
import { attempt, deliver, type OnDelivered } from './deliver.js';
import { type Elsewhere, KeysElsewhere } from './keys-elsewhere.js';
import { mergeCandidates, type PendingBatches, type Results, type Waiting } from './merging.js';
import { PendingBatch, SentBatch } from './pending-batch.js';
import type { PendingKey } from './pending-key.js';
import { type Sizing, sizingOf } from './sizing.js';
import { AbandonedBatchError, budgetExceeded, type Waiter, type Waiters } from './waiters.js';

/** Turns the outcome for a key into what its callers get; throws a {@link BilledError} for a failure. */
export type Settle<V, Kept> = (key: string, outcome: V | Error, cost: BatchCost) => Kept;

interface PermitBatcherOptions<Params, V, Kept> {
  readonly variant: Params;
  /** Names the question, so that operations can learn what leads to what. */
  readonly question?: string;
  readonly client: NcbiClient;
  readonly debounce: BurstDebounce;
  readonly size: BatchSize;
  readonly run: BatchFunction<Params, V>;
  readonly settle: Settle<V, Kept>;
  readonly onDelivered?: OnDelivered<Kept> | undefined;
  readonly before?: BatchOptions<Params, V>['before'];
  /** Whether another question has brought the answer for a key while it waited. */
  readonly isKnown?: (key: string, notBefore: Milliseconds) => boolean;
  /** Shared with the batchers of the same group. */
  readonly group?: PendingBatches<Params, V> | undefined;
  /** Where keys wait while another process batches those of all. */
  readonly elsewhere?: Elsewhere<Kept> | undefined;
}

/**
 * Collects the keys of one question into batches that leave when the pacer grants a permit, not at the end of a tick.
 * Until then siblings, deeper fields and other operations join, since the permit is what a batch really waits for.
 * DataLoader collects the keys of a tick; its cache is off, since it would send known keys through a batch.
 */
export class PermitBatcher<Params, V, Kept> {
  readonly #options: PermitBatcherOptions<Params, V, Kept>;
  readonly #question: string;
  readonly #group: PendingBatches<Params, V>;
  readonly #loader: DataLoader<string, Kept>;
  readonly #sizing: Sizing;
  /** Keys that wait or are being answered. */
  readonly #unsettled = new Map<string, PendingKey<Kept>>();
  readonly #waiting: Waiting<Params, V>;
  readonly #elsewhere: KeysElsewhere<Kept> | undefined;
  #pending: PendingBatch<Kept> | undefined;

  constructor(options: PermitBatcherOptions<Params, V, Kept>) {
    this.#options = options;
    this.#question = options.question ?? '';
    this.#group = options.group ?? new Set();
    this.#loader = new DataLoader((keys) => this.#collected(keys), { cache: false });
    const { size, client, variant } = options;
    this.#sizing = sizingOf(size, client.pacer);
    this.#elsewhere =
      options.elsewhere &&
      new KeysElsewhere(this.#question, options.elsewhere, {
        // The other process has stored the answers, too.
        deliver: (batch, kept) => deliver(batch, kept, { debounce: options.debounce, pacer: client.pacer }),
        take: (pendingKeys) => {
          this.#waitingBatch().adopt(pendingKeys);
        },
        drop: (dropped) => {
          this.#settleKeys(dropped, [...dropped.keys], new BatchCost(), () => new AbandonedBatchError());
        },
      });
    this.#waiting = {
      params: variant,
      size,
      peek: () => this.#pending?.peek() ?? [],
      merge: (into, keys, results) => {
        this.#merge(into, keys, results);
      },
    };
  }

  /**
   * What `settle` makes of the answer for a key, which is requested once however many operations wait for it.
   *
   * @throws {@link BilledError} as `settle` throws it, or with an {@link AbandonedBatchError} when the last operation
   * that waited for the key left, and its batch with it, just before this one joined.
   * @throws EntrezError `BUDGET_EXCEEDED` or `DEADLINE_EXCEEDED` of the operation.
   */
  load(key: string, operation: Operation): Promise<Kept> {
    const unsettled = this.#unsettled.get(key);
    const known = unsettled && unsettled.sentAt >= operation.notBefore ? unsettled : undefined;
    if (!known && operation.spentUp) {
      return Promise.reject(budgetExceeded(operation));
    }
    operation.dependencies.requested(this.#question, !known);
    const pendingKey = known ?? this.#begin(key, operation);
    const onEnd = this.#options.client.observer?.waitBegins?.(operation, this.#question);
    const answer = operation.wait(
      () => pendingKey.answer,
      (giveUp) => {
        const waiter: Waiter = { operation, giveUp };
        if (pendingKey.add(waiter)) {
          this.#elsewhere?.join(pendingKey, operation);
        } else {
          giveUp(budgetExceeded(operation));
        }
        return () => {
          pendingKey.remove(waiter);
          this.#elsewhere?.leave(pendingKey, operation);
        };
      },
    );
    if (onEnd) {
      answer.then(onEnd, onEnd);
    }
    return answer;
  }

  #begin(key: string, { isRemote }: Operation): PendingKey<Kept> {
    this.#options.debounce.noteRequest(isRemote);
    const answer = this.#loader.load(key);
    const pendingKey = this.#elsewhere?.isOpen
      ? this.#elsewhere.begin(key, answer)
      : this.#waitingBatch().add(key, answer);
    this.#unsettled.set(key, pendingKey);
    const settled = (): void => {
      if (this.#unsettled.get(key) === pendingKey) {
        this.#unsettled.delete(key);
      }
    };
    // Handles both ends: all who wait for it may leave.
    pendingKey.answer.then(settled, settled);
    return pendingKey;
  }

  /** The batch that keys can join. */
  #waitingBatch(): PendingBatch<Kept> {
    if (this.#pending?.waiters.signal.aborted) {
      this.#pending = undefined;
    }
    this.#pending ??= this.#open();
    return this.#pending;
  }

  #open(): PendingBatch<Kept> {
    const pending = new PendingBatch<Kept>(this.#question, this.#sizing, (unpaid) => {
      this.#settleKeys(unpaid, [...unpaid.keys], new BatchCost(), () => new AbandonedBatchError());
    });
    this.#group.add(this.#waiting);
    void this.#sendAll(pending);
    return pending;
  }

  /** The keys of a tick wait with the others. */
  #collected(keys: readonly string[]): Promise<Kept[]> {
    this.#options.client.pacer.shed();
    return Promise.resolve(keys.map((key) => this.#unsettled.get(key)?.outcome as Kept));
  }

  /** Acquires permits until all keys have left. */
  async #sendAll(pending: PendingBatch<Kept>): Promise<void> {
    const { client, debounce } = this.#options;
    try {
      // Nothing more can join a full batch.
      await Promise.race([debounce.settled(), pending.full]);
      while (pending.keyCount > 0) {
        const permit = await client.pacer.acquire(pending.waiters.signal, pending);
        const sent = pending.granted.shift();
        if (sent) {
          this.#send(sent, permit);
        } else {
          permit.cancel();
        }
      }
    } catch (error) {
      const failure = error as Error;
      this.#settleKeys(new SentBatch(this.#question), pending.takeAll(), new BatchCost(), () => failure);
    }
    if (this.#pending === pending) {
      this.#pending = undefined;
      this.#group.delete(this.#waiting);
    }
  }

  /** Sends one call, or several where the batch function splits it. Keys that are unwanted or known by now are dropped. */
  #send(sent: SentBatch<Kept>, permit: Permit): void {
    const { run, client, size, before = () => undefined, isKnown = () => false } = this.#options;
    const cost = new BatchCost(undefined, { question: this.#question, size });
    const dropped = [...sent.keys].filter(({ key, wanted, notBefore }) => !wanted || isKnown(key, notBefore));
    for (const pendingKey of dropped) {
      sent.keys.delete(pendingKey);
    }
    this.#settleKeys(sent, dropped, cost, () => new AbandonedBatchError());
    const { waiters } = sent;
    const sentAt = permit.startedAt;
    sent.answerAt = this.#sizing.answerAt(sent.keys.size);
    const keys = [...sent.keys].map((pendingKey) => {
      pendingKey.sentAt = sentAt;
      return pendingKey.key;
    });
    if (keys.length === 0) {
      permit.cancel();
      waiters.refund();
      return;
    }
    const onEnd = client.observer?.batchBegins?.({
      claim: waiters,
      question: this.#question,
      keys: keys.length,
      size: size.current,
      since: permit.startedAt - permit.waited,
    });
    const others = (): Waiting<Params, V>[] => [...this.#group].filter((other) => other !== this.#waiting);
    const merging = (): MergeCandidate<Params, V>[] => mergeCandidates(others(), waiters, { cost, sentAt });
    const { signal } = waiters;
    const { onCall } = cost;
    const notBefore = Math.max(...[...sent.keys].map((pendingKey) => pendingKey.notBefore));
    const options = {
      client: client.holding(permit),
      size,
      before,
      notBefore,
      mergeCandidates: merging,
      signal,
      claim: waiters,
      onCall,
    };
    // At once, so that batches granted in the same moment can be merged before they are sent.
    const answers = (async () => run(keys, options))();
    const end = (): void => {
      // The client has done so after its first call, if the batch function came to make one.
      permit.release();
      onEnd?.();
    };
    answers.then(end, end);
    this.#deliver(sent, { cost, answers });
  }

  #deliver(sent: SentBatch<Kept>, { cost, answers }: Pick<Results<V>, 'cost' | 'answers'>): void {
    answers.then(
      (found) => {
        this.#settleKeys(sent, [...sent.keys], cost, (key) => found.get(key) ?? notAnswered(key));
      },
      (failure: unknown) => {
        this.#settleKeys(sent, [...sent.keys], cost, () => failure as Error);
      },
    );
  }

  #settleKeys(
    sent: SentBatch<Kept>,
    keys: readonly PendingKey<Kept>[],
    cost: BatchCost,
    outcomeOf: (key: string) => V | Error,
  ): void {
    const { settle, debounce, client, onDelivered } = this.#options;
    const kept = keys.map((pendingKey): [PendingKey<Kept>, Kept | Error] => [
      pendingKey,
      attempt(() => settle(pendingKey.key, outcomeOf(pendingKey.key), cost), cost),
    ]);
    if (kept.length > 0) {
      void deliver(sent, new Map(kept), { debounce, pacer: client.pacer, onDelivered });
    }
  }

  /** Takes keys out of the queue: the call of another batch answers them. */
  #merge(into: Waiters, keys: readonly string[], results: Results<V>): void {
    const merged = new SentBatch<Kept>(this.#question, into);
    for (const pendingKey of this.#pending?.moveTo(into, new Set(keys)) ?? []) {
      pendingKey.sentAt = results.sentAt;
      merged.keys.add(pendingKey);
    }
    this.#deliver(merged, results);
  }
}

function notAnswered(key: string): Error {
  return new Error(`The batch function left out ${key}.`);
}
