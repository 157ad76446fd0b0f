import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rowsTypeOf } from '../../../src/server/accept/rows-type.js';
import { scrape } from '../../support/metrics.js';
import { RunningGateway } from '../../support/running-gateway.js';

const QUERY = '{ records { gene(uids: ["7157", "99999999999"]) { symbol omim(first: 2) { nodes { uid } } } } }';
const SYMBOLS = '{ records { gene(uids: ["7157", "672"]) { symbol } } }';

describe('a header Accept', () => {
  it.each([
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; Charset="UTF-8"', 'text/csv'],
    ['text/tab-separated-values, */*;q=0.1', 'text/tab-separated-values'],
    ['text/csv;q=0.5, application/x-ndjson;q=0.8', 'application/x-ndjson'],
    ['application/json;q=0.4, text/csv;q=0.5', 'text/csv'],
    ['text/csv, application/json', 'text/csv'],
    ['text/csv, */*', 'text/csv'],
    ['application/json, text/csv', undefined],
    ['text/csv;q=0.5, application/json', undefined],
    ['text/csv;q=0.5, */*', undefined],
    ['text/csv;q=0', undefined],
    ['text/csv;q=2', undefined],
    ['text/csv; charset=utf-16', undefined],
    ['*/*', undefined],
    ['text/*', undefined],
    ['', undefined],
  ])('"%s" prefers %s', (header, type) => {
    expect(rowsTypeOf(header)).toBe(type);
  });
});

