import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaLogger } from 'graphql-yoga';

import type { Config } from '../config.js';
import type { AnswerStore } from '../loading/cache/answer-store.js';
import { answersForSeveralTargets } from '../loading/definitions/fusion-probe.js';
import { LinkFusion } from '../loading/definitions/link-fusion.js';
import { Loaders } from '../loading/loaders.js';
import type { Operation } from '../loading/operation/operation.js';
import type { Context } from '../schema/core/context.js';
import { servedSchema } from '../schema/served-schema.js';
import { RedisBudget } from '../stores/redis-budget.js';
import type { BackendBreakers } from '../upstream/circuit-breaker/backends.js';
import { systemClock } from '../upstream/clock.js';
import { type NcbiClients, SPAN } from '../upstream/client-pool.js';
import { type NcbiClientEvents, createNcbiClients } from '../upstream/create-clients.js';
import type { Pacer } from '../upstream/rate-limit/pacer.js';
import { useJsonRequests } from './plugins/use-json-requests.js';
import { useCostExtension } from './plugins/use-cost-extension.js';
import { type Callers, useCallerIdentity, type ServerContext } from './access/use-client-identity.js';
import { createExecutor, type Executor } from './execution/execute-operation.js';
import { useJit } from './execution/use-jit.js';
import { corsOf, useVaryByOrigin } from './plugins/use-cors.js';
import { useDocumentLimits } from './plugins/use-document-limits.js';
import { BUILT_EXPLORE } from './pages/explore-page.js';
import { useCsrf } from './plugins/use-csrf.js';
import { useIncrementalDelivery } from './plugins/use-incremental-delivery.js';
import { useNoIntrospection } from './plugins/use-no-introspection.js';
import { useRateQuota, openQuotas } from './access/use-rate-quota.js';
import { MetricsPage } from './observability/metrics/metrics-page.js';
import { useInputErrorCode } from './plugins/use-input-error-code.js';
import { useNodeLimit } from './plugins/use-node-limit.js';
import { Observability } from './observability/observability.js';
import { openAnswerStore } from './stores/open-answer-store.js';
import { openCatalog } from './open-catalog.js';
import { openRedis } from './stores/open-redis.js';
import { usePersistedQueries } from './plugins/use-persisted-queries.js';
import { ResponseCache } from './execution/response-cache.js';
import { operationOfRequest } from './access/operation-of-request.js';
import { ResponseStore } from './execution/response-store.js';
import { Tokens } from './access/tokens.js';
import {
  DOCUMENT_ID,
  readExploreDocuments,
  readTrustedDocuments,
  useTrustedDocuments,
} from './plugins/use-trusted-documents.js';

/** Part of CACHE_MB that is for whole answers; the loaders have the rest. */
const WHOLE_ANSWERS = 0.05;

/** A GraphQL gateway without its HTTP server. */
export interface Gateway extends Executor {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Answers GraphQL over HTTP; a handler for `node:http`. */
  readonly yoga: ReturnType<typeof createHandler>;
  /** Answers `/metrics`; undefined where METRICS is off. */
  readonly metrics: MetricsPage | undefined;
  readonly pacer: Pacer;
  /** NCBI's health. */
  readonly breakers: BackendBreakers;
  /** Finds out what this NCBI can do, where the configuration asks for that. Queries need not wait for it. */
  prepare(): Promise<void>;
  /** Closes the connections to NCBI, whatever is under way. */
  close(): Promise<void>;
}

/**
 * Puts the rooms together: door, loaders, schema, GraphQL over HTTP. Opens no connection yet.
 *
 * @param explore - Folder of the built page /explore.
 * @throws ConfigError when a file that the configuration names cannot be used.
 */
