import { writeFile } from 'node:fs/promises';

import fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import CachePolicy from 'http-cache-semantics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../../support/running-gateway.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const GENE = '{ gene(uid: "7157") { symbol pubmed(first: 2) { totalCount } } }';
/** Lifetimes of the test, in seconds. */
const SETTINGS = { LINKS_TTL_S: '3600', SUMMARIES_TTL_S: '600', SEARCH_TTL_S: '60' };

type Headers = Readonly<Record<string, string>>;

function get({ server }: RunningGateway, query: string, headers: Headers = {}): Promise<Response> {
  const url = `${server.url}/graphql?${new URLSearchParams({ query }).toString()}`;
  return fetch(url, { headers: { accept: 'application/json', ...headers } });
}

function post({ server }: RunningGateway, query: string, headers: Headers = {}): Promise<Response> {
  const body = JSON.stringify({ query });
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
}

describe('caches of HTTP', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ settings: SETTINGS });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it.each([
    ['a summary and a list', GENE, 600],
    ['a list alone', '{ gene(uid: "672") { pubmed(first: 2) { totalCount } } }', 3600],
    ['a search', '{ search { pubmed(term: "TP53", first: 1) { totalCount } } }', 60],
    ['the catalog', '{ databases(names: [gene]) { name } }', 300],
  ])(
    'keep %s as long as its first part holds, cold and warm, by GET and POST, also the short way',
    async (_of, query, most) => {
      for (const send of [get, get, post, post, post, post, post, post]) {
        const { headers } = await send(gateway, query);
        const [, total = '0'] = /^public, max-age=(\d+)$/.exec(headers.get('cache-control') ?? '') ?? [];
        const left = Number(total) - Number(headers.get('age'));
        expect(left).toBeLessThanOrEqual(most);
        expect(left).toBeGreaterThan(most - 50);
        // Every request header that changes an answer; what cache-control means, caches know.
        expect(headers.get('vary')).toBe(
          'Accept, Accept-Encoding, Origin, Authorization, x-ncbi-api-key, x-entrez-max-calls, x-entrez-deadline-ms, ' +
            'x-entrez-explain, x-entrez-rows, apollo-federation-include-trace',
        );
      }
    },
  );

  it.each([
    ['an error', '{ gene(uid: "TP53") { uid } }'],
    ['an error beside data', '{ good: gene(uid: "7157") { symbol } bad: gene(uid: "999999999999") { symbol } }'],
    ['a refused document', '{ nothing }'],
    ['the state of the rate limit', '{ rateLimit { inFlight } }'],
    ['a plan', '{ plan(query: "{ gene(uid: 7157) { uid } }") { valid } }'],
    ['a set stored at NCBI', '{ history { post(db: gene, uids: ["7157"]) { queryKey } } }'],
  ])('do not keep %s', async (_what, query) => {
    for (const send of [get, post]) {
      const { headers } = await send(gateway, query);
      expect(headers.get('cache-control')).toBe('no-store');
      expect([headers.get('age'), headers.get('etag')]).toEqual([null, null]);
    }
  });

  it.each([
    ['an explanation of where the time of one run went', { 'x-entrez-explain': '1' }],
    ['the trace of one run', { 'apollo-federation-include-trace': 'ftv1' }],
    ['what its client wants nobody to keep', { 'cache-control': 'max-age=60, No-Store' }],
    ['a stream of one part', { accept: 'multipart/mixed' }],
    ['a stream of one event', { accept: 'text/event-stream' }],
  ])('do not keep %s', async (_what, headers) => {
    for (const send of [get, post]) {
      expect((await send(gateway, GENE, headers as unknown as Headers)).headers.get('cache-control')).toBe('no-store');
    }
  });

  it('do not keep streams, and proxies do not hold them back', async () => {
    const { headers } = await post(gateway, '{ gene(uid: "7157") { uid ... @defer { symbol } } }', {
      accept: 'multipart/mixed',
    });
    expect(headers.get('content-type')).toContain('multipart/mixed');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('shared by callers keep no answer to a caller with a key or a token', async () => {
    const { headers } = await get(gateway, GENE, { 'x-ncbi-api-key': 'of-one-caller' });
    expect(headers.get('cache-control')).toMatch(/^private, max-age=\d+$/);
    await using folder = await TemporaryFolder.create();
    const tokens = `${folder.path}/tokens.txt`;
    await writeFile(tokens, 'laboratory:0123456789abcdef0123456789abcdef\n');
    await using closed = await RunningGateway.start({ settings: { AUTH_TOKENS_FILE: tokens } });
    const known = await get(closed, GENE, { authorization: 'Bearer 0123456789abcdef0123456789abcdef' });
    expect(known.headers.get('cache-control')).toMatch(/^(?:private, max-age=\d+|no-store)$/);
    expect((await get(closed, GENE)).headers.get('cache-control') ?? 'no-store').toBe('no-store');
  });

  it.each([
    ['the data are', GENE],
    ['the catalog is', '{ databases(names: [gene]) { name } }'],
    ['a part of the schema is', '{ __type(name: "Gene") { name } }'],
    ['the schema is', getIntrospectionQuery()],
  ])('are told with 304 that %s the same, whatever they cost', async (_what, query) => {
    const first = await get(gateway, query);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    for (const known of [etag, etag.slice(2), '*', `"other", ${etag}`, `W/"a,b" ,${etag.slice(2)}, "c"`]) {
      const again = await get(gateway, query, { 'if-none-match': known, 'accept-encoding': 'gzip' });
      expect([again.status, await again.text()], known).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('cache-control')).toMatch(/^public, max-age=/);
      expect(again.headers.get('vary')).toBe(first.headers.get('vary'));
      expect([again.headers.get('content-type'), again.headers.get('content-length')]).toEqual([null, null]);
    }
    for (const unknown of ['W/"other"', etag.slice(3, -1), etag.replace('W', 'w')]) {
      expect((await get(gateway, query, { 'if-none-match': unknown })).status).toBe(200);
    }
    for (const [asked, headers] of [
      ['{ gene(uid: "672") { symbol } }', {}],
      [query, { accept: 'application/graphql-response+json' }],
    ] as const) {
      const other = await get(gateway, asked, { 'if-none-match': etag, ...headers });
      expect(other.status).toBe(200);
      expect(other.headers.get('etag')).not.toBe(etag);
    }
    expect((await post(gateway, query, { 'if-none-match': etag })).status).toBe(200);
  });

  it('never give one caller the answer to another, an error, or anything past its life', async () => {
    const queries = [
      GENE,
      '{ gene(uid: "672") { symbol } }',
      '{ search { pubmed(term: "TP53", first: 1) { totalCount } } }',
      '{ gene(uid: "999999999999") { symbol } }',
      '{ rateLimit { inFlight } }',
    ];
    const lives = [600, 600, 60, 0, 0];
    const callers: readonly Headers[] = [
      {},
      { 'x-ncbi-api-key': 'first' },
      { authorization: 'Bearer second' },
      { 'x-entrez-explain': '1' },
      { 'x-entrez-max-calls': '1' },
      { 'cache-control': 'no-store' },
    ];
    const BOUNDED = 4;
    const accepted = ['application/json', 'application/graphql-response+json'];
    const request = fc.record({
      query: fc.nat(queries.length - 1),
      caller: fc.nat(callers.length - 1),
      accept: fc.constantFrom(...accepted),
      later: fc.constantFrom(0, 1, 30, 59, 61, 599, 601, 4000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 12 }), async (requests) => {
        const cache = new Map<string, { policy: CachePolicy; keptAt: number; type: string | null; caller: number }>();
        let time = Date.now();
        for (const { query: number, caller, accept, later } of requests) {
          time += later * 1000;
          const query = queries[number] ?? '';
          const headers = { accept, ...callers[caller] };
          const asked = { url: `/graphql?${query}`, method: 'GET', headers };
          const kept = cache.get(query);
          if (kept) {
            // As its documentation does for tests; the types leave it out.
            Object.assign(kept.policy, { now: () => time });
          }
          if (kept?.policy.satisfiesWithoutRevalidation(asked)) {
            expect(time - kept.keptAt).toBeLessThan((lives[number] ?? 0) * 1000);
            // What a bound on calls allowed is for all who set the same one.
            expect([kept.type?.split(';')[0], kept.caller]).toEqual([accept, caller === BOUNDED ? BOUNDED : 0]);
          } else {
            const response = await get(gateway, query, headers);
            const policy = new CachePolicy(asked, {
              status: response.status,
              headers: Object.fromEntries(response.headers),
            });
            if (policy.storable()) {
              cache.set(query, { policy, keptAt: time, type: response.headers.get('content-type'), caller });
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
