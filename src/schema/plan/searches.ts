import type { SearchQuestion } from '../../eutils/esearch.js';
import type { SpellingQuestion } from '../../eutils/espell.js';
import { keyOf } from '../../loading/loaders.js';
import { type Arrival, Cohort, START } from './cohort.js';
import { questionOf } from './planned-question.js';
import type { Stage } from './stage.js';

/** Acts out a search: the records on the page that is asked for. */
export function rehearsePage(question: SearchQuestion, stage: Stage, since: Arrival = START): Cohort[] {
  const { db, retmax } = question;
  const { known, missing } = stage.ask(
    questionOf('esearch', db, stage.loaders.searchLoader),
    Cohort.known(db, [keyOf(question)], since),
  );
  return [
    ...[...known.values()].map(({ uids }) => Cohort.known(db, uids, since)),
    ...(missing ? [Cohort.unknown(db, retmax, missing.since)] : []),
  ];
}

/** Acts out the question how a term is spelt, which no record comes of. */
export function rehearseSpelling(question: SpellingQuestion, stage: Stage): Cohort[] {
  const { db } = question;
  stage.ask(questionOf('espell', db, stage.loaders.spellingLoader), Cohort.known(db, [keyOf(question)], START));
  return [];
}
