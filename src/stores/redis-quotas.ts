import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';

import type * as limiters from 'rate-limiter-flexible';

import type { Milliseconds } from '../upstream/clock.js';
import { FailureNotice } from './failure-notice.js';
import { keyPrefix, type RedisConnection } from './redis.js';

/**
 * Takes an amount, or nothing when that is more than is left. A span begins with the first amount, and what is given
 * back after its end is forgotten. KEYS[1]: the count of a client. ARGV: amount, span in seconds, maximum. Gives what
 * is taken (with the amount also where it is refused) and the rest of the span in milliseconds.
 */
const TAKE = `
local amount, span, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local taken, left = tonumber(redis.call('GET', KEYS[1]) or 0), redis.call('PTTL', KEYS[1])
if left < 0 then
  taken, left = 0, 0
end
if amount > 0 and taken + amount > most then
  return { taken + amount, left }
end
if left == 0 then
  if amount <= 0 then
    return { 0, 0 }
  end
  redis.call('SET', KEYS[1], amount, 'EX', span)
  return { amount, span * 1000 }
end
amount = math.max(amount, -taken)
if amount ~= 0 then
  redis.call('INCRBY', KEYS[1], amount)
end
return { taken + amount, left }
`;

export interface RedisQuotasOptions {
  /** NCBI, or what stands for it: processes of another one count for themselves. */
  readonly baseUrl: string;
  /** Keys the hashes of clients, so that addresses cannot be guessed from the names of keys; the processes share it. */
  readonly secret: () => string | Promise<string>;
  /** Called with one line when a store in reach does not count, as a read-only replica; once, until it does. */
  readonly onTrouble: (message: string) => void;
}

/** Quotas in Redis or Valkey: one key and one script for each count, which names neither a token nor an address. */
export class RedisQuotas {
  readonly #redis: RedisConnection;
  readonly #options: RedisQuotasOptions;
  readonly #notice: FailureNotice;

  constructor(redis: RedisConnection, options: RedisQuotasOptions) {
    this.#redis = redis;
    this.#options = options;
    this.#notice = new FailureNotice(redis, (reason) => {
      options.onTrouble(`The shared store does not count quotas (${reason}): this process goes on with its own count.`);
    });
  }

  /** The counts of one quota. Its script takes nothing beyond `max`. */
  open(name: string, max: number, span: Milliseconds) {
    const { baseUrl, secret } = this.#options;
    const { RateLimiterRedis, RateLimiterRes } = createRequire(import.meta.url)(
      'rate-limiter-flexible',
    ) as typeof limiters;
    const limiter = new RateLimiterRedis({
      storeClient: this.#redis.client,
      keyPrefix: `${keyPrefix(baseUrl)}:quota:${name}`,
      points: max,
      duration: span / 1000,
      rejectIfRedisNotReady: true,
      customIncrTtlLuaScript: TAKE,
    });
    const add = async (client: string, amount: number) => {
      // The first requests of a process count like all others.
      await this.#redis.firstContact();
      const key = createHmac('sha256', await secret())
        .update(client)
        .digest('base64url');
      try {
        return await limiter.consume(key, amount);
      } catch (error) {
        if (error instanceof RateLimiterRes) {
          return error;
        }
        throw error;
      }
    };
    return {
      add: async (client: string, amount: number) => {
        const { consumedPoints, msBeforeNext } = await this.#notice.during(() => add(client, amount));
        const isRefused = consumedPoints > max && amount > 0;
        return { taken: isRefused ? consumedPoints - amount : consumedPoints, isRefused, renewedIn: msBeforeNext };
      },
    };
  }
}
