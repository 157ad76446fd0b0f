import { isDeepStrictEqual } from 'node:util';

import { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { MEMBERS, type Sliced } from './slices.js';

/** What one part of an answer says about one record; a failure may name none. */
export type RecordAnswer<V> =
  | { readonly uid: string; readonly answer: V | EntrezError }
  | { readonly uid: undefined; readonly answer: EntrezError };

/**
 * Gives each asked uid what was said about it, by the id NCBI echoes and never by position. The map holds
 * - the answer;
 * - an EntrezError: the failure of that record, or `MALFORMED_RESPONSE`, retryable, when two parts contradict each
 *   other. A failure that names no record stands for all asked ids without an answer of their own;
 * - nothing for an asked uid that is echoed nowhere: it was lost, and may be asked again.
 *
 * Ids nobody asked for are left out. Pauses where there are many.
 */
export function* answersByUidInSlices<V>(
  found: Iterable<RecordAnswer<V>>,
  asked: readonly string[],
): Sliced<Map<string, V | EntrezError>> {
  const wanted = new Set(asked);
  const answers = new Map<string, V | EntrezError>();
  let nobodys: EntrezError | undefined;
  let read = 0;
  for (const { uid, answer } of found) {
    read += 1;
    if (read % MEMBERS === 0) {
      yield;
    }
    if (uid === undefined) {
      nobodys ??= answer;
    } else if (wanted.has(uid)) {
      const own = answer instanceof EntrezError ? answer.with({ uids: [uid] }) : answer;
      const earlier = answers.get(uid);
      answers.set(uid, earlier === undefined ? own : reconcile(earlier, own, uid));
    }
  }
  if (nobodys !== undefined) {
    for (const uid of wanted) {
      if (!answers.has(uid)) {
        answers.set(uid, nobodys.with({ uids: [uid] }));
      }
    }
  }
  return answers;
}

/** Two answers about one record: the same twice is the same once, a failure stays one, and a contradiction is one. */
function reconcile<V>(earlier: V | EntrezError, later: V | EntrezError, uid: string): V | EntrezError {
  if (earlier instanceof EntrezError) {
    return earlier;
  }
  if (later instanceof EntrezError) {
    return later;
  }
  return isDeepStrictEqual(earlier, later)
    ? earlier
    : new EntrezError('MALFORMED_RESPONSE', 'NCBI sent two different answers about one record.', {
        retryable: true,
        uids: [uid],
      });
}

/**
 * Keeps the record of an id that an answer may have once, or several times alike.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it has two different ones.
 */
export function setOnce<V>(records: Map<string, V>, id: string, record: V): void {
  const earlier = records.get(id);
  if (earlier !== undefined && !isDeepStrictEqual(earlier, record)) {
    throw contradiction('NCBI sent two different records under one id.');
  }
  records.set(id, record);
}
