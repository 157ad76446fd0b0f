import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

import type * as ioredis from 'ioredis';

/**
 * Between two tries to reach a server that is away. Short, since a shared budget stays closed after the server's return
 * until everybody has had the time to notice it.
 */
const RETRY_DELAY_MS = 200;
const CONNECT_TIMEOUT_MS = 1000;
/** An answer that takes longer is as good as none: queries wait for it. */
const COMMAND_TIMEOUT_MS = 1000;

/** A Lua script that the server runs as one step, which nothing comes between. */
export interface RedisScript {
  readonly lua: string;
  /** The name under which the server remembers it. */
  readonly sha1: string;
}

export interface RedisEvents {
  /** Told once for each time the server gets out of reach, also at the start; never holds the URL. */
  readonly onDown?: (reason: string) => void;
  /** Told when it is in reach again, and at the start. */
  readonly onUp?: () => void;
}

/** Listens to a channel. */
export interface RedisListener {
  readonly onMessage: (message: Buffer) => void;
  /** Called when it begins to receive messages, and when it ceases to. */
  readonly onChange: (isListening: boolean) => void;
  /** Called when the server does not let this user listen. */
  readonly onRefused: (error: Error) => void;
}

/** The connection to Redis or Valkey that everything in this process shares. */
export class RedisConnection {
  /** For plain commands and pipelines. They fail at once while the server is away, and are never sent twice. */
  readonly client: ioredis.Redis;
  readonly #events: RedisEvents;
  readonly #listeners = new Set<(available: boolean) => void>();
  #available: boolean | undefined;
  #closed = false;

  /** @see connectRedis */
  constructor(client: ioredis.Redis, events: RedisEvents) {
    this.client = client;
    this.#events = events;
    let reason = 'the connection ended';
    client.on('error', (error) => (reason = reasonOf(error)));
    client.on('close', () => {
      this.#turn(false, reason);
      reason = 'the connection ended';
    });
    client.on('ready', () => {
      this.#turn(true, '');
    });
  }

  /** Whether the server is in reach, as far as it is known. */
  get available(): boolean {
    return this.#available ?? false;
  }

  /** Tells whenever {@link RedisConnection.available} changes. @returns Ends that. */
  watch(listener: (available: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs a script; the server is sent its text only if it does not know it yet.
   *
   * @throws Error when the server is away, does not answer within a second, or the script fails.
   */
  async run(
    script: RedisScript,
    keys: readonly string[],
    args: readonly (string | number | Buffer)[],
  ): Promise<unknown> {
    try {
      return await this.client.evalsha(script.sha1, keys.length, ...keys, ...args);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('NOSCRIPT')) {
        return this.client.eval(script.lua, keys.length, ...keys, ...args);
      }
      throw error;
    }
  }

  /** As {@link RedisConnection.run}; texts in the answer come as bytes. */
  async runForBytes(
    script: RedisScript,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<unknown> {
    try {
      return await this.client.callBuffer('EVALSHA', script.sha1, keys.length, ...keys, ...args);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('NOSCRIPT')) {
        return this.client.callBuffer('EVAL', script.lua, keys.length, ...keys, ...args);
      }
      throw error;
    }
  }

  /**
   * Listens to a channel, over a connection of its own.
   *
   * @returns Ends that.
   */
  subscribe(channel: string, { onMessage, onChange, onRefused }: RedisListener): () => void {
    const subscriber = this.client.duplicate({ autoResubscribe: false });
    // What is wrong with the server is said of the other connection.
    subscriber.on('error', () => undefined);
    subscriber.on('messageBuffer', (_channel: Buffer, message: Buffer) => {
      onMessage(message);
    });
    subscriber.on('ready', () => {
      subscriber.subscribe(channel).then(() => {
        onChange(true);
      }, onRefused);
    });
    subscriber.on('close', () => {
      onChange(false);
    });
    return () => {
      subscriber.removeAllListeners('close');
      subscriber.disconnect();
    };
  }

  /** Sends what is to be sent and closes the connection. Nobody is told of it. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    if (this.available) {
      await this.client.quit().catch(() => undefined);
    }
    this.client.disconnect();
  }

  #turn(available: boolean, reason: string): void {
    if (this.#closed || available === this.#available) {
      return;
    }
    this.#available = available;
    if (available) {
      this.#events.onUp?.();
    } else {
      this.#events.onDown?.(reason);
    }
    for (const listener of [...this.#listeners]) {
      listener(available);
    }
  }
}

/**
 * Begins to connect to a server, in the background, and goes on trying for as long as it takes.
 *
 * @param url - `redis://` or `rediss://`, possibly with a user and a password, which are never shown.
 * @throws Error, in words for the operator, when the package ioredis is not installed.
 */
export function connectRedis(url: string, events: RedisEvents = {}): RedisConnection {
  const { Redis } = loadDriver();
  const client = new Redis(url, {
    connectionName: 'entrez-graph',
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    retryStrategy: () => RETRY_DELAY_MS,
    // What was asked of a server that is away is out of date when it is back.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
  });
  return new RedisConnection(client, events);
}

/** What the names of keys begin with that belong to one NCBI, or to what stands for it: a cluster keeps them together. */
export function keyPrefix(baseUrl: string): string {
  return `entrez-graph:{${createHash('sha256').update(baseUrl).digest('hex').slice(0, 16)}}`;
}

/** Prepares a script for {@link RedisConnection.run}. */
export function redisScript(lua: string): RedisScript {
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}

/** The driver is an optional package: who runs a single process needs none. It is loaded where REDIS_URL asks for it. */
function loadDriver(): typeof ioredis {
  try {
    return createRequire(import.meta.url)('ioredis') as typeof ioredis;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') {
      throw new Error('REDIS_URL needs the package ioredis; install it with: npm install ioredis', { cause: error });
    }
    throw error;
  }
}

/** The system's or the server's name of a failure (`ECONNREFUSED`, `WRONGPASS`), never its text. */
export function reasonOf(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code ?? /^-?([A-Z]{3,})\b/.exec(error.message)?.[1];
  return code ?? 'the connection failed';
}
