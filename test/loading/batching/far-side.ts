import { expect } from 'vitest';

import { EntrezError, type ErrorCode, type FailureScope } from '../../../src/eutils/failures/errors.js';
import { sendBisected, type BisectableCall } from '../../../src/loading/batching/bisect.js';
import type { BatchSize } from '../../../src/loading/batching/batch-size.js';
import { Waiters } from '../../../src/loading/batching/waiters.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { requestFor } from '../../support/questions.js';
import { idsOf, ScriptedTransport } from '../../support/scripted-transport.js';

/** What the far side makes of a list of uids: the values of those it knows, or the failure of the whole answer. */
export type Verdict = Readonly<Record<string, string | EntrezError>> | EntrezError;

/** A failure of the far side that may pass. */
export const failure = (code: ErrorCode, options: { readonly scope?: FailureScope } = {}): EntrezError =>
  new EntrezError(code, 'the far side failed', { retryable: true, ...options });

/** What NCBI says of an answer that is too large. */
export const tooLarge = (answerBytes?: number): EntrezError =>
  new EntrezError('RESPONSE_TOO_LARGE', 'the answer is too large', { retryable: false, answerBytes });

/** What becomes of an id that was left out twice. */
export const onMissing = (uid: string): EntrezError => new EntrezError('UNKNOWN_ID', `${uid} was left out`);

/** So many uids from 1 on. */
export const uidsUpTo = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));

/** The value of each uid. */
export const valuesOf = (uids: readonly string[]): Record<string, string> =>
  Object.fromEntries(uids.map((uid) => [uid, `value of ${uid}`]));

/** Asks a far side that judges each list of uids; gives the results and the lists that were asked, in order. */
export async function askAbout(
  uids: readonly string[],
  classify: (asked: readonly string[], call: number) => Verdict,
  {
    size,
    attempts = 1,
    isOneAnswer = false,
  }: { readonly size?: BatchSize; readonly attempts?: number; readonly isOneAnswer?: boolean } = {},
) {
  const clock = new FakeClock();
  const asked: string[][] = [];
  const transport = new ScriptedTransport((request) => {
    asked.push(idsOf(request));
    return { status: 200, headers: {}, body: JSON.stringify(idsOf(request)) };
  });
  const client = clientOver(clock, transport, { rps: 20, maxInFlight: 20, maxQueued: 1000, attempts });
  const question: BisectableCall<string> = {
    about: (part) => ({
      request: requestFor(part),
      decode: () => {
        const verdict = classify(part, asked.length);
        if (verdict instanceof EntrezError) {
          throw verdict;
        }
        return new Map(Object.entries(verdict));
      },
    }),
    onMissing,
    isOneAnswer,
  };
  const permit = await client.pacer.acquire();
  // As that of a batch.
  const { signal } = new Waiters();
  const results = await clock.finish(
    sendBisected(question, uids, { client: client.holding(permit), signal, ...(size && { size }) }),
  );
  expect([client.pacer.inFlight, client.pacer.queued]).toEqual([0, 0]);
  return { asked, results };
}

/** Calls that a list may cost beside the first and the one for what was left out. */
export const spareCalls = (count: number): number => 2 * Math.ceil(Math.log2(count)) + 4;

/** A far side that fails whenever the list holds one of these. */
export const poisonedBy =
  (poison: readonly string[], code: ErrorCode = 'MALFORMED_RESPONSE') =>
  (asked: readonly string[]): Verdict =>
    asked.some((uid) => poison.includes(uid)) ? failure(code) : valuesOf(asked);
