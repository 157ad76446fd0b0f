import { describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const QUERY = '{ gene(uid: "7157") { symbol pubmed(first: 2) { totalCount source asOf } } }';
/** Requests until the answer is compiled, remembered as a whole, and given without Yoga. */
const OFTEN = 7;

interface Asked {
  readonly query?: string;
  readonly cacheControl?: string;
}

async function post(gateway: RunningGateway, { query = QUERY, cacheControl }: Asked = {}): Promise<Response> {
  return fetch(`${gateway.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cacheControl && { 'cache-control': cacheControl }) },
    body: JSON.stringify({ query }),
  });
}

async function ask(gateway: RunningGateway, asked: Asked = {}): Promise<GraphqlAnswer> {
  return (await (await post(gateway, asked)).json()) as GraphqlAnswer;
}

const asOf = ({ data }: GraphqlAnswer): number => Date.parse(String(data?.gene.pubmed.asOf));

describe('a connection of links', () => {
  it('says that ELink gave it, and when, also when it has been known since', async () => {
    await using gateway = await RunningGateway.start();
    const before = Date.now();
    const first = await ask(gateway);
    expect(first.data?.gene.pubmed.source).toBe('ELINK');
    expect(first.data?.gene.pubmed.asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(asOf(first)).toBeGreaterThanOrEqual(before);
    expect(asOf(first)).toBeLessThanOrEqual(Date.now());
    for (let time = 0; time < OFTEN; time += 1) {
      expect(asOf(await ask(gateway))).toBe(asOf(first));
    }
  });

  it.each([
    ['filtered by a search', '{ gene(uid: "7157") { pubmed(first: 2, filter: { term: "cancer" }) { source asOf } } }'],
    ['ordered by date', '{ gene(uid: "7157") { pubmed(first: 2, orderBy: DATE) { source asOf } } }'],
    ['under a link name', '{ gene(uid: "7157") { pubmed: links(name: "gene_pubmed") { source asOf } } }'],
  ])('has them when it is %s, never younger than the list it is made of', async (_how, query) => {
    await using gateway = await RunningGateway.start();
    const list = asOf(await ask(gateway));
    const made = await ask(gateway, { query });
    expect(made.errors).toBeUndefined();
    expect(made.data?.gene.pubmed.source).toBe('ELINK');
    expect(asOf(made)).toBe(list);
  });
});

describe('the header cache-control', () => {
  it('asks NCBI anew, past everything that is remembered, and leaves the younger answer to all', async () => {
    await using gateway = await RunningGateway.start();
    for (let time = 0; time < OFTEN; time += 1) {
      await ask(gateway);
    }
    const known = await ask(gateway);
    expect(known.extensions.entrez.calls.total).toBe(0);
    const live = await ask(gateway, { cacheControl: 'no-cache' });
    expect(live.errors).toBeUndefined();
    expect(live.extensions.entrez).toMatchObject({ calls: { elink: 1, esummary: 1, total: 2 }, cacheHits: 0 });
    expect(asOf(live)).toBeGreaterThan(asOf(known));
    for (let time = 0; time < OFTEN; time += 1) {
      const later = await ask(gateway);
      expect(later.extensions.entrez.calls.total).toBe(0);
      expect(asOf(later)).toBe(asOf(live));
    }
  });

  it('takes a call for each batch, and none for what it asked itself', async () => {
    await using gateway = await RunningGateway.start();
    const query = `{
      records { gene(uids: [7157, 672, 7157]) { symbol pubmed(first: 2) { nodes { title } } } }
      gene(uid: "672") { symbol pubmed(first: 1) { totalCount } }
    }`;
    const cold = await ask(gateway, { query });
    const live = await ask(gateway, { query, cacheControl: 'no-cache' });
    expect(live.data).toEqual(cold.data);
    expect(live.extensions.entrez.calls).toEqual(cold.extensions.entrez.calls);
  });

  it('takes what is young enough', async () => {
    await using gateway = await RunningGateway.start();
    const first = await ask(gateway);
    const young = await ask(gateway, { cacheControl: 'max-age=600' });
    expect(young.extensions.entrez.calls.total).toBe(0);
    expect(asOf(young)).toBe(asOf(first));
    expect((await ask(gateway, { cacheControl: 'max-age=0' })).extensions.entrez.calls.total).toBe(2);
  });

  it.each([
    ['Max-Age = "0"', 2],
    ['max-age=600, no-cache', 2],
    ['max-age=600, max-age=0', 2],
    ['NO-CACHE', 2],
    ['no-store', 0],
    ['no-transform, stale-while-revalidate=60', 0],
    ['max-age=99999999999999999999', 0],
    ['', 0],
  ])('is read as RFC 9111 writes it: %s', async (cacheControl, calls) => {
    await using gateway = await RunningGateway.start();
    await ask(gateway);
    expect((await ask(gateway, { cacheControl })).extensions.entrez.calls.total).toBe(calls);
  });

  it('takes nothing from NCBI where a client wants what is known only', async () => {
    await using gateway = await RunningGateway.start();
    const unknown = await ask(gateway, { cacheControl: 'only-if-cached' });
    expect(unknown.data).toEqual({ gene: { symbol: null, pubmed: null } });
    expect(unknown.errors?.map(({ extensions: { code } }) => code)).toEqual(['BUDGET_EXCEEDED', 'BUDGET_EXCEEDED']);
    expect(gateway.sandbox.requests).toEqual([]);
    const first = await ask(gateway);
    const known = await ask(gateway, { cacheControl: 'max-age=600, only-if-cached' });
    expect([known.data, known.errors]).toEqual([first.data, undefined]);
  });

  it.each(['max-age', 'max-age=', 'max-age=-1', 'max-age=1.5', 'max-age=soon'])(
    'is refused where it cannot be read: %s',
    async (cacheControl) => {
      await using gateway = await RunningGateway.start();
      const response = await post(gateway, { cacheControl });
      expect(response.status).toBe(400);
      expect(((await response.json()) as GraphqlAnswer).errors).toMatchObject([
        {
          message: 'The header cache-control must be "no-cache" or "max-age=" with a whole number of seconds.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
      expect(gateway.sandbox.requests).toEqual([]);
    },
  );

  it('joins no request that NCBI has got before', async () => {
    await using gateway = await RunningGateway.start();
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const earlier = ask(gateway);
    await held.arrived;
    const live = ask(gateway, { cacheControl: 'no-cache' });
    await expect.poll(() => gateway.callsOf('elink')).toBe(2);
    held.release();
    expect((await live).errors).toBeUndefined();
    expect((await earlier).errors).toBeUndefined();
    expect(gateway.callsOf('elink')).toBe(2);
  });

  it('shares its requests with equal ones that come at the same time', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_MAX_IN_FLIGHT: '1' } });
    await ask(gateway);
    const held = new HeldAnswers('esummary');
    gateway.sandbox.intercept(held.interceptor);
    const first = gateway.query('{ gene(uid: "672") { symbol } }');
    await held.arrived;
    const lives = Array.from({ length: 10 }, () => ask(gateway, { cacheControl: 'no-cache' }));
    // None can be sent before the first call is answered.
    await expect.poll(() => gateway.gateway.pacer.queued).toBeGreaterThan(0);
    const before = gateway.callsOf('elink');
    held.release();
    expect((await Promise.all([first, ...lives])).flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(gateway.callsOf('elink') - before).toBeLessThan(10);
  });

  it('gives a failure, no older answer, when NCBI fails, and takes no answer from others for that', async () => {
    await using gateway = await RunningGateway.start();
    const first = await ask(gateway);
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'elink' ? { status: 502, body: 'Bad gateway' } : undefined,
    );
    const live = await ask(gateway, { cacheControl: 'no-cache' });
    expect(live.data?.gene.pubmed).toBeNull();
    expect(live.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    const others = await ask(gateway);
    expect(asOf(others)).toBe(asOf(first));
    expect(others.extensions.entrez).toMatchObject({ calls: { total: 0 }, degraded: [] });
  });

  it('looks up names anew, with the summaries that tell them apart', async () => {
    await using gateway = await RunningGateway.start();
    const query = '{ gene(symbol: "TP53") { symbol } }';
    const cold = await ask(gateway, { query });
    expect((await ask(gateway, { query })).extensions.entrez.calls.total).toBe(0);
    const live = await ask(gateway, { query, cacheControl: 'no-cache' });
    expect(live.data).toEqual(cold.data);
    expect(live.extensions.entrez.calls).toEqual(cold.extensions.entrez.calls);
  });

  it('is counted by a plan', async () => {
    await using gateway = await RunningGateway.start();
    await ask(gateway);
    const query = `{ plan(query: ${JSON.stringify(QUERY)}) { calls { best worst } cached { answers } } }`;
    expect((await ask(gateway, { query })).data?.plan).toMatchObject({ calls: { best: 0, worst: 0 } });
    const live = await ask(gateway, { query, cacheControl: 'no-cache' });
    expect(live.data?.plan).toEqual({ calls: { best: 2, worst: 2 }, cached: [] });
    const young = await ask(gateway, { query, cacheControl: 'max-age=600' });
    expect(young.data?.plan).toMatchObject({ calls: { best: 0, worst: 0 } });
  });

  it('may be sent by pages of other origins', async () => {
    await using gateway = await RunningGateway.start({ settings: { CORS_ORIGINS: 'https://lab.example' } });
    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://lab.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'cache-control',
      },
    });
    expect(response.headers.get('access-control-allow-headers')).toContain('cache-control');
  });
});
