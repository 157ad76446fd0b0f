import {
  type AvailableLink,
  type CheckQuestion,
  checkRequest,
  decodeAvailableLinks,
  decodeChecks,
} from '../../eutils/check.js';
import { EntrezError } from '../../eutils/errors.js';
import { approximateBytes } from '../approximate-bytes.js';
import type { Engine, Kind } from '../loader-family.js';
import { mapValues } from '../map-values.js';
import { recordsKind } from './records.js';

/** Records in one call: the answer has an entry of some kilobytes for each. */
export const CHECK_BATCH = { start: 100, max: 200 };

/** Which link names records have links under (`acheck`), by database. */
export function availableLinksKind(engine: Engine): Kind<string, readonly AvailableLink[]> {
  return recordsKind({
    nameOf: (db) => `acheck ${db}`,
    dbOf: (db) => db,
    batchSize: CHECK_BATCH,
    about: (db, uids) => ({
      request: checkRequest({ command: 'acheck', db, uids }),
      decode: (body) => decodeAvailableLinks(body, uids, db),
    }),
    // NCBI has an entry for every record, known or not; one that is missing was lost.
    leftOut: 'MALFORMED_RESPONSE',
    appraise: (links) => ({
      bytes: approximateBytes(links),
      life: links.length === 0 ? engine.lives.volatile : engine.lives.links,
    }),
  });
}

/** A yes or no about records: whether they have neighbours (`ncheck`) or LinkOut pages (`lcheck`). */
export type Check = Pick<CheckQuestion, 'db'> & { readonly command: 'ncheck' | 'lcheck' };

export interface Verdict {
  readonly yes: boolean;
}

export function checksKind(engine: Engine): Kind<Check, Verdict> {
  return recordsKind({
    nameOf: ({ command, db }) => `${command} ${db}`,
    dbOf: ({ db }) => db,
    batchSize: CHECK_BATCH,
    about: (check, uids) => ({
      request: checkRequest({ ...check, uids }),
      decode: (body) =>
        mapValues(decodeChecks(body, uids, check.db), (yes) => (yes instanceof EntrezError ? yes : { yes })),
    }),
    // NCBI has an entry for every record, known or not; one that is missing was lost.
    leftOut: 'MALFORMED_RESPONSE',
    appraise: () => ({ bytes: 16, life: engine.lives.links }),
  });
}
