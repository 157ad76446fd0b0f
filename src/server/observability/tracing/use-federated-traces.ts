import { isAsyncIterable, mapSchema, MapperKind } from '@graphql-tools/utils';
import { defaultFieldResolver, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Context } from '../../../schema/core/context.js';
import { TRACE_HEADER } from '../../access/operation-of-request.js';
import type { Clock } from '../../../upstream/clock.js';
import { FederatedTrace } from './federated-trace.js';

/** What is known of the requests whose gateways want traces. */
export type FederatedTraces = WeakMap<Request, FederatedTrace>;

type ResolverContext = Context & { readonly request?: Request };

/**
 * Adds a trace to `extensions.ftv1` of the answers whose requests want one. Their fields are resolved one by one, by a
 * copy of the schema that notes when; all other requests are answered as if there were no traces.
 *
 * @param traces - Filled with the requests that are traced.
 */
export function useFederatedTraces(traces: FederatedTraces, clock: Clock): Plugin<ResolverContext> {
  let original: GraphQLSchema | undefined;
  let copy: GraphQLSchema | undefined;
  const tracedSchema = (schema: GraphQLSchema): GraphQLSchema => {
    if (!copy || schema !== original) {
      original = schema;
      copy = withTraces(schema, traces);
    }
    return copy;
  };

  return {
    onSchemaChange({ schema }) {
      // At the start, since the copy takes as long as many requests.
      tracedSchema(schema as GraphQLSchema);
    },
    onExecute({ args, context }) {
      // Operations of this process itself have no request.
      const { request } = context as ResolverContext;
      if (request?.headers.get(TRACE_HEADER) !== 'ftv1') {
        return undefined;
      }
      const trace = new FederatedTrace(clock);
      traces.set(request, trace);
      Object.assign(args, { schema: tracedSchema(args.schema as GraphQLSchema) });
      return {
        async onExecuteDone({ result, setResult }) {
          if (!isAsyncIterable(result)) {
            const ftv1 = await encoded(trace, result);
            setResult({ ...result, extensions: { ...(result as ExecutionResult).extensions, ftv1 } });
          }
        },
      };
    },
    onResponse({ request, response: { headers } }) {
      if (traces.has(request)) {
        // A trace is of one request.
        headers.set('cache-control', 'no-store');
        headers.delete('age');
      }
    },
  };
}

/** The encoder is loaded with the first trace. */
async function encoded(trace: FederatedTrace, { errors }: ExecutionResult): Promise<string> {
  const { Trace } = await import('@apollo/usage-reporting-protobuf');
  return Buffer.from(Trace.encode(trace.end(errors)).finish()).toString('base64');
}

function withTraces(schema: GraphQLSchema, traces: FederatedTraces): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const next: GraphQLFieldResolver<unknown, ResolverContext> = field.resolve ?? defaultFieldResolver;
      const resolve: GraphQLFieldResolver<unknown, ResolverContext> = (source, args, context, info) => {
        const end = context.request && traces.get(context.request)?.begin(info);
        try {
          const value: unknown = next(source, args, context, info);
          if (value instanceof Promise) {
            return end ? value.finally(end) : value;
          }
          end?.();
          return value;
        } catch (error) {
          end?.();
          throw error;
        }
      };
      return { ...field, resolve };
    },
  });
}
