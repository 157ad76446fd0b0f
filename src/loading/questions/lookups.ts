import { EntrezError } from '../../eutils/errors.js';
import { decodeSearch, searchRequest } from '../../eutils/esearch.js';
import { decodeSummaries, type DocSum, MAX_SUMMARY_UIDS, summaryRequest } from '../../eutils/esummary.js';
import type { AskOptions } from '../../upstream/door.js';
import { approximateBytes } from '../approximate-bytes.js';
import { askInParts } from '../ask-in-parts.js';
import type { Engine, Kind } from '../loader-family.js';
import { mapValues } from '../map-values.js';
import { type Naming, RecordNames } from '../record-names.js';
import type { QuestionLoader } from '../question-loader.js';
import { Receipt } from '../receipt.js';

/** Identifiers in one search: few enough that the summaries of all that it finds fit into one call. */
const LOOKUP_BATCH = 100;

/** How records of a database are found by an identifier that is not their uid. */
export interface Lookup extends Naming {
  readonly db: string;
  /** Distinguishes the identifiers of a database. */
  readonly identifier: string;
  /** The query that finds the records of one identifier. */
  readonly term: (value: string) => string;
  /** What all records must match besides. */
  readonly within?: string;
  /** Whether NCBI also finds records by identifiers that their summaries do not show, such as former names. */
  readonly findsHidden?: boolean;
}

/** The records that carry an identifier: one, none, or several that cannot be told apart. */
export interface Found {
  readonly uids: readonly string[];
}

/** What one search found for several identifiers together. */
interface Hits {
  readonly values: readonly string[];
  readonly uids: readonly string[];
}

/**
 * Records by identifiers: one search for many of them, whose hits are told apart by what their document summaries show,
 * never by their order. The summaries are kept, so that looking at the records costs nothing more.
 *
 * @param summariesOf - The loader that keeps the document summaries of a database.
 */
export function lookupsKind({ door, lives }: Engine, summariesOf: (db: string) => QuestionLoader<DocSum>): Kind<Lookup, Found> {
  const search = (lookup: Lookup, values: readonly string[], options: AskOptions) =>
    askInParts(door, { about: (part) => searchFor(lookup, part), leftOut: neverLeftOut }, values, options);

  const summarise = async (db: string, uids: readonly string[], options: AskOptions) => {
    const loader = summariesOf(db);
    const receipt = new Receipt();
    const onCall: AskOptions['onCall'] = (call) => {
      receipt.onCall(call);
      options.onCall?.(call);
    };
    const about = (part: readonly string[]) => ({ request: summaryRequest({ db, uids: part }), decode: decodeSummaries });
    const summaries = new Map<string, DocSum | EntrezError>();
    const unknown: string[] = [];
    for (const uid of uids) {
      const known = loader.peek(uid);
      if (known) {
        summaries.set(uid, known.value);
      } else {
        unknown.push(uid);
      }
    }
    await Promise.all(
      chunks(unknown, MAX_SUMMARY_UIDS).map(async (part) => {
        const found = await askInParts(door, { about, leftOut }, part, { ...options, onCall });
        for (const [uid, summary] of found) {
          summaries.set(uid, summary);
          if (!(summary instanceof EntrezError)) {
            loader.prime(uid, summary, receipt);
          }
        }
      }),
    );
    return summaries;
  };
}
