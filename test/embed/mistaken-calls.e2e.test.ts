import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createEntrezGraph, type EntrezGraph, useEntrez } from '../../src/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox.js';

const TWO = 'query A { gene(uid: "7157") { uid } } query B { gene(uid: "672") { uid } }';

let sandbox: Sandbox;
let graph: EntrezGraph;
const logged: unknown[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ rps: 0 });
  const log = (...told: unknown[]): void => {
    logged.push(...told);
  };
  graph = createEntrezGraph({
    ncbi: { baseUrl: sandbox.url },
    logger: { debug: () => undefined, info: log, warn: log, error: log },
  });
});
afterAll(async () => {
  await graph.close();
  await sandbox.close();
});

/** As programs without types call it. */
function executeAny(...given: readonly unknown[]): Promise<unknown> {
  return (graph.execute as (...all: readonly unknown[]) => Promise<unknown>)(...given);
}

describe('execute', () => {
  it('runs the operation that is named, and takes an empty name for none', async () => {
    expect(await graph.execute(TWO, {}, { operationName: 'B' })).toMatchObject({ data: { gene: { uid: '672' } } });
    expect(await graph.execute('{ __typename }', {}, { operationName: '' })).toMatchObject({
      data: { __typename: 'Query' },
    });
  });

  it.each([
    ['', /^The document has several operations\./],
    [undefined, /^The document has several operations\./],
    ['C', /^The document has no operation "C"\./],
  ])('returns that no operation is named by %j', async (operationName, message) => {
    expect(await graph.execute(TWO, {}, { operationName })).toMatchObject({
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
    });
  });

  it.each([null, undefined, 5, {}, ['{ __typename }']])('refuses %j as a document', async (document) => {
    await expect(executeAny(document)).rejects.toThrow(/^Invalid document\. Use the text/);
  });

  it.each(['{}', [1], 5])('refuses %j as variables', async (variables) => {
    await expect(executeAny('{ __typename }', variables)).rejects.toThrow(/^Invalid variables\. Use an object/);
  });
});

describe('links', () => {
  it.each([
    ['7157', /^Invalid uids\./],
    [[7157], /^Invalid uid 7157\./],
    [['7157', null], /^Invalid uid null\./],
  ])('refuse %j as uids, and request nothing', async (uids, message) => {
    const before = sandbox.requests.length;
    await expect(graph.links('gene', uids as string[], 'gene_pubmed')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
    });
    expect(sandbox.requests).toHaveLength(before);
  });
});

it('useEntrez refuses what is no graph before the first operation', () => {
  expect(() => useEntrez({} as EntrezGraph)).toThrow(/^Invalid graph\./);
});

it('fetch takes a client that left for no failure', async () => {
  const url = 'http://localhost/graphql?query={gene(uid:"7157"){symbol}}';
  const response = await graph.fetch(new Request(url, { signal: AbortSignal.abort() }));
  expect([response.status, await response.text()]).toEqual([499, '']);
  expect(logged).toEqual([]);
});
