import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { RedisConnection } from '../../stores/redis.js';
import { RedisQuotas } from '../../stores/redis-quotas.js';
import { parseRedisUrl } from '../../stores/redis-url.js';

/** Where processes count together what clients take: those that share Redis and an API key. */
export function openQuotaStores(
  { NCBI_BASE_URL: baseUrl, NCBI_API_KEY, REDIS_URL = '' }: Config,
  redis: RedisConnection | undefined,
  logger: YogaLogger,
): RedisQuotas | undefined {
  return (
    redis &&
    new RedisQuotas(redis, {
      baseUrl,
      secret: NCBI_API_KEY ?? parseRedisUrl(REDIS_URL)?.password ?? '',
      onTrouble: (message) => {
        logger.warn(message);
      },
    })
  );
}
