import { EntrezError } from '../eutils/failures/errors.js';
import type { Milliseconds } from '../upstream/clock.js';
import type { NcbiClient } from '../upstream/ncbi-client.js';
import { type Answer, type AnswerCache, isSince } from './cache/answer-cache.js';
import { AnswerKeeper, cacheKey, type Outcome, outcomeOf, type Weigh } from './cache/answer-keeper.js';
import type { BatchSize } from './batching/batch-size.js';
import type { Latency } from './batching/latency-model.js';
import { AbandonedBatchError } from './batching/waiters.js';
import type { OnDelivered } from './batching/deliver.js';
import type { Settle, PermitBatcher } from './batching/permit-batcher.js';
import type { StoreLookup } from './cache/store-lookup.js';
import type { Operation } from './operation/operation.js';
import { BilledError, type BatchCost } from './operation/batch-cost.js';
import type { StoredAnswers } from './cache/second-level.js';

/** What a batcher does with what it gets. */
interface Keeping<V> {
  readonly keep: Settle<V, Answer<V>>;
  /** Gives answers to other processes. */
  readonly share: OnDelivered<Answer<V>> | undefined;
  /** Keeps what another process got. */
  readonly adopt: (key: string, outcome: Outcome) => Answer<V>;
}

/** Gives the batcher of a client. */
type BatcherOf<V> = (client: NcbiClient, keeping: Keeping<V>) => Pick<PermitBatcher<never, V, Answer<V>>, 'load'>;

/**
 * One kind of question for the whole process ("what does gene_pubmed link to?"), asked key by key. The cache stands in
 * front, so that a hit spends no permit and waits for no batch; then what outlives the process, where that is kept;
 * behind it a {@link PermitBatcher} for each client: callers with an API key of their own share what is known, but neither
 * the batches nor the failures of others.
 */
export class CachedLoader<V extends object> {
  readonly #name: string;
  readonly #cache: AnswerCache<V>;
  readonly #stored: StoredAnswers<V> | undefined;
  readonly #size: BatchSize;
  readonly #createBatcher: BatcherOf<V>;
  /** Forgotten with their clients. */
  readonly #batchers = new WeakMap<NcbiClient, ReturnType<BatcherOf<V>>>();
  readonly #keeper: AnswerKeeper<V>;
  readonly #hasPredecessor: boolean;
  readonly #revalidatorOf: (client: NcbiClient) => Operation;
  readonly #revalidating = new Set<string>();

  constructor(options: {
    /** Distinguishes this question from others in the same cache. */
    readonly name: string;
    readonly cache: AnswerCache<V>;
    /** Whether a loader before this one has filled the cache. */
    readonly hasPredecessor?: boolean;
    /** The second level of the cache, if there is one. */
    readonly stored?: StoredAnswers<V> | undefined;
    readonly size: BatchSize;
    readonly createBatcher: BatcherOf<V>;
    readonly weigh: Weigh<V>;
    /** On whose behalf outdated answers are renewed. */
    readonly revalidatorOf: (client: NcbiClient) => Operation;
  }) {
    this.#name = options.name;
    this.#cache = options.cache;
    this.#stored = options.stored;
    this.#size = options.size;
    this.#createBatcher = options.createBatcher;
    this.#keeper = new AnswerKeeper(options);
    this.#hasPredecessor = options.hasPredecessor ?? false;
    this.#revalidatorOf = options.revalidatorOf;
  }

  /** Keys that one call asks about at present. */
  get batchSize(): number {
    return this.#size.current;
  }

  /** What a call takes, as far as it has been learned. */
  get latency(): Latency | undefined {
    return this.#size.latency;
  }

  /** Whether answers may be in a store, where `peek` does not look. */
  get isStored(): boolean {
    return this.#stored !== undefined;
  }

  /** Whether the answer to some key may be known. */
  get mayKnow(): boolean {
    return this.isStored || this.#hasPredecessor || this.#keeper.hasKept;
  }

  /**
   * The answer if it is known, without asking. Does not count as a hit.
   *
   * @param notBefore - Answers to calls that were sent before count as unknown.
   */
  peek(key: string, notBefore: Milliseconds = -Infinity): Answer<V> | undefined {
    const name = this.#cacheKey(key);
    const answer = this.#cache.get(name) ?? this.#cache.getStale(name);
    return answer && isSince(answer, notBefore) ? answer : undefined;
  }

  /**
   * Keeps an answer that another kind of question brought along, with what it took to get it.
   *
   * @param notBefore - Replaces what is known from calls that were sent before.
   */
  prime(key: string, value: V, cost: BatchCost, notBefore?: Milliseconds): void {
    const answer = this.#keeper.answer(value, cost);
    if (this.#cache.add(this.#cacheKey(key), answer, notBefore)) {
      this.#stored?.keep(key, answer);
    }
  }

