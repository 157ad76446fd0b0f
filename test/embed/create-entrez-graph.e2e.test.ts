import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { mergeSchemas } from '@graphql-tools/schema';
import { execute, parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  createContext,
  createEntrezGraph,
  createSchema,
  type EntrezGraph,
  EntrezError,
  type EntrezGraphOptions,
  useEntrez,
} from '../../src/index.js';
import { hurryClock } from '../support/hurried-clock.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { parseFaults, type Sandbox, startSandbox } from '../../src/sandbox.js';

const SYMBOL = '{ gene(uid: "7157") { symbol } }';
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

let sandbox: Sandbox;
let graph: EntrezGraph;
beforeAll(async () => {
  sandbox = await startSandbox({ rps: 0, keyedRps: 0 });
  graph = create();
});
afterAll(async () => {
  await graph.close();
  await sandbox.close();
});

function create(options: EntrezGraphOptions = {}): EntrezGraph {
  return createEntrezGraph({ logger: silent, ...options, ncbi: { baseUrl: sandbox.url, ...options.ncbi } });
}

function post(query: string, headers: Readonly<Record<string, string>> = {}, variables = {}): Request {
  return new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

describe('options', () => {
  it.each<[EntrezGraphOptions['tables'], string]>([
    [{}, 'TABLE'],
    [{ use: 'fallback' }, 'ELINK'],
    [{ use: 'off' }, 'ELINK'],
    [{ verifiedOnly: true }, 'ELINK'],
  ])('of tables %j: links are from %s', async (tables, source) => {
    await using folder = await TemporaryFolder.create();
    await importText(folder.path, 'gene2pubmed', gene2pubmed([[7157, 15]]));
    await using own = create({ tables: { folder: folder.path, ...tables } });
    const answer = (await (
      await own.fetch(post('{ gene(uid: "7157") { pubmed { source } } }'))
    ).json()) as GraphqlAnswer;
    expect(answer.data).toEqual({ gene: { pubmed: { source } } });
  });

  it('name the documents that are answered', async () => {
    await using folder = await TemporaryFolder.create();
    const trustedDocuments = `${folder.path}/documents.json`;
    await writeFile(trustedDocuments, JSON.stringify({ d1: SYMBOL }));
    await using own = create({ access: { trustedDocuments } });
    const answers = [{ documentId: 'd1' }, { query: SYMBOL }].map(async (body) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await own.fetch(new Request('http://localhost/graphql', init))).json();
    });
    expect(await Promise.all(answers)).toMatchObject([
      { data: { gene: { symbol: 'TP53' } } },
      { errors: [{ extensions: { code: 'DOCUMENT_ID_REQUIRED' } }] },
    ]);
  });

  it('come from the program alone: the environment is not read', async () => {
    process.env.TYPE_PREFIX = 'FromTheEnvironment';
    await using own = create();
    delete process.env.TYPE_PREFIX;
    expect(own.schema.getType('Gene')).toBeDefined();
  });
});

