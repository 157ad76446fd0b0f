import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { TemporaryFolder } from '../support/temporary-folder.js';
import { ask, untilAnswered } from './asking.js';
import { CADDYFILE, serviceOf, variablesOf } from './compose.js';
import { Container } from './container.js';
import { freePorts, Program } from './program.js';

const GENE = '{ gene(uid: 7157) { symbol } }';
const TP53 = { data: { gene: { symbol: 'TP53' } }, extensions: { entrez: { source: 'sandbox' } } };

/** CI sets it: there the tests of the whole stack must run. */
const REQUIRED = process.env.REQUIRE_STACK === '1';
const [STORE, PROXY] = [['valkey-server', 'redis-server'], ['caddy']].map((names) =>
  names.find((name) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)))),
);

let folder: TemporaryFolder;
let image: Container;

beforeAll(async () => {
  folder = await TemporaryFolder.create();
  image = await Container.unpack(inject('packed').tarball, folder.path);
}, 300_000);

afterAll(() => folder[Symbol.asyncDispose](), 60_000);

describe('the image', () => {
  it('has the packages of both stores, and none to build or test with', async () => {
    const packages = await readdir(join(image.app, 'node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['graphql', 'ioredis', 'lmdb']));
    expect(packages.filter((name) => ['typescript', 'vitest', 'oxlint', 'esbuild'].includes(name))).toEqual([]);
  });

  it('serves, is well as long as it does, and ends with 0 at SIGTERM', async () => {
    const ports = await freePorts('sandbox', 'gateway');
    await using sandbox = image.start({}, ['sandbox', '--port', ports.sandbox, '--rps', '0']);
    await untilAnswered(`http://127.0.0.1:${ports.sandbox}/sandbox/faults`);
    const environment = {
      PORT: ports.gateway,
      NCBI_BASE_URL: `http://127.0.0.1:${ports.sandbox}/entrez/eutils/`,
      CACHE_DIR: join(image.app, 'cache'),
    };
    expect(await image.checkHealth(environment)).toBe(1);
    await using gateway = image.start(environment);
    const url = `http://127.0.0.1:${ports.gateway}`;
    await untilAnswered(`${url}/health/ready`);
    expect(await image.checkHealth(environment)).toBe(0);
    expect(await ask(url, GENE)).toMatchObject(TP53);
    for (const page of ['/explore', '/graphql?query=%7B__typename%7D']) {
      expect((await fetch(url + page)).status).toBe(200);
    }
    gateway.stop();
    expect([await gateway.end(), await image.checkHealth(environment)]).toEqual([0, 1]);
    sandbox.stop();
    expect(await sandbox.end()).toBe(0);
  });
});

describe.skipIf(!REQUIRED && !(STORE && PROXY))('the stack of compose.yaml, as processes', () => {
  it('answers through the proxy, and loses no request when one gateway after the other is replaced', async () => {
    const ports = await freePorts('valkey', 'sandbox', 'a', 'b', 'proxy');
    const [, ...storeFlags] = serviceOf('valkey').command ?? [];
    await using store = new Program([STORE ?? 'valkey-server', ...storeFlags, '--port', ports.valkey]);
    await using sandbox = image.start({}, [
      ...(serviceOf('sandbox').command ?? []).map((word) => (word === '4100' ? ports.sandbox : word)),
    ]);
    const startGateway = (name: 'a' | 'b'): Program =>
      image.start({
        ...variablesOf(serviceOf(`gateway-${name}`)),
        PORT: ports[name],
        NCBI_BASE_URL: `http://127.0.0.1:${ports.sandbox}/entrez/eutils/`,
        REDIS_URL: `redis://127.0.0.1:${ports.valkey}`,
      });
    await untilAnswered(`http://127.0.0.1:${ports.sandbox}/sandbox/faults`);
    await using a = startGateway('a');
    await using b = startGateway('b');
    await using proxy = new Program([PROXY ?? 'caddy', 'run', '--config', fileURLToPath(CADDYFILE)], {
      environment: { PORT: ports.proxy, GATEWAYS: `127.0.0.1:${ports.a} 127.0.0.1:${ports.b}`, HOME: folder.path },
    });
    const url = `http://127.0.0.1:${ports.proxy}`;
    await Promise.all(
      [ports.a, ports.b, ports.proxy].map((port) => untilAnswered(`http://127.0.0.1:${port}/health/ready`)),
    );
    expect(await ask(url, GENE)).toMatchObject(TP53);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);

    const load = new Load(url);
    a.stop();
    expect(await a.end()).toBe(0);
    await using again = startGateway('a');
    await untilAnswered(`http://127.0.0.1:${ports.a}/health/ready`);
    await untilAsked(ports.a);
    b.stop();
    expect(await b.end()).toBe(0);
    await load.isAnswered(50);
    expect(await load.end()).toEqual([]);
    const others = [again, proxy, sandbox, store];
    others.forEach((program) => {
      program.stop();
    });
    expect(await Promise.all(others.map((program) => program.end()))).toEqual([0, 0, 0, 0]);
  });
});

/** Resolves when the proxy, which looks at a gateway once a second, has sent it a question. */
async function untilAsked(port: string): Promise<void> {
  const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await expect.poll(metrics).toMatch(/^entrez_graph_operations_total\{.*\} [1-9]/m);
}

/** Four callers who ask one question after the other. */
class Load {
  readonly #failures: unknown[] = [];
  readonly #callers: readonly Promise<void>[];
  #answered = 0;
  #over = false;

  constructor(url: string) {
    this.#callers = Array.from({ length: 4 }, () => this.#askOn(url));
  }

  /** Resolves when so many more have been answered. */
  async isAnswered(count: number): Promise<void> {
    const goal = this.#answered + count;
    await expect.poll(() => this.#answered).toBeGreaterThan(goal);
  }

  /** What came instead of answers. */
  async end(): Promise<readonly unknown[]> {
    this.#over = true;
    await Promise.all(this.#callers);
    return this.#failures;
  }

  async #askOn(url: string): Promise<void> {
    while (!this.#over) {
      const answer = await ask(url, GENE).catch((error: unknown) => error);
      this.#answered += 1;
      if (!JSON.stringify(answer).includes('"TP53"')) {
        this.#failures.push(answer);
      }
    }
  }
}
