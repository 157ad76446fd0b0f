import { GraphQLError, OperationTypeNode, type validate, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { withWayOn } from '../errors/way-on/way-on.js';

/** Adds to the errors of validation what was probably meant. */
export function useWayOn(): Plugin {
  return {
    onValidate({ addValidationRule, setValidationFn, validateFn }) {
      addValidationRule(queriesOnly);
      const next = validateFn as typeof validate;
      setValidationFn((...[schema, ...rest]: Parameters<typeof validate>) =>
        next(schema, ...rest).map((error) => {
          const message = withWayOn(error.message, schema);
          return message === error.message
            ? error
            : new GraphQLError(message, { nodes: error.nodes ?? null, extensions: error.extensions });
        }),
      );
    },
  };
}

/** Else graphql-js would notice only when it executes the operation, and give no code. */
const queriesOnly: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.operation !== OperationTypeNode.QUERY) {
      const message = `Cannot run a ${node.operation}: this API only reads. Write "query", or "{ … }" alone.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
      return false;
    }
    return undefined;
  },
});
