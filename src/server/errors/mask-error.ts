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
  return initialCountError(error) ?? maskUnexpected(error, message, isDev);
};

/** Whether an error was made for the client whose mistake it is, in place of another. */
export function isMistake(shown: Error): boolean {
  return shown instanceof GraphQLError && shown.extensions.code === 'BAD_USER_INPUT';
}

/** `@stream` below zero is found by no rule, but only while a list is executed, as a broken assertion. */
function initialCountError(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError) || error.originalError?.message.startsWith('initialCount must be') !== true) {
    return undefined;
  }
  return new GraphQLError('"initialCount" of @stream is no number from 0. Use 0 or more, or leave it out.', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
