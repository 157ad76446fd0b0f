import type { EntrezError } from '../eutils/errors.js';
import { type Clock, type Milliseconds, sleep } from '../upstream/clock.js';
import type { Door, Source } from '../upstream/door.js';
import type { Answer } from './answer-cache.js';
import type { AnswerStore, Finding, NearStore, SharedStore, StoredAnswer } from './answer-store.js';
import type { Gathering } from './gathering.js';
import { Look } from './look.js';
import type { Operation } from './operation.js';
import { Receipt } from './receipt.js';

/** How often it is looked whether another process has got an answer; a call to NCBI takes some hundred milliseconds. */
const LOOK_AGAIN: Milliseconds = 50;

/** What is known of a name that was not looked for. */
const MISSING: Finding = { answer: undefined, turn: 'ours' };

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
  readonly #gathering: Gathering;
  readonly #today: () => number;
  /** The looks that can still be added to, by whether they claim. */
  readonly #open = new Map<boolean, Look>();
  /** Stored answers took no call. */
  readonly #receipts = new Map<Source | undefined, Receipt>();
  #pause: Promise<void> | undefined;

  /** @param today - The clock on the wall, in milliseconds since 1970. */
  constructor(store: AnswerStore, clock: Clock, gathering: Gathering, today: () => number = Date.now) {
    this.#store = store;
    this.#near = 'get' in store ? store : undefined;
    this.#shared = 'find' in store ? store : undefined;
    this.#clock = clock;
    this.#gathering = gathering;
    this.#today = today;
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
  look(name: string, { keyOwner }: Door, isAsked: () => boolean): Look | undefined {
    return this.#shared && this.#lookInto(this.#shared, keyOwner !== 'caller').add(name, isAsked);
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

  #lookInto(store: SharedStore, claims: boolean): Look {
    const open = this.#open.get(claims);
    if (open) {
      return open;
    }
    const look = new Look({
      find: (names) => store.find(names, claims),
      onStart: () => this.#open.delete(claims),
      release: (name) => {
        if (claims) {
          store.release(name);
        }
      },
    });
    this.#open.set(claims, look);
    this.#gathering.expect(look.over);
    return look;
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
  look(key: string, door: Door, isAsked: () => boolean): Look | undefined {
    return this.#level.look(nameOf(this.#question, key), door, isAsked);
  }

  /** What a look that is over has found for a key. */
  found(look: Look, key: string): Found<V> {
    const { answer, turn } = look.get(nameOf(this.#question, key)) ?? MISSING;
    return { answer: answer && this.#level.recall<V>(answer), isOurs: turn === 'ours' };
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
  release(key: string, door: Door): void {
    this.#level.release(nameOf(this.#question, key), door);
  }
}

/** No two pairs have one name, whatever callers write into them. */
function nameOf(question: string, key: string): string {
  return `${key.length} ${key} ${question}`;
}
