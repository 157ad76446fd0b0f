import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GraphqlAnswer } from '../../support/running-gateway.js';
import { OfflineGateway } from '../../support/offline-gateway.js';

const QUERY = '{ gene(uid: 7157) { uid } }';
const FRIEND = 'https://app.example';

type Headers = Readonly<Record<string, string>>;

function get(offline: OfflineGateway, headers: Headers): Promise<Response> {
  return fetch(`${offline.url}?${new URLSearchParams({ query: QUERY }).toString()}`, { headers });
}

async function codeOf(response: Response): Promise<string | undefined> {
  const { errors } = (await response.json()) as GraphqlAnswer;
  return errors?.[0]?.extensions.code;
}

describe('a web page of another origin', () => {
  let offline: OfflineGateway;
  beforeAll(async () => {
    offline = await OfflineGateway.start({ CORS_ORIGINS: `${FRIEND}, http://localhost:3000` });
  });
  afterAll(async () => {
    await offline[Symbol.asyncDispose]();
  });

  it.each<[string, Headers]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://sister.example' }],
    ['in an old browser', { origin: 'https://elsewhere.example' }],
    ['in a sandboxed frame', { origin: 'null' }],
    ['whose origin only begins like a friend', { origin: `${FRIEND}.elsewhere.example` }],
  ])('%s can neither make a browser ask, nor read an answer', async (_what, headers) => {
    for (const response of [await get(offline, headers), await offline.post({ query: QUERY }, headers)]) {
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await codeOf(response)).toBe('CROSS_ORIGIN');
    }
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('can send %s unasked, which is refused before it is read', async (type) => {
    const body = type.includes('urlencoded') ? `query=${QUERY}` : JSON.stringify({ query: QUERY });
    const response = await fetch(offline.url, { method: 'POST', headers: { 'content-type': type }, body });
    expect([response.status, await codeOf(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('asks and reads when its origin is listed, without cookies', async () => {
    const preflight = await fetch(offline.url, {
      method: 'OPTIONS',
      headers: {
        origin: FRIEND,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-anything',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-ncbi-api-key');
    expect(preflight.headers.get('access-control-allow-headers')).not.toContain('x-anything');
    const response = await offline.post({ query: QUERY }, { origin: FRIEND, 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(200);
    for (const { headers } of [preflight, response]) {
      expect(headers.get('access-control-allow-origin')).toBe(FRIEND);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  it('sends headers of its own where they are listed, and reads the id of its request', async () => {
    await using open = await OfflineGateway.start({ CORS_ORIGINS: FRIEND, CORS_HEADERS: 'X-Span, X-Team' });
    const { headers } = await fetch(open.url, {
      method: 'OPTIONS',
      headers: { origin: FRIEND, 'access-control-request-method': 'POST' },
    });
    const allowed = headers.get('access-control-allow-headers')?.split(/, ?/);
    expect(allowed).toEqual(
      expect.arrayContaining([
        ...['x-span', 'x-team', 'x-ncbi-api-key', 'content-encoding', 'if-none-match', 'cache-control'],
        ...['traceparent', 'tracestate', 'baggage', 'sentry-trace', 'newrelic', 'x-amzn-trace-id'],
        ...['b3', 'x-b3-traceid', 'x-b3-spanid', 'x-b3-parentspanid', 'x-b3-sampled', 'x-b3-flags'],
        ...['x-datadog-trace-id', 'x-datadog-parent-id', 'x-datadog-origin', 'x-datadog-sampling-priority'],
        ...['apollographql-client-name', 'graphql-client-version', 'apollo-require-preflight'],
      ]),
    );
    const response = await open.post({ query: QUERY }, { origin: FRIEND });
    expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it('gets no answer to a preflight when it is not listed, or none is', async () => {
    await using closed = await OfflineGateway.start();
    for (const { url } of [offline, closed]) {
      const response = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } });
      const allowed = [...response.headers.keys()].filter((name) => name.startsWith('access-control'));
      expect(allowed).toEqual([]);
    }
  });

  it('is no page of this server, nor a program', async () => {
    const { host } = new URL(offline.url);
    for (const headers of [
      { 'sec-fetch-site': 'same-origin', origin: `http://${host}` },
      { 'sec-fetch-site': 'none' },
      { origin: `http://${host}` },
      {},
    ] as readonly Headers[]) {
      expect((await get(offline, headers)).status).toBe(200);
    }
  });
});

describe('a server that wants a header against CSRF', () => {
  it('refuses a GET that any page could cause, also in a browser that says nothing of it', async () => {
    await using offline = await OfflineGateway.start({ CSRF_HEADER: 'on' });
    expect((await get(offline, {})).status).toBe(403);
    expect((await get(offline, { 'x-entrez-csrf': '1' })).status).toBe(200);
    expect((await get(offline, { 'content-type': 'application/json' })).status).toBe(200);
    expect((await offline.post({ query: QUERY })).status).toBe(200);
  });
});
