import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../../config.js';
import { connectRedis, type RedisConnection } from '../../stores/redis.js';

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
