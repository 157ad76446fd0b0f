import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { EntrezError } from '../../eutils/failures/errors.js';
import { checkNodes } from '../../schema/limits/node-limit.js';

/** Refuses operations whose pages could hold too many records, each time they are executed, before they ask anything. */
export function useNodeLimit(max: number): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      try {
        checkNodes(args, max);
      } catch (error) {
        if (!(error instanceof EntrezError)) {
          throw error;
        }
        // Nothing was executed, so the status is that of an operation that validation refuses.
        const extensions = { ...error.extensions, http: { status: 400, spec: true } };
        setResultAndStopExecution({ errors: [new GraphQLError(error.message, { extensions })] });
      }
    },
  };
}
