import type { Links } from '../../../loading/values/link-list.js';
import type { AnyLink, LinkArgs } from '../../links/link-arguments.js';
import { LinkConnection } from '../../links/link-connection.js';
import { isSortedByNcbi, newestFirst } from '../../links/list-by-date.js';
import { closerThan, sortLinks } from '../../links/load-links.js';
import { DEFAULT_PAGE } from '../../core/paging.js';
import { dateOf } from '../../links/publication-dates.js';
import { type Arrival, RecordSet } from '../record-set.js';
import type { ListCost } from '../../../loading/long-lists/list-cost.js';
import type { LongList } from '../../../loading/long-lists/long-list.js';
import { askForList, longWholes } from './long-lists.js';
import type { PlannedQuery } from '../planned-query.js';
import { summaryQuestion } from '../record-queries.js';
import type { EstimateScope } from '../dry-run-scope.js';

/** A list of links that is known. */
interface KnownList {
  /** Tells it from the lists of other sources. */
  readonly owner: string;
  readonly links: Links;
  readonly origin?: LongList['origin'];
}

/** Lists of links that only answers will bring. */
interface OpenLists {
  /** Their members, as many as there may be. */
  readonly members: RecordSet;
  /** How many of these the pages show at most. */
  readonly shown: number;
}

/** The lists of links that a field would hold: those that are known, and the others. */
export interface LinkLists {
  readonly link: AnyLink;
  /** When the known ones are there. */
  readonly since: Arrival;
  readonly known: readonly KnownList[];
  readonly open: readonly OpenLists[];
}

/** Links that a list is reckoned with whose length only the answer tells. */
const RECKONED_LINKS = 10_000;

/** Lists of so many sources that answers will bring, with as many links as lists are reckoned with. */
export function openLists(link: AnyLink, sources: number, since: Arrival, args: LinkArgs): OpenLists {
  return {
    members: RecordSet.unknown(link.to, sources * RECKONED_LINKS, since),
    shown: sources * pageSize(args),
  };
}

/** Acts out what `minScore` and `orderBy` make of lists. */
export function arrangeLists(
  lists: LinkLists,
  { minScore, orderBy, ...args }: LinkArgs,
  scope: EstimateScope,
): LinkLists {
  const { link } = lists;
  const close = minScore == null ? lists : changeKnown(lists, (links) => closerThan(minScore, links, link.name));
  if (orderBy == null) {
    return close;
  }
  if (orderBy !== 'DATE') {
    return changeKnown(close, (links) => sortLinks(links, orderBy));
  }
  return lookThrough(close, args, scope, {
    question: summaryQuestion(scope.loaders, link.to),
    settle: (links, summaries) =>
      newestFirst(
        links,
        links.uids.slice().map((uid) => dateOf(summaries.get(uid) ?? {})),
      ),
    byNcbi: (list) =>
      isSortedByNcbi(list)
        ? scope.loaders.longLists.foreseeDates(list, pageEnd(list.links, args), scope.notBefore)
        : undefined,
  });
}

/** How a question about each member of a list is settled. */
interface MemberQuestion<V extends object> {
  readonly question: PlannedQuery<V>;
  /** What becomes of a list about whose members all answers are known. */
  readonly settle: (links: Links, answers: ReadonlyMap<string, V>) => Links;
  /** What becomes of a list that NCBI works on as a whole, or what that costs; undefined for other lists. */
  readonly byNcbi: (list: LongList) => Links | ListCost | undefined;
}

/** Acts out a question about each member of the lists. */
export function lookThrough<V extends object>(
  lists: LinkLists,
  args: LinkArgs,
  scope: EstimateScope,
  { question, settle, byNcbi }: MemberQuestion<V>,
): LinkLists {
  const { link, since } = lists;
  const whole = lists.known.map((list) => ({ list, done: byNcbi({ ...list, db: link.to }) }));
  const workable = whole.filter(({ done }) => done === undefined).map(({ list }) => list);
  const ready = whole.flatMap(({ list, done }) => (done && 'uids' in done ? [{ owner: list.owner, links: done }] : []));
  const members = RecordSet.known(
    link.to,
    workable.flatMap(({ links }) => links.uids.slice()),
    since,
  );
  const { known: answers, missing } = scope.ask(question, members);
  const unanswered = new Set(missing?.keys);
  const isSettled = ({ links }: KnownList): boolean => links.uids.slice().every((uid) => !unanswered.has(uid));
  const settled = workable.filter(isSettled).map(({ owner, links }) => ({ owner, links: settle(links, answers) }));
  const open = lists.open.map(({ members, shown }) => ({
    members: scope.ask(question, members).missing ?? members,
    shown,
  }));
  if (missing) {
    const lengths = workable.filter((list) => !isSettled(list)).map(({ links }) => links.uids.length);
    const some = RecordSet.unknown(link.to, sum(lengths), missing.since);
    scope.know(question, some);
    open.push({ members: some, shown: sum(lengths.map((length) => Math.min(length, pageSize(args)))) });
  }
  for (const { list, done } of whole) {
    if (done && !('uids' in done)) {
      open.push({
        members: askForList({ ...list, db: link.to }, done, since, scope),
        shown: Math.min(list.links.uids.length, pageSize(args)),
      });
    }
  }
  return { link, since, known: [...settled, ...ready], open };
}

/** The records that the pages of lists show. */
export function pagesOf({ link, since, known, open }: LinkLists, args: LinkArgs): RecordSet[] {
  const pageOf = (lists: readonly KnownList[]): RecordSet => {
    const shown = lists.flatMap(({ owner, links }) =>
      new LinkConnection(owner, link, links, args).nodes.map(({ uid }) => uid),
    );
    const uids = lists.flatMap(({ links }) => links.uids.slice());
    return RecordSet.known(link.to, shown, since, RecordSet.known(link.to, uids, since));
  };
  const isLongOne = ({ links }: KnownList): boolean => isSortedByNcbi({ links, db: link.to });
  const pagesOfLong = known.filter(isLongOne).map((list) => {
    const page = pageOf([list]);
    longWholes.set(page, { ...list, db: link.to });
    return page;
  });
  return [
    pageOf(known.filter((list) => !isLongOne(list))),
    ...pagesOfLong,
    ...open.map((lists) => RecordSet.unknown(link.to, lists.shown, lists.members.since, lists.members)),
  ];
}

/** The same lists, the known ones changed. */
export function changeKnown(lists: LinkLists, change: (links: Links) => Links): LinkLists {
  return { ...lists, known: lists.known.map(({ owner, links }) => ({ owner, links: change(links) })) };
}

/** How much of a list its page reaches into. */
function pageEnd({ uids: { length } }: Links, { first, last, after, before, countsYears }: LinkArgs): number {
  return countsYears === true || last != null || after != null || before != null
    ? length
    : Math.min(length, first ?? DEFAULT_PAGE);
}

/** Records that a page shows at most. */
export function pageSize({ first, last }: LinkArgs): number {
  return first ?? last ?? DEFAULT_PAGE;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
