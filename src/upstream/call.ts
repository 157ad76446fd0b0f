import type { EntrezError } from '../eutils/failures/errors.js';
import type { Text } from '../eutils/body/text.js';
import type { EutilsRequest, Retmode, Utility } from '../eutils/wire.js';
import type { Milliseconds } from './clock.js';
import type { PermitRequest } from './rate-limit/fair-queue.js';

/** Where an answer comes from; the sandbox says so with a header on every answer. */
export type Source = 'ncbi' | 'sandbox';

/** One request that was started, however it ended: what a permit was spent on. */
export interface CallRecord {
  readonly utility: Utility;
  readonly ids: number;
  /** Time it waited for its permit. */
  readonly waited: Milliseconds;
  /** Time from its start to the end of its answer. */
  readonly took: Milliseconds;
  /** When it ended, by the clock of the process. */
  readonly endedAt?: Milliseconds;
  /** Characters of the answer; 0 when none came. */
  readonly size: number;
  /** Unknown when no answer came. */
  readonly source: Source | undefined;
  readonly outcome: 'answered' | EntrezError['code'] | 'abandoned';
}

/** A question to NCBI and how to read the answer. */
export interface EutilsCall<T> {
  readonly request: EutilsRequest;
  /** The same question in another form, asked when an answer to `request` could not be read. */
  readonly fallback?: EutilsRequest;
  /** Pure; throws an EntrezError when the body is not an answer. */
  readonly decode: (body: Text, retmode: Retmode) => T | Promise<T>;
}

/** Sends calls to NCBI. */
export interface CallSender {
  readonly send: <T>(call: EutilsCall<T>, options: CallOptions) => Promise<T>;
}

export interface CallOptions {
  /**
   * Aborts waiting and retrying. A request on the wire is not cut off: its permit is spent, and its answer is worth
   * keeping.
   */
  readonly signal: AbortSignal;
  /** On whose behalf permits are waited for. */
  readonly claim?: PermitRequest;
  /**
   * Given by who can ask less instead: after so many tries a list is left to him, if it may be the list's fault. One that
   * timed out is never asked for again as it is.
   */
  readonly splitAfter?: number;
  /** Told of every call as it ends. */
  readonly onCall?: (call: CallRecord) => void;
}

/** Whose API key requests go out with. */
export type KeyOwner = 'caller' | 'server' | 'none';
