import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../../config.js';
import { Fleet } from '../../loading/fleet/fleet.js';
import { namespaceOf } from '../../stores/encode-answer.js';
import type { RedisConnection } from '../../stores/redis.js';
import { RedisFleet } from '../../stores/redis-fleet.js';
import { nameOfKey } from '../../upstream/client-pool.js';
import { systemClock } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';

/** The processes that batch their keys together: those that keep their answers in one store. */
export function openFleet(
  { CACHE_DIR, NCBI_BASE_URL: baseUrl, NCBI_API_KEY }: Config,
  connection: RedisConnection | undefined,
  client: NcbiClient,
  logger: YogaLogger,
): Fleet | undefined {
  if (!connection || CACHE_DIR !== undefined) {
    return undefined;
  }
  const onTrouble = (message: string): void => {
    logger.warn(message);
  };
  const names = { bucket: nameOfKey(NCBI_API_KEY), namespace: namespaceOf(baseUrl) };
  return new Fleet({
    channel: new RedisFleet({ connection, baseUrl, ...names, onTrouble }),
    clock: systemClock,
    client,
  });
}