  /**
   * The answer: at once if it is known, else when it comes.
   *
   * @throws {@link EntrezError} the failure of this key, or `DEADLINE_EXCEEDED` or `BUDGET_EXCEEDED` of the operation.
   */
  load(key: string, operation: Operation): V | Promise<V> {
    const { notBefore, isLive } = operation;
    const name = this.#cacheKey(key);
    const known = this.#cache.get(name);
    if (known && isSince(known, notBefore)) {
      operation.hit(known, this.#cache.age(known));
      return valueOf(known);
    }
    const stored = isLive ? undefined : this.#stored;
    const kept = stored?.get(key);
    if (kept && isSince(kept, notBefore) && this.#cache.restore(name, kept)) {
      operation.hit(kept, this.#cache.age(kept), 'store');
      return valueOf(kept);
    }
    const stale = this.#cache.getStale(name);
    // That a record does not exist is no better than nothing once it is outdated.
    if (stale && isSince(stale, notBefore) && !(stale.value instanceof EntrezError)) {
      this.#revalidate(key, operation.client);
      operation.hit(stale, this.#cache.age(stale));
      return valueOf(stale);
    }
    return stored ? this.#lookUp(stored, key, operation) : this.#ask(key, operation);
  }

  /** What became of a key, for an operation of another process. */
  async outcome(key: string, operation: Operation): Promise<Outcome> {
    const known = this.#cache.get(this.#cacheKey(key));
    if (known && isSince(known, operation.notBefore)) {
      return outcomeOf(known);
    }
    try {
      return outcomeOf(await this.#batcherOf(operation.client).load(key, operation));
    } catch (error) {
      if (!(error instanceof BilledError)) {
        throw error;
      }
      const { cause, cost } = error;
      return cause instanceof AbandonedBatchError
        ? this.outcome(key, operation)
        : { failure: cause instanceof Error ? cause : error, cost };
    }
  }

  /** The answer from a store that others share, or else from NCBI. */
  #lookUp(stored: StoredAnswers<V>, key: string, operation: Operation): Promise<V> {
    const storeLookup = stored.lookUp(key);
    return storeLookup
      ? storeLookup.wait(operation).then(() => this.#lookedUp(stored, storeLookup, key, operation))
      : this.#ask(key, operation);
  }

  #lookedUp(stored: StoredAnswers<V>, storeLookup: StoreLookup, key: string, operation: Operation): V | Promise<V> {
    const name = this.#cacheKey(key);
    const answer = stored.found(storeLookup, key);
    const isYoung = answer !== undefined && isSince(answer, operation.notBefore);
    if (isYoung && this.#cache.restore(name, answer)) {
      operation.hit(answer, this.#cache.age(answer), 'store');
      return valueOf(answer);
    }
    // It may have become known in another way meanwhile.
    const known = this.#cache.get(name);
    if (known && isSince(known, operation.notBefore)) {
      operation.hit(known, this.#cache.age(known));
      return valueOf(known);
    }
    if (isYoung && this.#isGood(answer)) {
      this.#revalidate(key, operation.client);
      operation.hit(answer, this.#cache.age(answer));
      return valueOf(answer);
    }
    return this.#ask(key, operation);
  }

  /** Gets an answer that nobody waits for: those who want it have been given the outdated one. */
  #revalidate(key: string, client: NcbiClient): void {
    if (!this.#revalidating.has(key)) {
      this.#revalidating.add(key);
      const settled = (): void => {
        this.#revalidating.delete(key);
      };
      // A renewal that fails leaves the outdated answer, which says so when it is asked for again.
      this.#getNewer(key, client).then(settled, settled);
    }
  }

  async #getNewer(key: string, client: NcbiClient): Promise<void> {
    const storeLookup = this.#stored?.lookUp(key);
    if (this.#stored && storeLookup) {
      await storeLookup.done;
      const answer = this.#stored.found(storeLookup, key);
      if (answer && this.#cache.restore(this.#cacheKey(key), answer)) {
        return;
      }
    }
    await this.#batcherOf(client).load(key, this.#revalidatorOf(client));
  }

  async #ask(key: string, operation: Operation): Promise<V> {
    try {
      const answer = await this.#batcherOf(operation.client).load(key, operation);
      if (answer.staleBecause && !isSince(answer, operation.notBefore)) {
        throw new BilledError(answer.staleBecause.failure, answer.staleBecause.cost);
      }
      operation.answered(answer, this.#cache.age(answer));
      return valueOf(answer);
    } catch (error) {
      if (!(error instanceof BilledError)) {
        throw error;
      }
      operation.bill(error.cost);
      if (!(error.cause instanceof AbandonedBatchError)) {
        throw error.cause;
      }
      // It has become known while its batch waited, or the callers before us left, and their batch with them, in the
      // moment we joined: look and ask anew.
      return this.load(key, operation);
    }
  }

  #batcherOf(client: NcbiClient): ReturnType<BatcherOf<V>> {
    const known = this.#batchers.get(client);
    if (known) {
      return known;
    }
    const stored = this.#stored;
    const batcher = this.#createBatcher(client, {
      keep: (...outcome) => this.#keeper.keep(...outcome),
      adopt: (key, outcome) => this.#keeper.adopt(key, outcome),
      // What stands in for an answer is known to the others, or no better than what they have.
      share:
        stored &&
        ((key, answer) => {
          if (!answer.staleBecause) {
            stored.keep(key, answer);
          }
        }),
    });
    this.#batchers.set(client, batcher);
    return batcher;
  }

  /** Whether an answer may be given; one that there is no such record only within its life. */
  #isGood(answer: Answer<V>): boolean {
    return answer.value instanceof EntrezError ? this.#cache.age(answer) <= answer.ttl : this.#cache.isUsable(answer);
  }

  #cacheKey(key: string): string {
    return cacheKey(this.#name, key);
  }
}

function valueOf<V>({ value }: Answer<V>): V {
  if (value instanceof EntrezError) {
    throw value;
  }
  return value;
}
