import type { LinkFilter } from '../../eutils/link-filter.js';
import { type Links, pickLinks, positionsOf } from '../../loading/links.js';
import { keyOf } from '../../loading/loaders.js';
import type { LinkQuestion } from '../../loading/questions/links.js';
import type { UnionQuestion } from '../../loading/questions/union.js';
import type { LinkArgs } from '../link-arguments.js';
import { sortLinks } from '../link-view.js';
import { type Arrival, Cohort, START } from './cohort.js';
import { filterRoute } from '../../loading/filtered-links.js';
import type { Outcome } from './ledger.js';
import { arrangeLists, changeKnown, type LinkLists, lookThrough, openLists, pagesOf } from './link-lists.js';
import { questionOf } from './planned-question.js';
import { filterQuestion, linksQuestion } from './record-questions.js';
import type { Stage } from './stage.js';

/** What a link field asks for, read from its arguments. */
interface LinkRequest {
  readonly question: LinkQuestion;
  readonly filter: LinkFilter | undefined;
  readonly args: LinkArgs;
}

/** Acts out a link field, from the lists of its sources to the records on their pages. */
export function rehearseLinks(sources: Cohort, request: LinkRequest, stage: Stage): Cohort[] {
  const { args } = request;
  return pagesOf(arrangeLists(listsOf(sources, request, stage), args, stage), args);
}

/**
 * Acts out `unionLinks`.
 *
 * @param owner - Stands for the sources in cursors.
 */
export function rehearseUnion(
  union: UnionQuestion,
  filter: LinkFilter | undefined,
  args: LinkArgs,
  owner: string,
  stage: Stage,
): Cohort[] {
  const { link } = union;
  const question = questionOf('elink', link.name, stage.loaders.unionLoader, { variant: 'union' });
  const asked = stage.ask(question, Cohort.known(link.from, [keyOf(union)], START));
  const lists: LinkLists = {
    link,
    since: START,
    known: [...asked.known.values()].map((links) => ({ owner, links })),
    open: asked.missing ? [openLists(link, 1, asked.missing.since, args)] : [],
  };
  const passing = filter ? rehearseFilter(lists, filter, args, stage) : lists;
  return pagesOf(arrangeLists(passing, args, stage), args);
}

/** Acts out a search among the members of lists. */
function rehearseFilter(lists: LinkLists, filter: LinkFilter, args: LinkArgs, stage: Stage): LinkLists {
  const question = filterQuestion(stage.loaders, { db: lists.link.to, filter });
  return lookThrough(lists, args, question, stage, (links, verdicts) =>
    pickLinks(
      links,
      positionsOf(links, (uid) => verdicts.get(uid)?.yes === true),
    ),
  );
}

function listsOf(sources: Cohort, { question, filter, args }: LinkRequest, stage: Stage): LinkLists {
  const { link } = question;
  const ask = (asked: LinkQuestion): Outcome<Links> => stage.ask(linksQuestion(stage.loaders, asked), sources);
  const heldBy = (outcome: Outcome<Links>): LinkLists => listsFrom(outcome, question, sources, args);
  if (!filter) {
    return heldBy(ask(question));
  }
  const passedOn = { link, scored: false, filter };
  switch (filterRoute(link.name)) {
    case 'search':
      return rehearseFilter(heldBy(ask(question)), filter, args, stage);
    case 'uid':
      return changeKnown(heldBy(ask(passedOn)), (links) => sortLinks(links, 'UID', link.name));
    case 'list':
      return heldBy(bothLists(ask(question), ask(passedOn)));
  }
}

function listsFrom(
  { known, missing }: Outcome<Links>,
  { link }: LinkQuestion,
  { since }: Cohort,
  args: LinkArgs,
): LinkLists {
  return {
    link,
    since,
    known: [...known].map(([owner, links]) => ({ owner, links })),
    open: missing ? [openLists(link, missing.size, missing.since, args)] : [],
  };
}

/** ELink gives a filtered list in no particular order; both lists are needed for the order of the one that passes. */
function bothLists(all: Outcome<Links>, passing: Outcome<Links>): Outcome<Links> {
  const known = [...all.known].flatMap(([uid, links]) => {
    const found = passing.known.get(uid);
    return found ? [[uid, amongThem(links, found)] as const] : [];
  });
  const waiting = [all.missing, passing.missing].filter((cohort) => cohort !== undefined);
  const missing = waiting[0]?.keep(new Set(waiting.flatMap(({ keys }) => keys)));
  return { known: new Map(known), missing: missing?.at(laterOf(waiting, missing.size)) };
}

function amongThem(links: Links, { uids }: Links): Links {
  const passing = new Set(uids.slice(0, uids.length));
  return pickLinks(
    links,
    positionsOf(links, (target) => passing.has(target)),
  );
}

/** When all cohorts of the same objects are there. */
function laterOf(cohorts: readonly Cohort[], objects: number): Arrival {
  return {
    level: Math.max(...cohorts.map(({ since }) => since.level)),
    waves: [...new Set(cohorts.flatMap(({ since }) => since.waves))],
    mostMoments: objects,
  };
}
