import type { EntrezError } from '../../eutils/failures/errors.js';
import { type DocSum, MAX_SUMMARY_UIDS, readSummaries, summaryRequest } from '../../eutils/records/esummary.js';
import type { EutilsCall } from '../../upstream/call.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { recordsDefinition } from './records.js';

/**
 * Requests summaries in JSON. A single record that is too large for JSON, or whose JSON cannot be read, is requested in
 * XML.
 */
export function summariesCall(
  db: string,
  uids: readonly string[],
): EutilsCall<ReadonlyMap<string, DocSum | EntrezError>> {
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
