import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePort, RedisServer } from '../test/support/redis-server.js';
import type { Bench, Figure } from './bench.js';
import { CLICK, CLICKS, geneOf } from './clicks.js';
import { type RemoteSandbox, SandboxHost } from './sandbox-host.js';
import { ServerProcess } from './server-process.js';

const RPS = 10;
const LATENCY_MS = 300;
const PROCESSES = 4;
const CLIENTS = 12;
/** Searches of one operation; each takes a call of its own, so that the rate limit is what all wait for. */
const SEARCHES = 4;
/** After so long each process knows of the others, and the store grants permits. */
const SETTLED_MS = 4000;
const STILL_MS = 20_000;
/**
 * NCBI has a machine of its own, and counts requests when they arrive. The sandbox counts them when it gets a core: by so
 * much do processes that start leave it the cores of this machine.
 */
const NICENESS = 10;
const CADDYFILE = fileURLToPath(new URL('../deploy/Caddyfile', import.meta.url));

interface Place {
  readonly port: string;
  process: ServerProcess;
}

/** What clients were answered. */
interface Answers {
  readonly operations: number;
  readonly failures: readonly string[];
  readonly slowestMs: number;
  readonly calls: number;
  readonly refused: number;
}

/**
 * Four processes behind the proxy that is shipped, which are restarted one after the other, killed, and held still, while
 * clients send operations that wait for the rate limit. All figures are counts, so that they hold on a busy machine.
 */
export const fleetStops: Bench = {
  name: 'fleet-stops',
  async measure() {
    using host = new SandboxHost();
    const latency = { kind: 'constant', ms: LATENCY_MS } as const;
    await using sandbox = await host.start({ graph: 'clicks', rps: RPS, latency });
    await using redis = await RedisServer.start();
    // The first search indexes all records, and the requests of a whole second would arrive together behind it.
    await (await fetch(`${sandbox.url}esearch.fcgi?db=pubmed&term=0`)).text();
    await using stack = await Stack.start(sandbox, redis);
    const load = new Load(sandbox);
    const restarted = await load.during(
      () => stack.proxyUrl,
      () => stack.restartAll(),
    );
    const killed = await load.during(
      () => stack.proxyUrl,
      () => stack.killOne(),
    );
    await delay(SETTLED_MS);
    const keeper = await stack.busiest();
    const others = stack.places.filter((place) => place !== keeper);
    const still = await load.during(
      (client) => others[client % others.length]?.process.url ?? '',
      async () => {
        keeper.process.signal('SIGSTOP');
        await delay(STILL_MS);
        keeper.process.signal('SIGCONT');
      },
    );
    return [
      ...figuresOf('restarted one after the other, behind the proxy', restarted),
      ...figuresOf('one killed (-9), behind the proxy', killed),
      ...figuresOf(`the keeper held still for ${STILL_MS / 1000} s, at the others`, still),
      {
        what: 'exit codes of the restarts',
        measured: stack.codes.join(' '),
        comparedWith: '0',
        ratio: 1,
        goal: 'all 0',
        met: stack.codes.every((code) => code === 0),
      },
    ];
  },
};

function countOf(count: number): Omit<Figure, 'what'> {
  return { measured: String(count), comparedWith: '0', ratio: count === 0 ? 1 : Infinity, goal: '0', met: count === 0 };
}

function figuresOf(what: string, { operations, failures, slowestMs, calls, refused }: Answers): Figure[] {
  for (const failure of failures.slice(0, 3)) {
    process.stdout.write(`${what}: ${failure}\n`);
  }
  const slowest = (slowestMs / 1000).toFixed(1);
  return [
    { ...countOf(failures.length), what: `${what}: failures of ${operations} operations (slowest ${slowest} s)` },
    { ...countOf(refused), what: `${what}: requests refused for their rate, of ${calls}` },
  ];
}

class Stack implements AsyncDisposable {
  readonly places: Place[] = [];
  readonly codes: unknown[] = [];
  readonly #settings: NodeJS.ProcessEnv;
  readonly #sandbox: RemoteSandbox;
  #proxy: ChildProcess | undefined;
  proxyUrl = '';

  private constructor(sandbox: RemoteSandbox, redis: RedisServer) {
    this.#sandbox = sandbox;
    // As compose.yaml has them.
    this.#settings = { NCBI_RPS: String(RPS), REDIS_URL: redis.url, DRAIN_GRACE_MS: '3000', DRAIN_TIMEOUT_MS: '60000' };
  }

