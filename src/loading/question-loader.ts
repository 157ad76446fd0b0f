import { EntrezError } from '../eutils/errors.js';
import type { Milliseconds } from '../upstream/clock.js';
import type { Door } from '../upstream/door.js';
import type { Answer, AnswerCache } from './answer-cache.js';
import type { BatchSize } from './batch-size.js';
import { AbandonedBatchError } from './crowd.js';
import type { Share } from './hand-out.js';
import type { Keep, LateBatcher } from './late-batcher.js';
import type { Look } from './look.js';
import type { Operation } from './operation.js';
import { CostlyError, type Receipt } from './receipt.js';
import type { StoredAnswers } from './stored-answers.js';

/** What to make of an answer: its size in bytes and how long it is good. */
export type Appraise<V> = (value: V) => { readonly bytes: number; readonly life: Milliseconds };

/** How long it is believed that a record does not exist. */
const UNKNOWN_LIFE: Milliseconds = 60_000;

/** Gives the batcher of a door, which hands what it gets to `keep`, and later to `share`. */
export type BatcherOf<V> = (
  door: Door,
  keep: Keep<V, Answer<V>>,
  share: Share<Answer<V>> | undefined,
) => Pick<LateBatcher<never, V, Answer<V>>, 'load' | 'isAsking'>;

/**
 * One kind of question for the whole process ("what does gene_pubmed link to?"), asked key by key. The cache stands in
 * front, so that a hit spends no permit and waits for no batch; then what outlives the process, where that is kept;
 * behind it a {@link LateBatcher} for each door: callers with an API key of their own share what is known, but neither
 * the batches nor the failures of others.
 */
export class QuestionLoader<V extends object> {
  readonly #name: string;
  readonly #cache: AnswerCache<V>;
  readonly #stored: StoredAnswers<V> | undefined;
  readonly #size: BatchSize;
  readonly #createBatcher: BatcherOf<V>;
  /** Forgotten with their doors. */
  readonly #batchers = new WeakMap<Door, ReturnType<BatcherOf<V>>>();
  readonly #appraise: Appraise<V>;
  readonly #renewerOf: (door: Door) => Operation;
  readonly #renewing = new Set<string>();

  constructor(options: {
    /** Distinguishes this question from others in the same cache. */
    readonly name: string;
    readonly cache: AnswerCache<V>;
    /** The second level of the cache, if there is one. */
    readonly stored?: StoredAnswers<V> | undefined;
    readonly size: BatchSize;
    readonly createBatcher: BatcherOf<V>;
    readonly appraise: Appraise<V>;
    /** On whose behalf outdated answers are renewed. */
    readonly renewerOf: (door: Door) => Operation;
  }) {
    this.#name = options.name;
    this.#cache = options.cache;
    this.#stored = options.stored;
    this.#size = options.size;
    this.#createBatcher = options.createBatcher;
    this.#appraise = options.appraise;
    this.#renewerOf = options.renewerOf;
  }

  /** Keys that one call asks about at present. */
  get batchSize(): number {
    return this.#size.current;
  }

  /** The answer if it is known, without asking. Does not count as a hit. */
  peek(key: string): Answer<V> | undefined {
    const name = this.#cacheKey(key);
    return this.#cache.get(name) ?? this.#cache.getStale(name);
  }

  /** Keeps an answer that another kind of question brought along, with what it took to get it. */
  prime(key: string, value: V, receipt: Receipt): void {
    const answer = this.#cache.fresh({ value, receipt, ...this.#appraise(value) });
    if (this.#cache.add(this.#cacheKey(key), answer)) {
      this.#stored?.keep(key, answer);
    }
  }