describe('execute', () => {
  it('returns data with its cost, and shares its cache with links', async () => {
    const { data, extensions } = await graph.execute('query ($uid: ID!) { gene(uid: $uid) { symbol } }', {
      uid: '7157',
    });
    expect(data).toEqual({ gene: { symbol: 'TP53' } });
    expect(extensions).toMatchObject({ entrez: { calls: { total: 1, esummary: 1 }, source: 'sandbox' } });

    const lists = await graph.links('gene', ['7157'], 'gene_pubmed');
    const again = await graph.execute('{ gene(uid: "7157") { pubmed(first: 1) { totalCount nodes { uid } } } }');
    expect(again).toMatchObject({ extensions: { entrez: { calls: { total: 0 } } } });
    const [list] = lists.values();
    expect(again.data).toMatchObject({
      gene: { pubmed: { totalCount: (list as { uids: string[] }).uids.length, nodes: [{ uid: (list as { uids: string[] }).uids[0] }] } }, // prettier-ignore
    });
  });

  it.each([
    ['{ gene(', undefined],
    ['{ gene(uid: "7157") { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    [`{ ${'rateLimit '.repeat(100_000)} }`, 'OPERATION_TOO_LARGE'],
  ])('returns what is wrong with a document: %.40s', async (document, code) => {
    const { data, errors } = await graph.execute(document);
    expect(data ?? undefined).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('refuses a uid that is a rounded number, also in the plugin of a server, since it could be another record', async () => {
    const query = 'query ($uids: [ID!]!) { records { gene(uids: $uids) { uid } } }';
    const variables = { uids: ['7157', 2 ** 60] };
    const refused = {
      errors: [
        {
          message: expect.stringMatching(/^"variables\.uids\[1\]"/) as unknown,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    };
    expect(await graph.execute(query, variables)).toMatchObject(refused);
    const yoga = createYoga({ schema: createSchema(graph), plugins: [useEntrez(graph)], logging: silent });
    expect(await (await yoga.fetch(post(query, {}, variables))).json()).toMatchObject(refused);
  });

  it('keeps to its limits, and ends at its signal', async () => {
    await using own = create();
    const query = '{ gene(uid: "672") { symbol pubmed(first: 2) { nodes { title } } } }';
    const { errors } = await own.execute(query, {}, { maxCalls: 1 });
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('BUDGET_EXCEEDED');
    const ended = await own.execute(SYMBOL, {}, { signal: AbortSignal.abort() });
    expect(ended.errors?.[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
  });

  it('ends at its signal also while NCBI is asked, and leaves others alone', async () => {
    await using slow = await startSandbox({ rps: 0, faults: parseFaults('timeout:x1:esummary') });
    await using own = create({ ncbi: { baseUrl: slow.url } });
    const ended = new AbortController();
    const running = own.execute(SYMBOL, {}, { signal: ended.signal });
    const others = own.links('gene', ['7157'], 'gene_pubmed');
    while (slow.requests.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    ended.abort();
    expect(await running).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] });
    expect((await others).get('7157')).not.toBeInstanceOf(EntrezError);
  });

  it.each([
    { maxCalls: 0 },
    { maxCalls: 1.5 },
    { maxCalls: '5' },
    { deadline: Number.NaN },
    { apiKey: 'two words' },
    { apiKey: 5 },
    { signal: {} },
    { maxcalls: 5 },
  ])('refuses %j, also of links, and shows no key', async (given) => {
    const [name = ''] = Object.keys(given);
    const options = given as object;
    for (const refused of [
      graph.execute(SYMBOL, {}, options),
      graph.links('gene', ['7157'], 'gene_pubmed', options),
      Promise.resolve().then(() => createContext(graph, options)),
    ]) {
      const refusal = expect(refused).rejects;
      await refusal.toThrow(RangeError);
      await refusal.toThrow(new RegExp(`^(?:Invalid|Unknown option) ${name}`));
      await refusal.not.toThrow(/two words/);
    }
  });

  it('sends the API key of one call with the requests of that call only', async () => {
    await using own = create();
    await own.execute(SYMBOL, {}, { apiKey: 'key-of-one-call' });
    await own.execute('{ gene(uid: "672") { symbol } }');
    expect(sandbox.requests.slice(-2).map(({ keyed }) => keyed)).toEqual([true, false]);
  });
});

describe('links', () => {
  it('returns each list beside its uid, with scores where the link name has them', async () => {
    const [[uid, list] = []] = await graph.links('pubmed', ['31978945'], 'pubmed_pubmed');
    expect(uid).toBe('31978945');
    expect(list).toMatchObject({ uids: expect.any(Array), scores: expect.any(Array) });
  });

  describe('that fail', () => {
    hurryClock(5);

    it('are returned as failures in their place', async () => {
      await using failing = await startSandbox({ rps: 0, faults: parseFaults('poison:gene/672') });
      await using own = create({ ncbi: { baseUrl: failing.url, timeoutMs: 150_000 } });
      const lists = await own.links('gene', ['7157', '672'], 'gene_pubmed');
      expect([...lists.keys()]).toEqual(['7157', '672']);
      expect(lists.get('7157')).not.toBeInstanceOf(EntrezError);
      expect(lists.get('672')).toBeInstanceOf(EntrezError);
    });
  });

  it.each([
    ['genes', ['7157'], 'gene_pubmed', /^Unknown database "genes"/],
    ['gene', ['TP53'], 'gene_pubmed', /^Invalid uid "TP53"/],
    ['gene', ['7157'], 'pubmed_gene', /pubmed_gene/],
  ])('refuses %s %j %s', async (db, uids, name, message) => {
    await expect(graph.links(db, uids, name)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
    });
  });
});

describe('fetch and handler', () => {
  it('answer GraphQL over HTTP with the guards of the server', async () => {
    expect(await (await graph.fetch(post(SYMBOL))).json()).toMatchObject({ data: { gene: { symbol: 'TP53' } } });
    const form = new Request('http://localhost/graphql', {
      method: 'POST',
      body: new URLSearchParams({ query: SYMBOL }),
    });
    expect((await graph.fetch(form)).status).toBe(415);
    const large = await graph.fetch(post(`{ ${'a'.repeat(300_000)} }`));
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] },
    ]);
    expect((await graph.fetch(new Request('http://localhost/other'))).status).toBe(404);
  });

  it('limit each caller by the address that it is said to have', async () => {
    await using own = create({ access: { requestsPerMinute: 1 } });
    const statuses = [];
    for (const remoteAddress of ['192.0.2.1', '192.0.2.1', '192.0.2.2']) {
      statuses.push((await own.fetch(post(SYMBOL), { remoteAddress })).status);
    }
    expect(statuses).toEqual([200, 429, 200]);
  });

  it('serve node:http at their endpoint, and refuse an address that is none', async () => {
    await using own = create({ endpoint: '/api/links' });
    const server = createServer((request, response) => void own.handler(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SYMBOL }),
    };
    for (const attempt of ['first', 'again']) {
      expect(await (await fetch(`${url}/api/links`, init)).json(), attempt).toMatchObject({
        data: { gene: { symbol: 'TP53' } },
      });
    }
    expect((await fetch(`${url}/graphql`, init)).status).toBe(404);
    server.closeAllConnections();
    server.close();
  });
});

