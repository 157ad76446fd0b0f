import type * as ioredis from 'ioredis';

import { keepConnected } from './keep-connected.js';

/** Listens to a channel. */
export interface RedisListener {
  readonly onMessage: (message: Buffer) => void;
  /** Called when it begins to receive messages, and when it ceases to. */
  readonly onChange: (isListening: boolean) => void;
  /** Called when the server does not let this user listen. */
  readonly onRefused: (error: Error) => void;
}

/** How often a connection that only listens is tried: one that has died silently would bring nothing, and not say so. */
const TRY_EVERY_MS = 3000;

/** Listens over a connection of its own. @returns Ends that. */
export function subscribe(
  client: ioredis.Redis,
  channel: string,
  listener: RedisListener,
  retryDelay: number,
): () => void {
  const { onMessage, onChange, onRefused } = listener;
  const subscriber = client.duplicate({ autoResubscribe: false });
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
  const stopTrying = tryAgainAndAgain(subscriber);
  const stopConnecting = keepConnected(subscriber, retryDelay);
  return () => {
    stopTrying();
    stopConnecting();
    subscriber.removeAllListeners('close');
    subscriber.disconnect();
  };
}

/**
 * Listens to a channel of a cluster, at the node that has its slot: only there is known whether anybody listens. Follows
 * the slot to another node.
 */
export class ClusterSubscriber {
  readonly #cluster: ioredis.Cluster;
  readonly #channel: string;
  readonly #listener: RedisListener;
  readonly #retryDelay: number;
  #node: ioredis.Redis | undefined;
  #isClosed = false;

  constructor(cluster: ioredis.Cluster, channel: string, listener: RedisListener, retryDelay: number) {
    this.#cluster = cluster;
    this.#channel = channel;
    this.#listener = listener;
    this.#retryDelay = retryDelay;
    this.#listen();
  }

  close(): void {
    this.#isClosed = true;
    this.#node?.disconnect();
  }

  /** @param at - The node that is said to have the slot. By default any one. */
  #listen(at: { readonly host?: string; readonly port?: number } = {}): void {
    const nodes = this.#cluster.nodes('master');
    const some = nodes[Math.floor(Math.random() * nodes.length)];
    if (!some) {
      this.#later();
      return;
    }
    const { onMessage, onChange, onRefused } = this.#listener;
    let isListening = false;
    let next: { readonly host: string; readonly port: number } | undefined;
    const node = some.duplicate({ ...at, lazyConnect: false, autoResubscribe: false, retryStrategy: () => null });
    this.#node = node;
    const stopTrying = tryAgainAndAgain(node);
    node.on('error', () => undefined);
    node.on('smessageBuffer', (_channel: Buffer, message: Buffer) => {
      onMessage(message);
    });
    node.on('ready', () => {
      node.ssubscribe(this.#channel).then(
        () => {
          isListening = true;
          onChange(true);
        },
        (error: unknown) => {
          next = movedTo(error as Error, node.options.host ?? '');
          if (!next) {
            onRefused(error as Error);
          }
          node.disconnect();
        },
      );
    });
    // The slot has gone to another node.
    node.on('moved', () => {
      node.disconnect();
    });
    node.on('end', () => {
      stopTrying();
      if (this.#isClosed) {
        return;
      }
      if (isListening) {
        onChange(false);
      }
      if (next) {
        this.#listen(next);
      } else {
        this.#later();
      }
    });
  }

  #later(): void {
    setTimeout(() => {
      if (!this.#isClosed) {
        this.#listen();
      }
    }, this.#retryDelay).unref();
  }
}

/** Sends pings over a connection, which is closed when they are not answered. @returns Ends that. */
function tryAgainAndAgain(client: ioredis.Redis): () => void {
  const timer = setInterval(() => {
    if (client.status === 'ready') {
      client.ping().catch(() => undefined);
    }
  }, TRY_EVERY_MS).unref();
  return () => {
    clearInterval(timer);
  };
}

/** Where a slot is, in the words of a node that does not have it; a node that does not know its host leaves that out. */
function movedTo({ message }: Error, host: string): { readonly host: string; readonly port: number } | undefined {
  const [match, named = '', port] = /^MOVED \d+ (.*):(\d+)$/.exec(message) ?? [];
  return match === undefined ? undefined : { host: named === '' || named === '?' ? host : named, port: Number(port) };
}
