import type { CacheableResponse } from '../../loading/operation/cost-recorder.js';
import type { AnswerStore, StoredAnswer } from '../../loading/cache/answer-store.js';

/** An answer as a whole, and what is known of what it was made of. */
export interface CachedResponse {
  /** Its data as JSON. */
  readonly text: string;
  readonly known: CacheableResponse;
}

/** As an answer is written down. */
type StoredResponse = Pick<CachedResponse, 'text'> & Pick<CacheableResponse, 'cacheHits' | 'age' | 'warnings'>;

/** A store keeps nothing without a life. */
const FORGOTTEN_TTL = 1;

/** Whole answers that outlive this process, beside the records they were made of. */
export class ResponseStore {
  readonly #store: AnswerStore;
  readonly #typePrefix: string;
  readonly #today: () => number;

  /**
   * @param typePrefix - What the names of types begin with, which answers may tell.
   * @param today - The clock on the wall, in milliseconds since 1970.
   */
  constructor(store: AnswerStore, typePrefix: string, today: () => number = Date.now) {
    this.#store = store;
    this.#typePrefix = typePrefix;
    this.#today = today;
  }

  /** The answer to a question, as long as all it was made of is good; a promise where the store is some way off. */
  get(question: string): CachedResponse | undefined | Promise<CachedResponse | undefined> {
    const name = this.#nameOf(question);
    if ('get' in this.#store) {
      return this.#recall(this.#store.get(name));
    }
    return this.#store.find([name]).then(([answer]) => this.#recall(answer));
  }

  /** Keeps an answer, unless it was made of nothing that had to be got. */
  keep(
    question: string,
    { text, known: { cacheHits, source, age, maxAge: goodFor, warnings, tables } }: CachedResponse,
  ): void {
    // Other processes may have other tables.
    if (cacheHits > 0 && !tables) {
      this.#store.keep(this.#nameOf(question), {
        value: { text, cacheHits, age, warnings },
        source: source ?? undefined,
        size: 2 * text.length,
        ttl: goodFor,
        obtainedAt: this.#today(),
      });
    }
  }

  /** Puts an answer in the place of a kept one that nobody is given. */
  forget(question: string): void {
    this.#store.keep(this.#nameOf(question), {
      value: { text: '', cacheHits: 0 },
      source: undefined,
      size: 0,
      ttl: FORGOTTEN_TTL,
      obtainedAt: this.#today() - FORGOTTEN_TTL,
    });
  }

  #recall(answer: StoredAnswer | undefined): CachedResponse | undefined {
    if (!answer) {
      return undefined;
    }
    const { value, source = null, ttl: life, obtainedAt } = answer;
    const stored = Math.max(0, this.#today() - obtainedAt);
    const goodFor = life - stored;
    const { text, cacheHits, age, warnings = [] } = value as StoredResponse;
    return goodFor > 0
      ? { text, known: { cacheHits, source, age: age + stored, maxAge: goodFor, warnings } }
      : undefined;
  }

  /** No name of a record's answer begins like this. */
  #nameOf(question: string): string {
    return `whole ${this.#typePrefix} ${question}`;
  }
}
