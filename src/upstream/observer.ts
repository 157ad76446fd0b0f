import type { EutilsRequest } from '../eutils/wire.js';
import type { Milliseconds } from './clock.js';
import type { CallRecord, KeyOwner } from './call.js';
import type { PermitRequest, Flow } from './rate-limit/fair-queue.js';

/** A batch that goes out. */
export interface SentBatch {
  /** Those who want it. The calls that are made for it have the same claim. */
  readonly claim: PermitRequest;
  /** Names what its keys are about. It may hold what callers wrote, behind the first words. */
  readonly question: string;
  /** Keys it asks about. */
  readonly keys: number;
  /** Keys it could have had. */
  readonly size: number;
  /** When it began to wait for its permit. */
  readonly since: Milliseconds;
}

/** A request that goes out. */
export interface StartedCall {
  readonly request: EutilsRequest;
  /** Those who want it, where they are known. */
  readonly claim: PermitRequest | undefined;
  readonly keyOwner: KeyOwner;
  /** When it got its permit. */
  readonly startedAt: Milliseconds;
}

/** @param status - The HTTP status, where there was an answer. */
export type OnCallEnd = (call: CallRecord, status: number | undefined) => void;

/**
 * Is told what happens between the operations and NCBI; metrics and traces are made of it. What begins gives a function
 * that is called when it has ended, or nothing where nobody cares. Nothing it does may throw, or matter to what is told.
 */
export interface Observer {
  /** Somebody waits for one key of a question. */
  readonly waitBegins?: (who: Flow, question: string) => (() => void) | undefined;
  readonly batchBegins?: (batch: SentBatch) => (() => void) | undefined;
  readonly callBegins?: (call: StartedCall) => OnCallEnd | undefined;
}

/** Tells several observers, in their order. */
export function observers(...all: readonly (Observer | undefined)[]): Observer {
  const present = all.filter((each) => each !== undefined);
  return {
    waitBegins: allOf(present.flatMap(({ waitBegins }) => waitBegins ?? [])),
    batchBegins: allOf(present.flatMap(({ batchBegins }) => batchBegins ?? [])),
    callBegins: allOf(present.flatMap(({ callBegins }) => callBegins ?? [])),
  };
}

type Begins<What extends unknown[], End extends unknown[]> = (...what: What) => ((...end: End) => void) | undefined;

/** One that stands for all. What only one wants to know, of each key that is waited for, goes to it directly. */
function allOf<What extends unknown[], End extends unknown[]>(begins: readonly Begins<What, End>[]): Begins<What, End> {
  const [only] = begins;
  if (only && begins.length === 1) {
    return only;
  }
  return (...what) => {
    const ends = begins.flatMap((begin) => begin(...what) ?? []);
    return ends.length === 0
      ? undefined
      : (...end) => {
          for (const each of ends) {
            each(...end);
          }
        };
  };
}
