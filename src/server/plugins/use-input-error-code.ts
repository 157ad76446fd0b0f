import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Gives `BAD_USER_INPUT` to the errors of variables that have not the type they were declared with: graphql-js finds
 * them before it executes anything, and leaves them without a code.
 */
export function useInputErrorCode(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        const executed = result as ExecutionResult;
        if (executed.errors && executed.data === undefined) {
          setResult({ ...executed, errors: executed.errors.map(named) });
        }
      },
    }),
  };
}

function named(error: GraphQLError): GraphQLError {
  if ('code' in error.extensions) {
    return error;
  }
  // Nothing was executed, so the status is that of an operation that validation refuses.
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } };
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions });
}
