import type { Catalog } from '../../../catalog/catalog.js';
import { atOnce } from '../../../eutils/body/slices.js';
import { commonTargets } from '../../../loading/graph/common-targets.js';
import { sourcesOf } from '../../../loading/graph/sources-of.js';
import { type Links, mixedOrigin } from '../../../loading/values/link-list.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import { estimateFilter } from '../../cost/estimates/links.js';
import { estimateNames } from '../../cost/estimates/names.js';
import { arrangeLists, type LinkLists, openLists, pageSize, pagesOf } from '../../cost/estimates/lists.js';
import { linksQuestion } from '../../cost/record-queries.js';
import { RecordSet, START, turnAfter } from '../../cost/record-set.js';
import { closerThan } from '../../links/load-links.js';
import { rankLinks } from './common-links.js';
import { type CommonRequest, countedAs, MAX_RANKED, ownerOf } from './common-request.js';
import { degreesOfTables, estimateDegrees } from './link-degrees.js';

/** The sources of the records on a page, by page. */
export const sourcesOfPage = new WeakMap<RecordSet, readonly RecordSet[]>();

/** Links that a plan compares by itself; the plan of more reckons with any result. */
export const MAX_COMPARED = 50_000;

/** Acts out `commonLinks`, from the lists of its sources to the records on its page. */
export function estimateCommonLinks(request: CommonRequest, catalog: Catalog, scope: EstimateScope): RecordSet[] {
  const { sources, question, filter, order, args } = request;
  const { link } = sources;
  const records = estimateNames(
    sources.names.map(({ name }) => name),
    scope,
  );
  const known = new Map<string, Links>();
  let since = START;
  let missing = 0;
  for (const each of records.filter(({ size }) => size > 0)) {
    const outcome = scope.ask(linksQuestion(scope.loaders, question), each);
    outcome.known.forEach((links, uid) => known.set(uid, links));
    missing += outcome.missing?.size ?? 0;
    since = outcome.missing?.since ?? since;
  }
  since = turnAfter(since);
  const total = [...known.values()].reduce((sum, { uids }) => sum + uids.length, 0);
  const isOpen = missing > 0 || total > MAX_COMPARED;
  const lists: LinkLists = {
    link,
    since,
    known: isOpen ? [] : [{ owner: ownerOf(request), links: compare([...known.values()], request) }],
    open: isOpen ? [openLists(link, 1, since, args)] : [],
  };
  const passing = filter ? estimateFilter(lists, filter, args, scope) : lists;
  const arranged =
    order === 'DATE'
      ? arrangeLists(passing, { ...args, orderBy: 'DATE' }, scope)
      : estimateRanks(passing, [...known.values()], request, { catalog, scope });
  const pages = pagesOf(arranged, args);
  for (const page of pages) {
    sourcesOfPage.set(
      page,
      page.others > 0 ? records.map((each) => asPossible(each, page)) : [ownersOf(page, link.from, known)],
    );
    if (request.countsLinks) {
      estimateDegrees(link, page, catalog, scope);
    }
  }
  return pages;
}

/** Acts out the link counts that targets are ranked by, and ranks the known ones. */
function estimateRanks(
  lists: LinkLists,
  sources: readonly Links[],
  { order, countsLinks, args }: CommonRequest,
  { catalog, scope }: { readonly catalog: Catalog; readonly scope: EstimateScope },
): LinkLists {
  const { link } = lists;
  if (order !== 'SOURCES' && order !== 'LIFT') {
    return lists;
  }
  const open = lists.open.map((list) => {
    const { size, since } = list.members;
    const first = RecordSet.unknown(link.to, Math.min(size, MAX_RANKED), since, list.members);
    const missing = countsLinks ? estimateDegrees(link, first, catalog, scope).missing : undefined;
    return { ...list, members: missing ?? list.members };
  });
  const known: (typeof lists.known)[number][] = [];
  for (const list of lists.known) {
    const first = list.links.uids.slice(0, MAX_RANKED);
    const counted = countsLinks
      ? estimateDegrees(link, RecordSet.known(link.to, first, lists.since), catalog, scope)
      : undefined;
    if (counted?.missing) {
      const shown = Math.min(list.links.uids.length, pageSize(args));
      open.push({ members: RecordSet.unknown(link.to, list.links.uids.length, counted.missing.since), shown });
      continue;
    }
    const degrees = counted
      ? first.map((uid) => counted.known.get(uid)?.uids.length ?? Infinity)
      : degreesOfTables(link, first, catalog, scope.loaders);
    const counts = atOnce(sourcesOf(first, sources)).map(({ lists: { length } }) => length);
    const ranking = order === 'LIFT' ? 'lift' : 'rarity';
    known.push(degrees ? { ...list, links: rankLinks(list.links, { counts, degrees }, ranking) } : list);
  }
  return { ...lists, known, open };
}

/** Records of which none is certain to be there, as soon as a page is. */
function asPossible({ db, size }: RecordSet, { since }: RecordSet): RecordSet {
  return RecordSet.unknown(db, size, since);
}

/** The sources whose lists hold records of a page. */
function ownersOf({ keys, since }: RecordSet, db: string, lists: ReadonlyMap<string, Links>): RecordSet {
  const uids = [...lists.keys()];
  const owners = atOnce(sourcesOf(keys, [...lists.values()])).flatMap(({ lists: own }) => own);
  return RecordSet.known(
    db,
    owners.flatMap((index) => uids[index] ?? []),
    since,
  );
}

/** The common targets of lists that are all known. */
function compare(lists: readonly Links[], { atLeast, order, question, args: { minScore } }: CommonRequest): Links {
  const close = minScore == null ? lists : lists.map((links) => closerThan(minScore, links, question.link.name));
  const { uids } = atOnce(commonTargets(close, atLeast, countedAs(order)));
  const [first = { source: 'ELINK', asOf: 0 } as const, ...others] = lists;
  return { uids, bytes: uids.bytes, ...mixedOrigin(first, others) };
}
