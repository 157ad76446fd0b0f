import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer } from '../../src/server/http/http-server.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { OfflineGateway } from '../support/offline-gateway.js';

const MODERN = { accept: 'application/graphql-response+json' };
const UIDS = 'query ($uids: [ID!]!) { records { gene(uids: $uids) { uid } } }';

let offline: OfflineGateway;
beforeAll(async () => {
  offline = await OfflineGateway.start();
});
afterAll(async () => {
  // Whatever was sent, nothing went wrong inside.
  expect(offline.logged).toEqual([]);
  expect((await offline.post({ query: '{ __typename }' })).status).toBe(200);
  await offline[Symbol.asyncDispose]();
});

async function codeOf(response: Response): Promise<string | undefined> {
  const { errors } = (await response.json()) as GraphqlAnswer;
  return errors?.[0]?.extensions.code;
}

/** What a server says to bytes that are no polite request, until it hangs up. */
async function saidTo(url: string, text: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.write(text);
  await once(socket, 'close');
  return said;
}

function nest(levels: number, open: string, middle: string, close: string): string {
  return `${open.repeat(levels)}${middle}${close.repeat(levels)}`;
}

describe('a body over 256 KiB', () => {
  it('is refused for the length it announces, before any of it has come where no bound allows it', async () => {
    const head = 'Host: localhost\r\nContent-Type: application/json\r\nConnection: close';
    const said = await saidTo(offline.url, `POST /graphql HTTP/1.1\r\n${head}\r\nContent-Length: 2097153\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said).toContain('BODY_TOO_LARGE');
  });

  it.each([5, 400])('is refused after 256 KiB when it comes in chunks and announces nothing (%i)', async (count) => {
    const chunks = Array.from({ length: count }, () => new TextEncoder().encode(' '.repeat(65_536)));
    const response = await fetch(offline.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob(chunks).stream(),
      duplex: 'half',
    } as RequestInit);
    expect([response.status, await codeOf(response)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('is refused for the length it announces as soon as it is clear that it does not request _entities', async () => {
    const head = 'Host: localhost\r\nContent-Type: application/json\r\nConnection: close';
    const start = JSON.stringify({ query: '{ __typename }', filler: 'x'.repeat(16_384) }).slice(0, 16_384);
    const said = await saidTo(
      offline.url,
      `POST /graphql HTTP/1.1\r\n${head}\r\nContent-Length: 262145\r\n\r\n${start}`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });

  const references = (count: number): object => ({
    variables: { r: Array.from({ length: count }, (_, uid) => ({ __typename: 'Gene', uid: String(uid + 1) })) },
  });
  const ENTITIES = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Gene { uid } } }';

  it('is accepted up to 2 MiB where its query requests _entities: routers send all references at once', async () => {
    const response = await offline.post({ query: ENTITIES, ...references(9000) });
    const { data } = (await response.json()) as { readonly data: { readonly _entities: readonly object[] } };
    expect(data._entities).toHaveLength(9000);
    expect((await offline.post({ query: ENTITIES, ...references(60_000) })).status).toBe(413);
  });

  it('is refused where only another member names _entities, or the query names it too late', async () => {
    const late = { query: `{ __typename } #${'x'.repeat(20_000)}\n${ENTITIES}`, ...references(9000) };
    for (const body of [{ operationName: '_entities', query: '{ __typename }', ...references(9000) }, late]) {
      const response = await offline.post(body);
      expect([response.status, await codeOf(response)]).toEqual([413, 'BODY_TOO_LARGE']);
    }
  });

  it('is refused again and again on one connection', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect((await offline.post('x'.repeat(20_000_000))).status).toBe(413);
    }
  });
});

describe('a body that is no JSON', () => {
  it.each(['', '{', '"text"', 'null', '7', '{"query":"secret'])('is refused, and not quoted: %j', async (body) => {
    const response = await offline.post(body, MODERN);
    const text = await response.text();
    expect([response.status, text.includes('BAD_REQUEST'), text.includes('secret')]).toEqual([400, true, false]);
  });
});

