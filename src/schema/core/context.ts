import type { Loaders } from '../../loading/loaders.js';
import type { Operation } from '../../loading/operation/operation.js';

/** What resolvers need beside their arguments. One for each GraphQL operation. */
export interface Context {
  /** Shared by all operations of the process. */
  readonly loaders: Loaders;
  readonly operation: Operation;
}
