import { EntrezError } from '../eutils/errors.js';
import { decodeSummaries, type DocSum, MAX_SUMMARY_UIDS, summaryRequest } from '../eutils/esummary.js';
import type { AskOptions } from '../upstream/door.js';
import { askInParts, chunks, type PartsOptions } from './ask-in-parts.js';
import type { QuestionLoader } from './question-loader.js';
import { Receipt } from './receipt.js';

/**
 * Document summaries that another question needs for its own answer: those the loader knows are taken from it, the
 * others are asked for and kept there. Every uid gets its summary or its error.
 *
 * @throws The abort reason of `options.signal`; failures of NCBI are values.
 */
export async function fetchSummaries(
  loader: QuestionLoader<DocSum>,
  db: string,
  uids: readonly string[],
  options: PartsOptions,
): Promise<Map<string, DocSum | EntrezError>> {
  const known = uids.flatMap((uid) => {
    const answer = loader.peek(uid);
    return answer ? [[uid, answer.value] as const] : [];
  });
  const summaries = new Map<string, DocSum | EntrezError>(known);
  const missing = uids.filter((uid) => !summaries.has(uid));
  const receipt = new Receipt();
  const onCall: AskOptions['onCall'] = (call) => {
    receipt.onCall(call);
    options.onCall?.(call);
  };
  const question = {
    about: (part: readonly string[]) => ({ request: summaryRequest({ db, uids: part }), decode: decodeSummaries }),
    leftOut: (uid: string) =>
      new EntrezError('MALFORMED_RESPONSE', `NCBI left ${db} ${uid} out of its answer.`, { db, uids: [uid] }),
  };
  const parts = chunks(missing, MAX_SUMMARY_UIDS);
  const found = await Promise.all(parts.map((part) => askInParts(question, part, { ...options, onCall })));
  for (const [uid, summary] of found.flatMap((part) => [...part])) {
    summaries.set(uid, summary);
    if (!(summary instanceof EntrezError)) {
      loader.prime(uid, summary, receipt);
    }
  }
  return summaries;
}
