import type { GraphQLError } from 'graphql';

import type { Payload } from './announce-parts.js';

/** A payload whose errors have the form that clients see: of others Yoga makes new ones, which takes longer than all else. */
export function withPlainErrors<P extends Payload>(payload: P): P {
  const { data, errors, incremental } = payload;
  return (data !== undefined && errors) || incremental?.some((part) => part.errors) === true
    ? {
        ...payload,
        ...(errors && { errors: errors.map(plain) }),
        ...(incremental && {
          incremental: incremental.map((part) => (part.errors ? { ...part, errors: part.errors.map(plain) } : part)),
        }),
      }
    : payload;
}

/** What errors say to Yoga itself stays with them. */
function plain(error: GraphQLError): GraphQLError {
  return 'http' in error.extensions || 'unexpected' in error.extensions ? error : (error.toJSON() as GraphQLError);
}

/** The payloads of a stream with {@link withPlainErrors}. */
export async function* plainErrorsOf<P extends Payload>(payloads: AsyncIterable<P>): AsyncGenerator<P, void> {
  for await (const payload of payloads) {
    yield withPlainErrors(payload);
  }
}
