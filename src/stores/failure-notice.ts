import { reasonOf, type RedisConnection } from './redis.js';

/** Says that a store in reach does not do what it is told; once, until it does again. */
export class FailureNotice {
  readonly #redis: Pick<RedisConnection, 'available'>;
  readonly #say: (reason: string) => void;
  #isSaid = false;

  /** @param say - Called with the name of the failure. */
  constructor(redis: Pick<RedisConnection, 'available'>, say: (reason: string) => void) {
    this.#redis = redis;
    this.#say = say;
  }

  /** @throws What the work throws, which has been said by then. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.#isSaid = false;
      return result;
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  failed(error: unknown): void {
    // A store out of reach is logged by the connection.
    if (this.#redis.available && !this.#isSaid) {
      this.#isSaid = true;
      this.#say(error instanceof Error ? reasonOf(error) : 'unknown');
    }
  }
}