  static async start(sandbox: RemoteSandbox, redis: RedisServer): Promise<Stack> {
    const stack = new Stack(sandbox, redis);
    const ports = await Promise.all(Array.from({ length: PROCESSES }, freePort));
    const places = ports.map(async (port) => ({ port: String(port), process: await stack.#gateway(String(port)) }));
    stack.places.push(...(await Promise.all(places)));
    const proxyPort = String(await freePort());
    const gateways = ports.map((port) => `127.0.0.1:${port}`).join(' ');
    stack.#proxy = spawn('caddy', ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
      env: { ...process.env, PORT: proxyPort, GATEWAYS: gateways, HOME: tmpdir() },
      stdio: 'ignore',
    });
    stack.proxyUrl = `http://127.0.0.1:${proxyPort}/graphql`;
    const isUp = (): Promise<boolean> =>
      fetch(stack.proxyUrl).then(
        ({ status }) => status < 500,
        () => false,
      );
    while (!(await isUp())) {
      await delay(100);
    }
    await delay(SETTLED_MS);
    return stack;
  }

  async restartAll(): Promise<void> {
    for (const place of this.places) {
      place.process.signal('SIGTERM');
      this.codes.push(await place.process.ended());
      place.process = await this.#gateway(place.port);
      // A supervisor waits until it is ready, and the proxy looks once a second.
      await delay(2000);
    }
  }

  async killOne(): Promise<void> {
    const place = await this.busiest();
    place.process.signal('SIGKILL');
    await place.process.ended();
    await delay(8000);
    place.process = await this.#gateway(place.port);
  }

  /** The keeper: who makes the calls of all. */
  async busiest(): Promise<Place> {
    const callsOf = async ({ port }: Place): Promise<number> => {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const calls = text.matchAll(/^entrez_graph_upstream_calls_total\{.*\} (\d+)$/gm);
      return Array.from(calls, ([, count]) => Number(count)).reduce((sum, count) => sum + count, 0);
    };
    const before = await Promise.all(this.places.map(callsOf));
    await delay(1500);
    const after = await Promise.all(this.places.map(callsOf));
    const made = after.map((count, i) => count - (before[i] ?? 0));
    const [first] = this.places;
    const place = this.places[made.indexOf(Math.max(...made))] ?? first;
    if (!place) {
      throw new Error('No process runs.');
    }
    return place;
  }

  #gateway(port: string): Promise<ServerProcess> {
    return ServerProcess.gateway(this.#sandbox.url, { ...this.#settings, PORT: port }, NICENESS);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.places.map((place) => place.process[Symbol.asyncDispose]()));
    if (this.#proxy) {
      const gone = once(this.#proxy, 'exit');
      this.#proxy.kill('SIGKILL');
      await gone;
    }
  }
}

/** Clients that send one operation after the other: clicks on records, and searches that nobody has sent before. */
class Load {
  readonly #sandbox: RemoteSandbox;
  #sent = 0;

  constructor(sandbox: RemoteSandbox) {
    this.#sandbox = sandbox;
  }

  /** Sends operations until `work` is done and all are answered. */
  async during(urlOf: (client: number) => string, work: () => Promise<void>): Promise<Answers> {
    const begunAt = performance.now();
    const failures: string[] = [];
    let operations = 0;
    let slowestMs = 0;
    let isOver = false;
    const client = async (number: number): Promise<void> => {
      while (!isOver) {
        const startedAt = performance.now();
        const failure = await this.#send(urlOf(number)).catch((error: unknown) => String(error));
        operations += 1;
        slowestMs = Math.max(slowestMs, performance.now() - startedAt);
        if (failure !== undefined) {
          failures.push(failure);
        }
      }
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    await delay(2000);
    await work();
    isOver = true;
    await clients;
    const calls = (await this.#sandbox.calls()).filter(({ at }) => at >= begunAt);
    const refused = calls.filter(({ status }) => status === 429).length;
    return { operations, failures, slowestMs, calls: calls.length, refused };
  }

  async #send(url: string): Promise<string | undefined> {
    this.#sent += 1;
    const isClick = this.#sent % 2 === 0;
    const fields = Array.from(
      { length: SEARCHES },
      (_, i) => `q${i}: pubmed(term: "${this.#sent} ${i}") { totalCount }`,
    );
    const query = isClick ? CLICK : `{ search { ${fields.join(' ')} } }`;
    const body = JSON.stringify({ query, variables: isClick ? { uid: geneOf(this.#sent % CLICKS) } : {} });
    // A client that keeps no connection open, so that none of its own is closed under it.
    const headers = { 'content-type': 'application/json', accept: 'application/json', connection: 'close' };
    const response = await fetch(url, { method: 'POST', headers, body });
    const text = await response.text();
    return response.status === 200 && !text.includes('"errors"')
      ? undefined
      : `${response.status} ${text.slice(0, 200)}`;
  }
}
