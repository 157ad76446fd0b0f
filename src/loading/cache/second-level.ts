import type { EntrezError } from '../../eutils/failures/errors.js';
import type { Clock } from '../../upstream/clock.js';
import type { Source } from '../../upstream/call.js';
import type { Answer } from './answer-cache.js';
import type { AnswerStore, LocalStore, SharedStore, StoredAnswer } from './answer-store.js';
import type { BurstDebounce } from '../batching/debounce.js';
import { StoreLookup } from './store-lookup.js';
import { BatchCost } from '../operation/batch-cost.js';

/** The store of a process as its loaders see it. In a shared one, all that they look for at one moment travels together. */
export class SecondLevelCache {
  readonly #store: AnswerStore;
  readonly #near: LocalStore | undefined;
  readonly #shared: SharedStore | undefined;
  readonly #clock: Clock;
  readonly #debounce: BurstDebounce;
  /** The clock on the wall, in milliseconds since 1970. */
  readonly today: () => number;
  /** The look that can still be added to. */
  #open: StoreLookup | undefined;
  /** Stored answers took no call. */
  readonly #costs = new Map<Source | undefined, BatchCost>();

  constructor(store: AnswerStore, clock: Clock, debounce: BurstDebounce, today: () => number = Date.now) {
    this.#store = store;
    this.#near = 'get' in store ? store : undefined;
    this.#shared = 'find' in store ? store : undefined;
    this.#clock = clock;
    this.#debounce = debounce;
    this.today = today;
  }

  /** The stored answers of one question. */
  of<V>(question: string, alsoKnownAs: readonly string[]): StoredAnswers<V> {
    return new StoredAnswers(this, question, alsoKnownAs);
  }

  /** What is at hand. */
  get<V>(name: string): Answer<V> | undefined {
    const answer = this.#near?.get(name);
    return answer && this.recall<V>(answer);
  }

  /** Looks for a name in the shared store, with whatever else is looked for at this moment; undefined where there is none. */
  lookUp(name: string): StoreLookup | undefined {
    return this.#shared && (this.#open ?? this.#lookInto(this.#shared)).add(name);
  }

  /** What was stored under a question is what its own decoder made: its name holds the number of the decoders. */
  recall<V>({ value, source, size, ttl, obtainedAt }: StoredAnswer): Answer<V> {
    // A clock that is ahead of ours makes an answer no younger than new.
    const age = Math.max(0, this.today() - obtainedAt);
    return {
      value: value as V | EntrezError,
      cost: this.#costOf(source),
      size,
      ttl,
      storedAt: this.#clock.now() - age,
      asOf: obtainedAt,
    };
  }

  keep(names: readonly string[], { value, cost, size, ttl, asOf }: Answer<object>): void {
    const answer = { value, source: cost.source, size, ttl, obtainedAt: asOf };
    for (const name of names) {
      this.#store.keep(name, answer);
    }
  }

  #costOf(source: Source | undefined): BatchCost {
    const known = this.#costs.get(source);
    if (known) {
      return known;
    }
    const cost = new BatchCost(source);
    this.#costs.set(source, cost);
    return cost;
  }

  #lookInto(store: SharedStore): StoreLookup {
    const storeLookup = new StoreLookup({
      clock: this.#clock,
      find: (names) => store.find(names),
      onStart: () => {
        this.#open = undefined;
      },
    });
    this.#open = storeLookup;
    this.#debounce.trackLookup(storeLookup.done);
    return storeLookup;
  }
}

/** The answers to one question that outlive this process, by key. */
export class StoredAnswers<V> {
  readonly #level: SecondLevelCache;
  readonly #question: string;
  readonly #alsoKnownAs: readonly string[];

  constructor(level: SecondLevelCache, question: string, alsoKnownAs: readonly string[]) {
    this.#level = level;
    this.#question = question;
    this.#alsoKnownAs = alsoKnownAs;
  }

  /** What is stored for a key, where that can be told at once. */
  get(key: string): Answer<V> | undefined {
    return this.#level.get(nameOf(this.#question, key));
  }

  /** Looks whether others have the answer to a key; undefined where there are no others. */
  lookUp(key: string): StoreLookup | undefined {
    return this.#level.lookUp(nameOf(this.#question, key));
  }

  /** What a look that is over has found for a key. */
  found(storeLookup: StoreLookup, key: string): Answer<V> | undefined {
    const answer = storeLookup.get(nameOf(this.#question, key));
    return answer && this.recall(answer);
  }

  /** An answer that was stored, or came from another process. */
  recall(answer: StoredAnswer): Answer<V> {
    return this.#level.recall<V>(answer);
  }

  /** Stores an answer, some time later; also for the questions that it answers as well. */
  keep(key: string, answer: Answer<V & object>): void {
    this.#level.keep(
      [this.#question, ...this.#alsoKnownAs].map((question) => nameOf(question, key)),
      answer,
    );
  }
}

/** No two pairs have one name, whatever callers write into them. */
function nameOf(question: string, key: string): string {
  return `${key.length} ${key} ${question}`;
}
