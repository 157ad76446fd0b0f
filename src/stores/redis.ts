import { createHash } from 'node:crypto';

import type * as ioredis from 'ioredis';

import { keepConnected } from './keep-connected.js';
import { loadOptional } from './load-optional.js';
import { ClusterSubscriber, type RedisListener, subscribe } from './redis-subscriber.js';
import { parseRedisUrl, type RedisAddress } from './redis-url.js';

/**
 * Between two tries to reach a server that is away. Short, since a shared budget stays closed after the server's return
 * until everybody has had the time to notice it.
 */
const RETRY_DELAY_MS = 200;
const CONNECT_TIMEOUT_MS = 1000;
/** An answer that takes longer is as good as none: queries wait for it. */
const COMMAND_TIMEOUT_MS = 1000;
/** A connection that is silent for so long while commands wait is made anew: the network may have forgotten it. */
const SOCKET_TIMEOUT_MS = 3000;
/** How often it is looked up which node of a cluster has what. */
const SLOTS_REFRESH_MS = 2000;
/** Between tries to reach a node of a cluster that is not connected. */
const CLUSTER_RETRY_MS = 50;

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

/** The connection to Redis or Valkey that everything in this process shares. */
export class RedisConnection {
  /** For plain commands and pipelines. They fail at once while the server is away, and are never sent twice. */
  readonly client: ioredis.Redis | ioredis.Cluster;
  readonly #driver: typeof ioredis;
  readonly #events: RedisEvents;
  readonly #listeners = new Set<(available: boolean) => void>();
  readonly #stopConnecting: () => void;
  #available: boolean | undefined;
  #closed = false;

  /** @see connectRedis */
  constructor(driver: typeof ioredis, client: ioredis.Redis | ioredis.Cluster, events: RedisEvents) {
    this.#driver = driver;
    this.client = client;
    this.#events = events;
    let reason = 'the connection ended';
    client.on('error', (error: Error & { readonly lastNodeError?: Error }) => {
      reason = reasonOf(error.lastNodeError ?? error);
    });
    client.on('close', () => {
      this.#turn(false, reason);
      reason = 'the connection ended';
    });
    client.on('end', () => {
      this.#turn(false, reason);
    });
    client.on('ready', () => {
      this.#turn(true, '');
    });
    this.#stopConnecting = keepConnected(client, RETRY_DELAY_MS);
  }

  /** Whether the server is in reach, as far as it is known. */
  get available(): boolean {
    return this.#available ?? false;
  }

