import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import type { Interceptor } from '../support/interceptor.js';
import { OfflineGateway } from '../support/offline-gateway.js';
import { replaceResolver } from '../support/replace-resolver.js';
import { RunningGateway } from '../support/running-gateway.js';
import { allPayloads, askStreamed, type Payload, payloadsOf } from '../support/streamed-answer.js';

const STREAMS = ['multipart/mixed', 'text/event-stream'];

let gateway: RunningGateway;
beforeEach(async () => {
  gateway = await RunningGateway.start();
});
afterEach(async () => {
  await gateway[Symbol.asyncDispose]();
});

function ask(query: string, options: Parameters<typeof askStreamed>[2] = {}): Promise<Response> {
  return askStreamed(`${gateway.server.url}/graphql`, query, options);
}

/** The next payload, which must come. */
async function next(payloads: AsyncGenerator<Payload, void>): Promise<Payload> {
  const { value } = await payloads.next();
  if (!value) {
    throw new Error('The stream has ended.');
  }
  return value;
}

/** Holds the answers of several utilities back. */
function holding(held: readonly HeldAnswers[]): Interceptor {
  return async (request) => {
    await Promise.all(held.map(async ({ interceptor }) => interceptor(request)));
    return undefined;
  };
}

const partsOf = ({ incremental = [] }: Payload) => incremental;

it.each([
  ['a list', '{ records { gene(uids: ["7157"]) @stream(initialCount: -1) { symbol } } }'],
  [
    'a list behind the first data',
    '{ ... @defer { records { gene(uids: ["7157"]) @stream(initialCount: -1) { uid } } } }',
  ],
  ['a variable', 'query ($n: Int = -1) { records { gene(uids: ["7157"]) @stream(initialCount: $n) { uid } } }'],
  ['null', 'query ($n: Int = null) { records { gene(uids: ["7157"]) @stream(initialCount: $n) { uid } } }'],
])('@stream from below zero is the mistake of the caller: %s', async (_, query) => {
  const text = await (await ask(query, { accept: 'multipart/mixed' })).text();
  expect(text).toContain('"code":"BAD_USER_INPUT"');
  expect(text).toContain('initialCount');
  expect(text).not.toContain('Unexpected error');
});

describe.each(STREAMS)('an answer as %s', (accept) => {
  it('brings the first edges before the last answer of NCBI is there', async () => {
    const held = new HeldAnswers('esummary');
    gateway.sandbox.intercept(held.interceptor);
    const response = await ask(
      '{ gene(uid: "7157") { pubmed(first: 3) { edges @stream { cursor node { uid ... @defer { title } } } } } }',
      { accept },
    );
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining(accept)]);
    const payloads = payloadsOf(response);
    expect(await next(payloads)).toMatchObject({ data: { gene: { pubmed: { edges: [] } } }, hasNext: true });

    const edges = partsOf(await next(payloads));
    expect(edges.map(({ path }) => path)).toEqual([0, 1, 2].map((index) => ['gene', 'pubmed', 'edges', index]));
    expect(edges[0]?.items).toMatchObject([{ cursor: expect.any(String), node: { uid: '35563397' } }]);

    // Were an edge to wait for its title, none would have come.
    await held.arrived;
    held.release();
    const titles = await next(payloads);
    expect(partsOf(titles).map(({ data }) => data)).toEqual(Array(3).fill({ title: expect.any(String) }));
    expect(titles.hasNext).toBe(false);
    expect((await payloads.next()).done).toBe(true);
  });
});

