import { EntrezError } from '../../eutils/failures/errors.js';
import type { CallOptions, CallRecord, CallSender, EutilsCall } from '../../upstream/call.js';
import type { BatchSize } from './batch-size.js';

type Found<V> = ReadonlyMap<string, V | EntrezError>;

/** How to ask about many uids at once. */
export interface BisectableCall<V> {
  /** The question about these uids; its answer may leave some out. */
  readonly about: (uids: readonly string[]) => EutilsCall<Found<V>>;
  /** What it means when a uid is left out of two answers. */
  readonly onMissing: (uid: string) => EntrezError;
  /**
   * Whether one answer stands for all uids alike, as that of a search does: then no failure is the fault of one of them,
   * and only what is too large for NCBI is asked for in smaller parts.
   */
  readonly isOneAnswer?: boolean;
}

export interface BisectOptions extends CallOptions {
  readonly client: CallSender;
  /** Uids that one call may be about; it learns from the answers. */
  readonly size?: BatchSize;
}

/** Transient trouble is commoner than a poison id, so that the whole is tried once more before it is halved. */
const ATTEMPTS_BEFORE_SPLIT = 2;

/**
 * Asks about all `uids` and accounts for every one of them: each gets its value or its error.
 *
 * - More uids than a call may be about at present are asked about in several, each with a permit of its own.
 * - Ids that nobody asked about are not looked at.
 * - Ids that an answer leaves out, or for which it has a passing failure, are asked for once more, together.
 * - An answer that mixes sources, in JSON and in XML, is asked for id by id: nothing is guessed.
 * - What is too large for one answer is split at once into as many parts as the size that NCBI states requires.
 * - An unreadable or cut-off answer, or a timeout, may be the fault of one id or of the size: the batch is halved,
 *   within a bound, so that one poison id fails alone and a sick service does not eat the permits. A question whose
 *   answer stands for all ids alike is halved once, after a timeout only.
 *
 * @throws The abort reason of `options.signal`; failures of NCBI are values.
 */
export async function sendBisected<V>(
  question: BisectableCall<V>,
  uids: readonly string[],
  { client, size, ...options }: BisectOptions,
): Promise<Map<string, V | EntrezError>> {
  let sizeBefore = size?.current ?? uids.length;
  const { isOneAnswer = false } = question;
  const later: CallOptions = isOneAnswer ? options : { ...options, splitAfter: 1 };
  const results = new Map<string, V | EntrezError>();
  /** Ids whose failure stands inside an answer that was otherwise good: the client has not tried those again. */
  const unconfirmed = new Set<string>();
  // Enough to corner one id twice over; more failing parts than that mean that the service is sick.
  let spareCalls = isOneAnswer ? 2 : 2 * Math.ceil(Math.log2(uids.length)) + 4;

  const ask = async (part: readonly string[], how: CallOptions): Promise<void> => {
    const calls: CallRecord[] = [];
    const onCall = (call: CallRecord): void => {
      calls.push(call);
      options.onCall?.(call);
    };
    // What was answered when it was asked again was not too much, so that only the last call counts.
    const learn = (): void => {
      calls.slice(-1).forEach((call) => size?.note(call));
    };
    try {
      const found = await client.send(question.about(part), { ...how, onCall });
      learn();
      for (const uid of part) {
        const value = found.get(uid);
        if (value !== undefined) {
          results.set(uid, value);
        }
        if (value instanceof EntrezError && value.retryable) {
          unconfirmed.add(uid);
        }
      }
    } catch (error) {
      const failure = asEntrezError(error);
      if (failure.scope !== 'batch') {
        learn();
      }
      await split(part, failure);
    }
  };

  const split = async (part: readonly string[], failure: EntrezError): Promise<void> => {
    const fitting = fittingInto(failure, part.length);
    const parts =
      failure.scope === 'batch' ? part.map((uid) => [uid]) : chunks(part, fitting ?? Math.ceil(part.length / 2));
    if (fitting !== undefined) {
      size?.fit(fitting);
      sizeBefore = Math.min(sizeBefore, fitting);
    } else if (failure.scope !== 'batch') {
      spareCalls -= parts.length;
    }
    const mayHelp = isOneAnswer ? isOfTheSize(failure) : failure.isDivisible;
    if (part.length === 1 || !mayHelp || spareCalls < 0) {
      for (const uid of part) {
        results.set(uid, (part.length === 1 ? failure : unproven(failure)).with({ uids: [uid] }));
      }
      if (part.length === 1) {
        // The trouble was this id, not the number of them.
        size?.restore(sizeBefore);
      }
      return;
    }
    await Promise.all(parts.map((smaller) => ask(smaller, later)));
  };

  const [first = [], ...others] = chunks(uids, sizeBefore);
  await Promise.all([
    ask(first, { ...later, ...(isOneAnswer ? {} : { splitAfter: ATTEMPTS_BEFORE_SPLIT }) }),
    ...others.map((part) => ask(part, later)),
  ]);
  const unsettled = uids.filter((uid) => !results.has(uid) || unconfirmed.has(uid));
  if (unsettled.length > 0) {
    await ask(unsettled, later);
  }
  for (const uid of unsettled.filter((id) => !results.has(id))) {
    results.set(uid, question.onMissing(uid));
  }
  return results;
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

/** Whether a search for fewer records may be spared this failure. */
function isOfTheSize({ code, scope }: EntrezError): boolean {
  return scope === 'id' && (code === 'RESPONSE_TOO_LARGE' || code === 'UPSTREAM_TIMEOUT');
}

/** XML that NCBI turns into JSON, less some room for records that are larger than the others (protocol section 12). */
const BYTES_IN_JSON = 9_000_000;

/** The number of ids, of so many, whose answer fits into JSON; undefined where its size was not the trouble. */
function fittingInto({ code, details: { answerBytes } }: EntrezError, ids: number): number | undefined {
  if (code !== 'RESPONSE_TOO_LARGE' || ids < 2) {
    return undefined;
  }
  const fitting = answerBytes === undefined ? ids / 2 : (ids * BYTES_IN_JSON) / answerBytes;
  return Math.min(Math.max(1, Math.floor(fitting)), Math.ceil(ids / 2));
}

/** The list in pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, piece) =>
    list.slice(piece * size, (piece + 1) * size),
  );
}

function asEntrezError(error: unknown): EntrezError {
  if (error instanceof EntrezError) {
    return error;
  }
  throw error;
}