describe('rows over HTTP', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await RunningGateway.start({
      settings: { NCBI_RPS: '100', MAX_RESPONSE_MB: '8', CORS_ORIGINS: 'https://a.example' },
    });
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
  });

  const post = (query: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${running.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it.each([
    [
      'text/csv',
      /^text\/csv; charset=utf-8/,
      /^records\.gene\.symbol,records\.gene\.omim\.nodes\.uid,error\nTP53,\d+,\nTP53,\d+,\nERROR UNKNOWN_ID 99999999999,ERROR UNKNOWN_ID 99999999999,UNKNOWN_ID: The sample data hold .*\n$/,
    ],
    [
      'text/tab-separated-values',
      /^text\/tab-separated-values; charset=utf-8$/,
      /^records\.gene\.symbol\trecords\.gene\.omim\.nodes\.uid\terror\nTP53\t\d+\t\nTP53\t\d+\t\nERROR .*\tUNKNOWN_ID: .*\n$/,
    ],
    [
      'application/x-ndjson',
      /^application\/x-ndjson/,
      /^\{"symbol":"TP53","omim":\{"nodes":\[\{"uid":"\d+"\},\{"uid":"\d+"\}\]\}\}\n\{"__errors":\[\{.*"code":"UNKNOWN_ID".*\}\]\}\n$/,
    ],
  ])('are %s to clients that prefer it; failures are rows too', async (accept, type, body) => {
    for (const query of [QUERY, QUERY]) {
      const response = await post(query, { accept });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(type)]);
      expect(response.headers.get('vary')).toMatch(/accept/i);
      expect(response.headers.get('server-timing')).not.toBeNull();
      expect(await response.text()).toMatch(body);
    }
  });

  it.each(['text/csv', 'text/tab-separated-values', 'application/x-ndjson'])(
    'name the lists that go on behind their pages in a header, as %s, which has no column for it',
    async (accept) => {
      const query = `query A { records { gene(uids: ["7157", "672"]) { ...L one: omim(first: 1) { nodes { uid } } } } }
        query B { databases { name } } fragment L on Gene { symbol p: pubmed(last: 2) { edges { node { uid related { nodes { uid } } } } } }`;
      const ask = (own: string): Promise<Response> =>
        fetch(`${running.server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: own, origin: 'https://a.example' },
          body: JSON.stringify({ query, operationName: 'A' }),
        });
      const json = await ask('application/json');
      for (const response of [await ask(accept), await ask(accept)]) {
        expect(response.headers.get('x-entrez-cut')).toMatch(
          /^records\.gene\.p;lists=2, records\.gene\.p\.edges\.node\.related;lists=\d, records\.gene\.one;lists=\d$/,
        );
        expect(response.headers.get('access-control-expose-headers')).toContain('x-entrez-cut');
        expect(await response.text()).not.toContain('Page');
      }
      // Clients of JSON see it in what they select, before and after.
      expect(await json.text()).not.toContain('pageInfo');
      expect(await (await ask('application/json')).text()).not.toContain('pageInfo');
    },
  );

  it('have no such header where all lists are whole, or where the operation means something else by pageInfo', async () => {
    for (const query of [
      '{ gene(uid: "7157") { omim(first: 100) { nodes { uid } } } }',
      SYMBOLS,
      '{ gene(uid: "7157") { pubmed(first: 1) { pageInfo { hasNextPage: endCursor } nodes { uid } } } }',
    ]) {
      const response = await post(query, { accept: 'text/csv' });
      expect([response.status, response.headers.get('x-entrez-cut')]).toEqual([200, null]);
    }
  });

  it('have the list that x-entrez-rows names; an unknown one is refused with the lists that there are', async () => {
    const rows = await post(QUERY, { accept: 'text/csv', 'x-entrez-rows': 'records.gene' });
    expect(await rows.text()).toMatch(/\nTP53,\d+;\d+,\n/);
    const refused = await post(QUERY, { accept: 'text/csv', 'x-entrez-rows': 'gene' });
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      {
        errors: [
          {
            message: expect.stringMatching(
              /^x-entrez-rows: no list of objects at gene\. Lists.*records\.gene/,
            ) as unknown,
          },
        ],
      },
    ]);
  });

  it('leave JSON to other clients, also when the answer is known as a whole and was rows before', async () => {
    for (let times = 0; times < 6; times += 1) {
      const rows = await post(SYMBOLS, { accept: 'text/csv' });
      expect(await rows.text()).toBe('records.gene.symbol,error\nTP53,\nBRCA1,\n');
      const lines = await post(SYMBOLS, { accept: 'application/x-ndjson' });
      expect(await lines.text()).toBe('{"symbol":"TP53"}\n{"symbol":"BRCA1"}\n');
      const json = await post(SYMBOLS, { accept: 'application/json' });
      expect(await json.json()).toMatchObject({
        data: { records: { gene: [{ symbol: 'TP53' }, { symbol: 'BRCA1' }] } },
      });
    }
  });

  it.each([
    ['a syntax error', '{', 400],
    ['an unknown field', '{ gen { uid } }', 400],
    [
      'too many records',
      '{ gene(uid: 1) { pubmed(first: 1000) { nodes { gene(first: 1000) { nodes { pubmed(first: 1000) { nodes { uid } } } } } } } }',
      400,
    ],
  ])('are JSON with its status when the request is refused for %s', async (_what, query, status) => {
    const response = await post(query, { accept: 'text/csv' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/graphql-response+json; charset=utf-8',
    ]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) as unknown } }] });
  });

  it('are whole where parts could be deferred, work over GET, and are allowed to pages of listed origins', async () => {
    const deferred = await post('{ gene(uid: "7157") { uid ... @defer { symbol } } }', {
      accept: 'text/csv, */*;q=0.5',
    });
    expect(await deferred.text()).toBe('gene.uid,gene.symbol,error\n7157,TP53,\n');
    const got = await fetch(`${running.server.url}/graphql?${new URLSearchParams({ query: SYMBOLS }).toString()}`, {
      headers: { accept: 'application/x-ndjson' },
    });
    expect(await got.text()).toBe('{"symbol":"TP53"}\n{"symbol":"BRCA1"}\n');
    const preflight = await fetch(`${running.server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://a.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-entrez-rows',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-entrez-rows');
  });

  it.each(['text/csv', 'application/x-ndjson'])('have warnings in a header, as %s', async (accept) => {
    const query = '{ records { gene(uids: ["7157", "99999985"]) { uid pubmed(first: 1) { totalCount } } } }';
    const response = await post(query, { accept, origin: 'https://a.example' });
    expect(response.headers.get('x-entrez-warnings')).toBe('POSSIBLY_UNKNOWN_ID;path="records.gene.1"');
    expect(response.headers.get('access-control-expose-headers')).toContain('x-entrez-warnings');
    const known = await post(SYMBOLS, { accept });
    expect(known.headers.get('x-entrez-warnings')).toBeNull();
  });

  it('are refused as a whole where they repeat the lists beside them until they are too large', async () => {
    const uids = JSON.stringify(Array.from({ length: 300 }, (_, index) => `x${index}`));
    const lists = Array.from({ length: 4 }, (_, index) => `a${index}: gene(uids: ${uids}) { uid }`);
    const response = await post(`query Repeated { records { ${lists.join(' ')} } }`, { accept: 'text/csv' });
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RESPONSE_TOO_LARGE' } }] });
    const counted = (await scrape(running.server.url)).filter(
      ({ name, labels }) => name === 'entrez_graph_operations_total' && labels.operation === 'Repeated',
    );
    expect(counted).toMatchObject([{ labels: { outcome: 'failed' }, value: 1 }]);
    const lines = await post(`{ records { ${lists.slice(0, 1).join(' ')} } }`, { accept: 'text/csv' });
    expect((await lines.text()).split('\n')).toHaveLength(302);
  });
});
