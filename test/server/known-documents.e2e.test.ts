import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { type Answer, Asking } from './asking.js';

const PAPERS =
  'query Papers($uid: ID!, $first: Int) { gene(uid: $uid) { symbol pubmed(first: $first) { nodes { uid } } } }';

/** Sends a request past the short way: it is looked at there whether a page of another site has sent it. */
const LONG_WAY = { 'sec-fetch-site': 'same-origin' };

function bodyOf(variables: unknown, others: object = {}): string {
  return JSON.stringify({ query: PAPERS, variables, ...others });
}

function contentOf({ body }: Answer): {
  readonly data: unknown;
  readonly errors: unknown;
  readonly extensions: object;
} {
  const { data, errors, extensions } = JSON.parse(body.toString());
  return { data, errors, extensions };
}

/** A gateway that knows the papers of two genes, and has answered the document from memory. */
async function startKnowing(settings: Parameters<typeof Asking.start>[0] = {}): Promise<Asking> {
  const asking = await Asking.start(settings);
  for (const uid of ['7157', '672', '7157']) {
    await asking.ask({}, bodyOf({ uid, first: 50 }));
  }
  return asking;
}

describe('a document that was answered from memory', () => {
  it('is answered without Yoga with other variables, as it would be by Yoga', async () => {
    await using asking = await startKnowing();
    for (const variables of [
      { uid: '7157', first: 3 },
      { uid: '672', first: 4 },
      { uid: '672' },
      { uid: '7157', first: null },
      { uid: 7157, first: 5 },
      { uid: '7157', first: 2, unknown: { to: 'the document' } },
    ]) {
      const short = await asking.ask({}, bodyOf(variables));
      const long = await asking.ask(LONG_WAY, bodyOf(variables));
      expect([short.isShort, long.isShort]).toEqual([true, false]);
      expect([short.status, contentOf(short).data, contentOf(short).errors]).toEqual([
        200,
        contentOf(long).data,
        undefined,
      ]);
      expect(contentOf(short).extensions).toMatchObject({
        entrez: { calls: { total: 0 }, cacheHits: 2, source: 'sandbox', degraded: [] },
      });
      expect(Object.keys(short.headers).toSorted()).toEqual(Object.keys(long.headers).toSorted());
      expect(short.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
      for (const name of ['content-type', 'vary', 'content-security-policy']) {
        expect(short.headers[name]).toEqual(long.headers[name]);
      }
    }
  });

  it('is answered without Yoga where it holds thousands of values, too', async () => {
    await using asking = await startKnowing();
    const pages = Array.from({ length: 30 }, (_, index) => `p${index}: pubmed(first: $first) { nodes { uid } }`);
    const query = `query Papers($uid: ID!, $first: Int) { gene(uid: $uid) { ${pages.join(' ')} } }`;
    const ask = (first: number) => asking.ask({}, JSON.stringify({ query, variables: { uid: '7157', first } }));
    await ask(100);
    const { isShort, body } = await ask(99);
    expect([isShort, JSON.parse(body.toString()).data.gene.p29.nodes.length]).toEqual([true, 99]);
  });

  it('is compressed', async () => {
    await using asking = await startKnowing();
    const { isShort, headers, body } = await asking.ask(
      { 'accept-encoding': 'gzip' },
      bodyOf({ uid: '7157', first: 40 }),
    );
    expect([isShort, headers['content-encoding']]).toEqual([true, 'gzip']);
    expect(JSON.parse(gunzipSync(body).toString()).data.gene.pubmed.nodes).toHaveLength(40);
  });

  it('goes the long way for what is not known, which is asked of NCBI once', async () => {
    await using asking = await startKnowing();
    const before = asking.upstreamRequests;
    const unknown = await asking.ask({}, bodyOf({ uid: '675', first: 3 }));
    expect([unknown.isShort, asking.upstreamRequests - before]).toEqual([false, 2]);
    expect(contentOf(unknown)).toMatchObject({ errors: undefined, extensions: { entrez: { calls: { total: 2 } } } });
    expect((await asking.ask({}, bodyOf({ uid: '675', first: 2 }))).isShort).toBe(true);
  });

  it.each([
    ['a variable of a wrong type', bodyOf({ uid: '7157', first: 'three' })],
    ['a missing variable', bodyOf({ first: 3 })],
    ['variables that are a list', bodyOf([{ uid: '7157' }])],
    ['variables that are a text', bodyOf('uid')],
    ['a number that was rounded', '{"query":' + JSON.stringify(PAPERS) + ',"variables":{"uid":12345678901234567890}}'],
    ['variables that nest too deep', bodyOf({ uid: '7157', other: JSON.parse('['.repeat(40) + ']'.repeat(40)) })],
    ['a page that is too large', bodyOf({ uid: '7157', first: 100_000 })],
    ['a record that does not exist', bodyOf({ uid: '0' })],
    ['an operation that is not there', bodyOf({ uid: '7157' }, { operationName: 'Genes' })],
    ['extensions', bodyOf({ uid: '7157' }, { extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } })],
    ['a list of requests', `[${bodyOf({ uid: '7157' })}]`],
    ['what is no JSON', bodyOf({ uid: '7157' }).slice(0, -1)],
    [
      'a document that differs in a space',
      JSON.stringify({ query: `${PAPERS} `, variables: { uid: '7157', first: 3 } }),
    ],
  ])('goes the long way with %s', async (_what, body) => {
    await using asking = await startKnowing();
    const short = await asking.ask({}, body);
    const long = await asking.ask(LONG_WAY, body);
    expect(short.isShort).toBe(false);
    expect([short.status, contentOf(short).data, contentOf(short).errors]).toEqual([
      long.status,
      contentOf(long).data,
      contentOf(long).errors,
    ]);
  });

  it('goes the long way where a response would be too large', async () => {
    await using asking = await startKnowing({ MAX_RESPONSE_MB: '1' });
    const many = `query Papers($uid: ID!) { gene(uid: $uid) { ${Array.from({ length: 200 }, (_, index) => `p${index}: pubmed(first: 200) { nodes { uid } }`).join(' ')} } }`;
    const body = JSON.stringify({ query: many, variables: { uid: '7157' } });
    const answers = [await asking.ask({}, body), await asking.ask({}, body), await asking.ask({}, body)];
    for (const answer of answers) {
      expect(answer.isShort).toBe(false);
      expect(JSON.stringify(contentOf(answer).errors)).toContain('RESPONSE_TOO_LARGE');
    }
  });

  it('is counted as every other operation, under its name', async () => {
    await using asking = await startKnowing({ METRICS: 'on' });
    expect((await asking.ask({}, bodyOf({ uid: '7157', first: 3 }))).isShort).toBe(true);
    const metrics = await (await fetch(`${asking.url}/metrics`)).text();
    expect(metrics).toMatch(/entrez_graph_operations_total\{operation="Papers",outcome="answered"\} 4\n/);
  });
});
