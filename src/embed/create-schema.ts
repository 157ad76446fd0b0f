import { mapSchema, MapperKind } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';

import type { CostReport } from '../loading/operation/cost-recorder.js';
import type { Context } from '../schema/core/context.js';
import { type CallOptions, limitsOf } from './call-options.js';
import { type EntrezGraph, gatewayOf } from './create-entrez-graph.js';

/** What the resolvers of the link graph need of one operation, and its cost. */
export interface EntrezContext {
  /** What resolvers read; the other members of a server's context are its own. */
  readonly entrez: Context;
  /** The cost so far: the content of `extensions.entrez`. */
  report(): CostReport;
  /** Ends the operation: what it still waits for fails. */
  close(): void;
}

const schemas = new WeakMap<EntrezGraph, GraphQLSchema>();

/**
 * The schema of a graph for a GraphQL server of your own, alone or merged with other schemas. Its resolvers find what they
 * need in the member `entrez` of the server's context: add {@link createContext} or the plugin `useEntrez`.
 */
export function createSchema(graph: EntrezGraph): GraphQLSchema {
  const known = schemas.get(graph);
  if (known) {
    return known;
  }
  const schema = mapSchema(gatewayOf(graph).schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        resolve: (
          source,
          args: Readonly<Record<string, unknown>>,
          context: Partial<EntrezContext> | undefined,
          info,
        ) => {
          if (!context?.entrez) {
            throw new Error('The context lacks "entrez". Add the plugin useEntrez, or what createContext returns.');
          }
          return resolve(source, args, context.entrez, info);
        },
      };
    },
  });
  schemas.set(graph, schema);
  return schema;
}

/** What one operation on {@link createSchema} needs in its context. Close it when the operation has ended. */
export function createContext(graph: EntrezGraph, options: CallOptions = {}): EntrezContext {
  const gateway = gatewayOf(graph);
  const operation = gateway.createOperation(limitsOf(options));
  return {
    entrez: { loaders: gateway.loaders, operation },
    report: () => operation.report(),
    close: () => {
      operation.close();
    },
  };
}
