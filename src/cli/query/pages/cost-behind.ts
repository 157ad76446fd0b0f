import type { Range } from '../../../schema/cost/prediction.js';
import type { Variables } from '../input.js';
import { bookmarkOf, listsIn, type PagedList } from './pager.js';
import { AFTER, type Continuation, PAGE_SIZE, RECORD_ID } from './continuation.js';

/** What it costs to load one page more. */
export type PlanPage = (continuation: Continuation, variables: Variables) => Range | undefined;

/** What there is behind the pages of an answer, in words; undefined if that is nothing. */
export function describeBehind(
  data: unknown,
  continuations: readonly Continuation[],
  variables: Variables,
  planPage: PlanPage,
): string | undefined {
  let [pages, records, best, worst] = [0, 0, 0, 0];
  const counts: string[] = [];
  for (const continuation of continuations) {
    const lists = [...listsIn(data, continuation)].filter(({ value }) => bookmarkOf(value, continuation));
    const [first] = lists;
    const behind = lists.map((list) => itemsBehind(list));
    const ownPages = behind.reduce((sum, items) => sum + Math.max(1, Math.ceil(items / PAGE_SIZE)), 0);
    const each = first && planPage(continuation, given(first, variables));
    pages += ownPages;
    records += behind.reduce((sum, items) => sum + items, 0);
    best += ownPages * (each?.best ?? 1);
    worst += ownPages * (each?.worst ?? 1);
    if (lists.length > 0) {
      counts.push(`${continuation.connection.path.join('.')} (${inWords(lists.length)})`);
    }
  }
  return pages === 0
    ? undefined
    : `Longer than a page: ${counts.join(', ')}. ${inWords(records)} more items in ${inWords(pages)} ${pages === 1 ? 'page' : 'pages'}; about ${requests({ best, worst })}.`;
}

/** Numbers of requests in words. */
export function requests({ best, worst }: Range): string {
  return best === worst
    ? `${inWords(best)} ${best === 1 ? 'request' : 'requests'}`
    : `${inWords(best)} to ${inWords(worst)} requests`;
}

function itemsBehind({ value, continuation }: PagedList): number {
  const { seen = 0 } = bookmarkOf(value, continuation) ?? {};
  return typeof value.totalCount === 'number' ? Math.max(0, value.totalCount - seen) : 0;
}

function given({ value, continuation, id }: PagedList, variables: Variables): Variables {
  const { cursor } = bookmarkOf(value, continuation) ?? {};
  return { ...variables, [AFTER]: cursor, ...(id !== undefined && { [RECORD_ID]: id }) };
}

function inWords(count: number): string {
  return Math.round(count).toLocaleString('en');
}
