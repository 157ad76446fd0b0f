import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { RedisConnection } from '../../stores/redis.js';
import { RedisQuotas } from '../../stores/redis-quotas.js';
import { RedisSecret } from '../../stores/redis-secret.js';
import { parseRedisUrl } from '../../stores/redis-url.js';
import { systemClock } from '../../upstream/clock.js';

/**
 * Where processes count together what clients take: those that share Redis and an API key. Without a secret of their
 * settings, the key or the password of Redis, one that Redis keeps is as good against those who see names of keys alone.
 */
export function openQuotaStores(
  { NCBI_BASE_URL: baseUrl, NCBI_API_KEY, REDIS_URL = '' }: Config,
  redis: RedisConnection | undefined,
  logger: YogaLogger,
): RedisQuotas | undefined {
  if (!redis) {
    return undefined;
  }
  const ofSettings = NCBI_API_KEY ?? parseRedisUrl(REDIS_URL)?.password;
  const ofStore = new RedisSecret(redis, baseUrl, systemClock);
  return new RedisQuotas(redis, {
    baseUrl,
    secret: () => ofSettings ?? ofStore.get(),
    onTrouble: (message) => {
      logger.warn(message);
    },
  });
}
