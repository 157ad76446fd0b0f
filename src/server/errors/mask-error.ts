import { GraphQLError } from 'graphql';
import { maskError as maskUnexpected, type MaskError } from 'graphql-yoga';

import { EntrezError } from '../../eutils/failures/errors.js';

/**
 * Lets through the errors that were made for clients, {@link EntrezError}s and those of GraphQL itself, and hides all
 * others, which may quote anything.
 */
export const maskError: MaskError = (error, message, isDev) => {
  if (error instanceof GraphQLError && error.originalError instanceof EntrezError) {
    return error;
  }
  return maskUnexpected(error, message, isDev);
};
