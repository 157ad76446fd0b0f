import { setMaxListeners } from 'node:events';

import { EntrezError } from '../eutils/errors.js';
import type { AskOptions, Door, Question } from '../upstream/door.js';

type Found<V> = ReadonlyMap<string, V | EntrezError>;

/** How to ask about many uids at once. */
export interface PartedQuestion<V> {
  /** The question about these uids; its answer may leave some out. */
  readonly about: (uids: readonly string[]) => Question<Found<V>>;
  /** What it means when a uid is left out of two answers. */
  readonly leftOut: (uid: string) => EntrezError;
}

/**
 * Asks about all `uids` and accounts for every one of them: each gets its value or its error.
 *
 * - Ids that an answer leaves out, or for which it has a passing failure, are asked for once more, together.
 * - An answer that mixes sources, in JSON and in XML, is asked for id by id: nothing is guessed.
 * - An unreadable or cut-off answer, or a timeout, may be the fault of one id or of the size: the batch is halved,
 *   within a bound, so that one poison id fails alone and a sick service does not eat the permits.
 *
 * @throws The abort reason of `options.signal`; failures of NCBI are values.
 */
export async function askInParts<V>(
  door: Door,
  question: PartedQuestion<V>,
  uids: readonly string[],
  options: AskOptions,
): Promise<Map<string, V | EntrezError>> {
  const { permit, ...later } = options;
  // Parts wait side by side, each with a listener of its own; Node would take more than ten for a leak.
  setMaxListeners(0, options.signal);
  const results = new Map<string, V | EntrezError>();
  /** Ids whose failure stands inside an answer that was otherwise good: the door has not tried those again. */
  const doubtful = new Set<string>();
  // Enough to corner one id twice over; more failing parts than that mean that the service is sick.
  let spareCalls = 2 * Math.ceil(Math.log2(uids.length)) + 4;

  const ask = async (part: readonly string[], how: AskOptions): Promise<void> => {
    try {
      const found = await door.ask(question.about(part), how);
      for (const [uid, value] of found) {
        results.set(uid, value);
        if (value instanceof EntrezError && value.retryable) {
          doubtful.add(uid);
        }
      }
    } catch (error) {
      await split(part, asEntrezError(error));
    }
  };

  const split = async (part: readonly string[], failure: EntrezError): Promise<void> => {
    const parts = failure.merged ? part.map((uid) => [uid]) : halves(part);
    if (!failure.merged) {
      spareCalls -= parts.length;
    }
    if (part.length === 1 || !isPartsFault(failure) || spareCalls < 0) {
      for (const uid of part) {
        results.set(uid, (part.length === 1 ? failure : unproven(failure)).with({ uids: [uid] }));
      }
      return;
    }
    await Promise.all(parts.map((smaller) => ask(smaller, later)));
  };

  await ask(uids, permit ? { ...later, permit } : later);
  const unsettled = uids.filter((uid) => !results.has(uid) || doubtful.has(uid));
  if (unsettled.length > 0) {
    await ask(unsettled, later);
  }
  for (const uid of unsettled.filter((id) => !results.has(id))) {
    results.set(uid, question.leftOut(uid));
  }
  return results;
}

/** Failures that a smaller question may not have. An unknown id can make NCBI refuse the whole list. */
function isPartsFault({ code }: EntrezError): boolean {
  return code === 'MALFORMED_RESPONSE' || code === 'UPSTREAM_TIMEOUT' || code === 'UNKNOWN_ID';
}

/** That one of several ids is unknown says nothing about the others, which must not pass for unknown themselves. */
function unproven(failure: EntrezError): EntrezError {
  return failure.code === 'UNKNOWN_ID'
    ? new EntrezError('MALFORMED_RESPONSE', 'NCBI refused this record together with unknown ones.', {
        retryable: true,
        cause: failure,
      })
    : failure;
}

function halves(part: readonly string[]): string[][] {
  const middle = Math.ceil(part.length / 2);
  return [part.slice(0, middle), part.slice(middle)];
}

function asEntrezError(error: unknown): EntrezError {
  if (error instanceof EntrezError) {
    return error;
  }
  throw error;
}