describe('@defer', () => {
  it('asks for deferred links and summaries at once, and lets nothing wait for them', async () => {
    const held = [new HeldAnswers('elink'), new HeldAnswers('esummary')];
    gateway.sandbox.intercept(holding(held));
    const payloads = payloadsOf(
      await ask(
        '{ gene(uid: "7157") { uid ... @defer(label: "summary") { symbol } ... @defer { omim { totalCount } } } }',
      ),
    );
    expect(await next(payloads)).toMatchObject({ data: { gene: { uid: '7157' } }, hasNext: true });
    await Promise.all(held.map(({ arrived }) => arrived));
    held[1]?.release();
    expect(partsOf(await next(payloads))).toEqual([{ label: 'summary', path: ['gene'], data: { symbol: 'TP53' } }]);
    held[0]?.release();
    expect(partsOf(await next(payloads))).toMatchObject([{ data: { omim: { totalCount: expect.any(Number) } } }]);
  });

  it('does not hold back a record whose other parts look at the summary for links that are deferred', async () => {
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const payloads = payloadsOf(await ask('{ gene(uid: "7157") { symbol ... @defer { omim { totalCount } } } }'));
    expect(await next(payloads)).toMatchObject({ data: { gene: { symbol: 'TP53' } } });
    held.release();
    expect(await next(payloads)).toMatchObject({ hasNext: false });
  });

  it('reports a failure in the payload of the part that failed', async () => {
    const [first, ...later] = await allPayloads(
      await ask(
        '{ gene(uid: "999999999999") { uid ... @defer { symbol } } good: gene(uid: "7157") { ... @defer { symbol } } }',
      ),
    );
    expect(first).toMatchObject({ data: { gene: { uid: '999999999999' }, good: {} } });
    expect(first).not.toHaveProperty('errors');
    const parts = later.flatMap(partsOf).toSorted((a, b) => a.path.join().localeCompare(b.path.join()));
    expect(parts).toEqual([
      {
        path: ['gene'],
        data: { symbol: null },
        errors: [
          expect.objectContaining({
            path: ['gene', 'symbol'],
            extensions: expect.objectContaining({ code: 'UNKNOWN_ID' }),
          }),
        ],
      },
      { path: ['good'], data: { symbol: 'TP53' } },
    ]);
  });

  it('hides an unexpected error of a deferred part as of any other, and logs it', async () => {
    await using offline = await OfflineGateway.start();
    const secret = new Error('disk /secret/path is full');
    replaceResolver(offline.gateway.schema, 'gene', () => Promise.reject(secret));
    const payloads = await allPayloads(await askStreamed(offline.url, '{ ... @defer { gene(uid: 1) { uid } } }'));
    expect(payloads.flatMap(partsOf)).toMatchObject([
      {
        data: { gene: null },
        errors: [{ message: 'Unexpected error.', path: ['gene'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      },
    ]);
    expect(JSON.stringify(payloads)).not.toContain('secret');
    expect(offline.logged).toMatchObject([{ requestId: expect.any(String) }, { originalError: secret }]);
  });

  it('costs what the same operation costs without it', async () => {
    const query =
      '{ gene(uid: "7157") { symbol pubmed(first: 3) { nodes { ... @defer { title } ... @defer { journal } } } } }';
    const payloads = await allPayloads(await ask(query));
    expect(payloads.at(-1)?.extensions?.entrez.calls).toMatchObject({ elink: 1, esummary: 2, total: 3 });
    expect(gateway.sandbox.requests).toHaveLength(3);
  });
});

describe('@stream', () => {
  it('begins with as many entries as initialCount says', async () => {
    const [first, ...later] = await allPayloads(
      await ask('{ records { gene(uids: [7157, 672, 675]) @stream(initialCount: 1) { uid } } }'),
    );
    expect(first?.data).toEqual({ records: { gene: [{ uid: '7157' }] } });
    expect(later.flatMap(partsOf).flatMap(({ items = [] }) => items)).toEqual([{ uid: '672' }, { uid: '675' }]);
  });

  it('lets the other entries of a list live when one fails', async () => {
    const payloads = await allPayloads(await ask('{ records { gene(uids: ["x", "672"]) @stream { uid } } }'));
    expect(payloads.flatMap(partsOf)).toMatchObject([
      { items: [null], errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      { items: [{ uid: '672' }] },
    ]);
  });
});

describe('a streamed operation', () => {
  it('says with its first payload what it cost so far, and with its last what it cost in all', async () => {
    const payloads = await allPayloads(
      await ask('{ gene(uid: "7157") { pubmed(first: 2) { nodes @stream { uid ... @defer { title } } } } }'),
    );
    const totals = payloads.map(({ extensions }) => extensions?.entrez.calls.total);
    expect(totals).toEqual([1, ...Array<undefined>(payloads.length - 2).fill(undefined), 2]);
    expect(payloads.at(-1)?.extensions?.entrez).toMatchObject({ ids: 3, source: 'sandbox' });
  });

  it('has one deadline for all its parts', async () => {
    await using hasty = await RunningGateway.start({ settings: { DEADLINE_MS: '1000' } });
    const held = new HeldAnswers('esummary');
    hasty.sandbox.intercept(held.interceptor);
    const payloads = await allPayloads(
      await askStreamed(`${hasty.server.url}/graphql`, '{ gene(uid: "7157") { uid ... @defer { symbol } } }'),
    );
    held.release();
    expect(payloads[0]).toMatchObject({ data: { gene: { uid: '7157' } } });
    expect(payloads[1]).toMatchObject({
      incremental: [{ data: { symbol: null }, errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] }],
      hasNext: false,
    });
  });

  it('gives up its waiting batches when the client goes away', async () => {
    await using slow = await RunningGateway.start({ settings: { NCBI_MAX_IN_FLIGHT: '1' } });
    const held = [new HeldAnswers('elink'), new HeldAnswers('esummary')];
    slow.sandbox.intercept(holding(held));
    const leaving = new AbortController();
    const query = '{ gene(uid: "7157") { uid ... @defer { symbol } ... @defer { omim { totalCount } } } }';
    const response = await askStreamed(`${slow.server.url}/graphql`, query, { signal: leaving.signal });
    await next(payloadsOf(response));
    // One call is on the wire, the other waits for its place.
    await Promise.race(held.map(({ arrived }) => arrived));
    await expect.poll(() => slow.gateway.pacer.queued).toBe(1);
    leaving.abort();
    await expect.poll(() => slow.gateway.pacer.queued).toBe(0);
    held.forEach((each) => {
      each.release();
    });
    await slow.query('{ pubmed(uid: "31978945") { title } }');
    const asked = slow.sandbox.requests.flatMap(({ params }) => params.filter(([name]) => name === 'id'));
    expect(asked.map(([, uid]) => uid)).toEqual(['7157', '31978945']);
  });

  it('is answered as a whole to a client that takes no stream', async () => {
    const query = '{ gene(uid: "7157") { symbol ... @defer { omim(first: 2) { nodes @stream { uid } } } } }';
    const response = await ask(query, { accept: 'application/json' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const answer = (await response.json()) as Payload;
    expect(answer.data).toEqual((await gateway.query(query.replaceAll(/@\w+/g, ''))).data);
    expect(answer).not.toHaveProperty('hasNext');
  });

  it('is refused with one error for one conflict', async () => {
    const response = await ask('{ a: gene(uid: 1) { uid } a: pubmed(uid: 1) { uid } }');
    const [answer] = await allPayloads(response);
    expect(answer?.errors).toHaveLength(1);
    const misplaced = await gateway.query('{ gene(uid: 1) { uid @stream } }');
    expect(misplaced.errors?.[0]?.message).toMatch(/Stream directive cannot be used on non-list field/);
  });
});
