import { encode } from 'gpt-tokenizer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { McpClient } from '../support/mcp-client.js';
import { RunningGateway } from '../support/running-gateway.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

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

async function lines(tool: string, args: object): Promise<string[]> {
  const { text, isError } = await mcp.call(tool, args);
  expect(isError, text).toBe(false);
  return text.split('\n');
}

describe('the tools', () => {
  it('are six, read only, in at most 1,700 tokens with their schemas', async () => {
    const { tools } = await mcp.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['find', 'links', 'follow', 'routes', 'schema', 'query']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(encode(JSON.stringify(tools)).length).toBeLessThanOrEqual(1700);
  });

  it('say where each answer comes from, of which link names, and when', async () => {
    const found = await lines('follow', { ids: ['NCBIGene:7157'], path: ['pubmed'], first: 1 });
    expect(found.at(-1)).toMatch(
      /^Source: sample data of the built-in sandbox, not NCBI, \d{4}-\d\d-\d\d\. Link names: gene_pubmed\./,
    );
  });
});

it('links of a table need no call, and the answer names the table and its day', async () => {
  await using temporary = await TemporaryFolder.create();
  await importText(temporary.path, 'gene2pubmed', gene2pubmed([[7157, 15]]));
  await using tabled = await RunningGateway.start({ settings: { TABLES_DIR: temporary.path } });
  await using client = await McpClient.overHttp(tabled.server.url);

  for (const [tool, args] of [
    ['follow', { ids: ['NCBIGene:7157'], path: ['pubmed'] }],
    ['query', { document: '{ gene(uid: "7157") { pubmed { totalCount } } }' }],
  ] as const) {
    const { text } = await client.call(tool, args);
    expect(text.split('\n').at(-1), tool).toMatch(/ Links from tables: gene2pubmed of 2026-11-20\.$/);
  }
  expect(tabled.callsOf('elink')).toBe(0);
});

describe('find', () => {
  it('gives the CURIE of each name, and says which were not found and which have no form', async () => {
    const found = await lines('find', { texts: ['TP53', 'PMID:23263379', 'gene:999999999', '12345'] });
    expect(found[0]).toBe('text\tstatus\tid\tdb\ttitle\thow');
    expect(found[1]).toMatch(/^TP53\tfound\tNCBIGene:7157\tgene\ttumor protein p53\tofficial_symbol$/);
    expect(found[2]).toMatch(/^PMID:23263379\tfound\tpubmed:23263379\tpubmed\t/);
    expect(found[3]).toMatch(/^gene:999999999\tunknown\t/);
    expect(found[4]).toMatch(/^12345\tunknown\t.*Give "in"/);
  });

  it('searches words and says how many there are', async () => {
    const found = await lines('find', { texts: ['breast cancer'], in: ['pubmed'] });
    expect(found.filter((line) => line.startsWith('breast cancer\tfound\tpubmed:'))).toHaveLength(5);
    expect(found[1]).toMatch(/search 1 of \d+$/);
  });

  it('finds a word as a taxon where no gene has it, and searches it as well', async () => {
    const found = await lines('find', { texts: ['Mammalia'] });
    expect(found[1]).toMatch(
      /^Mammalia\tfound\tNCBITaxon:40674\ttaxonomy\t.*\tname; The sample data hold no gene record/,
    );
    expect(found.slice(2, -1).map((line) => line.split('\t')[3])).toEqual(expect.arrayContaining(['medgen', 'pubmed']));
  });

  it('lists the candidates of an ambiguous name', async () => {
    const found = await lines('find', { texts: ['FANCD'] });
    const candidates = found.filter((line) => line.startsWith('FANCD\tfound'));
    expect(candidates.map((line) => line.split('\t')[2]).toSorted()).toEqual(['NCBIGene:2177', 'NCBIGene:675']);
  });
});

