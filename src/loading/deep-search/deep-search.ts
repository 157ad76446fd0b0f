import type { SearchAnswer } from '../../eutils/search/esearch.js';
import { type Covered, nextWindow, type Search, type Seen, type Walk, wholeWindow } from './windows.js';

/** The window that a hit stands in. The first window is in the order asked for, the others are by falling uids. */
export interface WindowPlace {
  /** Hits before the window. */
  readonly start: number;
  /** Uids between which the windows before have listed all hits; undefined in the first window, and in the next. */
  readonly covered?: Covered | undefined;
  /** The highest uid of the first window, as long as nothing is covered; undefined in the first window itself. */
  readonly newest?: number | undefined;
  /** Whether hits of the first window have uids that are not covered: these are left out. */
  readonly isApart: boolean;
  /** The window as it was when a page of it was read. */
  readonly seen?: Seen | undefined;
}

/** Where the first window begins. */
export const FIRST_WINDOW: WindowPlace = { start: 0, isApart: false };

/** Whether the window is the first one, which NCBI orders. */
export function isFirstWindow({ covered, newest }: WindowPlace): boolean {
  return covered === undefined && newest === undefined;
}

/** Where a page begins: behind a hit of a window, by its uid, or by its number if NCBI lists it no longer. */
export interface PlaceOfPage {
  readonly window: WindowPlace;
  readonly after?: { readonly uid: string; readonly index: number } | undefined;
}

interface DeepHit {
  readonly uid: string;
  /** Its number among all hits, from 0. */
  readonly index: number;
  readonly window: WindowPlace;
}

/** A page of hits, wherever NCBI's window ends. */
export interface DeepPage {
  readonly hits: readonly DeepHit[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  /** What NCBI says of the search. */
  readonly answer: SearchAnswer;
  /** How many hits more, or less if negative, there are than the windows before, or an earlier page, let expect. */
  readonly drift: number;
  /** On the last page, what the windows before have listed: NCBI may find other hits there by now. */
  readonly listed?: ListedRange | undefined;
}

/** A range of uids that was listed, and how many hits it had. */
export interface ListedRange extends Covered {
  readonly count: number;
}

/** The hits of one window that have not been listed before. */
interface Listed {
  readonly uids: readonly string[];
  readonly totalCount: number;
  /** Hits that are left for the windows behind. */
  readonly left: number;
  readonly next?: WindowPlace | undefined;
  /** The window as it is now. */
  readonly seen: Seen;
  /** Hits that are to be in the windows behind. */
  readonly expected: number;
  /** See {@link DeepPage.listed}. */
  readonly before?: ListedRange | undefined;
}

/** A page of the hits of a PubMed search, which may stand beyond the 9,999 that NCBI lists: each hit once. */
export function* deepPage(search: Search, { window: first, after }: PlaceOfPage, size: number): Walk<DeepPage> {
  const hits: DeepHit[] = [];
  const answers: SearchAnswer[] = [];
  let drift = 0;
  let window = first;
  let before: Listed | undefined;
  for (;;) {
    const listed: Listed = yield* noting(listWindow(search, window), answers);
    const { uids, totalCount, left, next, seen } = listed;
    drift += seen.count - (before?.expected ?? window.seen?.count ?? seen.count);
    const from = before || !after ? 0 : placeBehind(after, uids, window);
    const taken = uids.slice(from, from + size - hits.length);
    for (const [offset, uid] of taken.entries()) {
      hits.push({ uid, index: window.start + from + offset, window: { ...window, seen } });
    }
    const [answer] = answers;
    if (answer && (hits.length >= size || !next)) {
      const hasNextPage = from + taken.length < uids.length || left > 0;
      return { hits, totalCount, hasNextPage, answer, drift, ...(!hasNextPage && { listed: listed.before }) };
    }
    window = next ?? window;
    before = listed;
  }
}

function* listWindow(search: Search, window: WindowPlace): Walk<Listed> {
  if (isFirstWindow(window)) {
    return listFirst(yield wholeWindow(search), window.seen?.high);
  }
  const { start, covered, newest = 0, isApart } = window;
  // What is higher than all that was listed was not in the first window, even if it is now.
  const highest = covered ? covered.low - 1 : newest;
  const first = isApart ? yield wholeWindow(search) : undefined;
  const listedFirst = new Set(first?.uids.filter((uid) => Number(uid) <= highest));
  const found = yield* nextWindow(search, covered, window.seen);
  const uids = found.uids.filter((uid) => !listedFirst.has(uid));
  const expected = found.covered ? found.count - found.uids.length : 0;
  const stillApart = found.covered ? countBelow(listedFirst, found.covered.low) : 0;
  return {
    uids,
    totalCount: start + found.count - listedFirst.size,
    left: Math.max(0, expected - stillApart),
    next: found.covered && { start: start + uids.length, covered: found.covered, isApart: stillApart > 0 },
    seen: { high: Number(found.uids[0] ?? window.seen?.high ?? 0), count: found.count },
    expected,
    before: covered && { ...covered, count: start - listedFirst.size },
  };
}

function listFirst({ uids, count }: SearchAnswer, seenHigh: number | undefined): Listed {
  const newest = seenHigh ?? uids.reduce((highest, uid) => Math.max(highest, Number(uid)), 0);
  const left = count - uids.length;
  return {
    uids,
    totalCount: count,
    left,
    next: left > 0 ? { start: uids.length, newest, isApart: true } : undefined,
    seen: { high: newest, count },
    expected: count,
  };
}

/** Keeps the answers that a walk is given. */
function* noting<T>(walk: Walk<T>, answers: SearchAnswer[]): Walk<T> {
  let step = walk.next();
  while (!step.done) {
    const answer = yield step.value;
    answers.push(answer);
    step = walk.next(answer);
  }
  return step.value;
}

function countBelow(uids: Iterable<string>, low: number): number {
  return [...uids].filter((uid) => Number(uid) < low).length;
}

/** Where the hits behind one begin in a window; by falling uids where its list is ordered so. */
function placeBehind(
  { uid, index }: NonNullable<PlaceOfPage['after']>,
  uids: readonly string[],
  window: WindowPlace,
): number {
  if (isFirstWindow(window)) {
    const place = uids.indexOf(uid);
    return (place < 0 ? index : place) + 1;
  }
  const place = uids.findIndex((each) => Number(each) < Number(uid));
  return place < 0 ? uids.length : place;
}
