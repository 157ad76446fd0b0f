import { execute, parse } from 'graphql';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { LinkFusion } from '../../src/loading/definitions/link-fusion.js';
import { Loaders } from '../../src/loading/loaders.js';
import { Operation } from '../../src/loading/operation/operation.js';
import { systemClock } from '../../src/upstream/clock.js';
import { createNcbiClients } from '../../src/upstream/create-clients.js';
import type { GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const HOUR = 3_600_000;
const LIVES = { links: HOUR, summaries: HOUR, searches: HOUR, staleWhileRevalidate: 0 };

/** Asks a query with an empty cache, so that nothing that was asked before makes it cheaper. The schema is the gateway's. */
export async function askCold({ gateway }: RunningGateway, query: string): Promise<GraphqlAnswer> {
  const { schema, config } = gateway;
  const ncbiClients = createNcbiClients(config, { onRecordingFailure: () => undefined });
  const fusion = new LinkFusion(loadCatalog());
  const loaders = new Loaders({ clock: systemClock, fusion, maxCacheBytes: 10_000_000, ttls: LIVES });
  const operation = new Operation({
    clock: systemClock,
    client: ncbiClients.default,
    deadline: config.DEADLINE_MS,
    maxCalls: config.MAX_CALLS,
  });
  const result = await execute({ schema, document: parse(query), contextValue: { loaders, operation } });
  operation.close();
  await ncbiClients.close();
  return JSON.parse(JSON.stringify({ ...result, extensions: { entrez: operation.report() } })) as GraphqlAnswer;
}
