import type { EntrezError } from '../../eutils/failures/errors.js';
import { type Clock, type Milliseconds, sleep } from '../../upstream/clock.js';
import type { Source } from '../../upstream/call.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { Answer } from './answer-cache.js';
import type { AnswerStore, LookupResult, LocalStore, SharedStore, StoredAnswer } from './answer-store.js';
import type { BurstDebounce } from '../batching/debounce.js';
import { StoreLookup } from './store-lookup.js';
import type { Operation } from '../operation/operation.js';
import { BatchCost } from '../operation/batch-cost.js';

/** How often it is looked whether another process has got an answer; a call to NCBI takes some hundred milliseconds. */
const RECHECK_DELAY: Milliseconds = 50;

/** What is known of a name that was not looked for. */
const MISSING: LookupResult = { answer: undefined, claim: 'ours' };

/** What a shared store has for a key. */
export interface StoreHit<V> {
  readonly answer: Answer<V> | undefined;
  /** Whether nobody else is asking for what is missing or outdated. */
  readonly isOurs: boolean;
}

/**
 * The store of a process as its loaders see it. In a shared one, all that they look for at one moment travels together.
 * Callers with an API key of their own find what is known there and add to it, but they neither wait for others nor make
 * others wait: their permits are their own.
 */
export class SecondLevelCache {
  readonly #store: AnswerStore;
  readonly #near: LocalStore | undefined;
  readonly #shared: SharedStore | undefined;
  readonly #clock: Clock;
  readonly #debounce: BurstDebounce;
  /** The clock on the wall, in milliseconds since 1970. */
  readonly today: () => number;
  /** The looks that can still be added to, by whether they claim. */
  readonly #open = new Map<boolean, StoreLookup>();
  /** Stored answers took no call. */
  readonly #costs = new Map<Source | undefined, BatchCost>();
  #pause: Promise<void> | undefined;

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
  lookUp(name: string, { keyOwner }: NcbiClient, isRequested: () => boolean): StoreLookup | undefined {
    return this.#shared && this.#lookInto(this.#shared, keyOwner !== 'caller').add(name, isRequested);
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

  release(name: string, { keyOwner }: NcbiClient): void {
    if (keyOwner !== 'caller') {
      this.#shared?.release(name);
    }
  }

  /** One for all who wait, so that they look again together. */
  pause(): Promise<void> {
    this.#pause ??= sleep(this.#clock, RECHECK_DELAY).finally(() => {
      this.#pause = undefined;
    });
    return this.#pause;
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

  #lookInto(store: SharedStore, claims: boolean): StoreLookup {
    const open = this.#open.get(claims);
    if (open) {
      return open;
    }
    const storeLookup = new StoreLookup({
      find: (names) => store.find(names, claims),
      onStart: () => this.#open.delete(claims),
      release: (name) => {
        if (claims) {
          store.release(name);
        }
      },
    });
    this.#open.set(claims, storeLookup);
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

  /**
   * Looks whether others have the answer to a key; undefined where there are no others. Where it turns out to be ours to
   * ask, it is left to others again unless it is asked for at once.
   *
   * @param isAsked - Whether it is being asked for.
   */
  lookUp(key: string, client: NcbiClient, isRequested: () => boolean): StoreLookup | undefined {
    return this.#level.lookUp(nameOf(this.#question, key), client, isRequested);
  }

  /** What a look that is over has found for a key. */
  found(storeLookup: StoreLookup, key: string): StoreHit<V> {
    const { answer, claim } = storeLookup.get(nameOf(this.#question, key)) ?? MISSING;
    return { answer: answer && this.#level.recall<V>(answer), isOurs: claim === 'ours' };
  }

  /**
   * Resolves when it is time to look again for what others ask for.
   *
   * @throws EntrezError when the operation ends first.
   */
  pauseOf(operation: Operation): Promise<void> {
    return operation.wait(() => this.#level.pause());
  }

  /** Stores an answer, some time later; also for the questions that it answers as well. */
  keep(key: string, answer: Answer<V & object>): void {
    this.#level.keep(
      [this.#question, ...this.#alsoKnownAs].map((question) => nameOf(question, key)),
      answer,
    );
  }

  /** Lets others ask. */
  release(key: string, client: NcbiClient): void {
    this.#level.release(nameOf(this.#question, key), client);
  }
}

/** No two pairs have one name, whatever callers write into them. */
function nameOf(question: string, key: string): string {
  return `${key.length} ${key} ${question}`;
}
