import type { StoredAnswer, StoreTally } from '../loading/cache/answer-store.js';
import { encodeAnswer } from './encode-answer.js';

/** An answer that is to be kept, with its bytes. */
export interface Entry {
  readonly name: string;
  readonly answer: StoredAnswer;
  readonly encoded: Buffer;
}

/** Entries written in one go, so that a burst of answers does not hold up those who wait for them. */
const CHUNK = 100;
/** A larger answer is not worth the time that everything else would wait for it. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_WAITING_BYTES = 8 * MAX_ANSWER_BYTES;

export interface WriteBehindOptions {
  /** What the names of questions begin with, see `namespaceOf`. */
  readonly namespace: string;
  /** May throw or reject: its entries are lost then, and those behind them are written all the same. */
  readonly write: (entries: readonly Entry[]) => Promise<void>;
  /** Called with the names that are lost, because they could not be encoded or written. */
  readonly onFailure: (error: unknown, names: readonly string[]) => void;
}

/**
 * Writes answers some time later, a chunk at a time. What does not fit into the queue is dropped: a store that is too
 * slow for what is asked must not fill the memory.
 */
export class WriteBehind {
  readonly #options: WriteBehindOptions;
  readonly #queue: Omit<Entry, 'encoded'>[] = [];
  #waiting = 0;
  #writing: Promise<void> | undefined;

  constructor(options: WriteBehindOptions) {
    this.#options = options;
  }

  /** @returns Whether it is going to be written. */
  add(name: string, answer: StoredAnswer): boolean {
    const { size: bytes } = answer;
    if (bytes > MAX_ANSWER_BYTES || this.#waiting + bytes > MAX_WAITING_BYTES) {
      return false;
    }
    this.#waiting += bytes;
    this.#queue.push({ name, answer });
    this.#writing ??= this.#writeAll();
    return true;
  }

  /** Resolves when nothing is left to write. */
  async done(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      // Whoever waits for these answers goes first.
      await new Promise((resolve) => setImmediate(resolve));
      const chunk = this.#queue.splice(0, CHUNK);
      const entries = chunk.flatMap((entry) => this.#encode(entry));
      try {
        await this.#options.write(entries);
      } catch (error) {
        this.#options.onFailure(
          error,
          entries.map(({ name }) => name),
        );
      }
      this.#waiting -= chunk.reduce((sum, { answer }) => sum + answer.size, 0);
    }
    this.#writing = undefined;
  }

  #encode({ name, answer }: Omit<Entry, 'encoded'>): readonly Entry[] {
    try {
      return [{ name, answer, encoded: encodeAnswer(this.#options.namespace + name, answer) }];
    } catch (error) {
      this.#options.onFailure(error, [name]);
      return [];
    }
  }
}

/** Nothing has happened yet. */
export function newTally(): StoreTally {
  return { hits: 0, misses: 0, damaged: 0, kept: 0, dropped: 0, failures: 0 };
}
