import { EntrezError } from '../../eutils/failures/errors.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { Settle } from '../batching/permit-batcher.js';
import { AbandonedBatchError } from '../batching/waiters.js';
import { BilledError, type BatchCost } from '../operation/batch-cost.js';
import type { Answer, AnswerCache } from './answer-cache.js';
import type { StoredAnswer } from './answer-store.js';
import type { StoredAnswers } from './second-level.js';

/** What to make of an answer: its size in bytes, how long it is good, and when NCBI gave it, where the answer tells. */
export type Weigh<V> = (value: V) => {
  readonly size: number;
  readonly ttl: Milliseconds;
  readonly asOf?: number | undefined;
};

/** What became of a key: an answer or a failure, and what that took. Neither where another process had better ask itself. */
export interface Outcome {
  readonly answer?: StoredAnswer | undefined;
  readonly failure?: Error | undefined;
  readonly cost: BatchCost;
}

/** How long it is believed that a record does not exist. */
const UNKNOWN_ID_TTL: Milliseconds = 60_000;

/** Keeps what becomes of the keys of one question, and gives what stands in for failures. */
export class AnswerKeeper<V extends object> {
  readonly #name: string;
  readonly #cache: AnswerCache<V>;
  readonly #stored: StoredAnswers<V> | undefined;
  readonly #weigh: Weigh<V>;
  #hasKept = false;

  constructor(options: {
    readonly name: string;
    readonly cache: AnswerCache<V>;
    readonly stored?: StoredAnswers<V> | undefined;
    readonly weigh: Weigh<V>;
  }) {
    this.#name = options.name;
    this.#cache = options.cache;
    this.#stored = options.stored;
    this.#weigh = options.weigh;
  }

  /** Whether any answer may be known. */
  get hasKept(): boolean {
    return this.#hasKept;
  }

  /** An answer that has just been given. */
  answer(value: V, cost: BatchCost): Answer<V> {
    this.#hasKept = true;
    return this.#cache.fresh({ value, cost, ...this.#weigh(value) });
  }

  /**
   * What this process has got for a key.
   *
   * @throws {@link BilledError} the failure, where no outdated answer stands in for it.
   */
  keep(...[key, outcome, cost]: Parameters<Settle<V, Answer<V>>>): Answer<V> {
    const name = cacheKey(this.#name, key);
    if (!(outcome instanceof Error)) {
      const answer = this.answer(outcome, cost);
      this.#cache.set(name, answer);
      return answer;
    }
    if (outcome instanceof EntrezError && outcome.code === 'UNKNOWN_ID') {
      this.#hasKept = true;
      const value = cost.source === 'sandbox' ? missingInSample(outcome) : outcome;
      const answer = this.#cache.fresh({ value, cost, size: 0, ttl: UNKNOWN_ID_TTL });
      this.#cache.set(name, answer);
      return answer;
    }
    const standIn = outcome instanceof EntrezError && this.#cache.staleIfError(name, outcome, cost);
    if (standIn) {
      return standIn;
    }
    throw new BilledError(outcome, cost);
  }

  /**
   * What another process has got for a key.
   *
   * @throws {@link BilledError} as {@link AnswerKeeper.keep} does.
   */
  adopt(key: string, { answer: stored, failure, cost }: Outcome): Answer<V> {
    const recalled = stored && this.#stored?.recall(stored);
    if (!recalled) {
      return this.keep(key, failure ?? new AbandonedBatchError(), cost);
    }
    const answer = { ...recalled, cost };
    this.#cache.restore(cacheKey(this.#name, key), answer);
    return answer;
  }
}

/**
 * Under which name a cache keeps the answer of a loader to a key. Short, since a known answer costs little more than to
 * look for it: V8 joins and hashes up to 12 characters several times as fast as it does longer texts.
 */
export function cacheKey(loader: string, key: string): string {
  return key + loader;
}

/** What another process is told of an answer. */
export function outcomeOf({ value, cost, staleBecause, size, ttl, asOf }: Answer<object>): Outcome {
  return staleBecause ?? { answer: { value, source: cost.source, size, ttl, obtainedAt: asOf }, cost };
}

/** The same failure in words that do not pass the sample for NCBI. */
function missingInSample({ code, details }: EntrezError): EntrezError {
  return new EntrezError(code, 'The sample data hold no record with this identifier.', details);
}
