import type { LinkFilter } from '../../../eutils/links/link-filter.js';
import { keepLinks, type Links, orderByUid } from '../../../loading/values/link-list.js';
import { isLong } from '../../../loading/long-lists/long-list.js';
import type { LinkQuestion } from '../../../loading/definitions/links.js';
import type { UnionQuestion } from '../../../loading/definitions/union.js';
import type { LinkArgs } from '../../links/link-arguments.js';
import type { LinkRequest } from '../../links/load-links.js';
import { type Arrival, type RecordSet, START } from '../record-set.js';
import { filterRoute, linksAmong } from '../../../loading/definitions/filtered-links.js';
import type { Outcome } from '../planned-calls.js';
import { arrangeLists, changeKnown, type LinkLists, lookThrough, openLists, pagesOf } from './lists.js';
import { questionOf } from '../planned-query.js';
import { filterQuestion, linksQuestion } from '../record-queries.js';
import type { EstimateScope } from '../dry-run-scope.js';

/** Acts out a link field, from the lists of its sources to the records on their pages. */
export function estimateLinks(sources: RecordSet, request: LinkRequest, scope: EstimateScope): RecordSet[] {
  const { args } = request;
  return pagesOf(arrangeLists(listsOf(sources, request, scope), args, scope), args);
}

/** What `unionLinks` asks about all of its sources together. */
interface UnionRequest {
  readonly link: UnionQuestion['link'];
  readonly filter: LinkFilter | undefined;
  readonly args: LinkArgs;
  /** Stands for the sources in cursors. */
  readonly owner: string;
}

/**
 * Acts out `unionLinks`.
 *
 * @param sources - One key for all of them.
 */
export function estimateUnion(
  { link, filter, args, owner }: UnionRequest,
  sources: RecordSet,
  scope: EstimateScope,
): RecordSet[] {
  const { loaders } = scope;
  const question = questionOf('elink', link.name, loaders.unionLoader, {
    variant: 'union',
    tabled: (key, notBefore) => loaders.tabledUnion(JSON.parse(key) as UnionQuestion, notBefore),
  });
  const asked = scope.ask(question, sources);
  const lists: LinkLists = {
    link,
    since: START,
    known: [...asked.known.values()].map((links) => ({ owner, links })),
    open: asked.missing ? [openLists(link, 1, asked.missing.since, args)] : [],
  };
  const passing = filter ? estimateFilter(lists, filter, args, scope) : lists;
  return pagesOf(arrangeLists(passing, args, scope), args);
}

/** Acts out a search among the members of lists. */
export function estimateFilter(lists: LinkLists, filter: LinkFilter, args: LinkArgs, scope: EstimateScope): LinkLists {
  return lookThrough(lists, args, scope, {
    question: filterQuestion(scope.loaders, { db: lists.link.to, filter }),
    settle: (links, verdicts) => keepLinks(links, (uid) => verdicts.get(uid)?.yes === true),
    byNcbi: (list) =>
      isLong(list.links) ? scope.loaders.longLists.foreseePassing(list, filter, scope.notBefore) : undefined,
  });
}

function listsOf(sources: RecordSet, { question, filter, args }: LinkRequest, scope: EstimateScope): LinkLists {
  const { link } = question;
  const ask = (asked: LinkQuestion): Outcome<Links> => scope.ask(linksQuestion(scope.loaders, asked), sources);
  const heldBy = (outcome: Outcome<Links>): LinkLists => listsFrom(outcome, question, sources, args);
  if (!filter) {
    return heldBy(ask(question));
  }
  const passedOn = { link, scored: false, filter };
  switch (filterRoute(link.name)) {
    case 'search':
      return estimateFilter(heldBy(ask(question)), filter, args, scope);
    case 'uid':
      return changeKnown(heldBy(ask(passedOn)), orderByUid);
    case 'list':
      return changeKnown(heldBy(bothLists(ask(question), ask(passedOn))), (links) => links);
  }
}

function listsFrom(
  { known, missing }: Outcome<Links>,
  { link }: LinkQuestion,
  { since }: RecordSet,
  args: LinkArgs,
): LinkLists {
  return {
    link,
    since,
    known: [...known].map(([owner, links]) => ({ owner, links, origin: { link, uid: owner } })),
    open: missing ? [openLists(link, missing.size, missing.since, args)] : [],
  };
}

/** ELink gives a filtered list in no particular order; both lists are needed for the order of the one that passes. */
function bothLists(all: Outcome<Links>, passing: Outcome<Links>): Outcome<Links> {
  const known = [...all.known].flatMap(([uid, links]) => {
    const found = passing.known.get(uid);
    return found ? [[uid, linksAmong(links, found)] as const] : [];
  });
  const waiting = [all.missing, passing.missing].filter((recordSet) => recordSet !== undefined);
  const missing = waiting[0]?.keep(new Set(waiting.flatMap(({ keys }) => keys)));
  return { known: new Map(known), missing: missing?.at(laterOf(waiting, missing.size)) };
}

/** When all record sets of the same objects are there. */
function laterOf(recordSets: readonly RecordSet[], objects: number): Arrival {
  return {
    level: Math.max(...recordSets.map(({ since }) => since.level)),
    callGroups: [...new Set(recordSets.flatMap(({ since }) => since.callGroups))],
    mostMoments: objects,
  };
}
