import { EntrezError } from '../../eutils/failures/errors.js';
import { readSearch, searchRequest } from '../../eutils/search/esearch.js';
import { type DocSum, MAX_SUMMARY_UIDS } from '../../eutils/records/esummary.js';
import type { EutilsCall } from '../../upstream/call.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import { sendBisected, type BisectOptions } from '../batching/bisect.js';
import { fetchSummaries } from './summaries.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { mapValues } from '../values/map-values.js';
import type { CachedLoader } from '../cached-loader.js';
import { type IdentifierRule, RecordNames } from './record-names.js';
import { type Hits, LOOKUP_BATCH, lost, searchApart } from './search-apart.js';

/** How the records of a database are found by an identifier that is not their uid. */
export interface Lookup extends IdentifierRule {
  readonly db: string;
  /** Distinguishes the identifiers of a database. */
  readonly identifier: string;
  /** The query that finds the records of one identifier. */
  readonly term: (value: string) => string;
  /** A query that all records must match besides. */
  readonly within?: string;
  /** The table that names records by the identifier, without a call. */
  readonly named?: NamesOfTable;
}

/** How a table names the records of an identifier: by a number of the identifier, which facts of the records prove. */
interface NamesOfTable {
  /** The list from numbers of identifiers to records. */
  readonly links: string;
  /** The number of an identifier. */
  readonly numberOf: (identifier: string) => number;
  /** The facts of records, each a pair of a database and an identifier. */
  readonly facts: string;
  readonly database: string;
  /** The list of records that are gone. */
  readonly successors: string;
}

/** The records that carry an identifier: one, none, or several that cannot be told apart. */
export interface Matches {
  readonly uids: readonly string[];
}

/**
 * Records by identifiers: one search for many of them, whose hits are told apart by what their document summaries show,
 * never by their order. The summaries are kept, so that looking at the records costs nothing more.
 *
 * @param summariesOf - The loader that keeps the document summaries of a database.
 */
export function lookupsDefinition(
  { ttls }: Engine,
  summariesOf: (db: string) => CachedLoader<DocSum>,
): LoaderDefinition<Lookup, Matches> {
  return {
    kind: 'lookup',
    nameOf: ({ db, identifier, within = '' }) => `lookup ${db} ${identifier} ${within}`,
    batchSize: () => LOOKUP_BATCH,
    run: (lookup) => async (batch, options) => {
      const { db } = lookup;
      const { size: _ofSearches, ...others } = options;
      const search = async (
        values: readonly string[],
        how: BisectOptions,
      ): Promise<Map<string, Hits | EntrezError>> => {
        const question = {
          about: (part: readonly string[]) => searchFor(lookup, part),
          onMissing: lost,
          isOneAnswer: true,
        };
        const found = await sendBisected(question, values, how);
        // What was asked about are no uids.
        return mapValues(found, (hits) => (hits instanceof EntrezError ? hits.with({ db, uids: undefined }) : hits));
      };

      const hits = await search(batch, options);
      const uids = new Set([...hits.values()].flatMap((found) => (found instanceof EntrezError ? [] : found.uids)));
      const summaries = await fetchSummaries(summariesOf(db), db, [...uids], others);
      const names = new RecordNames(summaries, lookup);

      const possible = ({ uids, isLoose }: Hits, value: string): readonly string[] =>
        isLoose === true ? [] : uids.filter((uid) => names.mayBe(uid, value));
      const isHidden = (value: string, found: Hits): boolean => {
        const shown = names.matchesOf(value);
        return !(shown instanceof EntrezError) && shown.length === 0 && possible(found, value).length > 0;
      };
      const hidden = [...hits].flatMap(([value, found]) =>
        !(found instanceof EntrezError) && found.values.length > 1 && isHidden(value, found) ? value : [],
      );
      // Whose they are shows when fewer values are searched together.
      const apart = await searchApart(hidden, async (values) => search(values, options));

      const attribute = (value: string, found: Hits | EntrezError): Matches | EntrezError => {
        const shown = found instanceof EntrezError ? found : names.matchesOf(value);
        if (found instanceof EntrezError || shown instanceof EntrezError || shown.length > 0) {
          return shown instanceof EntrezError ? shown : { uids: shown };
        }
        const own = apart.get(value) ?? found;
        if (own instanceof EntrezError) {
          return own;
        }
        const uids = possible(own, value);
        return uids.length > 0 || own.complete ? { uids } : tooMany();
      };
      return mapValues(hits, (found, value) => attribute(value, found));
    },
    weigh: (found) => ({
      size: approximateBytes(found),
      ttl: found.uids.length === 1 ? ttls.summaries : ttls.searches,
    }),
  };
}

/** One search for all values; each of them gets all that was found. */
function searchFor({ db, term, within }: Lookup, values: readonly string[]): EutilsCall<ReadonlyMap<string, Hits>> {
  const any = [...new Set(values.map(term))].join(' OR ');
  const query = within === undefined ? any : `(${any}) AND ${within}`;
  const question = { db, term: query, retstart: 0, retmax: MAX_SUMMARY_UIDS };
  return {
    request: searchRequest(question),
    decode: async (body) => {
      const { count, uids, ignored } = await readSearch(body, question);
      const isLoose = ignored.some((part) => part.endsWith(']'));
      const complete = count <= uids.length;
      if (!complete && values.length > 1) {
        // Those not shown may be the ones, so fewer are looked up at once.
        throw new EntrezError('RESPONSE_TOO_LARGE', 'NCBI found more records for these identifiers than it lists.');
      }
      return new Map(values.map((value) => [value, { values, uids, complete, isLoose }]));
    },
  };
}

function tooMany(): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', 'NCBI found more records for this identifier than it shows.');
}
