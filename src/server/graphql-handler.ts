import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaLogger } from 'graphql-yoga';

import type { Config } from '../config.js';
import type { AnswerStore } from '../loading/cache/answer-store.js';
import type { Loaders } from '../loading/loaders.js';
import type { Operation } from '../loading/operation/operation.js';
import type { Context } from '../schema/core/context.js';
import { ValueBudget, VALUES_PER_MB } from '../schema/limits/value-budget.js';
import { systemClock } from '../upstream/clock.js';
import type { Admission } from './access/admission.js';
import { type Callers, useCallerIdentity, type ServerContext } from './access/use-client-identity.js';
import { useRateQuota } from './access/use-rate-quota.js';
import { createDocumentCache } from './execution/document-cache.js';
import { Flights } from './execution/flights.js';
import { ResponseCache } from './execution/response-cache.js';
import { ResponseStore } from './execution/response-store.js';
import { useIntrospection } from './execution/use-introspection.js';
import { useJit } from './execution/use-jit.js';
import type { Observability } from './observability/observability.js';
import { logRefusedOrigins, useCsrf } from './plugins/use-csrf.js';
import { useAcceptedType } from './plugins/use-accepted-type.js';
import { useCompression } from './plugins/use-compression.js';
import type { ShortWay } from './short-way/short-way.js';
import { corsOf } from './plugins/use-cors.js';
import { useCostExtension } from './plugins/use-cost-extension.js';
import { useDocumentLimits } from './plugins/use-document-limits.js';
import { useDocumentsInFlight } from './plugins/use-documents-in-flight.js';
import { type FederatedTraces, useFederatedTraces } from './observability/tracing/use-federated-traces.js';
import { useHttpCaching } from './plugins/use-http-caching.js';
import { useIncrementalDelivery } from './plugins/use-incremental-delivery.js';
import { useInputErrorCode } from './plugins/use-input-error-code.js';
import { useJsonRequests } from './plugins/use-json-requests.js';
import { useNodeLimit } from './plugins/use-node-limit.js';
import { useNoIntrospection } from './plugins/use-no-introspection.js';
import { useResponseLimit } from './plugins/use-response-limit.js';
import { useRewrittenDocuments } from './plugins/use-rewritten-documents.js';
import { useRows } from './plugins/use-rows.js';
import { useTurns } from './execution/use-turns.js';
import { useSharedErrors } from './plugins/use-shared-errors.js';
import { useWayOn } from './plugins/use-way-on.js';
import { usePersistedQueries } from './plugins/use-persisted-queries.js';
import {
  DOCUMENT_IDS,
  readExploreDocuments,
  readTrustedDocuments,
  useTrustedDocuments,
} from './plugins/use-trusted-documents.js';

/** Part of CACHE_MB that is for whole answers; the loaders have the rest. */
const WHOLE_ANSWERS = 0.05;
const MB = 1024 * 1024;

interface HandlerOptions {
  readonly schema: GraphQLSchema;
  readonly loaders: Loaders;
  readonly store: AnswerStore | undefined;
  readonly config: Config;
  readonly observability: Observability;
  readonly logger: YogaLogger;
  readonly admission: Admission;
  readonly shortWay: ShortWay | undefined;
  /** Folder of the built page /explore. */
  readonly explore: string;
  /** Path of the URLs that are answered. Default: `/graphql`. */
  readonly endpoint?: string | undefined;
}

/** What is known of requests under way. */
interface RequestState {
  readonly operations: WeakMap<Request, Operation>;
  readonly callers: Callers;
}

