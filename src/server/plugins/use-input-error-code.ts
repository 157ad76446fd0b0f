import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { withWayOn } from '../errors/way-on.js';

/**
 * Gives `BAD_USER_INPUT` to the errors of variables that have not the type they were declared with: graphql-js finds
 * them before it executes anything, and leaves them without a code.
 */
export function useInputErrorCode(): Plugin {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        const executed = result as ExecutionResult;
        if (executed.errors && executed.data === undefined) {
          setResult({
            ...executed,
            errors: executed.errors.map((error) => named(error, args.schema as GraphQLSchema)),
          });
        }
      },
    }),
  };
}

function named(error: GraphQLError, schema: GraphQLSchema): GraphQLError {
  if ('code' in error.extensions) {
    return error;
  }
  // Nothing was executed, so the status is that of an operation that validation refuses.
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } };
  return new GraphQLError(withWayOn(error.message, schema), { nodes: error.nodes ?? null, extensions });
}
