import { randomBytes } from 'node:crypto';

import type { Clock, Milliseconds } from '../upstream/clock.js';
import { keyPrefix, type RedisConnection } from './redis.js';

/** How long a process believes what it has read. A store that was emptied gets the secret back from whoever reads next. */
const BELIEVED: Milliseconds = 10_000;
/** How long the store keeps it without processes. */
const KEPT: Milliseconds = 24 * 3_600_000;

/** A random secret that processes without one in their settings share: the first leaves it in the store for the others. */
export class RedisSecret {
  readonly #redis: RedisConnection;
  readonly #key: string;
  readonly #clock: Clock;
  #secret = randomBytes(32).toString('base64url');
  #read: { readonly promise: Promise<string>; readonly at: Milliseconds } | undefined;

  /** @param baseUrl - NCBI, or what stands for it: processes of another one have another secret. */
  constructor(redis: RedisConnection, baseUrl: string, clock: Clock) {
    this.#redis = redis;
    this.#key = `${keyPrefix(baseUrl)}:secret`;
    this.#clock = clock;
  }

  /** @throws Error when the store is away. */
  get(): Promise<string> {
    const now = this.#clock.now();
    if (this.#read === undefined || now - this.#read.at > BELIEVED) {
      const promise = this.#agreed();
      this.#read = { promise, at: now };
      promise.catch(() => {
        this.#read = undefined;
      });
    }
    return this.#read.promise;
  }

  /** Sets the secret of this process where there is none, else takes over the one that is there. */
  async #agreed(): Promise<string> {
    this.#secret = (await this.#redis.client.set(this.#key, this.#secret, 'PX', KEPT, 'NX', 'GET')) ?? this.#secret;
    return this.#secret;
  }
}
