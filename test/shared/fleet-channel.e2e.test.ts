import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';

import type { FleetMessage, OfferMessage } from '../../src/loading/fleet/messages.js';
import { connectRedis, type RedisConnection } from '../../src/stores/redis.js';
import { RedisFleet } from '../../src/stores/redis-fleet.js';
import { RedisServer, withoutRedis } from '../support/redis-server.js';

const SETTING = { baseUrl: 'http://ncbi.example/', bucket: 'a key', namespace: 'decoders-1 http://ncbi.example/ ' };

/** A process that listens. */
class Listening implements AsyncDisposable {
  readonly heard: FleetMessage[] = [];
  readonly connection: RedisConnection;
  readonly channel: RedisFleet;
  readonly #changes = new EventTarget();

  constructor(url: string) {
    this.connection = connectRedis(url);
    this.channel = new RedisFleet({ connection: this.connection, ...SETTING });
    this.channel.listen({
      onMessage: (message) => this.heard.push(message),
      onChange: () => this.#changes.dispatchEvent(new Event('change')),
    });
  }

  static async start(url: string): Promise<Listening> {
    const listening = new Listening(url);
    await once(listening.#changes, 'change');
    while (!listening.connection.available) {
      await delay(10);
    }
    return listening;
  }

  /** Says something to the keeper. */
  say(followed: readonly number[] = []): Promise<string | undefined> {
    const message: OfferMessage = { from: this.channel.process, operations: [], offers: [], ended: [], followed };
    return this.channel.toKeeper(message, 2500);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.channel.close();
    await this.connection.close();
  }
}

/** The way to a server, on which everything is lost while it is broken. */
class BreakableWay implements AsyncDisposable {
  readonly url: string;
  isBroken = false;
  /** Scripts that are held up until so many have come. */
  late = 0;
  #held: Buffer[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    this.url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(port: number): Promise<BreakableWay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const way = new BreakableWay(server);
    server.on('connection', (near) => {
      const far = connect(port, '127.0.0.1');
      way.#lead(near, far);
      way.#lead(far, near);
    });
    return way;
  }

  #lead(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes: Buffer) => {
      if (this.late > 0 && bytes.includes('evalsha')) {
        this.late -= 1;
        this.#held.push(bytes);
      } else if (!this.isBroken) {
        to.write(bytes);
      }
      if (this.late === 0) {
        this.#held.splice(0).forEach((held) => to.write(held));
      }
    });
    from.on('error', () => undefined);
    from.on('close', () => to.destroy());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#sockets.forEach((socket) => socket.destroy());
    this.#server.close();
    await once(this.#server, 'close');
  }
}

describe.skipIf(withoutRedis)('The way between processes over Redis', () => {
  it('makes the first process keeper, brings it what others say, and brings them its answers', async () => {
    await using server = await RedisServer.start();
    await using first = await Listening.start(server.url);
    await using second = await Listening.start(server.url);
    expect(await first.say()).toBe(first.channel.process);
    expect(await second.say([1])).toBe(first.channel.process);
    expect(await first.say()).toBe(first.channel.process);
    const message = { from: first.channel.process, number: 2, costs: [], answers: [], refusals: [], charges: [] };
    expect(await first.channel.send(second.channel.process, message)).toBe(true);
    while (first.heard.length === 0 || second.heard.length === 0) {
      await delay(10);
    }
    expect(first.heard).toMatchObject([{ from: second.channel.process, followed: [1] }]);
    expect(second.heard).toEqual([message]);
  });

  it('makes another process keeper at once when the keeper leaves, or its connection breaks', async () => {
    await using server = await RedisServer.start();
    await using first = await Listening.start(server.url);
    await using second = await Listening.start(server.url);
    await using third = await Listening.start(server.url);
    expect(await first.say()).toBe(first.channel.process);
    await first.channel.close();
    expect(await second.say()).toBe(second.channel.process);
    const operator = new Redis(server.url);
    await operator.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await operator.quit();
    expect(await third.say()).not.toBe(second.channel.process);
    expect(
      await third.channel.send(second.channel.process, {
        from: '',
        number: 1,
        costs: [],
        answers: [],
        refusals: [],
        charges: [],
      }),
    ).toBe(false);
  });

  it('names neither the API key nor the address in the store', async () => {
    await using server = await RedisServer.start();
    await using first = await Listening.start(server.url);
    await first.say();
    const operator = new Redis(server.url);
    const names = [...(await operator.keys('*')), ...((await operator.call('PUBSUB', 'CHANNELS')) as string[])];
    await operator.quit();
    expect(names).toHaveLength(2);
    expect(names.filter((name) => /ncbi|a key/.test(name))).toEqual([]);
  });

  it('goes on while the store is full, from where nothing is evicted', async () => {
    await using server = await RedisServer.start();
    await using first = await Listening.start(server.url);
    await using second = await Listening.start(server.url);
    const operator = new Redis(server.url);
    await operator.config('SET', 'maxmemory-policy', 'noeviction');
    await operator.config('SET', 'maxmemory', '1');
    await operator.quit();
    expect(await first.say()).toBe(first.channel.process);
    expect(await second.say()).toBe(first.channel.process);
    expect(await first.say()).toBe(first.channel.process);
  });

  it('is asked again while the store is late, since the keeper may be at what it was sent', async () => {
    await using server = await RedisServer.start();
    await using way = await BreakableWay.start(server.port);
    await using keeper = await Listening.start(server.url);
    await using process = await Listening.start(way.url);
    expect(await keeper.say()).toBe(keeper.channel.process);
    way.late = 2;
    expect(await process.say([1])).toBe(keeper.channel.process);
    while (keeper.heard.length === 0) {
      await delay(10);
    }
    expect(keeper.heard[0]).toMatchObject({ followed: [1] });
  });

  it('is found again by a process whose connections died without a word', async () => {
    await using server = await RedisServer.start();
    await using way = await BreakableWay.start(server.port);
    await using process = await Listening.start(way.url);
    expect(await process.say()).toBe(process.channel.process);
    way.isBroken = true;
    expect(await process.say()).toBeUndefined();
    while (process.connection.available) {
      await process.say();
      await delay(50);
    }
    way.isBroken = false;
    while ((await process.say()) === undefined) {
      await delay(50);
    }
    const message = { from: '', number: 3, costs: [], answers: [], refusals: [], charges: [] };
    expect(await process.channel.send(process.channel.process, message)).toBe(true);
    while (process.heard.length === 0) {
      await delay(10);
    }
  });

  it('is found again by a process whose driver has given up', async () => {
    await using server = await RedisServer.start();
    await using process = await Listening.start(server.url);
    process.connection.client.disconnect();
    expect(await process.say()).toBeUndefined();
    while ((await process.say()) === undefined) {
      await delay(50);
    }
    expect(process.connection.available).toBe(true);
  });
});
