import { hash } from 'node:crypto';

import { type DocumentNode, type ExecutionResult, print } from 'graphql';
import { LRUCache } from 'lru-cache';

import { approximateBytes } from '../loading/approximate-bytes.js';
import type { Operation } from '../loading/operation.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { StoredWholes, Whole } from './stored-wholes.js';

/** Beyond this, variables are a list of records rather than a question that comes again. In characters. */
const MAX_VARIABLES = 4096;
/** Questions whose first coming is remembered, so that only what comes again takes memory. */
const MAX_SEEN = 10_000;
/** Questions of a document that the store may not know before it is asked only now and then: they are new each time. */
const PATIENCE = 8;
const NOW_AND_THEN = 16;

/** A result that brings its own text along, as Yoga asks for it. */
export type Result = ExecutionResult & { readonly stringify?: (result: ExecutionResult) => string };

/** A document with its variables. */
export interface Question {
  readonly name: string;
  readonly document: KnownDocument;
}

interface KnownDocument {
  readonly digest: string;
  /** Questions in a row that the store did not know. */
  misses: number;
}

interface Remembered extends Whole {
  /** `data` as JSON. */
  readonly text: string;
  readonly until: Milliseconds;
}

/**
 * Whole answers to what is asked again and again, as long as all they were made of is good: then there is nothing to
 * execute, and nothing to write out. Only answers without errors or outdated parts are kept, that cost no call; what
 * they are made of is bounded by its own life, so that none of it gets older here than it would elsewhere.
 */
export class RememberedAnswers {
  readonly #clock: Clock;
  readonly #answers: LRUCache<string, Remembered>;
  readonly #stored: StoredWholes | undefined;
  readonly #seen = new LRUCache<string, true>({ max: MAX_SEEN });
  readonly #documents = new WeakMap<DocumentNode, KnownDocument>();

  constructor({
    clock,
    maxBytes,
    stored,
  }: {
    readonly clock: Clock;
    readonly maxBytes: number;
    /** Where they outlive the process, if they do. */
    readonly stored?: StoredWholes | undefined;
  }) {
    this.#clock = clock;
    this.#stored = stored;
    this.#answers = new LRUCache<string, Remembered>({
      maxSize: maxBytes,
      sizeCalculation: ({ data, text }, key) => approximateBytes(data) + text.length + 2 * key.length,
    });
  }

  /** What a document of one operation asks with these variables; undefined where its answer is not kept. */
  questionOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Question | undefined {
    const known = this.#documents.get(document) ?? { digest: digestOf(document), misses: 0 };
    this.#documents.set(document, known);
    const given = JSON.stringify(variables);
    return given.length > MAX_VARIABLES ? undefined : { name: `${known.digest} ${given}`, document: known };
  }

  /**
   * The answer, if it is remembered and still good; a promise where another process may remember it. The operation counts
   * what it is made of as known.
   */
  recall(question: Question, operation: Operation): Result | undefined | Promise<Result | undefined> {
    const answer = this.#answers.get(question.name);
    if (answer && answer.until > this.#clock.now()) {
      operation.recall(answer.known, 'memory');
      return resultOf(answer);
    }
    const found = this.#find(question);
    if (found instanceof Promise) {
      // Whoever has no time left is told so by each field.
      return operation
        .wait(() => found, leaveNothing)
        .then(
          (whole) => this.#restore(question, whole, operation),
          () => undefined,
        );
    }
    return this.#restore(question, found, operation);
  }

  /** Keeps the answer that an operation has just got, if it may be given again and its question has come before. */
  remember({ name }: Question, result: ExecutionResult, operation: Operation): Result {
    const { data, errors } = result;
    const known = errors ? undefined : operation.knownWhole;
    if (!known || !data) {
      return result;
    }
    if (!this.#seen.has(name)) {
      this.#seen.set(name, true);
      return result;
    }
    this.#stored?.keep(name, { data, known });
    return resultOf(this.#add(name, { data, known }));
  }

  #find({ name, document }: Question): ReturnType<StoredWholes['get']> {
    document.misses += 1;
    return document.misses <= PATIENCE || document.misses % NOW_AND_THEN === 0 ? this.#stored?.get(name) : undefined;
  }

  #restore({ name, document }: Question, whole: Whole | undefined, operation: Operation): Result | undefined {
    if (!whole) {
      return undefined;
    }
    document.misses = 0;
    operation.recall(whole.known, 'store');
    return resultOf(this.#add(name, whole));
  }

  #add(name: string, whole: Whole): Remembered {
    const answer = { ...whole, text: JSON.stringify(whole.data), until: this.#clock.now() + whole.known.goodFor };
    this.#answers.set(name, answer);
    return answer;
  }
}

/** The same in all processes. */
function digestOf(document: DocumentNode): string {
  return hash('sha256', document.loc?.source.body ?? print(document), 'base64url');
}

function leaveNothing(): () => void {
  return () => undefined;
}

function resultOf({ data, text }: Remembered): Result {
  return { data, stringify: ({ extensions }) => `{"data":${text},"extensions":${JSON.stringify(extensions ?? {})}}` };
}
