import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readConfig } from '../../../src/config.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';
import { createGateway } from '../../../src/server/gateway.js';
import { type RunningServer, startServer } from '../../../src/server/http/http-server.js';
import { createLogger } from '../../../src/server/logger.js';

type Line = Readonly<Record<string, unknown>>;

const DEBUG = 20;
const WARN = 40;
const ERROR = 50;

let sandbox: Sandbox;
let server: RunningServer;
let lines: Line[] = [];
let breakGene: (broken: boolean) => void;

beforeAll(async () => {
  sandbox = await startSandbox({ rps: 0 });
  const config = readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: '50', LOG_LEVEL: 'debug' });
  const logger = createLogger('debug', config, { write: (line) => lines.push(JSON.parse(line) as Line) });
  const gateway = createGateway(config, logger);
  const field = gateway.schema.getQueryType()?.getFields().gene;
  const resolve = field?.resolve;
  breakGene = (broken) => {
    const fail = (): never => {
      throw new Error('disk /secret/path is full');
    };
    Object.assign(field ?? {}, { resolve: broken ? fail : resolve });
  };
  server = await startServer(gateway, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});
beforeEach(() => {
  lines = [];
});

/** Asks, and gives the id that the answer says. */
async function ask(query: string, headers: Readonly<Record<string, string>> = {}): Promise<string | null> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  await response.text();
  return response.headers.get('x-request-id');
}

describe('the id of a request', () => {
  it('is made where there is none, and answered', async () => {
    const id = await ask('{ __typename }');
    expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(await ask('{ __typename }')).not.toBe(id);
    expect(lines[0]).toMatchObject({ requestId: id });
  });

  it('is the one that the caller gave, when that is a word', async () => {
    expect(await ask('{ __typename }', { 'x-request-id': 'job-7.step:3_a' })).toBe('job-7.step:3_a');
    for (const unusable of ['two words', 'x'.repeat(129), '{"level":60}']) {
      expect(await ask('{ __typename }', { 'x-request-id': unusable })).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('stands on refusals too', async () => {
    const response = await fetch(`${server.url}/graphql`, { method: 'PUT', headers: { 'x-request-id': 'r-405' } });
    expect([response.status, response.headers.get('x-request-id')]).toEqual([405, 'r-405']);
    expect(lines).toMatchObject([{ level: DEBUG, requestId: 'r-405', outcome: 'refused' }]);
  });
});

describe('an operation in the log', () => {
  it('is a line for debugging when it succeeds, or when its caller erred', async () => {
    await ask('query Symbol { gene(uid: 7157) { symbol } }', { 'x-request-id': 'r-1' });
    await ask('{ nope }');
    await ask('{ gene(uid: "x") { symbol } }');
    expect(lines).toMatchObject([
      {
        level: DEBUG,
        msg: 'operation answered',
        requestId: 'r-1',
        operation: 'Symbol',
        type: 'query',
        outcome: 'answered',
        calls: 1,
        cacheHits: 0,
      },
      { level: DEBUG, outcome: 'refused', codes: { GRAPHQL_VALIDATION_FAILED: 1 } },
      { level: DEBUG, codes: { BAD_USER_INPUT: 1 } },
    ]);
    expect(lines[0]).not.toHaveProperty('client');
  });

  it('is a warning when NCBI failed it, with what failed and how often', async () => {
    sandbox.intercept(({ utility }) => (utility === 'elink' ? { status: 403, body: 'Access Denied' } : undefined));
    const id = await ask('query Half { pubmed(uid: 22417847) { uid gene { totalCount } protein { totalCount } } }');
    sandbox.intercept(() => undefined);
    expect(lines.filter(({ requestId }) => requestId === id)).toMatchObject([
      { level: WARN, operation: 'Half', outcome: 'partial', codes: { UPSTREAM_UNAVAILABLE: 2 } },
    ]);
  });

  it('is an error, once, with its stack and the id of its request, where nobody expected it', async () => {
    breakGene(true);
    const whole = await ask('{ gene(uid: 7157) { uid } }');
    const streamed = await ask('{ __typename ... @defer { gene(uid: 7157) { uid } } }', { accept: 'multipart/mixed' });
    breakGene(false);
    expect(lines.filter(({ level }) => level === ERROR)).toMatchObject([
      { requestId: whole, msg: expect.stringContaining('disk /secret/path is full') },
      { requestId: streamed, msg: expect.stringContaining('disk /secret/path is full') },
    ]);
  });
});