describe('links', () => {
  it('counts exactly and expands nothing', async () => {
    const before = gateway.callsOf('esummary');
    const counted = await lines('links', { ids: ['NCBIGene:7157'] });
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed { totalCount } } }');
    expect(counted).toContain(`NCBIGene:7157\tfound\tgene_pubmed\tpubmed\t${data?.gene.pubmed.totalCount}`);
    expect(gateway.callsOf('esummary')).toBe(before);
  });

  it('tells a record without links from one that does not exist', async () => {
    const counted = await lines('links', { ids: ['gene:999999999', 'NCBIGene:7157'], to: 'books' });
    expect(counted[1]).toMatch(/^gene:999999999\tunknown\t/);
    expect(counted[2]).toBe('NCBIGene:7157\tnone');
  });
});

describe('follow', () => {
  it('gives what the GraphQL field gives, in its order', async () => {
    const followed = await lines('follow', { ids: ['NCBIGene:7157'], path: ['pubmed'], first: 20 });
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed { totalCount nodes { curie title } } } }');
    expect(followed[1]).toBe(`NCBIGene:7157\tfound\t${data?.gene.pubmed.totalCount}`);
    const expected = (data?.gene.pubmed.nodes as { curie: string; title: string }[]).map(
      ({ curie, title }) => `${curie}\t${title}`,
    );
    expect(followed.slice(3, 23)).toEqual(expected);
  });

  it('shows scores where NCBI computes them', async () => {
    const followed = await lines('follow', { ids: ['pubmed:23263379'], path: ['related'], first: 2 });
    expect(followed[2]).toBe('target\tscore\ttitle');
    expect(followed[3]).toMatch(/^pubmed:\d+\t\d+\t/);
  });

  it('follows two steps from each source, and counts the ways', async () => {
    const followed = await lines('follow', {
      ids: ['NCBIGene:7157', 'NCBIGene:672', 'gene:999999999'],
      path: 'gene_pubmed > related',
      fields: ['pubDate'],
      first: 3,
    });
    expect(followed[1]).toMatch(/^NCBIGene:7157\tfound\t\d+$/);
    expect(followed[3]).toMatch(/^gene:999999999\tunknown\t/);
    expect(followed[4]).toBe('source\ttarget\tpaths\tpubDate');
    expect(followed[5]).toMatch(/^NCBIGene:7157\tpubmed:\d+\t\d+\t/);
  });

  it('goes on where it was cut, and leaves nothing out', async () => {
    const all = new Set<string>();
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await lines('follow', { ids: ['NCBIGene:7157'], path: ['pubmed'], ...(cursor && { cursor }) });
      for (const line of page.filter((each) => each.startsWith('pubmed:'))) {
        all.add(line.split('\t')[0] ?? '');
      }
      cursor = /cursor "([^"]+)"/.exec(page.join('\n'))?.[1];
      pages += 1;
    } while (cursor !== undefined && pages < 20);
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 1000) { nodes { curie } } } }');
    expect([...all]).toEqual((data?.gene.pubmed.nodes as { curie: string }[]).map(({ curie }) => curie));
    expect(pages).toBeGreaterThan(1);
  });

  it.each([
    { filter: { minDate: '2015', maxDate: '2025', dateType: 'pdat' } },
    { filter: { publishedBetween: { from: '2015', to: '2025' } } },
  ])('filters the links of the last step by $filter', async ({ filter }) => {
    const followed = await lines('follow', { ids: ['NCBIGene:7157'], path: ['pubmed'], filter });
    const { data } = await gateway.query(
      '{ gene(uid: "7157") { pubmed(filter: { minDate: "2015", maxDate: "2025" }) { totalCount } } }',
    );
    expect(followed[1]).toBe(`NCBIGene:7157\tfound\t${data?.gene.pubmed.totalCount}`);
  });

  it('says failed, and why, where NCBI fails', async () => {
    await using failing = await RunningGateway.start({ settings: { MAX_CALLS: '1' } });
    await using other = await McpClient.overHttp(failing.server.url);
    const { text } = await other.call('follow', { ids: ['NCBIGene:7157'], path: ['pubmed', 'related'] });
    expect(text).toMatch(/NCBIGene:7157\tfailed\tBUDGET_EXCEEDED/);
  });
});

