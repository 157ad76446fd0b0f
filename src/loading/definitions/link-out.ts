import { readLinkOut, type LinkOut, type LinkOutQuestion, linkOutRequest } from '../../eutils/links/link-out.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { recordsDefinition } from './records.js';

/** Records in one call: the answer has many pages for each. */
export const LINK_OUT_BATCH = { start: 100, max: 100 };

export type LinkOutParams = Omit<LinkOutQuestion, 'uids'>;

/** Pages about records outside NCBI: all (`llinks`), the publisher's (`prlinks`), a library's (`llinkslib`). */
export function linkOutDefinition(engine: Engine): LoaderDefinition<LinkOutParams, readonly LinkOut[]> {
  return recordsDefinition({
    kind: 'link-out',
    nameOf: ({ command, db, holding }) => `${command} ${db} ${holding ?? ''}`,
    dbOf: ({ db }) => db,
    batchSize: LINK_OUT_BATCH,
    about: (variant, uids) => ({
      request: linkOutRequest({ ...variant, uids }),
      decode: (body) => readLinkOut(body, uids, variant.db),
    }),
    // NCBI has an entry for every record, known or not; one that is missing was lost.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: (pages) => ({
      size: approximateBytes(pages),
      ttl: pages.length === 0 ? engine.ttls.searches : engine.ttls.links,
    }),
  });
}
