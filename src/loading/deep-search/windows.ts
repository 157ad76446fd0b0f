import { contradiction } from '../../eutils/failures/malformed.js';
import type { SearchAnswer, SearchQuestion } from '../../eutils/search/esearch.js';
import { PUBMED_WINDOW } from '../../eutils/search/search-page.js';

/** A search without its page. */
export type Search = Omit<SearchQuestion, 'retstart' | 'retmax'>;

/** Uids between which all hits have been listed, both included. */
export interface Covered {
  readonly low: number;
  readonly high: number;
}

/** A window of which a page has been read, as it was then. */
export interface Seen {
  readonly high: number;
  /** Hits that were not covered. */
  readonly count: number;
}

/** The highest uids of all hits that are not covered: without exception, so that nothing is left out between them. */
interface Window {
  /** With the highest first. */
  readonly uids: readonly string[];
  /** Hits that were not covered before this window. */
  readonly count: number;
  /** What is covered with it; undefined where nothing is left. */
  readonly covered?: Covered | undefined;
}

/** Answers the questions of a walk, which gives its result at the end. */
export type Walk<T> = Generator<SearchQuestion, T, SearchAnswer>;

/** The order whose first window may list the highest uids without gaps; that of another has gaps, also where it falls. */
const BY_DATE = 'pub_date';
/** How much of a window is aimed at where the distribution of uids is guessed. */
const FILLING = 0.9;
/** Narrower ranges that are tried before an answer counts as a contradiction. */
const MOST_RANGES = 40;

/** All that NCBI lists of a search at once. */
export function wholeWindow(search: Search): SearchQuestion {
  return { ...search, retstart: 0, retmax: PUBMED_WINDOW };
}

/**
 * The next hits by falling uids. NCBI lists 9,999 of those that are not covered, mostly with the highest uids first. So the
 * highest of them are taken, as many as their order makes likely to be without gaps, and the next question counts what
 * is left: only if that is the difference, there are none between them. Otherwise the range is asked about by itself.
 *
 * @param seen - Where pages of the window have been read, hits with higher uids have come since, and are left for later.
 */
export function* nextWindow(search: Search, covered: Covered | undefined, seen?: Seen): Walk<Window> {
  if (!covered && search.sort === BY_DATE) {
    const listed = yield* topOf(search, undefined, yield wholeWindow(search), seen);
    if (listed) {
      return listed;
    }
  }
  const open = yield beyond(search, covered);
  const { count } = open;
  const { uids, dense } = orderOf(open);
  const newer = countNewer(uids, seen);
  if (count <= uids.length) {
    const old = uids.slice(newer);
    return { uids: old, count, ...(newer > 0 && { covered: cover(covered, old) }) };
  }
  const top = yield* topOf(search, covered, open, seen);
  if (top) {
    return top;
  }
  const guessed = dense > newer ? newer + Math.ceil((dense - newer) * FILLING) : shareOf(uids.length, count);
  return yield* boundedWindow(search, covered, { low: lowest(uids, guessed), count, seen });
}

/** The highest hits of an answer, as many as its order makes likely to be without gaps; undefined if there are gaps. */
function* topOf(
  search: Search,
  covered: Covered | undefined,
  open: SearchAnswer,
  seen: Seen | undefined,
): Walk<Window | undefined> {
  const { uids, dense } = orderOf(open);
  const top = uids.slice(countNewer(uids, seen), dense);
  if (top.length === 0) {
    return undefined;
  }
  const next = cover(covered, top);
  const { count: left } = yield beyond(search, next);
  return left >= open.count - top.length ? { uids: top, count: open.count, covered: next } : undefined;
}

/** The hits from a uid on that are not covered, or fewer where NCBI does not list all of these. */
function* boundedWindow(
  search: Search,
  covered: Covered | undefined,
  { low: first, count, seen }: { readonly low: number; readonly count: number; readonly seen: Seen | undefined },
): Walk<Window> {
  let low = first;
  for (let range = 0; range < MOST_RANGES; range += 1) {
    const answer = yield beyond(search, covered, low);
    const { uids } = orderOf(answer);
    if (answer.count <= uids.length) {
      const old = uids.slice(countNewer(uids, seen));
      const { high } = cover(covered, old.length > 0 ? old : [String(low)]);
      return { uids: old, count, covered: { low, high } };
    }
    low = lowest(uids, Math.min(shareOf(uids.length, answer.count), uids.length - 1));
  }
  throw contradiction('NCBI finds more hits in each range of uids than it lists.');
}

/** Asks for the hits that are not covered and have no lower uid than that. */
function beyond(search: Search, covered: Covered | undefined, low = 1): SearchQuestion {
  const ranges = [...(covered ? [rangeOf(covered)] : []), ...(low > 1 ? [rangeOf({ low: 1, high: low - 1 })] : [])];
  const { sort: _, ...unsorted } = search;
  const term = ranges.length === 0 ? search.term : `(${search.term}) NOT (${ranges.join(' OR ')})`;
  return wholeWindow({ ...unsorted, term });
}

/** Asks how many hits there are in a range. */
export function countIn(search: Search, range: Covered): SearchQuestion {
  const { sort: _, ...unsorted } = search;
  return { ...unsorted, term: `(${search.term}) AND ${rangeOf(range)}`, retstart: 0, retmax: 0 };
}

function rangeOf({ low, high }: Covered): string {
  return `${low}:${high}[UID]`;
}

function cover(covered: Covered | undefined, uids: readonly string[]): Covered {
  const low = Number(uids.at(-1));
  return { low: Math.min(low, covered?.low ?? low), high: Math.max(Number(uids[0]), covered?.high ?? 0) };
}

/** The uids of an answer with the highest first. */
interface UidOrder {
  readonly uids: readonly string[];
  /** See {@link denseLength}. */
  readonly dense: number;
}

/** Many pages are cut from one answer. */
const orders = new WeakMap<SearchAnswer, UidOrder>();

function orderOf(answer: SearchAnswer): UidOrder {
  const known = orders.get(answer);
  if (known) {
    return known;
  }
  const uids = answer.uids.toSorted((a, b) => Number(b) - Number(a));
  const order = { uids, dense: denseLength(answer.uids, uids) };
  orders.set(answer, order);
  return order;
}

/**
 * How many of the highest uids are likely to be all there are from the lowest of them on: all where each uid is lower than
 * the one before, fewer where some come later than they would by their numbers, none where there is hardly any order.
 */
function denseLength(uids: readonly string[], highestFirst: readonly string[]): number {
  const ranks = new Map(highestFirst.map((uid, rank) => [uid, rank]));
  const late = uids.reduce((most, uid, place) => Math.max(most, place - (ranks.get(uid) ?? 0)), 0);
  const dense = late === 0 ? uids.length : uids.length - 2 * late - Math.ceil(uids.length / 100);
  return dense < uids.length / 2 ? 0 : dense;
}

/** How many of the listed hits, from the highest uid on, stand for as many as NCBI lists, if they are a fair sample. */
function shareOf(listed: number, count: number): number {
  return Math.floor((listed * PUBMED_WINDOW * FILLING) / count);
}

/** How many uids are higher than all that were seen; none where all are. */
function countNewer(uids: readonly string[], seen: Seen | undefined): number {
  return seen
    ? Math.max(
        0,
        uids.findIndex((uid) => Number(uid) <= seen.high),
      )
    : 0;
}

function lowest(uids: readonly string[], length: number): number {
  return Number(uids[Math.max(0, length - 1)]);
}
