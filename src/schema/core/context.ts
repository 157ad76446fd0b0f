import type { Loaders } from '../../loading/loaders.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { ValueBudget } from '../limits/value-budget.js';

/** What resolvers need beside their arguments. One for each GraphQL operation. */
export interface Context {
  /** Shared by all operations of the process. */
  readonly loaders: Loaders;
  readonly operation: Operation;
  /** Values that its response may still hold; undefined where responses are not limited. */
  readonly values?: ValueBudget;
}
