import {
  type AvailableLink,
  type CheckQuestion,
  checkRequest,
  readAvailableLinks,
  readChecks,
} from '../../eutils/links/check.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { mapValues } from '../values/map-values.js';
import { recordsDefinition } from './records.js';

/** Records in one call: the answer has an entry of some kilobytes for each. */
export const CHECK_BATCH = { start: 100, max: 200 };

/** Which link names records have links under (`acheck`), by database. */
export function availableLinksDefinition(engine: Engine): LoaderDefinition<string, readonly AvailableLink[]> {
  return recordsDefinition({
    kind: 'available links',
    nameOf: (db) => `acheck ${db}`,
    dbOf: (db) => db,
    batchSize: CHECK_BATCH,
    about: (db, uids) => ({
      request: checkRequest({ command: 'acheck', db, uids }),
      decode: (body) => readAvailableLinks(body, uids, db),
    }),
    // NCBI has an entry for every record, known or not; one that is missing was lost.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: (links) => ({
      size: approximateBytes(links),
      ttl: links.length === 0 ? engine.ttls.searches : engine.ttls.links,
    }),
  });
}

/** A yes or no about records: whether they have neighbours (`ncheck`) or LinkOut pages (`lcheck`). */
export type Check = Pick<CheckQuestion, 'db'> & { readonly command: 'ncheck' | 'lcheck' };

export interface Verdict {
  readonly yes: boolean;
}

export function checksDefinition(engine: Engine): LoaderDefinition<Check, Verdict> {
  return recordsDefinition({
    kind: 'check',
    nameOf: ({ command, db }) => `${command} ${db}`,
    dbOf: ({ db }) => db,
    batchSize: CHECK_BATCH,
    about: (check, uids) => ({
      request: checkRequest({ ...check, uids }),
      decode: async (body) =>
        mapValues(await readChecks(body, uids, check.db, check.command), (yes) =>
          yes instanceof EntrezError ? yes : { yes },
        ),
    }),
    // NCBI has an entry for every record, known or not; one that is missing was lost.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: () => ({ size: 16, ttl: engine.ttls.links }),
  });
}
