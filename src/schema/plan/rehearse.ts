import type { Loaders } from '../../loading/loaders.js';
import type { Cohort } from './cohort.js';
import type { PlannedQuestion } from './planned-question.js';
import type { Stage } from './stage.js';

/**
 * Stands in the extensions of every field that asks NCBI: acts out on the stage what its resolver would ask about the
 * members of a cohort, and gives those that it would hold, whose fields are acted out next. A field without it asks
 * nothing and holds what its parent holds.
 *
 * @throws EntrezError `BAD_USER_INPUT` for impossible arguments, as the resolver does.
 */
export type Rehearse = (parents: Cohort, args: never, stage: Stage) => readonly Cohort[];

/** The extensions of a field that is acted out so. */
export function rehearsed(rehearse: Rehearse): { readonly rehearse: Rehearse } {
  return { rehearse };
}

/** The extensions of a field that asks one question about each record, and holds nothing about which more is asked. */
export function asks(question: (loaders: Loaders, db: string, args: never) => PlannedQuestion): {
  readonly rehearse: Rehearse;
} {
  return rehearsed((records, args, stage) => {
    stage.ask(question(stage.loaders, records.db, args), records);
    return [];
  });
}

/** The extensions of a field that looks at the context, but asks nothing. */
export const asksNothing = rehearsed(() => []);