export function createGateway(
  config: Config,
  logger: YogaLogger & { readonly dropped?: number },
  explore = BUILT_EXPLORE,
): Gateway {
  const catalog = openCatalog(config);
  const observability = new Observability(config, catalog, logger);
  const { metrics } = observability;
  const tokens = config.AUTH_TOKENS_FILE === undefined ? undefined : Tokens.read(config.AUTH_TOKENS_FILE);
  const redis = openRedis(config, logger);
  const budget = redis && new RedisBudget(redis, { baseUrl: config.NCBI_BASE_URL, window: SPAN });
  const events: NcbiClientEvents = {
    observer: observability.observer,
    onOpen: (what, { message }, pause) => {
      const seconds = Math.round(pause / 1000);
      if (what === 'blocked') {
        logger.error(`NCBI keeps this address out. Nothing is asked for ${seconds} s. ${message}`);
      } else {
        logger.warn(`NCBI's ${what} service is down and left alone for ${seconds} s. ${message}`);
      }
    },
    onRecordingFailure: (message) => {
      logger.error(message);
    },
  };
  const ncbiClients = createNcbiClients(config, events, budget);
  metrics?.watch(ncbiClients.default.pacer, ncbiClients.breakers);
  metrics?.watchLog(logger);
  const fusion = config.LINK_FUSION === 'off' ? undefined : new LinkFusion(catalog);
  const store = openAnswerStore(config, redis, logger);
  const loaders = new Loaders({
    clock: systemClock,
    fusion,
    store,
    maxCacheBytes: config.CACHE_MB * 1024 * 1024,
    ttls: {
      links: config.LINKS_TTL_S * 1000,
      summaries: config.SUMMARIES_TTL_S * 1000,
      searches: config.SEARCH_TTL_S * 1000,
      staleWhileRevalidate: config.STALE_WHILE_REVALIDATE_S * 1000,
    },
  });
  const schema = servedSchema(catalog, config.TYPE_PREFIX);
  const yoga = createHandler({ schema, loaders, store, ncbiClients, config, observability, tokens, explore });
  return {
    ...createExecutor({ yoga, schema, loaders, client: ncbiClients.default, config }),
    config,
    schema,
    yoga,
    metrics: metrics && new MetricsPage(metrics, tokens),
    pacer: ncbiClients.default.pacer,
    breakers: ncbiClients.breakers,
    prepare: async () => {
      if (fusion && config.LINK_FUSION === 'targets') {
        await probeTargets(fusion, ncbiClients, logger);
      }
    },
    close: async () => {
      await ncbiClients.close();
      await store?.close();
      await redis?.close();
    },
  };
}

async function probeTargets(fusion: LinkFusion, ncbiClients: NcbiClients, logger: YogaLogger): Promise<void> {
  try {
    fusion.acrossTargets = await answersForSeveralTargets(ncbiClients.default);
    if (!fusion.acrossTargets) {
      logger.warn('LINK_FUSION=targets has no effect: this NCBI does not answer for several databases at once.');
    }
  } catch (error) {
    logger.warn('LINK_FUSION=targets has no effect, since it could not be tried out.', error);
  }
}

function createHandler({
  schema,
  loaders,
  store,
  ncbiClients,
  config,
  observability,
  tokens,
  explore,
}: {
  readonly schema: GraphQLSchema;
  readonly loaders: Loaders;
  readonly store: AnswerStore | undefined;
  readonly ncbiClients: NcbiClients;
  readonly config: Config;
  readonly observability: Observability;
  readonly tokens: Tokens | undefined;
  readonly explore: string;
}) {
  const operations = new WeakMap<Request, Operation>();
  const callers: Callers = new WeakMap();
  const quotas = openQuotas(config, systemClock);
  const origins = config.CORS_ORIGINS ?? [];
  const maxBytes = Math.ceil(config.CACHE_MB * 1024 * 1024 * WHOLE_ANSWERS);
  const stored = store && new ResponseStore(store, config.TYPE_PREFIX ?? '');
  const remembered = new ResponseCache({ clock: systemClock, maxBytes, stored });
  return createYoga<ServerContext, Context>({
    schema,
    logging: observability.loggerOfYoga,
    context: ({ request }) => {
      const operation = operationOfRequest(request, ncbiClients, config, quotas.calls?.of(callers.get(request) ?? ''));
      operations.set(request, operation);
      return { loaders, operation };
    },
    plugins: [
      observability.follow(operations, callers),
      useVaryByOrigin(),
      useCsrf(origins, config.CSRF_HEADER === 'on'),
      useCallerIdentity(callers, tokens),
      useRateQuota(callers, quotas),
      useJsonRequests(),
      config.TRUSTED_DOCUMENTS === undefined
        ? usePersistedQueries()
        : useTrustedDocuments(
            new Map([
              ...(config.EXPLORE === 'on' ? readExploreDocuments(explore, schema) : []),
              ...readTrustedDocuments(config.TRUSTED_DOCUMENTS, schema),
            ]),
          ),
      useCostExtension(operations),
      ...useIncrementalDelivery(observability.hidden),
      useDocumentLimits(),
      config.INTROSPECTION === 'off' && useNoIntrospection(),
      useNodeLimit(config.MAX_NODES),
      useInputErrorCode(),
      // Last, since it looks at the document that is left to be executed.
      useJit(remembered),
    ],
    maskedErrors: { maskError: observability.hidden.mask },
    // The HTTP server has its own, compressed once: the page is 9 MB.
    graphiql: false,
    landingPage: false,
    cors: corsOf(origins),
    multipart: false,
    batching: false,
    // Bodies are read and bounded by acceptRequests.
    maxRequestBodySize: false,
    extraParamNames: [DOCUMENT_ID],
  });
}
