import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../../eutils/failures/errors.js';

/** The error in place of a response that is too large to be sent. */
export function responseTooLarge(maxBytes: number): GraphQLError {
  const mega = Math.floor(maxBytes / (1024 * 1024));
  return new GraphQLError(`The response has more than the ${mega} MB allowed. Request smaller pages or fewer fields.`, {
    extensions: { code: 'RESPONSE_TOO_LARGE' satisfies ErrorCode, http: { status: 400, spec: true } },
  });
}
