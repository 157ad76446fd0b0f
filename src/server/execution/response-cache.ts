import { hash } from 'node:crypto';

import { type DocumentNode, type ExecutionResult, print } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Freshness } from '../../loading/operation/cost-recorder.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import { KeptGzip } from './kept-gzip.js';
import type { ResponseStore, CachedResponse } from './response-store.js';

/** Beyond this, variables are a list of records rather than a question that comes again. In characters. */
const MAX_VARIABLES = 4096;
/** Memory for questions that have come once: only those that come again have their answers kept. */
const MAX_SEEN_BYTES = 8 * 1024 * 1024;
const NEVER: Milliseconds = -Infinity;
/** Questions of a document that the store may not know before it is asked only now and then: they are new each time. */
const FAILURE_THRESHOLD = 8;
const NOW_AND_THEN = 16;

/** What an answer takes beside its text, which may have two bytes a character. */
const OVERHEAD_BYTES = 400;

/** A result that brings its own text along, as Yoga asks for it. */
export type Result = ExecutionResult & { readonly stringify?: (result: ExecutionResult) => string };

/** A document with its variables. */
export interface Question {
  readonly name: string;
  readonly document: KnownDocument;
  /** Whether its answer may be kept. */
  readonly isKept: boolean;
}

interface KnownDocument {
  readonly digest: string;
  /** Questions in a row that the store did not know. */
  misses: number;
}

/** An answer in memory. */
export interface KeptAnswer extends CachedResponse {
  /** Lowered where the answer is forgotten. */
  until: Milliseconds;
}

/**
 * Whole answers to what is asked again and again, as long as all they were made of is good: then there is nothing to
 * execute, and nothing to write out. Only answers without errors or outdated parts are kept, that cost no call; what
 * they are made of is bounded by its own life, so that none of it gets older here than it would elsewhere.
 */
