import type { LinkFilter } from '../../eutils/links/link-filter.js';
import { keepLinks, type Links, mixedOrigin, orderByUid } from '../values/link-list.js';
import type { Loaders } from '../loaders.js';
import { isLong, type LongList } from '../long-lists/long-list.js';
import type { Operation } from '../operation/operation.js';
import type { LinkQuestion } from './links.js';

/**
 * Link names whose filter ELink takes over, and where the order comes from that a filtered answer loses: `uid` for
 * lists that are ordered by uid, `list` for those whose own list must be asked as well (protocol: recorded 2025 for
 * pubmed). Not among them: `_five` and `_combined`, of which it is not known whether ELink filters before or after it
 * cuts, and names of other databases, for which no answer is recorded. Those are filtered by a search.
 */
const PASSED_ON: Readonly<Record<string, 'uid' | 'list'>> = {
  pubmed_pubmed: 'list',
  pubmed_pubmed_reviews: 'list',
  pubmed_pubmed_citedin: 'uid',
  pubmed_pubmed_refs: 'uid',
};

/** Who applies a filter to the links of a link name: ELink, with the order it loses from elsewhere, or a search. */
export function filterRoute(linkName: string): 'uid' | 'list' | 'search' {
  return PASSED_ON[linkName] ?? 'search';
}

/**
 * The links of a record that pass a filter, in the order of the unfiltered list. The filter selects target records, by
 * the same rule whether ELink or ESearch applies it.
 *
 * @throws EntrezError the failure of this record; `LIST_TOO_LONG` when the operation may not make enough calls.
 */
export async function filteredLinks(
  loaders: Loaders,
  question: LinkQuestion,
  filter: LinkFilter,
  uid: string,
  operation: Operation,
): Promise<Links> {
  const { link } = question;
  const route = filterRoute(link.name);
  if (route === 'search') {
    const links = await loaders.links(question, uid, operation);
    return searchAmong(loaders, { links, db: link.to, origin: { link, uid } }, filter, operation);
  }
  const passing = loaders.links({ link, scored: false, filter }, uid, operation);
  if (route === 'uid') {
    return orderByUid(await passing);
  }
  const [all, passed] = await Promise.all([loaders.links(question, uid, operation), passing]);
  return linksAmong(all, passed);
}

/** The links of a list that a filtered answer names, which has lost their order. */
export function linksAmong(all: Links, passed: Links): Links {
  const found = new Set(passed.uids.slice());
  return { ...keepLinks(all, (target) => found.has(target)), ...mixedOrigin(all, [passed]) };
}

/** The links of a list whose target passes a filter, as ESearch says. */
export async function searchAmong(
  loaders: Loaders,
  list: LongList,
  filter: LinkFilter,
  operation: Operation,
): Promise<Links> {
  const { links, db } = list;
  if (isLong(links)) {
    return loaders.longLists.passing(list, filter, operation);
  }
  const loader = loaders.filter({ db, filter });
  const targets = links.uids.slice();
  const verdicts = await Promise.all(targets.map(async (target) => loader.load(target, operation)));
  const passing = keepLinks(links, (_target, position) => verdicts[position]?.yes === true);
  const { source } = links;
  const times = targets.flatMap((target) => loader.peek(target) ?? []);
  return {
    ...passing,
    ...mixedOrigin(
      links,
      times.map(({ asOf }) => ({ source, asOf })),
    ),
  };
}