  /** Resolves when it is known whether the server is in reach, at the latest when the first try to connect has failed. */
  firstContact(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#available !== undefined) {
        resolve();
        return;
      }
      const stop = this.watch(() => {
        stop();
        resolve();
      });
    });
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

  /** Values of keys, wherever they lie; undefined where there is none, or its server is away. */
  async read(keys: readonly string[]): Promise<readonly (Buffer | null | undefined)[]> {
    const { client } = this;
    return client instanceof this.#driver.Cluster
      ? settled(keys.map((key) => client.getBuffer(key)))
      : client.mgetBuffer(keys as string[]);
  }

  /** Sets values for so many milliseconds. Rejects if one of them cannot be set. */
  async write(entries: readonly (readonly [key: string, value: Buffer, ttl: number])[]): Promise<void> {
    const { client } = this;
    if (client instanceof this.#driver.Cluster) {
      await Promise.all(entries.map(([key, value, ttl]) => client.set(key, value, 'PX', ttl)));
      return;
    }
    const pipeline = client.pipeline();
    for (const [key, value, ttl] of entries) {
      pipeline.set(key, value, 'PX', ttl);
    }
    for (const [error] of (await pipeline.exec()) ?? []) {
      if (error) {
        throw error;
      }
    }
  }

  /** The command that sends a message to a channel. In a cluster its node must be that of the script's keys. */
  get publishing(): 'PUBLISH' | 'SPUBLISH' {
    return this.client instanceof this.#driver.Cluster ? 'SPUBLISH' : 'PUBLISH';
  }

  /** Sends a message to a channel. @returns How many receive it. */
  async publish(channel: string, message: Buffer): Promise<number> {
    const { client } = this;
    return client instanceof this.#driver.Cluster
      ? Number(await client.spublish(channel, message))
      : client.publish(channel, message);
  }

  /** Listens to a channel, over a connection of its own. @returns Ends that. */
  subscribe(channel: string, listener: RedisListener): () => void {
    const { client } = this;
    if (!(client instanceof this.#driver.Cluster)) {
      return subscribe(client, channel, listener, RETRY_DELAY_MS);
    }
    const subscriber = new ClusterSubscriber(client, channel, listener, RETRY_DELAY_MS);
    return () => {
      subscriber.close();
    };
  }

  /** Sends what is to be sent and closes the connection. Nobody is told of it. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopConnecting();
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
 * Begins to connect to a server, a cluster or what sentinels know, in the background, and goes on trying for as long as it
 * takes.
 *
 * @param url - As {@link parseRedisUrl} reads it, possibly with a user and a password, which are never shown.
 * @throws Error, in words for the operator, when the package ioredis is not installed.
 */
export function connectRedis(url: string, events: RedisEvents = {}): RedisConnection {
  const address = parseRedisUrl(url);
  if (!address) {
    throw new Error('Invalid REDIS_URL. Write redis://host:port.');
  }
  const driver = loadOptional('ioredis', 'REDIS_URL') as typeof ioredis;
  return new RedisConnection(driver, clientOf(driver, address), events);
}

function clientOf(driver: typeof ioredis, address: RedisAddress): ioredis.Redis | ioredis.Cluster {
  const { kind, nodes, tls, username, password, db, master } = address;
  const common = {
    connectionName: 'entrez-graph',
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: {} }),
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
  };
  // What was asked of a server that is away is out of date when it is back.
  const single = { ...common, db, retryStrategy: () => RETRY_DELAY_MS, enableOfflineQueue: false };
  const [node] = nodes;
  switch (kind) {
    case 'server':
      return new driver.Redis({ ...single, ...node });
    case 'sentinel':
      return new driver.Redis({
        ...single,
        sentinels: [...nodes],
        name: master,
        sentinelCommandTimeout: COMMAND_TIMEOUT_MS,
        sentinelRetryStrategy: () => RETRY_DELAY_MS,
        // Switches over when sentinels say so, before the old server is found to be away.
        failoverDetector: true,
        ...(address.sentinelUsername !== undefined && { sentinelUsername: address.sentinelUsername }),
        ...(address.sentinelPassword !== undefined && { sentinelPassword: address.sentinelPassword }),
        ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
      });
    case 'cluster':
      return new driver.Cluster([...nodes], {
        redisOptions: common,
        clusterRetryStrategy: () => RETRY_DELAY_MS,
        enableOfflineQueue: false,
        slotsRefreshTimeout: CONNECT_TIMEOUT_MS,
        slotsRefreshInterval: SLOTS_REFRESH_MS,
        // Long enough for a node to be connected to, and no longer.
        retryDelayOnFailover: CLUSTER_RETRY_MS,
        retryDelayOnClusterDown: 0,
        maxRedirections: 6,
      });
  }
}

/** What the names of keys begin with that belong to one NCBI, or to what stands for it: a cluster keeps them together. */
export function keyPrefix(baseUrl: string): string {
  return `entrez-graph:{${createHash('sha256').update(baseUrl).digest('hex').slice(0, 16)}}`;
}

/** Prepares a script for {@link RedisConnection.run}. */
export function redisScript(lua: string): RedisScript {
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}

/** The system's or the server's name of a failure (`ECONNREFUSED`, `WRONGPASS`), never its text. */
export function reasonOf(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code ?? /^-?([A-Z]{3,})\b/.exec(error.message)?.[1];
  return code ?? 'the connection failed';
}

/** Whether a command failed since its answer took too long: it may have been carried out. */
export function isLate(error: unknown): boolean {
  // The driver gives it no code.
  return error instanceof Error && error.message === 'Command timed out';
}

/** What was got, undefined in place of failures. Rejects if all failed. */
async function settled<T>(attempts: readonly Promise<T>[]): Promise<(T | undefined)[]> {
  const results = await Promise.allSettled(attempts);
  if (results.length > 0 && results.every(({ status }) => status === 'rejected')) {
    await attempts[0];
  }
  return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
}
