import { EntrezError } from '../../eutils/failures/errors.js';
import { type DocSum, MAX_SUMMARY_UIDS } from '../../eutils/records/esummary.js';
import type { CallOptions } from '../../upstream/call.js';
import type { BatchOptions } from '../batching/batch-function.js';
import { sendBisected, chunks, type BisectOptions } from '../batching/bisect.js';
import type { CachedLoader } from '../cached-loader.js';
import { BatchCost } from '../operation/batch-cost.js';
import { summariesCall } from './summaries.js';

/**
 * Document summaries that another question needs for its own answer: those the loader knows are taken from it, the
 * others are asked for and kept there. Every uid gets its summary or its error.
 *
 * @throws The abort reason of `options.signal`; failures of NCBI are values.
 */
export async function fetchSummaries(
  loader: CachedLoader<DocSum>,
  db: string,
  uids: readonly string[],
  { notBefore, ...options }: BisectOptions & Pick<BatchOptions<unknown, unknown>, 'notBefore'>,
): Promise<Map<string, DocSum | EntrezError>> {
  const known = uids.flatMap((uid) => {
    const answer = loader.peek(uid, notBefore);
    return answer ? [[uid, answer.value] as const] : [];
  });
  const summaries = new Map<string, DocSum | EntrezError>(known);
  const missing = uids.filter((uid) => !summaries.has(uid));
  const cost = new BatchCost();
  const onCall: CallOptions['onCall'] = (call) => {
    cost.onCall(call);
    options.onCall?.(call);
  };
  const question = {
    about: (part: readonly string[]) => summariesCall(db, part),
    onMissing: (uid: string) =>
      new EntrezError('MALFORMED_RESPONSE', `NCBI left ${db} ${uid} out of its answer.`, { db, uids: [uid] }),
  };
  const parts = chunks(missing, MAX_SUMMARY_UIDS);
  const found = await Promise.all(parts.map((part) => sendBisected(question, part, { ...options, onCall })));
  for (const [uid, summary] of found.flatMap((part) => [...part])) {
    summaries.set(uid, summary);
    if (!(summary instanceof EntrezError)) {
      loader.prime(uid, summary, cost, notBefore);
    }
  }
  return summaries;
}
