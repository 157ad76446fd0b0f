import { encode } from 'gpt-tokenizer';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { McpClient } from '../support/mcp-client.js';
import { RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;
let mcp: McpClient;

beforeAll(async () => {
  gateway = await RunningGateway.start();
  mcp = await McpClient.overHttp(gateway.server.url);
});

afterAll(async () => {
  await mcp[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const IDS = ['NCBIGene:7157'];

it.each<[tool: string, args: object, expected: RegExp]>([
  ['find', {}, /"texts" is missing\. Use a list of 1 to 50 texts/],
  ['find', { texts: [] }, /"texts" is \[\]/],
  ['find', { texts: 7157 }, /"texts" is 7157/],
  ['find', { texts: ['a', null] }, /"texts\[1\]" is null/],
  ['find', { texts: ['a', { b: 1 }] }, /"texts\[1\]" is \{"b":1\}/],
  ['find', { texts: Array.from({ length: 51 }, String) }, /"texts" has 51 entries/],
  ['find', { texts: ['x'.repeat(501)] }, /"texts\[0\]" has 501 characters/],
  ['find', { texts: ['a'], in: ['pubmde'] }, /"in\[0\]" is "pubmde", which is no database\. Did you mean "pubmed"/],
  ['find', { text: ['a'] }, /Unknown argument "text"\. Did you mean "texts"/],
  ['find', { texts: ['a'], __proto: 1 }, /Unknown argument "__proto"/],
  ['find', { texts: ['a'], cursor: 5 }, /"cursor" is 5/],
  ['find', { texts: ['a'], cursor: 'zzz' }, /"cursor" is "zzz"/],
  ['links', { ids: ['7157'] }, /"ids\[0\]" is "7157"\. Use a CURIE/],
  ['links', { ids: ['NCBIGene:abc'] }, /"ids\[0\]" is "NCBIGene:abc"/],
  ['links', { ids: IDS, to: 'nowhere' }, /"to" is "nowhere", which is no database/],
  ['follow', { ids: IDS }, /"path" is missing/],
  ['follow', { ids: IDS, path: ['pubmde'] }, /"path\[0\]" is "pubmde".*Did you mean "pubmed"/],
  ['follow', { ids: IDS, path: ['pubmed', 'gene_pubmed'] }, /"path\[1\]".*starts in gene, not in pubmed/],
  ['follow', { ids: IDS, path: ['a', 'b', 'c', 'd'] }, /"path" has 4 entries/],
  ['follow', { ids: IDS, path: 'pubmed > gene > pubmed > gene' }, /"path" has 4 steps/],
  ['follow', { ids: [...IDS, 'pubmed:1'], path: ['pubmed'] }, /NCBIGene:7157 of gene and pubmed:1 of pubmed/],
  ['follow', { ids: IDS, path: ['pubmed'], fields: ['titel'] }, /"fields\[0\]" is "titel".*Did you mean "title"/],
  ['follow', { ids: IDS, path: ['pubmed'], fields: ['authors'] }, /"fields\[0\]" is "authors", an object/],
  ['follow', { ids: IDS, path: ['pubmed'], fields: ['__proto__'] }, /"fields\[0\]" is "__proto__"/],
  ['follow', { ids: IDS, path: ['pubmed'], fields: ['title } } { x'] }, /"fields\[0\]"/],
  ['follow', { ids: IDS, path: ['pubmed'], first: 0 }, /"first" is 0\. Use a whole number from 1 to 200/],
  ['follow', { ids: IDS, path: ['pubmed'], first: 1.5 }, /"first" is 1\.5/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: 'x' }, /"filter" is "x"\. Use an object/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { year: 1 } }, /Unknown argument "filter\.year"/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { term: 5 } }, /"filter\.term" is 5/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { minDate: 'soon' } }, /"filter\.minDate" is "soon"/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { publishedBetween: 2015 } }, /"filter\.publishedBetween" is 2015/],
  [
    'follow',
    { ids: IDS, path: ['pubmed'], filter: { publishedBetween: { from: '2015' } } },
    /"filter\.publishedBetween\.to"/,
  ],
  [
    'follow',
    { ids: IDS, path: ['pubmed'], filter: { publishedBetween: { from: '2015', until: '2016' } } },
    /Unknown argument "filter\.publishedBetween\.until"/,
  ],
  [
    'follow',
    { ids: IDS, path: ['pubmed'], filter: { publishedBetween: { from: 'soon', to: '2016' } } },
    /"filter\.publishedBetween\.from" is "soon"/,
  ],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { dateType: 'p d', relDate: 3 } }, /"filter\.dateType" is "p d"/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { dateType: 'ldat', relDate: 3 } }, /"filter\.dateType" is "LDAT"/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { organism: '9606' } }, /"filter\.organism" is "9606"/],
  ['follow', { ids: IDS, path: ['pubmed'], filter: { minScore: 5 } }, /"filter\.minScore" is 5/],
  [
    'follow',
    { ids: IDS, path: ['pubmed'], filter: { orderBy: 'BEST' } },
    /"filter\.orderBy" is "BEST"\. Use DATE or UID/,
  ],
  ['routes', { from: 'gene' }, /"to" is missing/],
  ['routes', { from: 'genes', to: 'pubmed' }, /"from" is "genes".*Did you mean "gene"/],
  ['schema', {}, /Exactly one of the arguments "search" and "types"/],
  ['schema', { types: ['Gen'] }, /"types\[0\]" is "Gen", which is no type\. Did you mean "Gene"/],
  ['query', { document: '' }, /"document" is ""/],
  ['query', { document: '{' }, /"document" is not valid; nothing was run\. Syntax Error/],
  ['query', { document: 'mutation { x }' }, /"document" is not valid.* Cannot run a mutation/],
  ['query', { document: `{ a: ${'{ b: '.repeat(500)}` }, /"document" is not valid/],
  ['query', { document: 'query ($a: ID!) { gene(uid: $a) { symbol } }' }, /\$a/],
  ['query', { document: '{ __typename }', variables: [] }, /"variables" is \[\]/],
  [
    'query',
    { document: 'query ($a: ID!) { gene(uid: $a) { symbol } }', variables: { a: 2 ** 60 } },
    /Argument "variables\.a" is a whole number above 9007199254740991/,
  ],
  ['query', { document: '{ __typename }', maxCalls: '20' }, /"maxCalls" is "20"/],
  ['query', { document: 'query A { __typename } query B { __typename }' }, /operationName/],
])('%s of %j names the argument as it was written', async (tool, args, expected) => {
  const before = gateway.sandbox.requests.length;
  const { text, isError } = await mcp.call(tool, args);
  expect(isError, text).toBe(true);
  expect(text).toMatch(expected);
  expect(text).not.toMatch(/at .*\.[jt]s|undefined|\[object/);
  expect(gateway.sandbox.requests.length).toBe(before);
});

it('answers stay in one line for each row, whatever a name holds', async () => {
  const { text } = await mcp.call('find', { texts: ['a\tb\nfound\u2028x', '\ud800', '<script>'] });
  expect(
    text
      .split('\n')
      .every((line) => /^(?:text\t|a b found x\t|\ufffd\t|<script>\t|Source: |[A-Z_]+: |And )/.test(line)),
  ).toBe(true);
});

it('answers stay under 2,000 tokens unless more is wanted, and under 40,000 characters then', async () => {
  const genes = ['7157', '672', '675', '1956', '4609', '2177'].map((uid) => `NCBIGene:${uid}`);
  const calls: readonly (readonly [string, object])[] = [
    ['find', { texts: Array.from({ length: 50 }, (_, index) => `${'ü'.repeat(400)}${index}`), in: ['gene'] }],
    ['find', { texts: ['cancer', 'p53', 'kinase', 'protein', 'human'], in: ['pubmed', 'gene', 'protein'] }],
    ['links', { ids: genes }],
    ['follow', { ids: Array.from({ length: 200 }, (_, index) => `gene:${900_000_000 + index}`), path: ['pubmed'] }],
    ['follow', { ids: genes, path: ['pubmed'], fields: ['title', 'docsum', 'authors.name'] }],
    ['routes', { from: 'gene', to: 'pubmed' }],
    ['schema', { types: ['Query', 'Gene', 'PubMed', 'DatabaseName'] }],
    ['schema', { search: 'uid' }],
    ['query', { document: '{ gene(uid: "7157") { docsum pubmed(first: 200) { nodes { docsum } } } }' }],
    ['query', { document: '{ __schema { types { name description fields { name description } } } }' }],
  ];
  for (const [tool, args] of calls) {
    const { text } = await mcp.call(tool, args);
    expect(encode(text).length, `${tool} ${JSON.stringify(args).slice(0, 200)}`).toBeLessThan(2000);
    expect(text, tool).toMatch(/Source: /);
  }
  const more = { ids: genes, path: ['pubmed'], fields: ['title', 'docsum'], first: 200 };
  const { text } = await mcp.call('follow', more);
  expect(text.length).toBeLessThanOrEqual(40_000);
  expect(text).toMatch(/Cut: lines 1 to \d+ of \d+\. Continue with the same arguments and cursor "/);
});

it('refuses what would be a response of many megabytes, as /graphql does', async () => {
  const aliased = (count: number, field: string): string =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;
  for (const document of [
    aliased(400, '__schema { types { name fields { name description } } }'),
    aliased(400, '__type(name: "Gene") { fields { name description args { name description } } }'),
    aliased(450, 'linkNames { name label from to field criteria orders }'),
  ]) {
    const { text } = await mcp.call('query', { document });
    expect(text, document.slice(0, 60)).toContain('RESPONSE_TOO_LARGE');
  }
  const { text } = await mcp.call('query', {
    document: '{ __type(name: "Path") { name } gene(uid: 7157) { symbol } }',
  });
  expect(text).toContain('TP53');
});

const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'finds', ''];

it.each(INHERITED)('the tool "%s" is unknown, and the answer names those there are', async (name) => {
  await expect(mcp.client.callTool({ name, arguments: {} })).rejects.toThrow(
    `Unknown tool ${JSON.stringify(name)}. Use one of find, links, follow, routes, schema, query.`,
  );
  await expect(mcp.client.getPrompt({ name })).rejects.toThrow(
    `Unknown prompt ${JSON.stringify(name)}. Use one of conditions-of-a-gene, data-of-a-paper, literature-of-a-variant.`,
  );
});

it('a prompt still checks its argument', async () => {
  const name = 'data-of-a-paper';
  await expect(mcp.client.getPrompt({ name, arguments: { paper: '' } })).rejects.toThrow();
  const { messages } = await mcp.client.getPrompt({ name, arguments: { paper: '31978945' } });
  expect(JSON.stringify(messages)).toContain('the paper 31978945');
});
