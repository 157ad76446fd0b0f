import { EntrezError } from '../../eutils/failures/errors.js';
import { readSearch, type SearchAnswer, searchRequest } from '../../eutils/search/esearch.js';
import { filterKey, type LinkFilter } from '../../eutils/links/link-filter.js';
import { redact } from '../../eutils/failures/redact.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import type { Verdict } from './checks.js';
import { recordsDefinition } from './records.js';

/** Uids in one search; each takes some 15 characters of its term. */
export const FILTER_BATCH = { start: 500, max: 500, isFlat: true };

/** A filter over the records of a database. */
export interface RecordFilter {
  readonly db: string;
  readonly filter: LinkFilter;
}

/** Which records pass a filter: a search among them, which gives back those that do. */
export function filterDefinition(engine: Engine): LoaderDefinition<RecordFilter, Verdict> {
  return recordsDefinition({
    kind: 'filter',
    nameOf: ({ db, filter }) => `filter ${db} ${filterKey(filter)}`,
    dbOf: ({ db }) => db,
    batchSize: FILTER_BATCH,
    about: ({ db, filter: { term, ...dates } }, uids) => {
      const these = uids.map((uid) => `${uid}[UID]`).join(' OR ');
      const narrowed = term === undefined ? these : `(${term}) AND (${these})`;
      const question = { db, term: narrowed, retstart: 0, retmax: uids.length, ...dates };
      return {
        request: searchRequest(question),
        decode: async (body) => readVerdicts(await readSearch(body, question), uids),
      };
    },
    onMissing: 'MALFORMED_RESPONSE',
    isOneAnswer: true,
    weigh: () => ({ size: 16, ttl: engine.ttls.searches }),
  });
}

/**
 * Refuses a filter that NCBI does not know a part of. Such a phrase may be left out of the search, which then finds
 * records that the filter excludes (protocol: `phrasesnotfound` and `phrasesignored`, recorded 2026).
 *
 * @param searched - What the filter was searched among: the uids of records, which may be gone, and stored sets as `#1`.
 * @throws EntrezError `BAD_USER_INPUT` with the phrase.
 */
export function assertUnderstood({ notFound, ignored }: SearchAnswer, searched: ReadonlySet<string>): void {
  const unknown = [...notFound, ...ignored].find((phrase) => !searched.has(phrase.replace(/\[UID\]$/i, '')));
  if (unknown !== undefined) {
    const shown = redact(unknown);
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "filter" has a part that is not known: ${shown}. Correct it or leave it out.`,
      { problem: 'UNKNOWN_PHRASE', phrase: shown.replace(/\[\w+\]$/, '').replaceAll('"', '') },
    );
  }
}

/** Reads which of the asked records a search among them found. */
function readVerdicts(answer: SearchAnswer, asked: readonly string[]): Map<string, Verdict> {
  const { count, uids: found } = answer;
  const searched = new Set(asked);
  assertUnderstood(answer, searched);
  if (count !== found.length) {
    throw new EntrezError('MALFORMED_RESPONSE', `NCBI found ${count} records but named ${found.length}.`, {
      retryable: true,
    });
  }
  const passing = new Set(found);
  if (found.some((uid) => !searched.has(uid))) {
    throw new EntrezError('MALFORMED_RESPONSE', 'NCBI found records that were not searched among.', {
      retryable: true,
    });
  }
  return new Map(asked.map((uid) => [uid, { yes: passing.has(uid) }]));
}
