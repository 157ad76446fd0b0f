import type { Links } from '../../loading/values/link-list.js';
import type { AnyLink, LinkArgs } from '../links/link-arguments.js';
import { LinkConnection } from '../links/link-connection.js';
import { closerThan, newestFirst, sortLinks } from '../links/load-links.js';
import { DEFAULT_PAGE } from '../core/paging.js';
import { dateOf } from '../links/publication-dates.js';
import { type Arrival, RecordSet } from './record-set.js';
import { MAX_WORKED_LINKS } from '../../loading/definitions/filtered-links.js';
import type { PlannedQuery } from './planned-query.js';
import { summaryQuestion } from './record-queries.js';
import type { EstimateScope } from './dry-run-scope.js';

/** A list of links that is known. */
interface KnownList {
  /** Tells it from the lists of other sources. */
  readonly owner: string;
  readonly links: Links;
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

/** Lists of so many sources that answers will bring. Nobody knows their lengths; longer ones are not worked with. */
export function openLists(link: AnyLink, sources: number, since: Arrival, args: LinkArgs): OpenLists {
  return {
    members: RecordSet.unknown(link.to, sources * MAX_WORKED_LINKS, since),
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
  return lookThrough(close, args, summaryQuestion(scope.loaders, link.to), scope, (links, summaries) =>
    newestFirst(
      links,
      uidsOf(links).map((uid) => dateOf(summaries.get(uid) ?? {})),
    ),
  );
}

/**
 * Acts out a question about each member of the lists.
 *
 * @param settle - What becomes of a list about whose members all answers are known.
 */
export function lookThrough<V extends object>(
  lists: LinkLists,
  args: LinkArgs,
  question: PlannedQuery<V>,
  scope: EstimateScope,
  settle: (links: Links, answers: ReadonlyMap<string, V>) => Links,
): LinkLists {
  const { link, since } = lists;
  const workable = lists.known.filter(({ links }) => links.uids.length <= MAX_WORKED_LINKS);
  if (workable.length < lists.known.length) {
    scope.notes.push(`Lists of more than ${MAX_WORKED_LINKS} links are refused here.`);
  }
  const members = RecordSet.known(
    link.to,
    workable.flatMap(({ links }) => uidsOf(links)),
    since,
  );
  const { known: answers, missing } = scope.ask(question, members);
  const unanswered = new Set(missing?.keys);
  const isSettled = ({ links }: KnownList): boolean => uidsOf(links).every((uid) => !unanswered.has(uid));
  const settled = workable.filter(isSettled);
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
  return changeKnown({ link, since, known: settled, open }, (links) => settle(links, answers));
}

/** The records that the pages of lists show. */
export function pagesOf({ link, since, known, open }: LinkLists, args: LinkArgs): RecordSet[] {
  const shown = known.flatMap(({ owner, links }) =>
    new LinkConnection(owner, link, links, args).nodes.map(({ uid }) => uid),
  );
  const whole = RecordSet.known(
    link.to,
    known.flatMap(({ links }) => uidsOf(links)),
    since,
  );
  return [
    RecordSet.known(link.to, shown, since, whole),
    ...open.map((lists) => RecordSet.unknown(link.to, lists.shown, lists.members.since, lists.members)),
  ];
}

/** The same lists, the known ones changed. */
export function changeKnown(lists: LinkLists, change: (links: Links) => Links): LinkLists {
  return { ...lists, known: lists.known.map(({ owner, links }) => ({ owner, links: change(links) })) };
}

function pageSize({ first, last }: LinkArgs): number {
  return first ?? last ?? DEFAULT_PAGE;
}

function uidsOf({ uids }: Links): string[] {
  return uids.slice(0, uids.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
