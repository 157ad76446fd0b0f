import type { Finding, SharedStore } from './answer-store.js';
import type { Operation } from './operation.js';

/** Questions that a store is asked about in one go. */
const MAX_NAMES = 500;

/** How a look asks the store. */
interface LookOptions {
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
export class Look {
  /** Resolves when everything has been found, or found missing. */
  readonly over: Promise<void>;
  readonly #isAsked = new Map<string, () => boolean>();
  readonly #findings = new Map<string, Finding>();
  readonly #waits = new Map<Operation, Promise<void>>();

  constructor(options: LookOptions) {
    this.over = this.#look(options);
  }

  /** @param isAsked - Whether it is being asked about, since it was found missing. */
  add(name: string, isAsked: () => boolean): this {
    this.#isAsked.set(name, isAsked);
    return this;
  }

  /** What was found under a name that was added. */
  get(name: string): Finding | undefined {
    return this.#findings.get(name);
  }

  /**
   * Resolves when it is over.
   *
   * @throws EntrezError when the operation ends first.
   */
  waitedFor(operation: Operation): Promise<void> {
    const known = this.#waits.get(operation);
    if (known) {
      return known;
    }
    const wait = operation.wait(() => this.over);
    this.#waits.set(operation, wait);
    return wait;
  }

  async #look({ find, onStart, release }: LookOptions): Promise<void> {
    await promiseJobs();
    onStart();
    const names = [...this.#isAsked.keys()];
    const parts = Array.from({ length: Math.ceil(names.length / MAX_NAMES) }, (_, part) =>
      find(names.slice(part * MAX_NAMES, (part + 1) * MAX_NAMES)),
    );
    for (const [index, finding] of (await Promise.all(parts)).flat().entries()) {
      this.#findings.set(names[index] ?? '', finding);
    }
    // By then whoever waited has asked, or has left.
    setImmediate(() => {
      for (const [name, { turn }] of this.#findings) {
        if (turn === 'ours' && !this.#isAsked.get(name)?.()) {
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