/** Answers GraphQL over HTTP; a handler for `node:http`. */
export function createGraphqlHandler(options: HandlerOptions) {
  const { schema, loaders, config, observability, admission } = options;
  const state: RequestState = { operations: new WeakMap(), callers: new WeakMap() };
  const { operations, callers } = state;
  return createYoga<ServerContext, Context>({
    schema,
    logging: observability.loggerOfYoga,
    context: ({ request }) => {
      const operation = admission.operationOf(request, callers.get(request) ?? '');
      operations.set(request, operation);
      return { loaders, operation, values: new ValueBudget(config.MAX_RESPONSE_MB * VALUES_PER_MB) };
    },
    // Yoga runs the hooks of a step in this order. Reports come first, so that they see what all others refuse; callers
    // are known before they are counted; documents are executed by the last hook, once nothing else changes them.
    plugins: [...report(options, state), ...identify(options, state), ...guard(options, state), ...execute(options)],
    maskedErrors: { maskError: observability.hidden.mask },
    parserAndValidationCache: createDocumentCache(),
    // The HTTP server has its own, compressed once: the page is 9 MB.
    graphiql: false,
    landingPage: false,
    cors: corsOf(config.CORS_ORIGINS ?? [], config.CORS_HEADERS),
    multipart: false,
    batching: false,
    graphqlEndpoint: options.endpoint ?? '/graphql',
    // Bodies are read and bounded by useJsonRequests.
    maxRequestBodySize: false,
    extraParamNames: [...DOCUMENT_IDS],
  });
}

/** Follows requests to the end of their answers. */
function report({ observability, config }: HandlerOptions, { operations, callers }: RequestState) {
  return [observability.follow(operations, callers), useHttpCaching(operations, config.AUTH_TOKENS_FILE !== undefined)];
}

/** Finds out who sends a request, and refuses those who may not. Nothing of its body is read before. */
function identify({ config, logger, admission }: HandlerOptions, { callers }: RequestState) {
  return [
    useCsrf(config.CORS_ORIGINS ?? [], config.CSRF_HEADER === 'on', logRefusedOrigins(logger, systemClock)),
    useCallerIdentity(callers, admission.tokens),
    useRateQuota(callers, admission.quotas),
  ];
}

/** Refuses bodies, documents and operations that are not allowed or too large, before they are executed. */
function guard({ config, schema, explore, observability }: HandlerOptions, { operations }: RequestState) {
  return [
    useJsonRequests(),
    ...(config.TRUSTED_DOCUMENTS === undefined
      ? usePersistedQueries()
      : [
          useTrustedDocuments(
            new Map([
              ...(config.EXPLORE === 'on' ? readExploreDocuments(explore, schema) : []),
              ...readTrustedDocuments(config.TRUSTED_DOCUMENTS, schema),
            ]),
          ),
        ]),
    useTurns(),
    useDocumentsInFlight(),
    useResponseLimit(config.MAX_RESPONSE_MB * MB),
    // Between the guards, since it reports on what those after it refuse as well.
    useCostExtension(operations),
    ...useIncrementalDelivery(observability.hidden),
    useAcceptedType(),
    useDocumentLimits(),
    useRows(config.MAX_RESPONSE_MB * MB),
    useWayOn(),
    config.INTROSPECTION === 'off' && useNoIntrospection(),
    useTurns(),
    useNodeLimit(config.MAX_NODES),
  ];
}

/** Executes operations. */
function execute({ config, store, shortWay }: HandlerOptions) {
  const maxBytes = Math.ceil(config.CACHE_MB * MB * WHOLE_ANSWERS);
  const stored = store && new ResponseStore(store, config.TYPE_PREFIX ?? '');
  const traces: FederatedTraces | undefined = config.FEDERATED_TRACES === 'on' ? new WeakMap() : undefined;
  return [
    useTurns(),
    useInputErrorCode(),
    useIntrospection(config.MAX_RESPONSE_MB * MB),
    useRewrittenDocuments(),
    useSharedErrors(),
    ...(traces ? [useFederatedTraces(traces, systemClock)] : []),
    useJit(new ResponseCache({ clock: systemClock, maxBytes, stored }), new Flights(systemClock), traces),
    // The last: the bodies of others are final.
    useCompression(),
    ...(shortWay ? [shortWay.learn()] : []),
  ];
}
