import type { Milliseconds } from '../../upstream/clock.js';
import type { Source } from '../../upstream/call.js';

/** An answer as it outlives its process. */
export interface StoredAnswer {
  /** An EntrezError is a proven "no such record". */
  readonly value: object;
  readonly source: Source | undefined;
  /** Memory it takes, in bytes. */
  readonly size: number;
  /** How long it is good, from when it was obtained. */
  readonly ttl: Milliseconds;
  /** When it was obtained, in milliseconds since 1970: the clocks of processes have nothing else in common. */
  readonly obtainedAt: number;
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
interface AnswerKeeper {
  /** Keeps an answer some time after this call. */
  keep(name: string, answer: StoredAnswer): void;
  readonly tally: Readonly<StoreTally>;
  /** Keeps what is still to be kept, and lets go of the store. */
  close(): Promise<void>;
}

/** A store of this process alone, in which it is faster to look than to wait. */
export interface LocalStore extends AnswerKeeper {
  /** The answer to a question, however old it is. */
  get(name: string): StoredAnswer | undefined;
}

/** A store that processes share, some way off. */
export interface SharedStore extends AnswerKeeper {
  /** Looks for the answers to several questions in one go. */
  find(names: readonly string[]): Promise<readonly (StoredAnswer | undefined)[]>;
}

export type AnswerStore = LocalStore | SharedStore;
