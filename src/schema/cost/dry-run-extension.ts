import type { Loaders } from '../../loading/loaders.js';
import type { RecordSet } from './record-set.js';
import type { PlannedQuery } from './planned-query.js';
import type { EstimateScope } from './dry-run-scope.js';

/**
 * Stands in the extensions of every field that asks NCBI: acts out what its resolver would ask about the
 * records of a set, and gives those that it would hold, whose fields are acted out next. A field without it asks
 * nothing and holds what its parent holds.
 *
 * @throws EntrezError `BAD_USER_INPUT` for impossible arguments, as the resolver does.
 */
export type Estimate = (parents: RecordSet, args: never, scope: EstimateScope) => readonly RecordSet[];

/** The extensions of a field that is acted out so. */
export function estimated(estimate: Estimate): { readonly estimate: Estimate } {
  return { estimate };
}

/** The extensions of a field that asks one question about each record, and holds nothing about which more is asked. */
export function asks(question: (loaders: Loaders, db: string, args: never) => PlannedQuery): {
  readonly estimate: Estimate;
} {
  return estimated((records, args, scope) => {
    scope.ask(question(scope.loaders, records.db, args), records);
    return [];
  });
}

/** The extensions of a field that looks at the context, but asks nothing: it holds what its parent has found for it. */
export function passesOn(estimate: Estimate = () => []) {
  return { estimate, sendsNothing: true };
}

/** The extensions of a field that looks at the context, but asks and holds nothing. */
export const costsNothing = passesOn();
