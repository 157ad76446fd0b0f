import { type ASTNode, GraphQLError } from 'graphql';

/**
 * The error of a failure at its place in a response, which executors take as it is. Has no frames: to collect them takes
 * longer than all else, and whoever executes an operation would do so for each error.
 */
export function locatedError(
  failure: Error,
  nodes: readonly ASTNode[],
  path: readonly (string | number)[],
): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new GraphQLError(failure.message, { nodes, path, originalError: failure });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
