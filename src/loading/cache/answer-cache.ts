import { LRUCache } from 'lru-cache';

import type { EntrezError } from '../../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { AnswerOrigin, BatchCost } from '../operation/batch-cost.js';
import { LastingAnswers } from './lasting-answers.js';

/** A validated answer, worth keeping. An EntrezError as value is a proven "no such record", never a failure. */
export interface Answer<V> extends AnswerOrigin {
  readonly value: V | EntrezError;
  /** Memory it takes, in bytes. */
  readonly size: number;
  /** When it was obtained, by the clock of the process. */
  readonly storedAt: Milliseconds;
  /** When NCBI answered, in milliseconds since 1970. */
  readonly asOf: number;
}

/** Whether an answer came from calls that were sent at a moment or later. */
export function isSince({ cost, storedAt }: Pick<Answer<unknown>, 'cost' | 'storedAt'>, moment: Milliseconds): boolean {
  return moment === -Infinity || (cost.startedAt ?? storedAt) >= moment;
}

/** How long an outdated answer stands in after its renewal failed, before renewal is tried again. */
const STALE_TTL: Milliseconds = 30_000;
/** Stands for a life of zero, which lru-cache would take for one without end. */
const SHORTEST_TTL: Milliseconds = 0.001;
/** Keys, map slots and list nodes beside the answer itself. */
const ENTRY_OVERHEAD_BYTES = 160;

/** The part of the memory that is for answers in lasting use. */
const HOT = 0.2;

/**
 * What is known, bounded by bytes. Failures are never kept. Answers in lasting use stay when an operation brings more
 * than there is room for.
 */
export class AnswerCache<V> {
  readonly #clock: Clock;
  readonly #today: () => number;
  readonly #staleWhileRevalidate: Milliseconds;
  #moment: Milliseconds | undefined;
  readonly #entries: LRUCache<string, Answer<V>>;
  /** Answers in lasting use, also where they are among the others. */
  readonly #hot: LRUCache<string, Answer<V>>;
  readonly #lasting: LastingAnswers<Answer<V>>;

  constructor({
    maxBytes,
    clock,
    grace = 0,
    today = Date.now,
  }: {
    readonly maxBytes: number;
    readonly clock: Clock;
    /** How long beyond its life an answer is still good enough while it is renewed. */
    readonly grace?: Milliseconds;
    /** The clock on the wall, in milliseconds since 1970. */
    readonly today?: (() => number) | undefined;
  }) {
    this.#clock = clock;
    this.#today = today;
    this.#staleWhileRevalidate = grace;
    const entriesOf = (maxSize: number, allowStale = false): LRUCache<string, Answer<V>> =>
      new LRUCache<string, Answer<V>>({
        maxSize,
        allowStale,
        sizeCalculation: (answer, key) => answer.size + 2 * key.length + ENTRY_OVERHEAD_BYTES,
        ttl: 1,
        ttlResolution: 0,
        perf: { now: () => this.#now() },
        // What is outdated stays until it is renewed, so that it can stand in when that fails.
        noDeleteOnStaleGet: true,
      });
    const hotBytes = Math.floor(maxBytes * HOT);
    this.#entries = entriesOf(maxBytes - hotBytes);
    this.#hot = entriesOf(hotBytes, true);
    this.#lasting = new LastingAnswers(this.#hot, () => this.#now());
  }

  /** The answer, if it is known and within its life. */
  get(key: string): Answer<V> | undefined {
    const answer = this.#entries.get(key);
    const known = answer ?? this.#hot.get(key, { allowStale: false });
    if (known) {
      this.#lasting.use(key, known, () => Math.max(SHORTEST_TTL, this.#entries.getRemainingTTL(key)));
    }
    return known;
  }

  /** The answer, within its life or the grace beyond it. */
  getStale(key: string): Answer<V> | undefined {
    const answer = this.peek(key);
    return answer && this.isUsable(answer) ? answer : undefined;
  }

  /** Whether an answer is within its life or the grace beyond it. */
  isUsable(answer: Answer<V>): boolean {
    return this.age(answer) <= answer.ttl + this.#staleWhileRevalidate;
  }

  /** The answer that is kept, however old; it does not count as used. */
  peek(key: string): Answer<V> | undefined {
    return this.#entries.peek(key, { allowStale: true }) ?? this.#hot.peek(key, { allowStale: true });
  }

  /** How old an answer is. */
  age({ storedAt }: Answer<V>): Milliseconds {
    return this.#now() - storedAt;
  }

  /** An answer obtained at this moment. */
  fresh(answer: Omit<Answer<V>, 'storedAt' | 'asOf'> & { readonly asOf?: number | undefined }): Answer<V> {
    return { ...answer, storedAt: this.#clock.now(), asOf: answer.asOf ?? this.#today() };
  }

  /** Keeps an answer for its life. */
  set(key: string, answer: Answer<V>): void {
    this.#entries.set(key, answer, { ttl: Math.max(SHORTEST_TTL, answer.ttl) });
    this.#hot.delete(key);
  }

  /**
   * Keeps an answer that came as a part of another one, unless there is a good one already.
   *
   * @param notBefore - One that came from calls sent before is not good enough.
   * @returns Whether it is kept.
   */
  add(key: string, answer: Answer<V>, notBefore: Milliseconds = -Infinity): boolean {
    const known = this.#entries.has(key) || this.#hot.has(key) ? this.peek(key) : undefined;
    if (known && isSince(known, notBefore)) {
      return false;
    }
    this.set(key, answer);
    return true;
  }

  /**
   * Keeps an answer that was obtained a while ago for the rest of its life, unless there is a newer one.
   *
   * @returns Whether it is kept, and still within its life.
   */
  restore(key: string, answer: Answer<V>): boolean {
    const known = this.peek(key);
    if (known && known.storedAt >= answer.storedAt) {
      return false;
    }
    this.#entries.set(key, answer, { ttl: Math.max(SHORTEST_TTL, answer.ttl), start: answer.storedAt });
    this.#hot.delete(key);
    return this.age(answer) <= answer.ttl;
  }

  /**
   * The outdated answer that stands in for a while because its renewal failed, labelled; undefined where there is none,
   * or where the failure is not one that passes.
   */
  staleIfError(key: string, failure: EntrezError, cost: BatchCost): Answer<V> | undefined {
    const outdated = this.peek(key);
    if (!outdated || !failure.retryable) {
      return undefined;
    }
    const answer = { ...outdated, ttl: STALE_TTL, staleBecause: { failure, cost } };
    // One that is good for all others was only too old for an operation that wants a younger one.
    if (this.age(outdated) > outdated.ttl) {
      this.set(key, answer);
    }
    return answer;
  }

  /** One look at the clock does for all answers that are looked for in a row. */
  #now(): Milliseconds {
    if (this.#moment === undefined) {
      this.#moment = this.#clock.now();
      queueMicrotask(() => {
        this.#moment = undefined;
      });
    }
    return this.#moment;
  }

  /** Memory that the answers take at most, in bytes. */
  get bytes(): number {
    return this.#entries.calculatedSize + this.#hot.calculatedSize;
  }
}
