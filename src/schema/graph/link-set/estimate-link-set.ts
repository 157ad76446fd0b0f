import { atOnce } from '../../../eutils/body/slices.js';
import type { Links } from '../../../loading/values/link-list.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import { arrangeLists, type LinkLists, openLists, pagesOf } from '../../cost/estimated-lists.js';
import { estimateFilter } from '../../cost/estimates/links.js';
import { estimateNames } from '../../cost/estimates/roots.js';
import { linksQuestion } from '../../cost/record-queries.js';
import { type RecordSet, START, togetherOf, turnAfter } from '../../cost/record-set.js';
import { closerThan } from '../../links/load-links.js';
import { MAX_COMPARED } from '../common-links/estimate-common-links.js';
import { combine, orderOf } from './link-set.js';
import type { LinkSetRequest, NamedList } from './link-set-request.js';

/** Acts out `linkSet`, from the lists of its sources to the records on its page. */
export function estimateLinkSet(
  { lists, operation, link, owner, args }: LinkSetRequest,
  scope: EstimateScope,
): RecordSet[] {
  const parts = lists.map((list) => estimateList(list, scope));
  const known = parts.flatMap((part) => part.known.map(({ links }) => links));
  const open = parts.flatMap((part) => part.open.map(({ members }) => members));
  const combined: LinkLists =
    open.length > 0 || known.length < lists.length || isLarge(known)
      ? { link, since: START, known: [], open: [openLists(link, 1, turnAfter(togetherOf(open, link.to).since), args)] }
      : {
          link,
          since: turnAfter(START),
          known: [{ owner, links: atOnce(combine(known, operation, orderOf(args))) }],
          open: [],
        };
  const { orderBy } = args;
  return pagesOf(orderBy === 'DATE' ? arrangeLists(combined, { ...args, orderBy }, scope) : combined, args);
}

/** Acts out how one list is loaded and filtered. */
function estimateList({ label, sources, question, filter, minScore }: NamedList, scope: EstimateScope): LinkLists {
  const { link } = question;
  const names = sources.names.map(({ name }) => name);
  const held: Links[] = [];
  const missing: RecordSet[] = [];
  for (const each of estimateNames(names, scope).filter(({ size }) => size > 0)) {
    const outcome = scope.ask(linksQuestion(scope.loaders, question), each);
    held.push(...outcome.known.values());
    missing.push(...(outcome.missing ? [outcome.missing] : []));
  }
  const lists: LinkLists =
    missing.length > 0 || isLarge(held)
      ? { link, since: START, known: [], open: [openLists(link, 1, togetherOf(missing, link.to).since, {})] }
      : { link, since: START, known: [{ owner: label, links: union(held, minScore, link.name) }], open: [] };
  return filter ? estimateFilter(lists, filter, {}, scope) : lists;
}

function union(lists: readonly Links[], minScore: number | null | undefined, linkName: string): Links {
  const close = minScore == null ? lists : lists.map((links) => closerThan(minScore, links, linkName));
  return atOnce(combine(close, 'UNION'));
}

function isLarge(lists: readonly Links[]): boolean {
  return lists.reduce((sum, { uids }) => sum + uids.length, 0) > MAX_COMPARED;
}
