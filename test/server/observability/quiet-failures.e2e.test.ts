import { connect } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readConfig } from '../../../src/config.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { createGateway } from '../../../src/server/gateway.js';
import { type RunningServer, startServer } from '../../../src/server/http/http-server.js';
import { createLogger } from '../../../src/server/logger.js';
import { HeldAnswers } from '../../support/held-answers.js';
import { scrape } from '../../support/metrics.js';

type Line = Readonly<Record<string, unknown>>;

const DEBUG = 20;
const WARN = 40;

let sandbox: Sandbox;
let server: RunningServer;
let lines: Line[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ rps: 0 });
  const config = readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: '50', LOG_LEVEL: 'debug' });
  const logger = createLogger('debug', config, { write: (line) => lines.push(JSON.parse(line) as Line) });
  server = await startServer(createGateway(config, logger), { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});
beforeEach(() => {
  lines = [];
});

function post(query: string, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

/** The sum of all samples of a metric whose labels say this. */
async function total(name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> {
  const samples = (await scrape(server.url)).filter(
    (sample) => sample.name === name && Object.entries(labels).every(([label, its]) => sample.labels[label] === its),
  );
  return samples.reduce((sum, { value }) => sum + value, 0);
}

describe('a caller who leaves', () => {
  it.each([
    ['a whole answer', 'application/json', 'query Left { gene(uid: "7157") { omim { totalCount } } }'],
    [
      'a stream',
      'multipart/mixed',
      'query Left { __typename ... @defer { gene(uid: "675") { omim { totalCount } } } }',
    ],
  ])('before the end of %s is an outcome of its own, for debugging, and no error', async (_, accept, query) => {
    const errors = ['entrez_graph_errors_total', 'entrez_graph_operation_troubles_total'];
    const before = await Promise.all(errors.map((name) => total(name)));
    const aborted = await total('entrez_graph_operations_total', { outcome: 'aborted' });
    const held = new HeldAnswers('elink');
    sandbox.intercept(held.interceptor);
    const leaving = new AbortController();
    const answer = post(query, { accept }, leaving.signal)
      .then((response) => response.text())
      .catch(() => undefined);
    await held.arrived;
    leaving.abort();
    await answer;
    await expect.poll(() => lines.length).toBeGreaterThan(0);
    held.release();
    sandbox.intercept(() => undefined);
    expect(lines).toMatchObject([{ level: DEBUG, msg: 'operation aborted', outcome: 'aborted' }]);
    expect(lines[0]).not.toHaveProperty('codes');
    expect(await total('entrez_graph_operations_total', { outcome: 'aborted' })).toBe(aborted + 1);
    expect(await Promise.all(errors.map((name) => total(name)))).toEqual(before);
  });

  it.each(['close', 'reset'])(
    'by a %s in the middle of the request is the same, and not a bad request',
    async (how) => {
      const before = await total('entrez_graph_errors_total');
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname);
      const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n';
      socket.write(`${head}{"query":`, () => {
        if (how === 'reset') {
          socket.resetAndDestroy();
        } else {
          socket.destroy();
        }
      });
      await expect.poll(() => lines.length).toBeGreaterThan(0);
      expect(lines).toMatchObject([{ level: DEBUG, outcome: 'aborted' }]);
      expect(await total('entrez_graph_errors_total')).toBe(before);
    },
  );
});

describe('a web page of an origin that is not allowed', () => {
  it('leaves one line that names the origin and the setting, however often it comes', async () => {
    const origin = 'https://app.elsewhere.example';
    for (let index = 0; index < 5; index += 1) {
      expect((await post('{ __typename }', { origin })).status).toBe(403);
    }
    const warnings = lines.filter(({ level }) => level === WARN);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.msg).toContain(origin);
    expect(warnings[0]?.msg).toContain('CORS_ORIGINS (--cors-origins)');
  });

  it('cannot fill the log with origins that it makes up', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => post('{ __typename }', { origin: `https://made-up-${index}.example` })),
    );
    expect(lines.filter(({ level }) => level === WARN).length).toBeLessThanOrEqual(20);
  });
});
