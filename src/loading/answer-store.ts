import type { Milliseconds } from '../upstream/clock.js';
import type { Source } from '../upstream/door.js';

/** An answer as it outlives its process. */
export interface StoredAnswer {
  /** An EntrezError is a proven "no such record". */
  readonly value: object;
  readonly source: Source | undefined;
  /** Memory it takes, in bytes. */
  readonly bytes: number;
  /** How long it is good, from when it was obtained. */
  readonly life: Milliseconds;
  /** When it was obtained, in milliseconds since 1970: the clocks of processes have nothing else in common. */
  readonly obtainedAt: number;
}

/** What a store knows of a question. */
export interface Finding {
  /** The answer, within its life or the grace beyond it. */
  readonly answer: StoredAnswer | undefined;
  /** Who is to ask NCBI where there is no answer within its life: this process, or one that is at it already. */
  readonly turn: 'ours' | 'others';
}

/** What became of what a store was asked and given, since it was opened. */
export interface StoreTally {
  /** Questions whose answer was there, outdated ones included. */
  hits: number;
  misses: number;
  /** Misses because an entry was damaged or foreign. */
  damaged: number;
  /** Answers kept. */
  kept: number;
  /** Answers not kept, since the store was away, too slow, or they were too large. */
  dropped: number;
  /** Times that the store did not do what it was told. */
  failures: number;
}

/**
 * Where answers are kept that are no longer, or not yet, in memory. Everything in it may be gone or damaged at any time:
 * what cannot be read, or is about another question, was never there. Nothing here throws, or holds an answer up.
 */
export interface AnswerStore {
  /**
   * Looks for the answers to several questions in one go. With `claims`, it also says that this process is going to ask
   * what is missing or outdated. That holds until the answer is kept, the claim released, or the process gone.
   */
  find(names: readonly string[], claims: boolean): Promise<readonly Finding[]>;
  /** Keeps an answer some time after this call. */
  keep(name: string, answer: StoredAnswer): void;
  /** What was claimed is not going to be answered. */
  release(name: string): void;
  readonly tally: Readonly<StoreTally>;
  /** Keeps what is still to be kept, releases all claims, and lets go of the store. */
  close(): Promise<void>;
}
