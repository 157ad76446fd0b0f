import type { GraphQLResolveInfo } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import type { SearchQuestion } from '../../eutils/search/esearch.js';
import { PUBMED_WINDOW } from '../../eutils/search/search-page.js';
import {
  type DeepPage,
  deepPage,
  FIRST_WINDOW,
  isFirstWindow,
  type ListedRange,
  type PlaceOfPage,
  type WindowPlace,
} from '../../loading/deep-search/deep-search.js';
import { countIn, type Search, wholeWindow } from '../../loading/deep-search/windows.js';
import { keyOf } from '../../loading/definitions/single.js';
import type { Loaders } from '../../loading/loaders.js';
import { badInput } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import type { Cursors } from '../core/cursor.js';
import { RecordSet, START } from '../cost/record-set.js';
import { searchesQuestion } from '../cost/estimates/search.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import type { SearchPage } from './search-connection.js';
import { warnOfDrift, warnOfUnchecked, warnOfUnlisted } from './search-warnings.js';

/** Numbers of a {@link WindowPlace} in a cursor. */
const PLACE_NUMBERS = 6;
/** A search that was paged in less time, without a sign of a change, is not counted once more. */
const PAGED_AT_ONCE_MS = 60_000;

/** A page of a PubMed search that is cut from windows of 9,999 hits. */
export interface DeepRequest {
  readonly search: Search;
  readonly place: PlaceOfPage;
  readonly size: number;
  readonly wantsTranslation: boolean;
}

/** @throws EntrezError `BAD_USER_INPUT` when `after` is no cursor of this search. */
export function readPlace(cursors: Cursors, after: string | null | undefined): PlaceOfPage {
  if (after == null) {
    return { window: FIRST_WINDOW };
  }
  const { uid, index, more } = cursors.decode(after, 'after', PLACE_NUMBERS);
  const window = more ? placeIn(more) : FIRST_WINDOW;
  if (!window || !/^\d{1,15}$/.test(uid)) {
    throw badInput('after', after, 'Use a cursor that this field returned for the same list.');
  }
  return { window, after: { uid, index } };
}

/** Loads the windows that a page needs; most pages need one that is known. */
export async function loadDeepPage(
  request: DeepRequest,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SearchPage> {
  const { loaders, operation } = context;
  const walk = deepPage(request.search, request.place, request.size);
  let step = walk.next();
  while (!step.done) {
    step = walk.next(await loaders.search(step.value, operation));
  }
  const { hits, drift, answer, listed, totalCount, hasNextPage } = step.value;
  warnOfDrift(drift, context, info);
  const { recount, translation } = furtherQuestions(request, step.value, loaders);
  if (listed && recount) {
    await checkListed(recount, listed, context, info);
  }
  return {
    totalCount,
    hasNextPage,
    answer: translation ? await loaders.search(translation, operation) : answer,
    hits: hits.map(({ uid, index, window }) => ({ uid, index, more: numbersOf(window) })),
  };
}

/** Acts out the same: known windows are looked through, up to the first question whose answer is not known. */
export function estimateDeepPage(request: DeepRequest, scope: EstimateScope): RecordSet[] {
  const { search, place, size } = request;
  const { db } = search;
  const ask = (searches: RecordSet) => scope.ask(searchesQuestion(scope.loaders, db), searches);
  const searchFor = (...questions: readonly SearchQuestion[]) => ask(RecordSet.known(db, questions.map(keyOf), START));
  const walk = deepPage(search, place, size);
  let step = walk.next();
  while (!step.done) {
    const { known, missing } = searchFor(step.value);
    const [answer] = known.values();
    if (!answer) {
      // Where it is known to fail, there is no page and nothing else is asked.
      const more = missing && ask(RecordSet.unknown(db, mostFurtherCalls(request), missing.since));
      return missing ? [RecordSet.unknown(db, size, (more?.missing ?? missing).since)] : [];
    }
    step = walk.next(answer);
  }
  const { recount, translation } = furtherQuestions(request, step.value, scope.loaders);
  searchFor(...[recount, translation].filter((question) => question !== undefined));
  const uids = step.value.hits.map(({ uid }) => uid);
  return [RecordSet.known(db, uids, START)];
}

/** What is asked when a page is there. */
function furtherQuestions({ search, place, wantsTranslation }: DeepRequest, page: DeepPage, loaders: Loaders) {
  const { listed, totalCount } = page;
  return {
    recount: listed && mayHaveChanged(search, totalCount, loaders) ? countIn(search, listed) : undefined,
    // Of the windows behind the first one, NCBI translates the range as well.
    translation: wantsTranslation && !isFirstWindow(place.window) ? wholeWindow(search) : undefined,
  };
}

/** Counts once more what was listed. The page is there already, so that a failure only leaves that open. */
async function checkListed(
  recount: SearchQuestion,
  listed: ListedRange,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<void> {
  try {
    const { count } = await context.loaders.search(recount, context.operation);
    warnOfUnlisted(count - listed.count, context, info);
  } catch (error) {
    if (!(error instanceof EntrezError)) {
      throw error;
    }
    warnOfUnchecked(error, context, info);
  }
}

/**
 * Whether hits may have come to ranges of uids after these were listed, which the windows behind do not show: to count
 * once more costs a call, a seventh of what 60,000 hits take.
 */
function mayHaveChanged(search: Search, totalCount: number, { searchLoader }: Loaders): boolean {
  const first = searchLoader.peek(keyOf(wholeWindow(search)));
  const isSame = first && 'count' in first.value && first.value.count === totalCount;
  return !isSame || Date.now() - first.asOf > PAGED_AT_ONCE_MS;
}

/**
 * Calls behind the first one: none in the first window; a window behind is counted, may be asked about by itself, what
 * was listed before the last page may be counted once more, and the term be translated by another search.
 */
function mostFurtherCalls({ place: { window, after }, size, wantsTranslation }: DeepRequest): number {
  const end = (after?.index ?? -1) + 1 + size;
  return isFirstWindow(window) && end <= PUBMED_WINDOW ? 0 : wantsTranslation ? 6 : 5;
}

/** A window without a range: the first one has no highest uid before it. */
function numbersOf({ start, covered, newest = 0, isApart, seen }: WindowPlace): readonly number[] {
  const { low, high } = covered ?? { low: 0, high: newest };
  return [start, low, high, isApart ? 1 : 0, seen?.high ?? 0, seen?.count ?? 0];
}

function placeIn(numbers: readonly number[]): WindowPlace | undefined {
  const [start = 0, low = 0, high = 0, apart = 0, seenHigh = 0, count = 0] = numbers;
  const isApart = apart === 1;
  if (low > high || apart > 1 || (low === 0 && high > 0 && !isApart) || (high === 0 && start > 0)) {
    return undefined;
  }
  return {
    start,
    isApart,
    ...(low > 0 ? { covered: { low, high } } : high > 0 && { newest: high }),
    seen: { high: seenHigh, count },
  };
}
