import type { YogaLogger } from 'graphql-yoga';

import { type Config, ConfigError } from '../../config.js';
import type { AnswerStore } from '../../loading/cache/answer-store.js';
import { namespaceOf } from '../../stores/encode-answer.js';
import { LmdbAnswers } from '../../stores/lmdb-answers.js';
import type { RedisConnection } from '../../stores/redis.js';
import { RedisAnswers } from '../../stores/redis-answers.js';

/**
 * Opens where answers outlive this process, if the configuration says so: Redis, which all processes share, or a folder.
 *
 * @param redis - The connection to REDIS_URL.
 * @throws ConfigError when the folder cannot be used.
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
    throw new ConfigError(`CACHE_DIR cannot be used. ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
}
