import { EntrezError } from '../eutils/errors.js';
import type { Milliseconds } from '../upstream/clock.js';
import type { Answer, AnswerCache } from './answer-cache.js';
import { AbandonedBatchError, type LateBatcher } from './late-batcher.js';
import type { Operation } from './operation.js';
import { CostlyError, type Receipt } from './receipt.js';

/** What to make of an answer: its size in bytes and how long it is good. */
export type Appraise<V> = (value: V) => { readonly bytes: number; readonly life: Milliseconds };

/** How long it is believed that a record does not exist. */
const UNKNOWN_LIFE: Milliseconds = 60_000;

/**
 * One kind of question for the whole process ("what does gene_pubmed link to?"), asked key by key. The cache stands in
 * front, so that a hit spends no permit and waits for no batch; behind it a {@link LateBatcher}.
 */
export class QuestionLoader<V extends object> {
  readonly #name: string;
  readonly #cache: AnswerCache<V>;
  readonly #batcher: LateBatcher<V>;
  readonly #appraise: Appraise<V>;

  constructor(options: {
    /** Distinguishes this question from others in the same cache. */
    readonly name: string;
    readonly cache: AnswerCache<V>;
    readonly batcher: LateBatcher<V>;
    readonly appraise: Appraise<V>;
  }) {
    this.#name = options.name;
    this.#cache = options.cache;
    this.#batcher = options.batcher;
    this.#appraise = options.appraise;
  }

  /** The answer if it is known, without asking. Does not count as a hit. */
  peek(key: string): Answer<V> | undefined {
    return this.#cache.get(this.#cacheKey(key));
  }

  /** Keeps an answer that another kind of question brought along, with what it took to get it. */
  prime(key: string, value: V, receipt: Receipt): void {
    this.#cache.add(this.#cacheKey(key), { value, receipt, ...this.#appraise(value) });
  }

  /**
   * The answer: at once if it is known, else when it comes.
   *
   * @throws {@link EntrezError} the failure of this key, or `DEADLINE_EXCEEDED` of the operation.
   */
  load(key: string, operation: Operation): V | Promise<V> {
    const known = this.#cache.get(this.#cacheKey(key));
    if (known) {
      operation.hit(known);
      return valueOf(known);
    }
    return this.#ask(key, operation);
  }

  async #ask(key: string, operation: Operation): Promise<V> {
    for (;;) {
      const answer = this.#cache.fetch(this.#cacheKey(key), () => this.#fetch(key));
      this.#batcher.join(key);
      try {
        const settled = await operation.wait(answer, () => {
          this.#batcher.leave(key);
        });
        operation.answered(settled);
        return valueOf(settled);
      } catch (error) {
        if (!(error instanceof CostlyError)) {
          throw error;
        }
        operation.spent(error.receipt);
        // The callers before us left, and their batch with them, in the moment we joined: ask anew.
        if (!(error.cause instanceof AbandonedBatchError)) {
          throw error.cause;
        }
      }
    }
  }

  async #fetch(key: string): Promise<Answer<V>> {
    try {
      const { value, receipt } = await this.#batcher.load(key);
      return { value, receipt, ...this.#appraise(value) };
    } catch (error) {
      if (error instanceof CostlyError && error.cause instanceof EntrezError && error.cause.code === 'UNKNOWN_ID') {
        return { value: error.cause, receipt: error.receipt, bytes: 0, life: UNKNOWN_LIFE };
      }
      throw error;
    }
  }

  #cacheKey(key: string): string {
    return `${this.#name} ${key}`;
  }
}

function valueOf<V>({ value }: Answer<V>): V {
  if (value instanceof EntrezError) {
    throw value;
  }
  return value;
}
