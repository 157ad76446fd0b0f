import type { DocumentNode, ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';

import { approximateBytes } from '../loading/approximate-bytes.js';
import type { KnownWhole } from '../loading/account.js';
import type { Operation } from '../loading/operation.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';

/** Beyond this, variables are a list of records rather than a question that comes again. In characters. */
const MAX_VARIABLES = 4096;
/** Questions whose first coming is remembered, so that only what comes again takes memory. */
const MAX_SEEN = 10_000;

/** A result that brings its own text along, as Yoga asks for it. */
export type Result = ExecutionResult & { readonly stringify?: (result: ExecutionResult) => string };

interface Remembered {
  readonly data: NonNullable<ExecutionResult['data']>;
  /** `data` as JSON. */
  readonly text: string;
  readonly known: KnownWhole;
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
  readonly #seen = new LRUCache<string, true>({ max: MAX_SEEN });
  readonly #documents = new WeakMap<DocumentNode, number>();
  #count = 0;

  constructor({ clock, maxBytes }: { readonly clock: Clock; readonly maxBytes: number }) {
    this.#clock = clock;
    this.#answers = new LRUCache<string, Remembered>({
      maxSize: maxBytes,
      sizeCalculation: ({ data, text }, key) => approximateBytes(data) + text.length + 2 * key.length,
    });
  }

  /** Under which name the answer to a document of one operation is kept; undefined where it is not kept. */
  nameOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): string | undefined {
    let number = this.#documents.get(document);
    if (number === undefined) {
      number = this.#count += 1;
      this.#documents.set(document, number);
    }
    const given = JSON.stringify(variables);
    return given.length > MAX_VARIABLES ? undefined : `${number} ${given}`;
  }

  /** The answer, if it is remembered and still good. The operation counts what it is made of as known. */
  recall(name: string, operation: Operation): Result | undefined {
    const answer = this.#answers.get(name);
    if (!answer) {
      return undefined;
    }
    if (answer.until <= this.#clock.now()) {
      this.#answers.delete(name);
      return undefined;
    }
    operation.recall(answer.known);
    return resultOf(answer);
  }

  /** Keeps the answer that an operation has just got, if it may be given again and its question has come before. */
  remember(name: string, result: ExecutionResult, operation: Operation): Result {
    const { data, errors } = result;
    const known = errors ? undefined : operation.knownWhole;
    if (!known || !data) {
      return result;
    }
    if (!this.#seen.has(name)) {
      this.#seen.set(name, true);
      return result;
    }
    const answer = { data, text: JSON.stringify(data), known, until: this.#clock.now() + known.goodFor };
    this.#answers.set(name, answer);
    return resultOf(answer);
  }
}

function resultOf({ data, text }: Remembered): Result {
  return { data, stringify: ({ extensions }) => `{"data":${text},"extensions":${JSON.stringify(extensions ?? {})}}` };
}
