import { EntrezError } from '../failures/errors.js';
import type { StoredSet } from './history.js';
import { contradiction } from '../failures/malformed.js';

/** What a search was asked for, as far as its answer can contradict it. */
export interface SearchedPage {
  readonly db: string;
  readonly term: string;
  readonly field?: string | undefined;
  readonly sort?: string | undefined;
  readonly retstart: number;
  readonly retmax: number;
  readonly webEnv?: string | undefined;
  readonly useHistory?: boolean | undefined;
}

/** The numbers of an answer. */
interface WrittenPage {
  readonly count: number;
  readonly retstart: number;
  readonly retmax: number | undefined;
  readonly uids: readonly string[];
  readonly messages: readonly string[];
}

/** Hits that NCBI lists of a PubMed search, whatever the page (protocol-2 section 0: 2022 to 2026). */
export const PUBMED_WINDOW = 9999;
/** Hits that NCBI lists at a time of other databases (protocol-2 section 5). */
export const LONGEST_PAGE = 10_000;

/** What NCBI says when it has cut a page to the window (protocol-2 section 0: 2022), with the numbers of that page. */
const ADJUSTED = /start and count adjusted to (\d+), *(\d+)/i;

/** What NCBI says of a search without hits (protocol section 9: recorded 2013 to 2026). */
const NO_HITS = /^no items found\W*$/i;

/**
 * Holds a page of hits to its question and to itself. Every recorded page has the hits from `retstart` on, `retmax` of
 * them or all that are left, echoes the start, and gives as `retmax` the number of uids it lists (protocol section 9:
 * recorded 2008 to 2026). A page that lists fewer would end a pager early or keep it turning for ever.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for a contradiction.
 */
export function reconcilePage(question: SearchedPage, page: WrittenPage): void {
  const { count, retstart, retmax, uids, messages } = page;
  const isBeyond = question.retstart >= count;
  if (retstart !== question.retstart && !isBeyond) {
    throw contradiction(`NCBI lists hits from ${retstart} on, not from ${question.retstart} as requested.`);
  }
  if (uids.length > question.retmax || uids.length > Math.max(0, count - question.retstart)) {
    throw contradiction(`NCBI lists ${uids.length} of ${count} hits, more than there can be on this page.`);
  }
  if (uids.length < expectedLength(question, count) && !isCut(question, page)) {
    throw contradiction(`NCBI lists ${uids.length} of ${count} hits, fewer than belong on this page.`);
  }
  // Answers of other origins than NCBI's own may echo the page size of the question instead of the length of the page.
  if (retmax !== undefined && retmax !== uids.length && retmax !== question.retmax) {
    throw contradiction(`NCBI lists ${uids.length} hits and says that they are ${retmax}.`);
  }
  if (new Set(uids).size < uids.length) {
    throw contradiction('NCBI lists a hit twice.');
  }
  if (count > 0 && messages.some((message) => NO_HITS.test(message))) {
    throw contradiction(`NCBI counts ${count} hits and says that there are none.`);
  }
}

/** Whether NCBI says that it has cut this very page. */
function isCut({ retstart }: SearchedPage, { uids, messages }: WrittenPage): boolean {
  return messages.some((message) => {
    const [, start, length] = ADJUSTED.exec(message) ?? [];
    return Number(start) === retstart && Number(length) === uids.length;
  });
}

function expectedLength({ db, retstart, retmax }: SearchedPage, count: number): number {
  const reachable = db === 'pubmed' ? Math.min(count, PUBMED_WINDOW) : count;
  return Math.max(0, Math.min(retmax, LONGEST_PAGE, reachable - retstart));
}

/**
 * Holds the set that a search stored to its question: there is one where hits were to be stored, in the environment that
 * was named (protocol section 7: an environment does not change).
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for a contradiction.
 */
export function reconcileStoredSet(
  { useHistory = false, webEnv }: SearchedPage,
  stored: StoredSet | undefined,
  count: number,
): void {
  if (useHistory && count > 0 && stored === undefined) {
    throw contradiction('NCBI found hits but did not say where it stored them.');
  }
  if (stored !== undefined && webEnv !== undefined && stored.webEnv !== webEnv) {
    // Of an environment that is gone NCBI makes a new one.
    throw new EntrezError('HISTORY_EXPIRED', 'NCBI no longer has this webEnv. Leave it out to store a new set.');
  }
}
