import { LRUCache } from 'lru-cache';

import { EntrezError } from '../eutils/errors.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import { CostlyError, type Receipt } from './receipt.js';

/** A vain attempt to renew an answer, and what it cost. */
export interface FailedRenewal {
  readonly failure: EntrezError;
  readonly receipt: Receipt;
}

/** A validated answer, worth keeping. An EntrezError as value is a proven "no such record", never a failure. */
export interface Answer<V> {
  readonly value: V | EntrezError;
  readonly receipt: Receipt;
  /** Memory it takes, in bytes. */
  readonly bytes: number;
  /** How long it may be given again without asking. */
  readonly life: Milliseconds;
  /** Why this answer is older than its life. */
  readonly staleBecause?: FailedRenewal;
}

type Load<V> = () => Promise<Answer<V>>;

/** How long an outdated answer stands in after its renewal failed, before renewal is tried again. */
const STALE_LIFE: Milliseconds = 30_000;
/** Stands for a life of zero, which lru-cache would take for one without end. */
const SHORTEST_LIFE: Milliseconds = 0.001;
/** Keys, map slots and list nodes beside the answer itself. */
const ENTRY_OVERHEAD_BYTES = 160;

/**
 * What is known, bounded by bytes. Hits are given synchronously; equal questions under way are joined; when an
 * outdated answer cannot be renewed because NCBI fails, it is given once more and labelled. Failures are never kept.
 */
export class AnswerCache<V> {
  readonly #entries: LRUCache<string, Answer<V>, Load<V>>;

  constructor({ maxBytes, clock }: { readonly maxBytes: number; readonly clock: Clock }) {
    this.#entries = new LRUCache<string, Answer<V>, Load<V>>({
      maxSize: maxBytes,
      sizeCalculation: (answer, key) => answer.bytes + 2 * key.length + ENTRY_OVERHEAD_BYTES,
      ttl: 1,
      ttlResolution: 0,
      perf: clock,
      // What is outdated stays until it is renewed, so that it can stand in when that fails.
      noDeleteOnStaleGet: true,
      noDeleteOnFetchRejection: true,
      ignoreFetchAbort: true,
      fetchMethod: async (_key, outdated, { options, context }) => {
        const answer = await renew(context, outdated);
        options.ttl = Math.max(SHORTEST_LIFE, answer.life);
        return answer;
      },
    });
  }

  /** The answer, if it is known and within its life. */
  get(key: string): Answer<V> | undefined {
    return this.#entries.get(key);
  }

  /** The known answer, the one under way, or the one that `load` gives. Rejects as `load` does. */
  fetch(key: string, load: Load<V>): Promise<Answer<V>> {
    return this.#entries.forceFetch(key, { context: load });
  }

  /** Keeps an answer that came as a part of another one, unless there is a good one already. */
  add(key: string, answer: Answer<V>): void {
    if (!this.#entries.has(key)) {
      this.#entries.set(key, answer, { ttl: Math.max(SHORTEST_LIFE, answer.life) });
    }
  }

  /** Memory taken by the answers, in bytes. */
  get bytes(): number {
    return this.#entries.calculatedSize;
  }
}

async function renew<V>(load: Load<V>, outdated: Answer<V> | undefined): Promise<Answer<V>> {
  try {
    return await load();
  } catch (error) {
    if (outdated && error instanceof CostlyError && error.cause instanceof EntrezError && error.cause.retryable) {
      return { ...outdated, life: STALE_LIFE, staleBecause: { failure: error.cause, receipt: error.receipt } };
    }
    throw error;
  }
}
