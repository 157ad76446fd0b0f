import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MAX_PIPELINED } from '../../src/server/http/connections.js';
import { Command } from '../support/command.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { HealthLooks, type Looks } from '../support/health-looks.js';
import { ATTACKS, repeat } from './attacks.js';

/** Seconds of CPU that one attack may take, on a machine that does other work as well; most take a hundredth of it. */
const MAX_CPU_S = 5;
/** The longest that the event loop may be busy while a look at health waits, in milliseconds of CPU. */
const MAX_BLOCKED_MS = 250;
/** How long a look at health may take, without the time in which there was no CPU for it. */
const MAX_ANSWERED_MS = 100;
/** Part of the attacks during which it may take longer: a core that others share takes up to three times as long. */
const SLOW = 0.5;
const HEAP_MB = 512;
/** How often an attack is made at most, to find its least work. */
const TIMES = 5;

describe(`a process with a heap of ${HEAP_MB} MB`, { timeout: 120_000 }, () => {
  const sandbox = new Command(['sandbox', '--port', '0', '--rps', '0']);
  let gateway: Command;
  let url: string;
  let looks: HealthLooks;
  /** How long the worst look at health took during each attack, in milliseconds. */
  const answered = new Map<string, number>();
  beforeAll(async () => {
    gateway = new Command(['serve', '--port', '0'], {
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
      NCBI_BASE_URL: await sandbox.says(/listening on (http:\S+)/),
      LOG_LEVEL: 'error',
    });
    url = (await gateway.says(/(http:\/\/[\d.:]+)/)).replace(/\/$/, '');
    looks = new HealthLooks(gateway, url);
    // What runs for the first time is compiled.
    await post('{ gene(uid: "7157") { symbol } }');
  }, 120_000);
  afterAll(async () => {
    looks[Symbol.dispose]();
    await gateway[Symbol.asyncDispose]();
    await sandbox[Symbol.asyncDispose]();
  });

  async function post(
    query: string,
    headers: Readonly<Record<string, string>> = {},
    variables = {},
  ): Promise<Response> {
    return fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  }

  async function codeOf(response: Response): Promise<string | undefined> {
    const text = await response.text();
    // Rows have no code: what is refused as a whole is JSON.
    const isJson = /[/+]json;/.test(response.headers.get('content-type') ?? '');
    const { errors } = (isJson ? JSON.parse(text) : {}) as GraphqlAnswer;
    return errors?.[0]?.extensions.code;
  }

  /** Seconds of CPU that the process has taken so far. */
  async function cpuSeconds(): Promise<number> {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
  }

  function isLittle({ blockedMs, cpuS }: { readonly blockedMs: number; readonly cpuS: number }): boolean {
    return blockedMs < MAX_BLOCKED_MS && cpuS < MAX_CPU_S;
  }

  /** The worst look at health until `work` is done. */
  async function looksDuring(work: Promise<unknown>): Promise<Looks> {
    await looks.worst();
    await work;
    return looks.worst();
  }

  async function isLive(): Promise<boolean> {
    return (await fetch(`${url}/health/live`)).ok;
  }

  it.each(ATTACKS)('answers or refuses $name, without much work', async ({ name, query, variables, accept, code }) => {
    const headers = accept === undefined ? {} : { accept: `${accept}, application/json;q=0.5` };
    let least = { blockedMs: Infinity, cpuS: Infinity };
    // What compiles, collects garbage or shares the core counts too, when it comes: what blocks does so each time.
    for (let time = 0; time < TIMES && !isLittle(least); time += 1) {
      const before = await cpuSeconds();
      // No text is sent twice, since caches know those.
      const answer = post(`${query} # ${randomUUID()}`, headers, variables).then(codeOf);
      const { blockedMs, answeredMs } = await looksDuring(answer);
      expect(await answer).toBe(code);
      expect(await isLive()).toBe(true);
      answered.set(name, answeredMs);
      const cpuS = (await cpuSeconds()) - before;
      least = { blockedMs: Math.min(least.blockedMs, blockedMs), cpuS: Math.min(least.cpuS, cpuS) };
    }
    expect(least).toSatisfy(isLittle);
  });

  it(`answers looks at health within ${MAX_ANSWERED_MS} ms meanwhile`, () => {
    const slow = [...answered].filter(([, took]) => took > MAX_ANSWERED_MS);
    const names = slow.map(([name, took]) => `${name}: ${took.toFixed(0)} ms`);
    expect(names.length, names.join('\n')).toBeLessThanOrEqual(SLOW * answered.size);
  });

  it('keeps no more of distinct large documents than their cache holds', async () => {
    const padding = repeat(1500, (index) => `a${index % 400}: uid`);
    for (let index = 0; index < 60; index += 1) {
      const query = `{ gene(uid: "${index + 1}") { __typename } } # ${'x'.repeat(100_000)} ${padding.slice(0, 1000)}`;
      expect((await post(query)).status).toBe(200);
    }
    expect(await isLive()).toBe(true);
  });

  it.each([MAX_PIPELINED, 3000])(
    'answers or cuts off %i requests that come at once on one connection',
    async (count) => {
      const { hostname, port } = new URL(url);
      const body = JSON.stringify({ query: `{ gene(uid: "7157") { symbol } }` });
      const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json`;
      const client = connect(Number(port), hostname);
      let answered = 0;
      const isOver = new Promise((resolve) => {
        client.on('data', (data) => {
          answered += data.toString().match(/HTTP\/1\.1 200/g)?.length ?? 0;
          if (answered === count) {
            client.destroy();
          }
        });
        client.on('error', () => undefined);
        client.on('close', resolve);
      });
      client.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`.repeat(count));
      expect((await looksDuring(isOver)).blockedMs).toBeLessThan(MAX_BLOCKED_MS);
      expect(answered === count).toBe(count === MAX_PIPELINED);
    },
  );

  it('lets others have their turn between 40 large documents that come at the same moment', async () => {
    const fields = repeat(4000, () => 'uid');
    const answers = Promise.all(
      Array.from({ length: 40 }, async (_, index) => codeOf(await post(`{ gene(uid: "${index + 1}") { ${fields} } }`))),
    );
    expect((await looksDuring(answers)).blockedMs).toBeLessThan(MAX_BLOCKED_MS);
    expect((await answers).every((code) => code === undefined)).toBe(true);
  });

  it('makes few calls with made-up API keys, whose refusals slow their caller down', async () => {
    const codes = await Promise.all(
      Array.from({ length: 60 }, async () =>
        codeOf(await post('{ gene(uid: "672") { symbol } }', { 'x-ncbi-api-key': `invalid-${randomUUID()}` })),
      ),
    );
    const tried = codes.filter((code) => code === 'INVALID_API_KEY').length;
    expect(tried).toBeGreaterThan(0);
    expect(tried).toBeLessThanOrEqual(10);
    expect(codes.filter((code) => code === 'QUOTA_EXCEEDED').length).toBe(60 - tried);
  });
});
