import type { SearchQuestion } from '../../../eutils/search/esearch.js';
import type { SpellingQuestion } from '../../../eutils/search/espell.js';
import { keyOf } from '../../../loading/definitions/single.js';
import { type Arrival, RecordSet, START } from '../record-set.js';
import { questionOf } from '../planned-query.js';
import type { EstimateScope } from '../dry-run-scope.js';

/** Acts out a search: the records on the page that is asked for. */
export function estimatePage(question: SearchQuestion, scope: EstimateScope, since: Arrival = START): RecordSet[] {
  const { db, retmax } = question;
  const { known, missing } = scope.ask(
    questionOf('esearch', db, scope.loaders.searchLoader),
    RecordSet.known(db, [keyOf(question)], since),
  );
  return [
    ...[...known.values()].map(({ uids }) => RecordSet.known(db, uids, since)),
    ...(missing ? [RecordSet.unknown(db, retmax, missing.since)] : []),
  ];
}

/** Acts out the question how a term is spelt, which no record comes of. */
export function estimateSpelling(question: SpellingQuestion, scope: EstimateScope): RecordSet[] {
  const { db } = question;
  scope.ask(questionOf('espell', db, scope.loaders.spellingLoader), RecordSet.known(db, [keyOf(question)], START));
  return [];
}
