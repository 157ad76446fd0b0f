import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../../eutils/failures/errors.js';

/** The error of a document that exceeds a limit. */
export function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE' satisfies ErrorCode } });
}
