import { decodeLinkOut, type LinkOut, type LinkOutQuestion, linkOutRequest } from '../../eutils/link-out.js';
import { approximateBytes } from '../approximate-bytes.js';
import type { Engine, Kind } from '../loader-family.js';
import { recordsKind } from './records.js';

/** Records in one call: the answer has many pages for each. */
export const LINK_OUT_BATCH = { start: 100, max: 100 };

export type LinkOutVariant = Omit<LinkOutQuestion, 'uids'>;

/** Pages about records outside NCBI: all (`llinks`), the publisher's (`prlinks`), a library's (`llinkslib`). */
export function linkOutKind(engine: Engine): Kind<LinkOutVariant, readonly LinkOut[]> {
  return recordsKind({
    nameOf: ({ command, db, holding }) => `${command} ${db} ${holding ?? ''}`,
    dbOf: ({ db }) => db,
    batchSize: LINK_OUT_BATCH,
    about: (variant, uids) => ({
      request: linkOutRequest({ ...variant, uids }),
      decode: (body) => decodeLinkOut(body, uids, variant.db),
    }),
    // NCBI has an entry for every record, known or not; one that is missing was lost.
    leftOut: 'MALFORMED_RESPONSE',
    appraise: (pages) => ({
      bytes: approximateBytes(pages),
      life: pages.length === 0 ? engine.lives.volatile : engine.lives.links,
    }),
  });
}
