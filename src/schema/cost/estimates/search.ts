import type { SearchAnswer, SearchQuestion } from '../../../eutils/search/esearch.js';
import type { SpellingQuestion } from '../../../eutils/search/espell.js';
import { keyOf } from '../../../loading/definitions/single.js';
import type { Loaders } from '../../../loading/loaders.js';
import { RecordSet, START } from '../record-set.js';
import { type PlannedQuery, questionOf } from '../planned-query.js';
import type { EstimateScope } from '../dry-run-scope.js';

/** Pages of searches of a database, by their keys. */
export function searchesQuestion({ searchLoader }: Loaders, db: string): PlannedQuery<SearchAnswer> {
  return questionOf('esearch', db, searchLoader);
}

/** Acts out searches, known by their keys or not, and gives what each finds, at most so many records. */
export function estimateSearches(searches: RecordSet, most: number, scope: EstimateScope): RecordSet[] {
  return scope.follow(searchesQuestion(scope.loaders, searches.db), searches, { read: ({ uids }) => uids, most });
}

/** Acts out a search: the records on the page that is asked for. */
export function estimatePage(question: SearchQuestion, scope: EstimateScope): RecordSet[] {
  return estimateSearches(RecordSet.known(question.db, [keyOf(question)], START), question.retmax, scope);
}

/** Acts out the question how a term is spelt, which no record comes of. */
export function estimateSpelling(question: SpellingQuestion, scope: EstimateScope): RecordSet[] {
  const { db } = question;
  scope.ask(questionOf('espell', db, scope.loaders.spellingLoader), RecordSet.known(db, [keyOf(question)], START));
  return [];
}