export class ResponseCache {
  readonly #clock: Clock;
  readonly #answers: LRUCache<string, KeptAnswer>;
  readonly #stored: ResponseStore | undefined;
  /** Questions that have come, and until when the store has their answers. */
  readonly #seen = new LRUCache<string, Milliseconds>({
    maxSize: MAX_SEEN_BYTES,
    sizeCalculation: (_until, key) => OVERHEAD_BYTES + 2 * key.length,
  });
  readonly #documents = new WeakMap<DocumentNode, KnownDocument>();

  constructor({
    clock,
    maxBytes,
    stored,
  }: {
    readonly clock: Clock;
    readonly maxBytes: number;
    /** Where they outlive the process, if they do. */
    readonly stored?: ResponseStore | undefined;
  }) {
    this.#clock = clock;
    this.#stored = stored;
    this.#answers = new LRUCache<string, KeptAnswer>({
      maxSize: maxBytes,
      // As text, as the bytes that are sent, and with a quarter for each compressed form, which takes an eighth (500 records).
      sizeCalculation: ({ text }, key) => OVERHEAD_BYTES + 2 * key.length + Math.ceil(3.5 * text.length),
    });
  }

  /** What a document of one operation asks with these variables. */
  questionOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Question {
    const known = this.#documents.get(document) ?? { digest: digestOf(document), misses: 0 };
    this.#documents.set(document, known);
    const given = JSON.stringify(variables);
    const isKept = given.length <= MAX_VARIABLES;
    const name = `${known.digest} ${isKept ? given : hash('sha256', given, 'base64url')}`;
    return { name, document: known, isKept };
  }

  /**
   * The answer, if it is remembered and still good; a promise where another process may remember it. The operation counts
   * what it is made of as known.
   */
  recall(question: Question, operation: Operation): Result | undefined | Promise<Result | undefined> {
    if (!question.isKept) {
      return undefined;
    }
    const answer = this.#answers.get(question.name);
    if (answer && answer.until > this.#clock.now()) {
      operation.recall({ ...answer.known, ...freshnessOf(answer, this.#clock.now()) }, 'memory');
      return new WholeResult(answer);
    }
    const found = this.#find(question);
    if (found instanceof Promise) {
      // Whoever has no time left is told so by each field.
      return operation
        .wait(() => found)
        .then(
          (whole) => this.#restore(question, whole, operation),
          () => undefined,
        );
    }
    return this.#restore(question, found, operation);
  }

  /** Keeps the answer that an operation has just got, if it may be given again and its question has come before. */
  remember({ name, isKept }: Question, result: ExecutionResult, operation: Operation): Result {
    const { data, errors } = result;
    const known = errors || !isKept ? undefined : operation.cacheableResponse;
    if (!known || !data) {
      return result;
    }
    const storedUntil = this.#seen.get(name);
    if (storedUntil === undefined) {
      this.#seen.set(name, NEVER);
      return result;
    }
    const whole = { text: JSON.stringify(data), known };
    // What does not fit into memory is remembered again and again, but stored once.
    if (storedUntil <= this.#clock.now()) {
      this.#stored?.keep(name, whole);
    }
    return this.#add(name, whole);
  }

  /** Drops the answer, here and in the store: a younger one is on its way. */
  forget({ name, isKept }: Question): void {
    if (!isKept) {
      return;
    }
    const answer = this.#answers.get(name);
    if (answer) {
      answer.until = NEVER;
      this.#answers.delete(name);
    }
    if (this.#seen.has(name)) {
      this.#seen.set(name, NEVER);
    }
    this.#stored?.forget(name);
  }

  #find({ name, document }: Question): ReturnType<ResponseStore['get']> {
    document.misses += 1;
    return document.misses <= FAILURE_THRESHOLD || document.misses % NOW_AND_THEN === 0
      ? this.#stored?.get(name)
      : undefined;
  }

  #restore({ name, document }: Question, whole: CachedResponse | undefined, operation: Operation): Result | undefined {
    if (!whole) {
      return undefined;
    }
    document.misses = 0;
    operation.recall(whole.known, 'store');
    return this.#add(name, whole);
  }

  #add(name: string, whole: CachedResponse): Result {
    const until = this.#clock.now() + whole.known.maxAge;
    const answer = { ...whole, until };
    this.#answers.set(name, answer);
    this.#seen.set(name, until);
    return new WholeResult(answer);
  }
}

/** How old an answer is after some time in memory. */
export function freshnessOf({ known, until }: KeptAnswer, now: Milliseconds): Freshness {
  const maxAge = until - now;
  return { maxAge, age: known.age + (maxAge === Infinity ? 0 : known.maxAge - maxAge) };
}

/** The same in all processes. */
function digestOf(document: DocumentNode): string {
  return hash('sha256', document.loc?.source.body ?? print(document), 'base64url');
}

/** A result whose data are known as text. */
export class WholeResult implements Result {
  readonly answer: KeptAnswer;
  /** Added for the request that it is given to. */
  extensions?: NonNullable<ExecutionResult['extensions']>;

  constructor(answer: KeptAnswer) {
    this.answer = answer;
  }

  get text(): string {
    return this.answer.text;
  }

  /** Read only by those who want more than the text. */
  get data(): NonNullable<ExecutionResult['data']> {
    return JSON.parse(this.text) as NonNullable<ExecutionResult['data']>;
  }

  /** The same for another request. */
  copy(): WholeResult {
    return new WholeResult(this.answer);
  }

  readonly stringify = ({ extensions }: ExecutionResult): string => this.#beginning() + endOf(extensions);

  /** What `stringify` gives, in gzip; undefined where it has to be compressed anew. */
  async gzipped(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const kept = gzips.get(this.answer) ?? KeptGzip.of(this.#beginning());
    gzips.set(this.answer, kept);
    return (await kept).endingWith(endOf(this.extensions));
  }

  #beginning(): string {
    return `{"data":${this.text},"extensions":`;
  }
}

/** Answers that clients want in gzip. */
const gzips = new WeakMap<KeptAnswer, Promise<KeptGzip>>();

function endOf(extensions: ExecutionResult['extensions']): string {
  return `${JSON.stringify(extensions ?? {})}}`;
}
