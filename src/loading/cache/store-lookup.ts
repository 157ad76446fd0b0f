import type { SharedStore, StoredAnswer } from './answer-store.js';
import type { Clock } from '../../upstream/clock.js';
import type { Operation } from '../operation/operation.js';

/** Questions that a store is asked about in one go. */
const MAX_NAMES = 500;

/** How a look asks the store. */
interface StoreLookupOptions {
  /** Requests that are read from other sockets in the same turn of the event loop look along. */
  readonly clock: Clock;
  /** Must not reject. */
  readonly find: (names: readonly string[]) => ReturnType<SharedStore['find']>;
  /** Called when nothing can be added any more. */
  readonly onStart: () => void;
}

/**
 * All that is wanted from a shared store at one moment. It travels together, and what waits for it waits once: a hundred
 * records would otherwise cost more in promises than in bytes.
 */
export class StoreLookup {
  /** Resolves when everything has been found, or found missing. */
  readonly done: Promise<void>;
  readonly #names = new Set<string>();
  readonly #results = new Map<string, StoredAnswer | undefined>();
  readonly #waits = new Map<Operation, Promise<void>>();

  constructor(options: StoreLookupOptions) {
    this.done = this.#look(options);
  }

  add(name: string): this {
    this.#names.add(name);
    return this;
  }

  /** What was found under a name that was added. */
  get(name: string): StoredAnswer | undefined {
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

  async #look({ clock, find, onStart }: StoreLookupOptions): Promise<void> {
    await clock.turn();
    onStart();
    const names = [...this.#names];
    const parts = Array.from({ length: Math.ceil(names.length / MAX_NAMES) }, (_, part) =>
      find(names.slice(part * MAX_NAMES, (part + 1) * MAX_NAMES)),
    );
    for (const [index, answer] of (await Promise.all(parts)).flat().entries()) {
      this.#results.set(names[index] ?? '', answer);
    }
  }
}
