import { mapSchema, MapperKind } from '@graphql-tools/utils';
import { defaultFieldResolver, GraphQLError, type GraphQLSchema } from 'graphql';

import { EntrezError } from '../eutils/failures/errors.js';
import type { CostReport } from '../loading/operation/cost-report.js';
import type { Context } from '../schema/core/context.js';
import { buildSchema } from '../schema/schema.js';
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
  const { catalog, config } = gatewayOf(graph);
  const schema = mapSchema(buildSchema(catalog, config.TYPE_PREFIX), {
    [MapperKind.TYPE]: (type) => {
      type.extensions = withoutDirectives(type.extensions);
      return type;
    },
    [MapperKind.OBJECT_FIELD]: (field) => {
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        extensions: withoutDirectives(field.extensions),
        resolve: (
          source,
          args: Readonly<Record<string, unknown>>,
          context: Partial<EntrezContext> | undefined,
          info,
        ) => {
          if (!context?.entrez) {
            throw new Error('The context lacks "entrez". Add the plugin useEntrez, or what createContext returns.');
          }
          return shown(() => resolve(source, args, context.entrez, info));
        },
      };
    },
  });
  schemas.set(graph, schema);
  return schema;
}

/** Calls a resolver so that servers, which mask errors of unknown classes, show its failures with their codes. */
function shown(resolve: () => unknown): unknown {
  try {
    const value = resolve();
    return value instanceof Promise ? value.then(withShownErrors, rethrow) : withShownErrors(value);
  } catch (error) {
    return rethrow(error);
  }
}

/** Lists hold the failures of single entries. */
function withShownErrors(value: unknown): unknown {
  return Array.isArray(value) ? value.map((entry: unknown) => shownEntry(entry)) : value;
}

function shownEntry(entry: unknown): unknown {
  return entry instanceof Promise ? entry.catch(rethrow) : entry instanceof EntrezError ? graphqlError(entry) : entry;
}

function rethrow(error: unknown): never {
  throw error instanceof EntrezError ? graphqlError(error) : error;
}

function graphqlError({ message, extensions }: EntrezError): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions } });
}

/** Directives of Federation stand in extensions, and a schema that is no subgraph does not know them. */
function withoutDirectives(extensions: object | null | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(extensions ?? {}).filter(([name]) => name !== 'directives'));
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
