import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import type { WarningCode } from '../../loading/operation/warnings.js';
import type { Context } from './context.js';

/** Tells the caller something about the field that is being resolved, though it does not fail. */
export function warn(
  { operation }: Pick<Context, 'operation'>,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
  code: WarningCode,
  message: string,
): void {
  operation.warn({ code, message, path: responsePathAsArray(path) });
}
