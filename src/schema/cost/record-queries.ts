import type { AvailableLink } from '../../eutils/links/check.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import { filterKey } from '../../eutils/links/link-filter.js';
import type { Links } from '../../loading/values/link-list.js';
import type { Loaders } from '../../loading/loaders.js';
import type { Verdict } from '../../loading/definitions/checks.js';
import type { RecordFilter } from '../../loading/definitions/filter.js';
import { linkQuestionKey, type LinkQuestion } from '../../loading/definitions/links.js';
import { mostSearchesApart } from '../../loading/definitions/search-apart.js';
import type { Matches, Lookup } from '../../loading/definitions/lookups.js';
import { tabledNames } from '../lookup/tabled-names.js';
import { inBatchesOf, neverKnown, type PlannedQuery, questionOf } from './planned-query.js';

/** The document summaries of a database, by uid. */
export function summaryQuestion(loaders: Loaders, db: string): PlannedQuery<DocSum> {
  return questionOf('esummary', db, loaders.summaries(db));
}

/** The link names under which records have links, by uid. */
export function availableLinksQuestion(loaders: Loaders, db: string): PlannedQuery<readonly AvailableLink[]> {
  return questionOf('elink', `acheck ${db}`, loaders.availableLinks(db));
}

/** What records are linked to under a link name, by uid. A list with scores answers those who do not want them, too. */
export function linksQuestion(loaders: Loaders, question: LinkQuestion): PlannedQuery<Links> {
  const { link } = question;
  const loader = loaders.linkLoader(question);
  return {
    ...questionOf('elink', link.name, loader, {
      variant: linkQuestionKey(question),
      fusedAs: loaders.fusionGroup(question),
      mayKnow: loaders.linkLoader({ ...question, scored: true }).mayKnow || loaders.tables?.use === 'prefer',
    }),
    peek: (uid, notBefore) => loaders.peekLinks(question, uid, notBefore),
  };
}

/** Whether records pass a filter, by uid. */
export function filterQuestion(loaders: Loaders, filter: RecordFilter): PlannedQuery<Verdict> {
  return questionOf('esearch', `${filter.db} filter`, loaders.filter(filter), { variant: filterKey(filter.filter) });
}

/**
 * The calls that find records by an identifier: a search for many of them, the summaries of what it found, and, where
 * records have names that their summaries do not show, searches for single identifiers.
 */
export function lookupQuestions(loaders: Loaders, lookup: Lookup) {
  const { db, identifier, mayBe } = lookup;
  const about = `${db} ${identifier}`;
  const loader = loaders.lookup(lookup);
  const search: PlannedQuery<Matches> = questionOf('esearch', about, loader, {
    mayKnow: loaders.tables !== undefined,
    tabled: (key, notBefore) => tabledNames(loaders, lookup, key, notBefore),
  });
  const summaries: PlannedQuery = {
    ...neverKnown('esummary', db),
    variant: `found by ${identifier}`,
    // One search finds no more than one call can give the summaries of.
    mostCalls: (_keys, searches) => searches,
  };
  const again: PlannedQuery = {
    ...neverKnown('esearch', about),
    variant: 'apart',
    mostCalls: (keys, moments) => mostSearchesApart(keys, inBatchesOf(loader.batchSize)(keys, moments)),
  };
  return { search, summaries, again: mayBe && again };
}
