import type { StoredAnswer, StoreTally } from '../loading/cache/answer-store.js';

/** An answer that is to be kept. */
export interface Entry {
  readonly name: string;
  readonly answer: StoredAnswer;
}

/** Entries written in one go, so that a burst of answers does not hold up those who wait for them. */
const CHUNK = 100;
/** A larger answer is not worth the time that everything else would wait for it. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_WAITING_BYTES = 8 * MAX_ANSWER_BYTES;

/**
 * Writes answers some time later, a chunk at a time. What does not fit into the queue is dropped: a store that is too
 * slow for what is asked must not fill the memory.
 */
export class WriteBehind {
  readonly #write: (entries: readonly Entry[]) => Promise<void>;
  readonly #queue: Entry[] = [];
  #waiting = 0;
  #writing: Promise<void> | undefined;

  /** @param write - Must not reject. */
  constructor(write: (entries: readonly Entry[]) => Promise<void>) {
    this.#write = write;
  }

  /** @returns Whether it is going to be written. */
  add(entry: Entry): boolean {
    const { size: bytes } = entry.answer;
    if (bytes > MAX_ANSWER_BYTES || this.#waiting + bytes > MAX_WAITING_BYTES) {
      return false;
    }
    this.#waiting += bytes;
    this.#queue.push(entry);
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
      const entries = this.#queue.splice(0, CHUNK);
      await this.#write(entries);
      for (const { answer } of entries) {
        this.#waiting -= answer.size;
      }
    }
    this.#writing = undefined;
  }
}

/** Nothing has happened yet. */
export function newTally(): StoreTally {
  return { hits: 0, misses: 0, damaged: 0, kept: 0, dropped: 0, failures: 0 };
}
