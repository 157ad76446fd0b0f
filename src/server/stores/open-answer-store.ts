import type { YogaLogger } from 'graphql-yoga';

import { type Config, ConfigError } from '../../config.js';
import type { AnswerStore } from '../../loading/cache/answer-store.js';
import { namespaceOf } from '../../stores/encode-answer.js';
import { LmdbAnswers } from '../../stores/lmdb/lmdb-answers.js';
import type { RedisConnection } from '../../stores/redis.js';
import { RedisAnswers } from '../../stores/redis-answers.js';

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
