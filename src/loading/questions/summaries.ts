import { decodeSummaries, type DocSum, MAX_SUMMARY_UIDS, summaryRequest } from '../../eutils/esummary.js';
import { approximateBytes } from '../approximate-bytes.js';
import type { Engine, Kind } from '../loader-family.js';
import { recordsKind } from './records.js';

/** Document summaries, by database: a comma list, answered by uid. */
export function summariesKind(engine: Engine): Kind<string, DocSum> {
  return recordsKind({
    nameOf: (db) => `esummary ${db}`,
    dbOf: (db) => db,
    batchSize: { start: MAX_SUMMARY_UIDS, max: MAX_SUMMARY_UIDS },
    about: (db, uids) => ({ request: summaryRequest({ db, uids }), decode: decodeSummaries }),
    // Of an unknown record NCBI says so; one that is missing was lost.
    leftOut: 'MALFORMED_RESPONSE',
    appraise: (doc) => ({ bytes: approximateBytes(doc), life: engine.lives.summaries }),
  });
}
