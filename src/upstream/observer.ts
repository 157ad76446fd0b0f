import type { EutilsRequest } from '../eutils/wire.js';
import type { Milliseconds } from './clock.js';
import type { Call, KeyOwner } from './door.js';
import type { Claim, Share } from './fair-queue.js';

/** A batch that goes out. */
export interface SentBatch {
  /** Those who want it. The calls that are made for it have the same claim. */
  readonly claim: Claim;
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
  readonly claim: Claim | undefined;
  readonly keyOwner: KeyOwner;
  /** When it got its permit. */
  readonly startedAt: Milliseconds;
}

/** @param status - The HTTP status, where there was an answer. */
export type OnCallEnd = (call: Call, status: number | undefined) => void;

/**
 * Is told what happens between the operations and NCBI; metrics and traces are made of it. What begins gives a function
 * that is called when it has ended, or nothing where nobody cares. Nothing it does may throw, or matter to what is told.
 */
export interface Observer {
  /** Somebody waits for one key of a question. */
  readonly waitBegins?: (who: Share, question: string) => (() => void) | undefined;
  readonly batchBegins?: (batch: SentBatch) => (() => void) | undefined;
  readonly callBegins?: (call: StartedCall) => OnCallEnd | undefined;
}

/** Tells several observers, in their order. */
export function observers(...all: readonly (Observer | undefined)[]): Observer {
  const present = all.filter((each) => each !== undefined);
  return {
    waitBegins: (who, question) => allOf(present.map((each) => each.waitBegins?.(who, question))),
    batchBegins: (batch) => allOf(present.map((each) => each.batchBegins?.(batch))),
    callBegins: (call) => allOf(present.map((each) => each.callBegins?.(call))),
  };
}

function allOf<Args extends unknown[]>(
  ends: readonly (((...args: Args) => void) | undefined)[],
): ((...args: Args) => void) | undefined {
  const present = ends.filter((end) => end !== undefined);
  return present.length === 0
    ? undefined
    : (...args) => {
        for (const end of present) {
          end(...args);
        }
      };
}
