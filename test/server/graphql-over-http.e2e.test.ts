import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { NOTHING_SPENT } from '../../src/loading/operation/cost-report.js';
import { OfflineGateway } from '../support/offline-gateway.js';
import { replaceResolver } from '../support/replace-resolver.js';

const QUERY = '{ gene(uid: 7157) { uid } }';
const DATA = { gene: { uid: '7157' } };
const MODERN = { accept: 'application/graphql-response+json' };

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: unknown;
}

let offline: OfflineGateway;
beforeAll(async () => {
  offline = await OfflineGateway.start();
});
afterAll(async () => {
  await offline[Symbol.asyncDispose]();
});

async function answerOf(response: Response | Promise<Response>): Promise<Answer> {
  return (await (await response).json()) as Answer;
}

describe('GraphQL over HTTP', () => {
  it('answers POST and GET alike', async () => {
    const variables = { uid: '7157' };
    const query = 'query ($uid: ID!) { gene(uid: $uid) { uid } }';
    const posted = await offline.post({ query, variables });
    const got = await fetch(
      `${offline.url}?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`,
    );
    expect([posted.status, got.status]).toEqual([200, 200]);
    expect((await answerOf(posted)).data).toEqual(DATA);
    expect((await answerOf(got)).data).toEqual(DATA);
  });

  it('answers in the media type that is asked for', async () => {
    const types = await Promise.all(
      [{}, { accept: '*/*' }, { accept: 'application/json' }, MODERN].map(
        async (headers: Record<string, string>) =>
          (await offline.post({ query: QUERY }, headers)).headers.get('content-type')?.split(';')[0],
      ),
    );
    expect(types).toEqual([
      'application/json',
      'application/json',
      'application/json',
      'application/graphql-response+json',
    ]);
  });

  it.each(['image/png', '*/*;q=0', 'application/json;q=0', 'multipart/mixed;q=0', 'application/json;charset=latin1'])(
    'refuses a client that accepts nothing it sends (%s) before anything is executed',
    async (accept) => {
      const response = await offline.post({ query: QUERY }, { accept });
      expect([response.status, response.headers.get('content-type')]).toEqual([406, 'application/json; charset=utf-8']);
      const { data, errors } = await answerOf(response);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^The header accept allows/), extensions: { code: 'NOT_ACCEPTABLE' } },
      ]);
    },
  );

  it.each([
    [
      'multipart/mixed',
      /^multipart\/mixed; boundary="-"$/,
      /^---\r\nContent-Type: [^]*\r\n\r\n\{"data".*\}\r\n-----\r\n$/,
    ],
    ['text/event-stream;q=0.1, multipart/mixed;q=0', /^text\/event-stream/, /^event: next\ndata: \{"data"/m],
  ])(
    'sends a whole answer as a stream to a client that takes only %s, and lets nobody keep it',
    async (accept, type, body) => {
      const response = await offline.post({ query: QUERY }, { accept });
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(response.headers.get('content-type')).toMatch(type);
      expect(await response.text()).toMatch(body);
    },
  );

  it('runs the operation that is named', async () => {
    const query = 'query A { gene(uid: 1) { uid } } query B { gene(uid: 2) { uid } }';
    expect((await answerOf(offline.post({ query, operationName: 'B' }))).data).toEqual({ gene: { uid: '2' } });
    expect((await answerOf(offline.post({ query }))).errors?.[0]?.extensions?.code).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    );
  });

  it('takes an empty name of an operation for none, and ignores members of clients', async () => {
    const body = { query: QUERY, operationName: '', id: null, text: null, fetchPolicy: 'no-cache', queryHash: 'a1' };
    expect((await answerOf(offline.post(body))).data).toEqual(DATA);
    const got = await fetch(
      `${offline.url}?${new URLSearchParams({ query: QUERY, operationName: '', v: '1' }).toString()}`,
    );
    expect((await answerOf(got)).data).toEqual(DATA);
  });

  it('reads a body past a byte order mark, and none that is not UTF-8, whose words would be others', async () => {
    const body = Buffer.from(JSON.stringify({ query: QUERY }));
    const post = (bytes: Uint8Array<ArrayBuffer>): Promise<Response> =>
      fetch(offline.url, { method: 'POST', headers: { 'content-type': 'application/json', ...MODERN }, body: bytes });
    expect((await answerOf(post(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])))).data).toEqual(DATA);
    const latin = await post(Buffer.from(JSON.stringify({ query: `${QUERY} # Müller` }), 'latin1'));
    expect(latin.status).toBe(400);
    expect((await answerOf(latin)).errors).toMatchObject([{ message: 'The body is not in UTF-8.' }]);
  });

  it('does not ignore the only member of a body', async () => {
    const response = await offline.post({ qeury: QUERY });
    expect(response.status).toBe(400);
    expect(await answerOf(response)).toMatchObject({
      errors: [
        { message: 'The request has no document. Send its text as "query".', extensions: { code: 'BAD_REQUEST' } },
      ],
    });
  });

  it('prefers the type of greater weight', async () => {
    const typeFor = async (accept: string): Promise<string | undefined> =>
      (await offline.post({ query: QUERY }, { accept })).headers.get('content-type')?.split(';')[0];
    const [modern, old] = ['application/graphql-response+json', 'application/json'];
    expect(await typeFor(`${modern};q=0.5, ${old}`)).toBe(old);
    expect(await typeFor(`${old};q=0.5, ${modern}`)).toBe(modern);
    expect(await typeFor(`${modern};q=0.5, application/*;q=0.9`)).toBe(old);
  });

  it.each([
    ['a syntax error', '{', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ gen { uid } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])(
    'refuses %s with 400 for modern clients and 200 for old ones, and says what it cost',
    async (_what, query, code) => {
      const modern = await offline.post({ query }, MODERN);
      expect([modern.status, (await offline.post({ query })).status]).toEqual([400, 200]);
      const { data, errors, extensions } = await answerOf(modern);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions?.code).toBe(code);
      expect(extensions).toEqual({ entrez: NOTHING_SPENT });
    },
  );

  it('answers a failed field with status 200, since the rest of the answer is good', async () => {
    const response = await offline.post({ query: '{ gene(uid: "x") { uid } pubmed(uid: 1) { uid } }' }, MODERN);
    expect(response.status).toBe(200);
    expect(await answerOf(response)).toMatchObject({
      data: { gene: null, pubmed: { uid: '1' } },
      extensions: { entrez: {} },
    });
  });

  it.each([
    ['no JSON', '{', 400],
    ['a batch', JSON.stringify([{ query: QUERY }]), 400],
    ['more than 256 KiB', JSON.stringify({ query: QUERY, variables: { filler: 'x'.repeat(256 * 1024) } }), 413],
  ])('refuses %s', async (_what, body, status) => {
    const response = await offline.post(body, MODERN);
    expect(response.status).toBe(status);
    expect((await answerOf(response)).errors).toHaveLength(1);
  });

  it('refuses other methods and bodies in other forms', async () => {
    const put = await fetch(offline.url, { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    const text = await fetch(offline.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(text.status).toBe(415);
  });

  it('lets no foreign web page read its answers', async () => {
    const response = await offline.post({ query: QUERY }, { origin: 'https://elsewhere.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('can be introspected', async () => {
    const { data, errors } = await answerOf(offline.post({ query: getIntrospectionQuery() }));
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema.types');
  });
});

describe('an error that nobody expected', () => {
  it('is hidden from the client, who keeps the rest, and logged once', async () => {
    await using own = await OfflineGateway.start();
    const secret = new Error('disk /secret/path is full');
    replaceResolver(own.gateway.schema, 'gene', () => {
      throw secret;
    });
    const answer = await answerOf(own.post({ query: '{ gene(uid: 1) { uid } pubmed(uid: 1) { uid } }' }));
    expect(answer.data).toEqual({ gene: null, pubmed: { uid: '1' } });
    expect(answer.errors).toMatchObject([
      { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(own.logged).toMatchObject([{ requestId: expect.any(String) }, { originalError: secret }]);
  });

  it('leaves the log alone when it is the caller who erred', async () => {
    await using own = await OfflineGateway.start();
    await own.post({ query: '{ gene(uid: "x") { uid } }' });
    await own.post({ query: '{ nope }' });
    expect(own.logged).toEqual([]);
  });
});
