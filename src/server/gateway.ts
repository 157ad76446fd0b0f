import type { GraphQLSchema } from 'graphql';
import type { YogaLogger } from 'graphql-yoga';

import type { Catalog } from '../catalog/catalog.js';
import type { Config } from '../config.js';
import { EntrezError } from '../eutils/failures/errors.js';
import { answersForSeveralTargets, LinkFusion } from '../loading/definitions/link-fusion.js';
import { Loaders } from '../loading/loaders.js';
import type { Operation } from '../loading/operation/operation.js';
import { RedisBudget } from '../stores/redis-budget.js';
import type { BackendBreakers } from '../upstream/circuit-breaker/backends.js';
import { systemClock } from '../upstream/clock.js';
import { type NcbiClients, SPAN } from '../upstream/client-pool.js';
import { type NcbiClientEvents, createNcbiClients } from '../upstream/create-clients.js';
import type { Pacer } from '../upstream/rate-limit/pacer.js';
import { Admission } from './access/admission.js';
import { createExecutor, type Executor } from './execution/execute-operation.js';
import { createGraphqlHandler } from './graphql-handler.js';
import { MetricsPage } from './observability/metrics/metrics-page.js';
import { Observability } from './observability/observability.js';
import { openCatalog } from './open-catalog.js';
import { openSchema } from './open-schema.js';
import { BUILT_EXPLORE } from './pages/explore-page.js';
import { ShortWay } from './short-way/short-way.js';
import { openFleet, openQuotaStores, openRedis, openAnswerStore } from './open-stores.js';
import { openTables } from './open-tables.js';
import { Tokens } from './access/tokens.js';

/** A GraphQL gateway without its HTTP server. */
export interface Gateway extends Executor {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly loaders: Loaders;
  /** Answers GraphQL over HTTP; a handler for `node:http`. */
  readonly yoga: ReturnType<typeof createGraphqlHandler>;
  /** Answers what was answered before; undefined where each request is judged by who sends it. */
  readonly shortWay: ShortWay | undefined;
  readonly logger: YogaLogger;
  readonly observability: Observability;
  /** Decides who may send requests, and what they may take. */
  readonly admission: Admission;
  /** Answers `/metrics`; undefined where METRICS is off. */
  readonly metrics: MetricsPage | undefined;
  readonly pacer: Pacer;
  /** NCBI's health. */
  readonly breakers: BackendBreakers;
  /** Finds out what this NCBI can do, where the configuration asks for that. Queries need not wait for it. */
  prepare(): Promise<void>;
  /** Ends all operations: each is answered with what it has, and `SHUTTING_DOWN` for the rest. @returns How many. */
  endOperations(): number;
  /** Closes the connections to NCBI, whatever is under way. */
  close(): Promise<void>;
}

/**
 * Puts the layers together: NCBI clients, loaders, schema, GraphQL over HTTP. Opens no connection yet.
 *
 * @param options - `explore`: folder of the built page /explore; `endpoint`: path that is answered, `/graphql` by default.
 * @throws ConfigError when a file that the configuration names cannot be used.
 */
export function createGateway(
  config: Config,
  logger: YogaLogger & { readonly dropped?: number },
  {
    explore = BUILT_EXPLORE,
    endpoint,
  }: { readonly explore?: string | undefined; readonly endpoint?: string | undefined } = {},
): Gateway {
  const catalog = openCatalog(config);
  const observability = new Observability(config, catalog, logger);
  const { metrics } = observability;
  const tokens = config.AUTH_TOKENS_FILE === undefined ? undefined : Tokens.read(config.AUTH_TOKENS_FILE);
  const redis = openRedis(config, logger);
  const onRefused = (message: string): void => {
    logger.warn(message);
  };
  const budget = redis && new RedisBudget(redis, { baseUrl: config.NCBI_BASE_URL, window: SPAN, onRefused });
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
  metrics?.watch(ncbiClients.default.pacer, ncbiClients.breakers, ncbiClients.bytes);
  metrics?.watchLog(logger);
  const fusion = config.LINK_FUSION === 'off' ? undefined : new LinkFusion(catalog);
  const store = openAnswerStore(config, redis, logger);
  const fleet = openFleet(config, redis, ncbiClients.default, logger);
  const tables = openTables(config, logger);
  const loaders = new Loaders({
    clock: systemClock,
    fusion,
    store,
    fleet,
    tables,
    maxCacheBytes: config.CACHE_MB * 1024 * 1024,
    ttls: {
      links: config.LINKS_TTL_S * 1000,
      summaries: config.SUMMARIES_TTL_S * 1000,
      searches: config.SEARCH_TTL_S * 1000,
      staleWhileRevalidate: config.STALE_WHILE_REVALIDATE_S * 1000,
    },
  });
  const schema = openSchema(config, catalog);
  const running = new Set<Operation>();
  const quotaStores = openQuotaStores(config, redis, logger);
  const admission = new Admission({ config, tokens, ncbiClients, quotaStores, running });
  const shortWay = ShortWay.of(config, {
    clock: systemClock,
    observability,
    recall: (request) => executor.recall(request),
  });
  const yoga = createGraphqlHandler({
    schema,
    loaders,
    store,
    config,
    observability,
    logger,
    admission,
    shortWay,
    explore,
    endpoint,
  });
  const executor = createExecutor({ yoga, schema, loaders, ncbiClients, config });
  return {
    ...executor,
    config,
    schema,
    catalog,
    loaders,
    yoga,
    shortWay,
    logger,
    observability,
    admission,
    metrics: metrics && new MetricsPage(metrics, tokens),
    pacer: ncbiClients.default.pacer,
    breakers: ncbiClients.breakers,
    prepare: async () => {
      if (fusion && config.LINK_FUSION === 'targets') {
        await probeTargets(fusion, ncbiClients, logger);
      }
    },
    endOperations: () => {
      const operations = [...running];
      for (const operation of operations) {
        operation.end(
          new EntrezError('SHUTTING_DOWN', 'The gateway is shutting down. Retry with another instance, or later.', {
            retryable: true,
          }),
        );
      }
      return operations.length;
    },
    close: async () => {
      await fleet?.close();
      await ncbiClients.close();
      loaders.keepLearned();
      await store?.close();
      tables?.close();
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
