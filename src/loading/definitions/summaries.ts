import { EntrezError } from '../../eutils/failures/errors.js';
import { type DocSum, MAX_SUMMARY_UIDS, readSummaries, summaryRequest } from '../../eutils/records/esummary.js';
import type { EutilsCall, CallOptions } from '../../upstream/call.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { recordsDefinition } from './records.js';
import type { BatchOptions } from '../batching/batch-function.js';
import { sendBisected, chunks, type BisectOptions } from '../batching/bisect.js';
import type { CachedLoader } from '../cached-loader.js';
import { BatchCost } from '../operation/batch-cost.js';

/**
 * Requests summaries in JSON. A single record that is too large for JSON, or whose JSON cannot be read, is requested in
 * XML.
 */
function summariesCall(db: string, uids: readonly string[]): EutilsCall<ReadonlyMap<string, DocSum | EntrezError>> {
  return {
    request: summaryRequest({ db, uids }),
    ...(uids.length === 1 && { fallback: summaryRequest({ db, uids }, 'xml') }),
    decode: (body, retmode) => readSummaries(body, retmode, db),
  };
}

/** Document summaries, by database: a comma list, answered by uid. */
export function summariesDefinition(engine: Engine): LoaderDefinition<string, DocSum> {
  return recordsDefinition({
    kind: 'summary',
    nameOf: (db) => `esummary ${db}`,
    sizeNameOf: (db) => `esummary ${db}`,
    dbOf: (db) => db,
    batchSize: { start: MAX_SUMMARY_UIDS, max: MAX_SUMMARY_UIDS },
    about: summariesCall,
    // Of an unknown record NCBI says so; one that is missing was lost.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: (doc) => ({ size: approximateBytes(doc), ttl: engine.ttls.summaries }),
  });
}

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