describe('routes', () => {
  it('gives paths that follow takes as they are, at no cost', async () => {
    const before = gateway.sandbox.requests.length;
    const routes = await lines('routes', { from: 'gene', to: 'PubMed' });
    expect(gateway.sandbox.requests.length).toBe(before);
    const path = routes[2]?.split('\t')[0] ?? '';
    expect(path).toBe('gene_pubmed');
    await lines('follow', { ids: ['NCBIGene:672'], path, first: 1 });
  });

  it('says none where no links lead there', async () => {
    const routes = await lines('routes', { from: 'gene', to: 'annotinfo' });
    expect(routes[0]).toMatch(/^none: /);
  });
});

describe('schema', () => {
  it('shows the fields of a type, and its links with their link names', async () => {
    const slice = await lines('schema', { types: ['gene'] });
    expect(slice[0]).toMatch(/^type Gene/);
    expect(slice.some((line) => line.startsWith(' symbol: String'))).toBe(true);
  });

  it('finds fields by words', async () => {
    expect(await lines('schema', { search: 'chromosome' })).toContainEqual(
      expect.stringMatching(/^Gene\.chromosome: String/),
    );
    expect((await lines('schema', { search: 'papers of a gene' }))[0]).toBe('Gene.pubmed: link gene_pubmed to pubmed');
    expect((await lines('schema', { search: 'species of the protein' }))[0]).toMatch(/^Protein\.organism: /);
    expect(await lines('schema', { search: 'zzzyyy' })).toContainEqual(expect.stringMatching(/^none: /));
  });

  it('is not shown where introspection is off', async () => {
    await using closed = await RunningGateway.start({ settings: { INTROSPECTION: 'off' } });
    await using other = await McpClient.overHttp(closed.server.url);
    expect(await other.call('schema', { types: ['Gene'] })).toMatchObject({ isError: true });
  });
});

describe('query', () => {
  it('runs an operation and leaves nulls out', async () => {
    const answer = await lines('query', {
      document:
        'query ($uid: ID!) { gene(uid: $uid) { symbol replacedBy pubmed(first: 2) { totalCount nodes { uid } } } }',
      variables: { uid: '7157' },
    });
    expect(answer).toContain(' symbol: TP53');
    expect(answer.join('\n')).not.toMatch(/replacedBy|null/);
    expect(answer).toContain('uid');
  });

  it('runs nothing of an invalid document, and names what was probably meant', async () => {
    const before = gateway.sandbox.requests.length;
    const { text, isError } = await mcp.call('query', { document: '{ gene(uid: "7157") { symbl } }' });
    expect(isError).toBe(true);
    expect(text).toMatch(/Cannot query field "symbl" on type "Gene"\. Did you mean "symbol"/);
    expect(gateway.sandbox.requests.length).toBe(before);
  });

  it('runs nothing above its budget, and gives the plan', async () => {
    const before = gateway.sandbox.requests.length;
    const document = '{ gene(uid: "1956") { clinvar { nodes { title pubmed { nodes { title } } } } } }';
    const answer = await lines('query', { document, maxCalls: 2 });
    expect(answer[0]).toMatch(/^Nothing was run: it needs \d+ to \d+ requests to NCBI/);
    expect(gateway.sandbox.requests.length).toBe(before);
  });

  it('stores nothing at NCBI', async () => {
    const document = '{ h: history { search(db: pubmed, term: "p53") { count } } }';
    expect(await mcp.call('query', { document })).toMatchObject({ isError: true, text: /only read/ });
    expect(gateway.callsOf('epost')).toBe(0);
  });

  it('runs no document of a caller where documents are trusted', async () => {
    await using trusting = await RunningGateway.start({ settings: { TRUSTED_DOCUMENTS: 'test/mcp/trusted.json' } });
    await using other = await McpClient.overHttp(trusting.server.url);
    expect(await other.call('query', { document: '{ __typename }' })).toMatchObject({ isError: true });
  });
});
