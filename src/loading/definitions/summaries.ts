import { decodeSummaries, type DocSum, MAX_SUMMARY_UIDS, summaryRequest } from '../../eutils/esummary.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { recordsDefinition } from './records.js';

/** Document summaries, by database: a comma list, answered by uid. */
export function summariesDefinition(engine: Engine): LoaderDefinition<string, DocSum> {
  return recordsDefinition({
    nameOf: (db) => `esummary ${db}`,
    dbOf: (db) => db,
    batchSize: { start: MAX_SUMMARY_UIDS, max: MAX_SUMMARY_UIDS },
    about: (db, uids) => ({ request: summaryRequest({ db, uids }), decode: decodeSummaries }),
    // Of an unknown record NCBI says so; one that is missing was lost.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: (doc) => ({ size: approximateBytes(doc), ttl: engine.ttls.summaries }),
  });
}
