import DataLoader from 'dataloader';

import type { EntrezError } from '../eutils/errors.js';
import { type Clock, type Milliseconds, sleep } from '../upstream/clock.js';
import type { Door, Source } from '../upstream/door.js';
import type { Answer } from './answer-cache.js';
import type { AnswerStore, Finding, NearStore, SharedStore, StoredAnswer } from './answer-store.js';
import { Receipt } from './receipt.js';

/** Questions that a store is asked about in one go. */
const MAX_NAMES = 500;
/** How often it is looked whether another process has got an answer; a call to NCBI takes some hundred milliseconds. */
const LOOK_AGAIN: Milliseconds = 50;

/** What a shared store has for a key. */
export interface Found<V> {
  readonly answer: Answer<V> | undefined;
  /** Whether nobody else is asking for what is missing or outdated. */
  readonly isOurs: boolean;
}

/**
 * The store of a process as its loaders see it. In a shared one, all that they look for at one moment travels together.
 * Callers with an API key of their own find what is known there and add to it, but they neither wait for others nor make
 * others wait: their permits are their own.
 */
export class SecondLevel {
  readonly #store: AnswerStore;
  readonly #near: NearStore | undefined;
  readonly #shared: SharedStore | undefined;
  readonly #clock: Clock;
  readonly #today: () => number;
  readonly #claiming = this.#createLoader(true);
  readonly #looking = this.#createLoader(false);
  /** Stored answers took no call. */
  readonly #receipts = new Map<Source | undefined, Receipt>();
  #pause: Promise<void> | undefined;

  /** @param today - The clock on the wall, in milliseconds since 1970. */
  constructor(store: AnswerStore, clock: Clock, today: () => number = Date.now) {
    this.#store = store;
    this.#near = 'get' in store ? store : undefined;
    this.#shared = 'find' in store ? store : undefined;
    this.#clock = clock;
    this.#today = today;
  }

  /** The stored answers of one question. */
  of<V>(question: string, alsoKnownAs: readonly string[]): StoredAnswers<V> {
    return new StoredAnswers(this, question, alsoKnownAs);
  }

  get isShared(): boolean {
    return this.#shared !== undefined;
  }

  /** What is at hand. */
  get<V>(name: string): Answer<V> | undefined {
    const answer = this.#near?.get(name);
    return answer && this.recall<V>(answer);
  }

  /** What the shared store has. */
  find(name: string, { keyOwner }: Door): Promise<Finding> {
    return (keyOwner === 'caller' ? this.#looking : this.#claiming).load(name);
  }

  /** What was stored under a question is what its own decoder made: its name holds the version of this program. */
  recall<V>({ value, source, bytes, life, obtainedAt }: StoredAnswer): Answer<V> {
    // A clock that is ahead of ours makes an answer no younger than new.
    const age = Math.max(0, this.#today() - obtainedAt);
    return {
      value: value as V | EntrezError,
      receipt: this.#receiptOf(source),
      bytes,
      life,
      since: this.#clock.now() - age,
    };
  }

  keep(names: readonly string[], { value, receipt, bytes, life, since }: Answer<object>): void {
    const obtainedAt = this.#today() - (this.#clock.now() - since);
    const answer = { value, source: receipt.source, bytes, life, obtainedAt };
    for (const name of names) {
      this.#store.keep(name, answer);
    }
  }

  release(name: string, { keyOwner }: Door): void {
    if (keyOwner !== 'caller') {
      this.#shared?.release(name);
    }
  }

  /** One for all who wait, so that they look again together. */
  pause(): Promise<void> {
    this.#pause ??= sleep(this.#clock, LOOK_AGAIN).finally(() => {
      this.#pause = undefined;
    });
    return this.#pause;
  }

  #receiptOf(source: Source | undefined): Receipt {
    const known = this.#receipts.get(source);
    if (known) {
      return known;
    }
    const receipt = new Receipt(source);
    this.#receipts.set(source, receipt);
    return receipt;
  }

  #createLoader(claims: boolean): DataLoader<string, Finding> {
    const loader = new DataLoader<string, Finding>(
      async (names) => {
        try {
          return (await this.#shared?.find(names, claims)) ?? names.map(() => ({ answer: undefined, turn: 'ours' }));
        } finally {
          // What is under way is looked for once; what was found is remembered elsewhere.
          for (const name of names) {
            loader.clear(name);
          }
        }
      },
      { maxBatchSize: MAX_NAMES },
    );
    return loader;
  }
}

/** The answers to one question that outlive this process, by key. */
export class StoredAnswers<V> {
  readonly #level: SecondLevel;
  readonly #question: string;
  readonly #alsoKnownAs: readonly string[];

  constructor(level: SecondLevel, question: string, alsoKnownAs: readonly string[]) {
    this.#level = level;
    this.#question = question;
    this.#alsoKnownAs = alsoKnownAs;
  }

  /** Whether others may have answers that {@link StoredAnswers.get} does not give. */
  get isShared(): boolean {
    return this.#level.isShared;
  }

  /** What is stored for a key, where that can be told at once. */
  get(key: string): Answer<V> | undefined {
    return this.#level.get(nameOf(this.#question, key));
  }

  /**
   * What is stored for a key. Where it is ours to ask, it is left to others again unless it is asked for at once.
   *
   * @param isAsked - Whether it is being asked for.
   */
  async find(key: string, door: Door, isAsked: () => boolean): Promise<Found<V>> {
    const name = nameOf(this.#question, key);
    const { answer, turn } = await this.#level.find(name, door);
    const isOurs = turn === 'ours';
    if (isOurs) {
      setImmediate(() => {
        if (!isAsked()) {
          this.#level.release(name, door);
        }
      });
    }
    return { answer: answer && this.#level.recall<V>(answer), isOurs };
  }

  /** Resolves when it is time to look again for what others ask for. */
  pause(): Promise<void> {
    return this.#level.pause();
  }

  /** Stores an answer, some time later; also for the questions that it answers as well. */
  keep(key: string, answer: Answer<V & object>): void {
    this.#level.keep(
      [this.#question, ...this.#alsoKnownAs].map((question) => nameOf(question, key)),
      answer,
    );
  }

  /** Lets others ask. */
  release(key: string, door: Door): void {
    this.#level.release(nameOf(this.#question, key), door);
  }
}

/** No two pairs have one name, whatever callers write into them. */
function nameOf(question: string, key: string): string {
  return `${key.length} ${key} ${question}`;
}
