import DataLoader from 'dataloader';

import type { EntrezError } from '../eutils/errors.js';
import { type Clock, type Milliseconds, sleep } from '../upstream/clock.js';
import type { Door } from '../upstream/door.js';
import type { Answer } from './answer-cache.js';
import type { AnswerStore, Finding } from './answer-store.js';
import { Receipt } from './receipt.js';

/** Questions that a store is asked about in one go. */
const MAX_NAMES = 500;
/** How often it is looked whether another process has got an answer; a call to NCBI takes some hundred milliseconds. */
const LOOK_AGAIN: Milliseconds = 50;

/** What the store has for a key. */
export interface Found<V> {
  readonly answer: Answer<V> | undefined;
  /** Whether nobody else is asking for what is missing or outdated. */
  readonly isOurs: boolean;
}

/**
 * The store of a process as its loaders see it: all that they look for at one moment travels together. Callers with an
 * API key of their own find what is known and add to it, but they neither wait for others nor make others wait: their
 * permits are their own.
 */
export class SecondLevel {
  readonly #store: AnswerStore;
  readonly #clock: Clock;
  readonly #today: () => number;
  readonly #claiming: DataLoader<string, Finding>;
  readonly #looking: DataLoader<string, Finding>;
  #pause: Promise<void> | undefined;

  /** @param today - The clock on the wall, in milliseconds since 1970. */
  constructor(store: AnswerStore, clock: Clock, today: () => number = Date.now) {
    this.#store = store;
    this.#clock = clock;
    this.#today = today;
    this.#claiming = this.#createLoader(true);
    this.#looking = this.#createLoader(false);
  }

  /** The stored answers of one question. */
  of<V>(question: string, alsoKnownAs: readonly string[]): StoredAnswers<V> {
    return new StoredAnswers(this, question, alsoKnownAs);
  }

  async find<V>(name: string, { keyOwner }: Door): Promise<Found<V>> {
    const { answer, turn } = await (keyOwner === 'caller' ? this.#looking : this.#claiming).load(name);
    return { answer: answer && this.#recall<V>(answer), isOurs: turn === 'ours' };
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
      this.#store.release(name);
    }
  }

  /** One for all who wait, so that they look again together. */
  pause(): Promise<void> {
    this.#pause ??= sleep(this.#clock, LOOK_AGAIN).finally(() => {
      this.#pause = undefined;
    });
    return this.#pause;
  }

  /** What was stored under a question is what its own decoder made: its name holds the version of this program. */
  #recall<V>({ value, source, bytes, life, obtainedAt }: NonNullable<Finding['answer']>): Answer<V> {
    // A clock that is ahead of ours makes an answer no younger than new.
    const age = Math.max(0, this.#today() - obtainedAt);
    return {
      value: value as V | EntrezError,
      receipt: new Receipt(source),
      bytes,
      life,
      since: this.#clock.now() - age,
    };
  }

  #createLoader(claims: boolean): DataLoader<string, Finding> {
    const loader = new DataLoader<string, Finding>(
      async (names) => {
        try {
          return await this.#store.find(names, claims);
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

  /**
   * What is stored for a key. Where it is ours to ask, it is left to others again unless it is asked for at once.
   *
   * @param isAsked - Whether it is being asked for.
   */
  async find(key: string, door: Door, isAsked: () => boolean): Promise<Found<V>> {
    const name = nameOf(this.#question, key);
    const found = await this.#level.find<V>(name, door);
    if (found.isOurs) {
      setImmediate(() => {
        if (!isAsked()) {
          this.#level.release(name, door);
        }
      });
    }
    return found;
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
