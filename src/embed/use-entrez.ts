import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { describeInexactNumber } from '../schema/core/exact-numbers.js';
import type { CallOptions } from './call-options.js';
import { createContext, type EntrezContext } from './create-schema.js';
import { type EntrezGraph, gatewayOf } from './create-entrez-graph.js';

/**
 * Lets a GraphQL Yoga or Envelop server of your own serve {@link createSchema}, alone or merged with other
 * schemas: gives each operation its context, its limits and, in `extensions.entrez`, its cost.
 *
 * @param limits - What one operation may take, by the context of the server.
 */
export function useEntrez(
  graph: EntrezGraph,
  limits: (context: object) => CallOptions = () => ({}),
): Plugin<Pick<EntrezContext, 'entrez'>> {
  // Not only when the first operation comes.
  gatewayOf(graph);
  return {
    onExecute({ args, extendContext, setResultAndStopExecution }) {
      const mistake = describeInexactNumber(args.variableValues, 'variables');
      if (mistake !== undefined) {
        setResultAndStopExecution({
          errors: [new GraphQLError(mistake, { extensions: { code: 'BAD_USER_INPUT' } })],
        });
        return undefined;
      }
      const context = createContext(graph, limits(args.contextValue));
      extendContext({ entrez: context.entrez });
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) {
            return {
              onEnd: () => {
                context.close();
              },
            };
          }
          const { extensions, ...rest } = result as ExecutionResult;
          setResult({ ...rest, extensions: { ...extensions, entrez: context.report() } });
          context.close();
          return undefined;
        },
      };
    },
  };
}
