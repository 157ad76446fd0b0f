import { EntrezError } from '../../eutils/errors.js';
import { decodeSummaries, type DocSum, MAX_SUMMARY_UIDS, summaryRequest } from '../../eutils/esummary.js';
import { approximateBytes } from '../approximate-bytes.js';
import { askInParts } from '../ask-in-parts.js';
import type { Engine, Kind } from '../loader-family.js';
import { mapValues } from '../map-values.js';

/** Document summaries of one database: a comma list, answered by uid. */
export function summariesKind({ door, lives }: Engine): Kind<string, DocSum> {
  return {
    nameOf: (db) => `esummary ${db}`,
    maxBatchSize: () => MAX_SUMMARY_UIDS,
    run: (db) => async (batch, options) => {
      const about = (uids: readonly string[]) => ({ request: summaryRequest({ db, uids }), decode: decodeSummaries });
      const leftOut = (uid: string): EntrezError =>
        new EntrezError('MALFORMED_RESPONSE', `NCBI left ${db} ${uid} out of its answer.`, { uids: [uid] });
      const found = await askInParts(door, { about, leftOut }, batch, options);
      return mapValues(found, (doc) => (doc instanceof EntrezError ? doc.with({ db }) : doc));
    },
    appraise: (doc) => ({ bytes: approximateBytes(doc), life: lives.summaries }),
  };
}
