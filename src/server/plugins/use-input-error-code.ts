import { type ExecutionArgs, type ExecutionResult, getOperationAST, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { variableValuesOf } from '../../schema/limits/variable-values.js';
import { withWayOn } from '../errors/way-on/way-on.js';

/**
 * Gives `BAD_USER_INPUT` to the errors of variables that have not the type they were declared with: graphql-js finds
 * them before it executes anything, and leaves them without a code.
 */
export function useInputErrorCode(): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues } = args as ExecutionArgs;
      // graphql-js would quote the whole value in each of 50 mistakes.
      const { errors } = variableValuesOf(schema, getOperationAST(document, operationName), variableValues);
      if (errors) {
        setResultAndStopExecution({ errors: errors.map((error) => named(error, schema)) });
        return undefined;
      }
      return {
        onExecuteDone({ result, setResult }) {
          const executed = result as ExecutionResult;
          if (executed.errors && executed.data === undefined) {
            setResult({ ...executed, errors: executed.errors.map((error) => named(error, schema)) });
          }
        },
      };
    },
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
