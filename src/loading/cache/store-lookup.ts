import type { LookupResult, SharedStore } from './answer-store.js';
import type { Operation } from '../operation/operation.js';

/** Questions that a store is asked about in one go. */
const MAX_NAMES = 500;

/** How a look asks the store. */
interface StoreLookupOptions {
  /** Must not reject. */
  readonly find: (names: readonly string[]) => ReturnType<SharedStore['find']>;
  /** Called when nothing can be added any more. */
  readonly onStart: () => void;
  /** Called with a name that is ours to ask about, but is not being asked about. */
  readonly release: (name: string) => void;
}

/**
 * All that is wanted from a shared store at one moment. It travels together, and what waits for it waits once: a hundred
 * records would otherwise cost more in promises than in bytes.
 */
export class StoreLookup {
  /** Resolves when everything has been found, or found missing. */
  readonly done: Promise<void>;
  readonly #isRequested = new Map<string, () => boolean>();
  readonly #results = new Map<string, LookupResult>();
  readonly #waits = new Map<Operation, Promise<void>>();

  constructor(options: StoreLookupOptions) {
    this.done = this.#look(options);
  }

  /** @param isAsked - Whether it is being asked about, since it was found missing. */
  add(name: string, isRequested: () => boolean): this {
    this.#isRequested.set(name, isRequested);
    return this;
  }

  /** What was found under a name that was added. */
  get(name: string): LookupResult | undefined {
    return this.#results.get(name);
  }

  /**
   * Resolves when it is over.
   *
   * @throws EntrezError when the operation ends first.
   */
  wait(operation: Operation): Promise<void> {
    const known = this.#waits.get(operation);
    if (known) {
      return known;
    }
    const wait = operation.wait(() => this.done);
    this.#waits.set(operation, wait);
    return wait;
  }

  async #look({ find, onStart, release }: StoreLookupOptions): Promise<void> {
    await promiseJobs();
    onStart();
    const names = [...this.#isRequested.keys()];
    const parts = Array.from({ length: Math.ceil(names.length / MAX_NAMES) }, (_, part) =>
      find(names.slice(part * MAX_NAMES, (part + 1) * MAX_NAMES)),
    );
    for (const [index, finding] of (await Promise.all(parts)).flat().entries()) {
      this.#results.set(names[index] ?? '', finding);
    }
    // By then whoever waited has asked, or has left.
    setImmediate(() => {
      for (const [name, { claim }] of this.#results) {
        if (claim === 'ours' && !this.#isRequested.get(name)?.()) {
          release(name);
        }
      }
    });
  }
}

/** Resolves when all promise jobs have run that are there, and those that they lead to. */
async function promiseJobs(): Promise<void> {
  await Promise.resolve();
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
}
