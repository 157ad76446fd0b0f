import type { YogaLogger } from 'graphql-yoga';

import { type Config, ConfigError } from '../config.js';
import { connectRedis, type RedisConnection } from '../stores/redis.js';
import { RedisQuotas } from '../stores/redis-quotas.js';
import { RedisSecret } from '../stores/redis-secret.js';
import { parseRedisUrl } from '../stores/redis-url.js';
import { systemClock } from '../upstream/clock.js';
import { Fleet } from '../loading/fleet/fleet.js';
import { namespaceOf } from '../stores/encode-answer.js';
import { RedisFleet } from '../stores/redis-fleet.js';
import { nameOfKey } from '../upstream/client-pool.js';
import type { NcbiClient } from '../upstream/ncbi-client.js';
import type { AnswerStore } from '../loading/cache/answer-store.js';
import { LmdbAnswers } from '../stores/lmdb/lmdb-answers.js';
import { RedisAnswers } from '../stores/redis-answers.js';

/**
 * The connection to the store that processes share, where REDIS_URL names one. It is made in the background.
 *
 * @throws Error when the driver is not installed.
 */
export function openRedis({ REDIS_URL: url }: Config, logger: YogaLogger): RedisConnection | undefined {
  if (url === undefined) {
    return undefined;
  }
  return connectRedis(url, {
    onDown: (reason) => {
      logger.warn(
        `The shared store is out of reach (${reason}): this process goes on with its own share, if it has one.`,
      );
    },
    onUp: () => {
      logger.info('The shared store is in reach.');
    },
  });
}

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

/** What is wrong with the setting, not with the disk: the path is no folder, or the engine is not installed. */
const MISTAKES: ReadonlySet<string | undefined> = new Set(['EEXIST', 'ENOTDIR', 'MODULE_NOT_FOUND']);

/**
 * Opens where answers outlive this process, if the configuration says so: Redis, which all processes share, or a folder.
 *
 * @param redis - The connection to REDIS_URL.
 * @returns Undefined also where the disk of the folder fails: the process then works from memory, and has said so.
 * @throws ConfigError when the setting names no folder, or the engine is not installed.
 */
export function openAnswerStore(
  { CACHE_DIR: folder, CACHE_DISK_MB, NCBI_BASE_URL, STALE_WHILE_REVALIDATE_S }: Config,
  redis: RedisConnection | undefined,
  logger: YogaLogger,
): AnswerStore | undefined {
  const options = {
    namespace: namespaceOf(NCBI_BASE_URL),
    grace: STALE_WHILE_REVALIDATE_S * 1000,
    onTrouble: (message: string) => {
      logger.warn(message);
    },
  };
  if (folder === undefined) {
    return redis && new RedisAnswers({ connection: redis, ...options });
  }
  try {
    return LmdbAnswers.open({ folder, maxBytes: CACHE_DISK_MB * 1024 * 1024, ...options });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    if (MISTAKES.has(code)) {
      throw new ConfigError(`CACHE_DIR cannot be used. ${message}`, { cause: error });
    }
    logger.warn(`CACHE_DIR cannot be used: ${message}. Answers are kept in memory only, until the next start.`);
    return undefined;
  }
}