describe('createSchema', () => {
  const hello = { typeDefs: 'type Query { hello: String }', resolvers: { Query: { hello: () => 'world' } } };

  it('is served beside other schemas by Yoga with useEntrez, which limits operations and reports their cost', async () => {
    const yoga = createYoga({
      schema: mergeSchemas({ schemas: [createSchema(graph)], ...hello }),
      plugins: [useEntrez(graph, () => ({ maxCalls: 1 }))],
      context: { loaders: 'of the host', operation: 'of the host' },
      logging: silent,
    });
    const answer = await yoga.fetch(post('{ hello gene(uid: "348") { symbol pubmed(first: 1) { nodes { title } } } }'));
    const { data, errors, extensions } = (await answer.json()) as GraphqlAnswer;
    expect(data?.hello).toBe('world');
    expect(errors?.map((error) => error.extensions.code)).toContain('BUDGET_EXCEEDED');
    expect(extensions.entrez.calls.total).toBe(1);
  });

  it('is served by any server that passes on what createContext returns, and says so where it is missing', async () => {
    const context = createContext(graph);
    const { entrez } = context;
    const schema = createSchema(graph);
    expect(createSchema(graph)).toBe(schema);
    const document = parse('{ gene(uid: "675") { symbol } }');
    expect(await execute({ schema, document, contextValue: { entrez } })).toEqual({
      data: { gene: { symbol: 'BRCA2' } },
    });
    expect(context.report().calls.total).toBe(1);
    context.close();
    const { errors } = await execute({ schema, document, contextValue: {} });
    expect(errors?.[0]?.message).toMatch(/^The context lacks "entrez"/);
    expect(() => createContext({} as EntrezGraph)).toThrow(/^Invalid graph/);
  });
});

it('is one of several in a process, each with its own options and cache', async () => {
  await using first = create({ typePrefix: 'Ncbi' });
  await using second = create();
  expect([first.schema.getType('NcbiGene')?.name, second.schema.getType('Gene')?.name]).toEqual(['NcbiGene', 'Gene']);
  for (const own of [first, second]) {
    expect(await own.execute(SYMBOL)).toMatchObject({
      data: { gene: { symbol: 'TP53' } },
      extensions: { entrez: { calls: { total: 1 } } },
    });
  }
  await first.close();
  expect(await second.execute('{ gene(uid: "672") { symbol } }')).toMatchObject({
    data: { gene: { symbol: 'BRCA1' } },
  });
});

it('is a subgraph, and refuses work once it is closed, which may be twice', async () => {
  const own = create();
  expect(own.subgraphSdl).toContain('@link(url: "https://specs.apollo.dev/federation/');
  await Promise.all([own.close(), own.close()]);
  await own.close();
  const { errors } = await own.execute('{ gene(uid: "1956") { symbol } }');
  expect(errors).toMatchObject([{ extensions: { code: 'SHUTTING_DOWN' } }]);
  expect(await (await own.fetch(post('{ gene(uid: "1956") { symbol } }'))).json()).toMatchObject({
    errors: [{ extensions: { code: 'SHUTTING_DOWN' } }],
  });
});
