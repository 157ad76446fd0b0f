import { hash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import type { AnswerMessage, FleetChannel, OfferMessage } from '../loading/fleet/messages.js';
import type { Milliseconds } from '../upstream/clock.js';
import { decodeMessage, encodeMessage } from './fleet-messages.js';
import { FailureNotice } from './failure-notice.js';
import { isLate, keyPrefix, type RedisConnection, redisScript } from './redis.js';

/** Raise this when messages change: processes understand those of the same number. */
const PROTOCOL = 1;
/** For so long a process that has just started waits until it is listening. */
const CONTACT: Milliseconds = 2500;
/** A message is sent so often to a store that is late. */
const TRIES = 3;

/**
 * Sends a message to the keeper; makes the sender keeper where there is none, or nobody receives what is sent to it.
 * KEYS: who is keeper. ARGV: the sender, the life of a keeper, the prefix of channels, the message, how to send it.
 */
const KEEPER_SCRIPT = redisScript(`
local keeper = redis.call('GET', KEYS[1])
if keeper and keeper ~= ARGV[1] and redis.call(ARGV[5], ARGV[3] .. keeper, ARGV[4]) > 0 then
  return keeper
end
-- A store that is full takes a value only after a deletion.
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
`);

/** Lets another process become keeper. KEYS: who is. ARGV: the process. */
const LEAVE_SCRIPT = redisScript(`
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('DEL', KEYS[1])
end
`);

export interface RedisFleetOptions {
  readonly connection: RedisConnection;
  /** NCBI, or what stands for it. */
  readonly baseUrl: string;
  /** The API key, under a name that does not tell it: processes with another one share nothing. */
  readonly bucket: string;
  /** What answers are called, see `namespaceOf`. */
  readonly namespace: string;
  /** Told in one line that processes cannot send each other messages; once, until they can. */
  readonly onTrouble?: (message: string) => void;
}

/** The way between processes through Redis or Valkey: a channel for each of them, and who is keeper. */
export class RedisFleet implements FleetChannel {
  readonly process = randomUUID();
  readonly #options: RedisFleetOptions;
  readonly #prefix: string;
  #stop: () => void = () => undefined;
  #isListening = false;
  readonly #contact: Promise<void>;
  #inContact: () => void = () => undefined;
  readonly #notice: FailureNotice;

  constructor(options: RedisFleetOptions) {
    this.#options = options;
    this.#notice = new FailureNotice(options.connection, (reason) => {
      options.onTrouble?.(
        `Processes cannot batch their ids together through the shared store (${reason}): each batches its own.`,
      );
    });
    const shared = hash('sha256', `${PROTOCOL} ${options.bucket} ${options.namespace}`, 'base64url');
    this.#prefix = `${keyPrefix(options.baseUrl)}:fleet:${shared}`;
    const heard = new Promise<void>((resolve) => {
      this.#inContact = resolve;
    });
    this.#contact = options.connection
      .firstContact()
      .then(() =>
        options.connection.available ? Promise.race([heard, delay(CONTACT, undefined, { ref: false })]) : undefined,
      );
  }

  async toKeeper(message: OfferMessage, lease: Milliseconds): Promise<string | undefined> {
    await this.#contact;
    // Who hears nothing is sent nothing, and can be no keeper.
    if (!this.#isListening) {
      return undefined;
    }
    const encoded = encodeMessage(message, this.#options.namespace);
    const { publishing } = this.#options.connection;
    const args = [this.process, Math.round(lease), `${this.#prefix}:to:`, encoded, publishing];
    const keeper = await this.#attempt((redis) => this.#untilHeard(redis, args));
    return typeof keeper === 'string' ? keeper : undefined;
  }

  async send(to: string, message: AnswerMessage): Promise<boolean> {
    const encoded = encodeMessage(message, this.#options.namespace);
    const receivers = await this.#attempt((redis) => redis.publish(`${this.#prefix}:to:${to}`, encoded));
    return receivers !== undefined && receivers > 0;
  }

  listen({ onMessage, onChange }: Parameters<FleetChannel['listen']>[0]): void {
    const { connection, namespace } = this.#options;
    const listener = {
      onMessage: (encoded: Buffer): void => {
        const message = decodeMessage(encoded, namespace);
        if (message) {
          onMessage(message);
        }
      },
      onChange: (isListening: boolean): void => {
        this.#isListening = isListening;
        this.#inContact();
        onChange();
      },
      onRefused: (error: Error): void => {
        this.#inContact();
        this.#notice.failed(error);
      },
    };
    this.#stop = connection.subscribe(`${this.#prefix}:to:${this.process}`, listener);
  }

  async close(): Promise<void> {
    this.#isListening = false;
    this.#stop();
    await this.#attempt((redis) => redis.run(LEAVE_SCRIPT, [`${this.#prefix}:keeper`], [this.process]));
  }

  /**
   * Says it again while the store is late: the keeper may have heard it and be at it, so that whoever took the store for
   * away, and requested what it waits for by itself, would request it a second time. A store that is away loses its
   * connection in the time of these tries.
   */
  async #untilHeard(redis: RedisConnection, args: Parameters<RedisConnection['run']>[2]): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await redis.run(KEEPER_SCRIPT, [`${this.#prefix}:keeper`], args);
      } catch (error) {
        if (!redis.available || !isLate(error) || tries === TRIES) {
          throw error;
        }
      }
    }
  }

  async #attempt<T>(ask: (connection: RedisConnection) => Promise<T>): Promise<T | undefined> {
    const { connection } = this.#options;
    // A failure has been said.
    return connection.available ? this.#notice.during(() => ask(connection)).catch(() => undefined) : undefined;
  }
}
