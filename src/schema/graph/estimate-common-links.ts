import type { Catalog } from '../../catalog/catalog.js';
import { atOnce } from '../../eutils/body/slices.js';
import { commonTargets } from '../../loading/graph/common-targets.js';
import { type Links, mixedOrigin } from '../../loading/values/link-list.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { arrangeLists, type LinkLists, openLists, pagesOf } from '../cost/estimated-lists.js';
import { estimateFilter } from '../cost/estimate-links.js';
import { estimateNames } from '../cost/estimate-roots.js';
import { RecordSet, START } from '../cost/record-set.js';
import { linksQuestion } from '../cost/record-queries.js';
import { closerThan } from '../links/load-links.js';
import { type CommonRequest, countedAs, MAX_RANKED, ownerOf } from './common-request.js';
import { estimateDegrees } from './link-degrees.js';

/** The sources of the records on a page, by page. */
export const sourcesOfPage = new WeakMap<RecordSet, readonly RecordSet[]>();

/** Links that a plan compares by itself; the plan of more reckons with any result. */
const MAX_COMPARED = 50_000;

/** Acts out `commonLinks`, from the lists of its sources to the records on its page. */
export function estimateCommonLinks(request: CommonRequest, catalog: Catalog, scope: EstimateScope): RecordSet[] {
  const { sources, question, filter, order, args } = request;
  const { link } = sources;
  const records = estimateNames(
    sources.names.map(({ name }) => name),
    scope,
  );
  const known: Links[] = [];
  let since = START;
  let missing = 0;
  for (const each of records.filter(({ size }) => size > 0)) {
    const outcome = scope.ask(linksQuestion(scope.loaders, question), each);
    known.push(...outcome.known.values());
    missing += outcome.missing?.size ?? 0;
    since = outcome.missing?.since ?? since;
  }
  const total = known.reduce((sum, { uids }) => sum + uids.length, 0);
  const isOpen = missing > 0 || total > MAX_COMPARED;
  const lists: LinkLists = {
    link,
    since,
    known: isOpen ? [] : [{ owner: ownerOf(request), links: compare(known, request) }],
    open: isOpen ? [openLists(link, 1, since, args)] : [],
  };
  const passing = filter ? estimateFilter(lists, filter, args, scope) : lists;
  const pages = pagesOf(order === 'DATE' ? arrangeLists(passing, { ...args, orderBy: 'DATE' }, scope) : passing, args);
  for (const page of pages.filter(({ size }) => size > 0)) {
    sourcesOfPage.set(page, records);
    if (request.countsLinks) {
      estimateDegrees(link, page, catalog, scope);
      const { whole } = page;
      // Equals are told apart by their link counts, as far as these are loaded for ranking.
      const others = whole && Math.min(whole.size, MAX_RANKED) - page.size;
      if (others !== undefined && others > 0 && (order === 'SOURCES' || order === 'LIFT')) {
        const rest =
          whole?.others === 0
            ? RecordSet.known(link.to, whole.keys.slice(0, MAX_RANKED), page.since)
            : RecordSet.unknown(link.to, others, page.since);
        estimateDegrees(link, rest, catalog, scope);
      }
    }
  }
  return pages;
}

/** The common targets of lists that are all known. */
function compare(lists: readonly Links[], { atLeast, order, question, args: { minScore } }: CommonRequest): Links {
  const close = minScore == null ? lists : lists.map((links) => closerThan(minScore, links, question.link.name));
  const { uids } = atOnce(commonTargets(close, atLeast, countedAs(order)));
  const [first = { source: 'ELINK', asOf: 0 } as const, ...others] = lists;
  return { uids, bytes: uids.bytes, ...mixedOrigin(first, others) };
}
