import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaLogger } from 'graphql-yoga';

import { loadCatalog } from '../catalog/catalog.js';
import type { Config } from '../config.js';
import { Loaders } from '../loading/loaders.js';
import { Operation } from '../loading/operation.js';
import type { Context } from '../schema/context.js';
import { buildSchema } from '../schema/schema.js';
import { systemClock } from '../upstream/clock.js';
import { openDoor } from '../upstream/open-door.js';
import type { Pacer } from '../upstream/pacer.js';
import { useAccount } from './account.js';
import { limitDocuments } from './document-limits.js';
import { maskError } from './mask-error.js';

const MAX_BODY_BYTES = 256 * 1024;

/** A GraphQL gateway without its HTTP server. */
export interface Gateway {
  readonly schema: GraphQLSchema;
  /** Answers GraphQL over HTTP; a handler for `node:http`. */
  readonly yoga: ReturnType<typeof createHandler>;
  readonly pacer: Pacer;
  /** Closes the connections to NCBI once nothing is under way. */
  close(): Promise<void>;
}

/** Puts the rooms together: door, loaders, schema, GraphQL over HTTP. Opens no connection yet. */
export function createGateway(config: Config, logger: YogaLogger): Gateway {
  const door = openDoor(config);
  const loaders = new Loaders({
    door,
    clock: systemClock,
    maxCacheBytes: config.CACHE_MB * 1024 * 1024,
    lives: {
      links: config.LINKS_LIFE_S * 1000,
      summaries: config.SUMMARIES_LIFE_S * 1000,
      volatile: config.VOLATILE_LIFE_S * 1000,
    },
  });
  const schema = buildSchema(loadCatalog());
  return {
    schema,
    yoga: createHandler(schema, loaders, config, logger),
    pacer: door.pacer,
    close: () => door.close(),
  };
}

function createHandler(schema: GraphQLSchema, loaders: Loaders, config: Config, logging: YogaLogger) {
  const operations = new WeakMap<Request, Operation>();
  return createYoga<object, Context>({
    schema,
    logging,
    context: ({ request }) => {
      const operation = new Operation({ clock: systemClock, deadline: config.DEADLINE_MS, signal: request.signal });
      operations.set(request, operation);
      return { loaders, operation };
    },
    plugins: [useAccount(operations), ...limitDocuments()],
    maskedErrors: { maskError },
    // The HTTP server has its own, compressed once: the page is 9 MB.
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: MAX_BODY_BYTES,
  });
}
