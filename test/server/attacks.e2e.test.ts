import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MAX_PIPELINED } from '../../src/server/http/one-by-one.js';
import { Command } from '../support/command.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { ATTACKS, repeat } from './attacks.js';

/** Seconds of CPU that one attack may take, on a machine that does other work as well; most take a hundredth of it. */
const MAX_CPU_S = 5;
/** The longest that one attack may keep a look at health waiting, in seconds of CPU: wall time is others' as well. */
const MAX_BLOCKED_S = 0.25;
/** Between two looks at health during an attack. */
const LOOK_EVERY_MS = 10;
const HEAP_MB = 512;

describe(`a process with a heap of ${HEAP_MB} MB`, { timeout: 120_000 }, () => {
  const sandbox = new Command(['sandbox', '--port', '0', '--rps', '0']);
  let gateway: Command;
  let url: string;
  beforeAll(async () => {
    gateway = new Command(['serve', '--port', '0'], {
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
      NCBI_BASE_URL: await sandbox.says(/listening on (http:\S+)/),
      LOG_LEVEL: 'error',
    });
    url = (await gateway.says(/(http:\/\/[\d.:]+)/)).replace(/\/$/, '');
    // What runs for the first time is compiled.
    await post('{ gene(uid: "7157") { symbol } }');
  }, 120_000);
  afterAll(async () => {
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

  /** Looks at health from this process until `work` is done. Returns the most CPU that one look had to wait for. */
  async function longestBlock(work: Promise<unknown>): Promise<number> {
    const state = { isDone: false };
    const done = work.finally(() => (state.isDone = true));
    let longest = 0;
    do {
      const before = gateway.cpuSeconds ?? 0;
      expect(await isLive()).toBe(true);
      longest = Math.max(longest, (gateway.cpuSeconds ?? 0) - before);
      await delay(LOOK_EVERY_MS);
    } while (!state.isDone);
    await done;
    return longest;
  }

  async function isLive(): Promise<boolean> {
    return (await fetch(`${url}/health/live`)).ok;
  }

  // The threads that compile and collect garbage count too, when they come: what blocks does so each time.
  it.each(ATTACKS)('answers or refuses $name, without much work', { retry: 2 }, async (attack) => {
    const { query, variables, accept, code } = attack;
    const before = await cpuSeconds();
    // No text is sent twice, since caches know those.
    const headers = accept === undefined ? {} : { accept: `${accept}, application/json;q=0.5` };
    const answer = post(`${query} # ${randomUUID()}`, headers, variables).then(codeOf);
    const longest = await longestBlock(answer);
    expect(await answer).toBe(code);
    expect(longest).toBeLessThan(MAX_BLOCKED_S);
    expect((await cpuSeconds()) - before).toBeLessThan(MAX_CPU_S);
    expect(await isLive()).toBe(true);
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
      expect(await longestBlock(isOver)).toBeLessThan(MAX_BLOCKED_S);
      expect(answered === count).toBe(count === MAX_PIPELINED);
    },
  );

  it('lets others have their turn between 100 large documents that come at the same moment', async () => {
    const fields = repeat(4000, () => 'uid');
    const answers = Promise.all(
      Array.from({ length: 100 }, async (_, index) =>
        codeOf(await post(`{ gene(uid: "${index + 1}") { ${fields} } }`)),
      ),
    );
    expect(await longestBlock(answers)).toBeLessThan(MAX_BLOCKED_S);
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
