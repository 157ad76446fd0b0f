import { decodeSearch, searchRequest } from '../../eutils/esearch.js';
import { filterKey, type LinkFilter } from '../../eutils/link-filter.js';
import type { Engine, Kind } from '../loader-family.js';
import type { Verdict } from './checks.js';
import { recordsKind } from './records.js';

/** Uids in one search; each takes some 15 characters of its term. */
const FILTER_BATCH = 500;

/** A filter over the records of a database. */
export interface RecordFilter {
  readonly db: string;
  readonly filter: LinkFilter;
}

/** Which records pass a filter: a search among them, which gives back those that do. */
export function filterKind(engine: Engine): Kind<RecordFilter, Verdict> {
  return recordsKind(engine, {
    nameOf: ({ db, filter }) => `filter ${db} ${filterKey(filter)}`,
    dbOf: ({ db }) => db,
    maxBatchSize: FILTER_BATCH,
    about: ({ db, filter: { term, ...dates } }, uids) => {
      const these = uids.map((uid) => `${uid}[UID]`).join(' OR ');
      const narrowed = term === undefined ? these : `(${term}) AND (${these})`;
      return {
        request: searchRequest({ db, term: narrowed, retstart: 0, retmax: uids.length, ...dates }),
        decode: (body) => {
          const passing = new Set(decodeSearch(body).uids);
          return new Map(uids.map((uid) => [uid, { yes: passing.has(uid) }]));
        },
      };
    },
    leftOut: 'MALFORMED_RESPONSE',
    appraise: () => ({ bytes: 16, life: engine.lives.volatile }),
  });
}