describe('what nests too deep', () => {
  it.each([
    ['selections', `{ ${nest(8000, 'gene { ', 'uid', ' }')} }`],
    ['lists', `{ gene(uid: ${nest(12_000, '[', '1', ']')}) { uid } }`],
    ['lists that do not end', `{ gene(uid: ${'['.repeat(24_000)}`],
    ['objects', `{ gene(uid: ${nest(5000, '{ a: ', '1', ' }')}) { uid } }`],
    ['types', `query ($a: ${nest(12_000, '[', 'Int', ']')}) { __typename }`],
  ])('is refused where it is %s, before the machine runs out of stack', async (_what, query) => {
    const response = await offline.post({ query }, MODERN);
    expect([response.status, await codeOf(response)]).toEqual([400, 'OPERATION_TOO_LARGE']);
  });

  it.each([
    ['variables', `{"query":"{ __typename }","variables":{"a":${nest(100_000, '[', '', ']')}}}`],
    ['extensions', `{"query":"{ __typename }","extensions":${nest(40_000, '{"a":', '1', '}')}}`],
  ])('is refused in %s', async (_what, body) => {
    const response = await offline.post(body, MODERN);
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('is not what a term in parentheses holds, nor a page of a page', async () => {
    const query = `{ plan(query: "{ gene(uid: 1) { uid } } # ${'('.repeat(500)}") { __typename } }`;
    expect(await codeOf(await offline.post({ query }))).toBeUndefined();
    const variables = { a: JSON.parse(nest(30, '[', '', ']')) as unknown };
    expect(await codeOf(await offline.post({ query: '{ __typename }', variables }))).toBeUndefined();
  });
});

describe('a whole number in the variables', () => {
  const sent = async (number: string): Promise<readonly [number, string]> => {
    const query = 'query ($uid: ID!) { gene(uid: $uid) { uid } }';
    const response = await offline.post(`{"query":"${query}","variables":{"uid":${number}}}`, MODERN);
    return [response.status, await response.text()];
  };

  it.each(['12345678901234567890', '9007199254740993', '1e20', '-9007199254740993'])(
    'that was rounded when it was read is refused, since it could be the uid of another record: %s',
    async (number) => {
      const [status, text] = await sent(number);
      expect([status, text.includes('variables.uid\\" is a whole number')]).toEqual([400, true]);
    },
  );

  it('is taken where it is exact', async () => {
    expect(await sent('9007199254740991')).toEqual([200, expect.stringContaining('"9007199254740991"')]);
  });
});

describe('more than one answer can hold', () => {
  it.each([
    [
      'a list of 1,001 uids',
      { query: UIDS, variables: { uids: Array.from({ length: 1001 }, (_, i) => String(i + 1)) } },
      'BAD_USER_INPUT',
    ],
    [
      '1,000 pages of 1,000 pages of 1,000',
      {
        query:
          '{ gene(uid: 1) { pubmed(first: 1000) { nodes { related(first: 1000) { nodes { related(first: 1000) { nodes { uid } } } } } } } }',
      },
      'OPERATION_TOO_LARGE',
    ],
    [
      '20,000 aliases',
      { query: `{${Array.from({ length: 20_000 }, (_, i) => `a${i}:id`).join(' ')}}` },
      'OPERATION_TOO_LARGE',
    ],
    ['200 levels', { query: nest(200, '{ gene ', '{ uid }', '}') }, 'OPERATION_TOO_LARGE'],
  ])('is refused: %s', async (_what, body, code) => {
    expect(await codeOf(await offline.post(body))).toBe(code);
  });

  it('is refused where several operations come in one request', async () => {
    const response = await offline.post([{ query: '{ __typename }' }, { query: '{ __typename }' }], MODERN);
    expect(response.status).toBe(400);
  });

  it('is refused in a URL of more than 16 KiB', async () => {
    const response = await fetch(`${offline.url}?query=${'x'.repeat(17_000)}`);
    expect(response.status).toBe(431);
  });
});

describe('a URL that does not hold what it should', () => {
  it.each(['variables', 'extensions'])('is refused for its %s, and is no fault of the server', async (name) => {
    const response = await fetch(`${offline.url}?query={__typename}&${name}=%7B`, { headers: MODERN });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('a client that reads until the connection is closed, as it requested', () => {
  it.each(['multipart/mixed', 'text/event-stream'])('is sent the end of a stream: %s', async (accept) => {
    const body = JSON.stringify({ query: '{ gene(uid: "7157") { id ... @defer { uid } } }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: ${accept}`;
    const said = await saidTo(
      offline.url,
      `${head}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(said).toMatch(/^connection: close\r$/im);
    expect(said).toMatch(/\r\n0\r\n\r\n$/);
  });
});

describe('a client that takes its time', () => {
  it.each([
    ['with its headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\n', { headersTimeout: 20, requestTimeout: 40 }],
    [
      'with its body',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{',
      { headersTimeout: 20, requestTimeout: 20 },
    ],
  ])('%s is cut off', async (_what, text, limits) => {
    const server = await startServer(offline.gateway, {
      host: '127.0.0.1',
      port: 0,
      limits: { ...limits, connectionsCheckingInterval: 10 },
    });
    expect(await saidTo(server.url, text)).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('a request for somewhere else', () => {
  it.each([
    [
      'a whole address',
      'GET http://169.254.169.254/latest/meta-data HTTP/1.1\r\nHost: 169.254.169.254',
      /^HTTP\/1\.1 404 /,
    ],
    ['a tunnel', 'CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: 169.254.169.254:80', /^$/],
  ])('as %s leads nowhere', async (_what, text, said) => {
    expect(await saidTo(offline.url, `${text}\r\nConnection: close\r\n\r\n`)).toMatch(said);
  });
});

describe('what is shown', () => {
  it('runs, frames and loads nothing, whatever the answer is', async () => {
    const { server } = offline;
    for (const response of [
      await offline.post({ query: '{ __typename }' }),
      await offline.post('{'),
      await fetch(`${server.url}/health/live`),
      await fetch(`${server.url}/nowhere`),
    ]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is a page whose scripts are files of this server, and which may ask this server only', async () => {
    const page = await fetch(offline.url, { headers: { accept: 'text/html' } });
    await page.body?.cancel();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
  });

  it('is neither the page nor the schema where they are switched off', async () => {
    await using closed = await OfflineGateway.start({ GRAPHIQL: 'off', INTROSPECTION: 'off' });
    const page = await fetch(closed.url, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toMatch(/json/);
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Gene") { name } }',
      '{ _service { sdl } }',
    ]) {
      expect(await codeOf(await closed.post({ query }))).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect(
      await codeOf(await closed.post({ query: '{ __typename gene(uid: 1) { __typename uid } }' })),
    ).toBeUndefined();
  });
});