  /**
   * The answer: at once if it is known, else when it comes.
   *
   * @throws {@link EntrezError} the failure of this key, or `DEADLINE_EXCEEDED` or `BUDGET_EXCEEDED` of the operation.
   */
  load(key: string, operation: Operation): V | Promise<V> {
    const name = this.#cacheKey(key);
    const known = this.#cache.get(name);
    if (known) {
      operation.hit(known, this.#cache.age(known));
      return valueOf(known);
    }
    const kept = this.#stored?.get(key);
    if (kept && this.#cache.restore(name, kept)) {
      operation.hit(kept, this.#cache.age(kept), 'store');
      return valueOf(kept);
    }
    const stale = this.#cache.getStale(name);
    // That a record does not exist is no better than nothing once it is outdated.
    if (stale && !(stale.value instanceof EntrezError)) {
      this.#renew(key, operation.door);
      operation.hit(stale, this.#cache.age(stale));
      return valueOf(stale);
    }
    return this.#stored ? this.#lookUp(this.#stored, key, operation) : this.#ask(key, operation);
  }

  /** The answer from a store that others share, or else from NCBI, or from another process that asks NCBI already. */
  #lookUp(stored: StoredAnswers<V>, key: string, operation: Operation): Promise<V> {
    const look = this.#lookFor(stored, key, operation.door);
    return look
      ? look.waitedFor(operation).then(() => this.#lookedUp(stored, look, key, operation))
      : this.#ask(key, operation);
  }

  #lookedUp(stored: StoredAnswers<V>, look: Look, key: string, operation: Operation): V | Promise<V> {
    const name = this.#cacheKey(key);
    const { answer, isOurs } = stored.found(look, key);
    if (answer && this.#cache.restore(name, answer)) {
      operation.hit(answer, this.#cache.age(answer), 'store');
      return valueOf(answer);
    }
    // It may have become known in another way meanwhile.
    const known = this.#cache.get(name);
    if (known) {
      operation.hit(known, this.#cache.age(known));
      return valueOf(known);
    }
    if (answer && this.#isGood(answer)) {
      if (isOurs) {
        this.#renew(key, operation.door, isOurs);
      }
      operation.hit(answer, this.#cache.age(answer));
      return valueOf(answer);
    }
    // One that is no longer good, though nobody is to renew it, was kept by a process whose clock is wrong.
    if (isOurs || answer) {
      return this.#ask(key, operation);
    }
    return stored.pauseOf(operation).then(() => this.#lookUp(stored, key, operation));
  }

  #lookFor(stored: StoredAnswers<V>, key: string, door: Door): Look | undefined {
    return stored.look(key, door, () => this.#batcherOf(door).isAsking(key));
  }

  /**
   * Gets an answer that nobody waits for: those who want it have been given the outdated one.
   *
   * @param isOurs - Whether it is known that no other process does so.
   */
  #renew(key: string, door: Door, isOurs = false): void {
    if (!this.#renewing.has(key)) {
      this.#renewing.add(key);
      const settled = (): void => {
        this.#renewing.delete(key);
      };
      // A renewal that fails leaves the outdated answer, which says so when it is asked for again.
      this.#getNewer(key, door, isOurs).then(settled, settled);
    }
  }

  async #getNewer(key: string, door: Door, isOurs: boolean): Promise<void> {
    const stored = isOurs ? undefined : this.#stored;
    const look = stored && this.#lookFor(stored, key, door);
    if (stored && look) {
      await look.over;
      const { answer, isOurs: isOursNow } = stored.found(look, key);
      if ((answer && this.#cache.restore(this.#cacheKey(key), answer)) || !isOursNow) {
        return;
      }
    }
    await this.#batcherOf(door).load(key, this.#renewerOf(door));
  }

  async #ask(key: string, operation: Operation): Promise<V> {
    try {
      const answer = await this.#batcherOf(operation.door).load(key, operation);
      operation.answered(answer, this.#cache.age(answer));
      return valueOf(answer);
    } catch (error) {
      if (!(error instanceof CostlyError)) {
        throw error;
      }
      operation.spent(error.receipt);
      if (!(error.cause instanceof AbandonedBatchError)) {
        throw error.cause;
      }
      // It has become known while its batch waited, or the callers before us left, and their batch with them, in the
      // moment we joined: look and ask anew.
      return this.load(key, operation);
    }
  }

  #batcherOf(door: Door): ReturnType<BatcherOf<V>> {
    const known = this.#batchers.get(door);
    if (known) {
      return known;
    }
    const stored = this.#stored;
    const batcher = this.#createBatcher(
      door,
      (...outcome) => this.#keep(door, ...outcome),
      // What stands in for an answer is known to the others, or no better than what they have.
      stored &&
        ((key, answer) => {
          if (!answer.staleBecause) {
            stored.keep(key, answer);
          }
        }),
    );
    this.#batchers.set(door, batcher);
    return batcher;
  }

  #keep(door: Door, ...[key, outcome, receipt]: Parameters<Keep<V, Answer<V>>>): Answer<V> {
    const name = this.#cacheKey(key);
    if (!(outcome instanceof Error)) {
      const answer = this.#cache.fresh({ value: outcome, receipt, ...this.#appraise(outcome) });
      this.#cache.set(name, answer);
      return answer;
    }
    if (outcome instanceof EntrezError && outcome.code === 'UNKNOWN_ID') {
      const answer = this.#cache.fresh({ value: outcome, receipt, bytes: 0, life: UNKNOWN_LIFE });
      this.#cache.set(name, answer);
      return answer;
    }
    this.#stored?.release(key, door);
    const standIn = outcome instanceof EntrezError && this.#cache.standIn(name, outcome, receipt);
    if (standIn) {
      return standIn;
    }
    throw new CostlyError(outcome, receipt);
  }

  /** Whether an answer may be given; one that there is no such record only within its life. */
  #isGood(answer: Answer<V>): boolean {
    return answer.value instanceof EntrezError ? this.#cache.age(answer) <= answer.life : this.#cache.isGood(answer);
  }

  #cacheKey(key: string): string {
    return cacheKey(this.#name, key);
  }
}

/**
 * Under which name a cache keeps the answer of a loader to a key. Short, since a known answer costs little more than to
 * look for it: V8 joins and hashes up to 12 characters several times as fast as it does longer texts.
 */
export function cacheKey(loader: string, key: string): string {
  return key + loader;
}

function valueOf<V>({ value }: Answer<V>): V {
  if (value instanceof EntrezError) {
    throw value;
  }
  return value;
}
