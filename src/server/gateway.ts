import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaLogger } from 'graphql-yoga';

import type { Config } from '../config.js';
import type { AnswerStore } from '../loading/answer-store.js';
import { answersForSeveralTargets } from '../loading/fusion-probe.js';
import { LinkFusion } from '../loading/link-fusion.js';
import { Loaders } from '../loading/loaders.js';
import type { Operation } from '../loading/operation.js';
import type { Context } from '../schema/context.js';
import { servedSchema } from '../schema/served-schema.js';
import { RedisBudget } from '../stores/redis-budget.js';
import type { BackEnds } from '../upstream/back-ends.js';
import { systemClock } from '../upstream/clock.js';
import type { Door } from '../upstream/door.js';
import { type Doors, SPAN } from '../upstream/doors.js';
import { type DoorEvents, openDoors } from '../upstream/open-doors.js';
import type { Pacer } from '../upstream/pacer.js';
import { acceptRequests } from './accepted-requests.js';
import { useAccount } from './account.js';
import { type Clients, identifyClients, type ServerContext } from './clients.js';
import { compileOperations } from './compiled-execution.js';
import { corsOf, varyByOrigin } from './cors.js';
import { limitDocuments } from './document-limits.js';
import { BUILT_EXPLORE } from './explore-page.js';
import { refuseForeignPages } from './foreign-pages.js';
import { deliverIncrementally } from './incremental-delivery.js';
import { refuseIntrospection } from './introspection.js';
import { limitClients, openQuotas } from './limit-clients.js';
import { MetricsPage } from './metrics/metrics-page.js';
import { nameInputErrors } from './name-input-errors.js';
import { limitNodes } from './node-limit.js';
import { Observation } from './observation.js';
import { openAnswerStore } from './open-answer-store.js';
import { openCatalog } from './open-catalog.js';
import { openRedis } from './open-redis.js';
import { rememberQueries } from './persisted-queries.js';
import { RememberedAnswers } from './remembered-answers.js';
import { requestedOperation } from './requested-operation.js';
import { StoredWholes } from './stored-wholes.js';
import { Tokens } from './tokens.js';
import { DOCUMENT_ID, readExploreDocuments, readTrustedDocuments, trustDocuments } from './trusted-documents.js';

/** Part of CACHE_MB that is for whole answers; the loaders have the rest. */
const WHOLE_ANSWERS = 0.05;

/** A GraphQL gateway without its HTTP server. */
export interface Gateway {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Answers GraphQL over HTTP; a handler for `node:http`. */
  readonly yoga: ReturnType<typeof createHandler>;
  /** Answers `/metrics`; undefined where METRICS is off. */
  readonly metrics: MetricsPage | undefined;
  readonly pacer: Pacer;
  /** What operations need that do not come over HTTP. */
  readonly loaders: Loaders;
  readonly door: Door;
  /** NCBI's health. */
  readonly backEnds: BackEnds;
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
export function createGateway(config: Config, logger: YogaLogger, explore = BUILT_EXPLORE): Gateway {
  const catalog = openCatalog(config);
  const observation = new Observation(config, catalog, logger);
  const { metrics } = observation;
  const tokens = config.AUTH_TOKENS_FILE === undefined ? undefined : Tokens.read(config.AUTH_TOKENS_FILE);
  const redis = openRedis(config, logger);
  const budget = redis && new RedisBudget(redis, { baseUrl: config.NCBI_BASE_URL, window: SPAN });
  const events: DoorEvents = {
    observer: observation.observer,
    onTrip: (what, { message }, pause) => {
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
  const doors = openDoors(config, events, budget);
  metrics?.watch(doors.own.pacer, doors.backEnds);
  const fusion = config.LINK_FUSION === 'off' ? undefined : new LinkFusion(catalog);
  const store = openAnswerStore(config, redis, logger);
  const loaders = new Loaders({
    clock: systemClock,
    fusion,
    store,
    maxCacheBytes: config.CACHE_MB * 1024 * 1024,
    lives: {
      links: config.LINKS_TTL_S * 1000,
      summaries: config.SUMMARIES_TTL_S * 1000,
      volatile: config.SEARCH_TTL_S * 1000,
      grace: config.STALE_WHILE_REVALIDATE_S * 1000,
    },
  });
  const schema = servedSchema(catalog, config.TYPE_PREFIX);
  return {
    config,
    schema,
    yoga: createHandler({ schema, loaders, store, doors, config, observation, tokens, explore }),
    metrics: metrics && new MetricsPage(metrics, tokens),
    pacer: doors.own.pacer,
    loaders,
    door: doors.own,
    backEnds: doors.backEnds,
    prepare: async () => {
      if (fusion && config.LINK_FUSION === 'targets') {
        await probeTargets(fusion, doors, logger);
      }
    },
    close: async () => {
      await doors.close();
      await store?.close();
      await redis?.close();
    },
  };
}

async function probeTargets(fusion: LinkFusion, doors: Doors, logger: YogaLogger): Promise<void> {
  try {
    fusion.acrossTargets = await answersForSeveralTargets(doors.own);
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
  doors,
  config,
  observation,
  tokens,
  explore,
}: {
  readonly schema: GraphQLSchema;
  readonly loaders: Loaders;
  readonly store: AnswerStore | undefined;
  readonly doors: Doors;
  readonly config: Config;
  readonly observation: Observation;
  readonly tokens: Tokens | undefined;
  readonly explore: string;
}) {
  const operations = new WeakMap<Request, Operation>();
  const clients: Clients = new WeakMap();
  const quotas = openQuotas(config, systemClock);
  const origins = config.CORS_ORIGINS ?? [];
  const maxBytes = Math.ceil(config.CACHE_MB * 1024 * 1024 * WHOLE_ANSWERS);
  const stored = store && new StoredWholes(store, config.TYPE_PREFIX ?? '');
  const remembered = new RememberedAnswers({ clock: systemClock, maxBytes, stored });
  return createYoga<ServerContext, Context>({
    schema,
    logging: observation.loggerOfYoga,
    context: ({ request }) => {
      const operation = requestedOperation(request, doors, config, quotas.calls?.of(clients.get(request) ?? ''));
      operations.set(request, operation);
      return { loaders, operation };
    },
    plugins: [
      observation.follow(operations, clients),
      varyByOrigin(),
      refuseForeignPages(origins, config.CSRF_HEADER === 'on'),
      identifyClients(clients, tokens),
      limitClients(clients, quotas),
      acceptRequests(),
      config.TRUSTED_DOCUMENTS === undefined
        ? rememberQueries()
        : trustDocuments(
            new Map([
              ...(config.EXPLORE === 'on' ? readExploreDocuments(explore, schema) : []),
              ...readTrustedDocuments(config.TRUSTED_DOCUMENTS, schema),
            ]),
          ),
      useAccount(operations),
      ...deliverIncrementally(observation.hidden),
      limitDocuments(),
      config.INTROSPECTION === 'off' && refuseIntrospection(),
      limitNodes(config.MAX_NODES),
      nameInputErrors(),
      // Last, since it looks at the document that is left to be executed.
      compileOperations(remembered),
    ],
    maskedErrors: { maskError: observation.hidden.mask },
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
