import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { networkOf } from '../../../src/server/access/use-client-identity.js';
import { type GraphqlAnswer, RunningGateway } from '../../support/running-gateway.js';
import { OfflineGateway } from '../../support/offline-gateway.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const A = 'token-of-a-0123456';
const B = 'token-of-b-0123456';
const QUERY = '{ gene(uid: 7157) { uid } }';

let folder: TemporaryFolder;
let AUTH_TOKENS_FILE: string;
beforeAll(async () => {
  folder = await TemporaryFolder.create();
  AUTH_TOKENS_FILE = join(folder.path, 'tokens');
  await writeFile(AUTH_TOKENS_FILE, `a:${A}\nb:${B}\n`);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

function bearer(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

describe('a server with tokens', () => {
  it.each([
    ['no token', {}],
    ['an unknown token', bearer('token-of-c-0123456')],
    ['a known name', bearer('a')],
    ['a known token in another scheme', { authorization: `Basic ${A}` }],
    ['two tokens', bearer(`${B} ${A}`)],
  ])('refuses a request with %s, and says what it wants', async (_what, headers: Record<string, string>) => {
    await using offline = await OfflineGateway.start({ AUTH_TOKENS_FILE });
    const response = await offline.post({ query: QUERY }, headers);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      errors: [{ message: expect.stringContaining('known token') as unknown, extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(text).not.toContain(B);
  });

  it('does so before it reads the body, whatever it is', async () => {
    await using offline = await OfflineGateway.start({ AUTH_TOKENS_FILE });
    expect((await offline.post('x'.repeat(300_000))).status).toBe(401);
    expect((await fetch(`${offline.url}?query=${QUERY}`)).status).toBe(401);
  });

  it('answers each client that it knows', async () => {
    await using offline = await OfflineGateway.start({ AUTH_TOKENS_FILE });
    const statuses = await Promise.all(
      [bearer(A), bearer(B), { authorization: `bearer  ${A}` }].map(
        async (headers) => (await offline.post({ query: QUERY }, headers)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('does not start when its tokens cannot be read', async () => {
    await expect(OfflineGateway.start({ AUTH_TOKENS_FILE: join(folder.path, 'nowhere') })).rejects.toThrow(
      /AUTH_TOKENS_FILE .* cannot be read/,
    );
  });
});

describe('requests a minute', () => {
  it('are refused beyond the quota of a client with 429 and the time to wait, and others go on', async () => {
    await using offline = await OfflineGateway.start({ AUTH_TOKENS_FILE, REQUESTS_PER_MINUTE: '2' });
    const ask = (token: string): Promise<Response> => offline.post({ query: QUERY }, bearer(token));
    expect([(await ask(A)).status, (await ask(A)).status]).toEqual([200, 200]);
    const refused = await ask(A);
    const { errors } = (await refused.json()) as GraphqlAnswer;
    expect(refused.status).toBe(429);
    const wait = errors?.[0]?.extensions.retryAfterMs as number;
    expect(errors).toMatchObject([{ extensions: { code: 'QUOTA_EXCEEDED' } }]);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(Number(refused.headers.get('retry-after'))).toBe(Math.ceil(wait / 1000));
    expect((await ask(B)).status).toBe(200);
  });

  it('are counted by address where there are no tokens, and by nothing a caller could make up', async () => {
    await using offline = await OfflineGateway.start({ REQUESTS_PER_MINUTE: '1' });
    expect((await offline.post({ query: QUERY })).status).toBe(200);
    const disguised = { ...bearer(A), 'x-forwarded-for': '192.0.2.7', forwarded: 'for=192.0.2.7' };
    expect((await offline.post({ query: QUERY }, disguised)).status).toBe(429);
  });
});

describe('upstream calls an hour', () => {
  const uids = ['7157', '672', '675', '1956'];

  it('end operations that need more, and then every request of the client', async () => {
    await using gateway = await RunningGateway.start({ settings: { AUTH_TOKENS_FILE, CALLS_PER_HOUR: '2' } });
    const ask = (token: string, uid: string): Promise<Response> =>
      fetch(`${gateway.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(token) },
        body: JSON.stringify({ query: `{ gene(uid: "${uid}") { omim(first: 1) { nodes { title } } symbol } }` }),
      });
    const { data, errors } = (await (await ask(A, uids[0] ?? '')).json()) as GraphqlAnswer;
    expect(errors).toMatchObject([{ extensions: { code: 'BUDGET_EXCEEDED' } }]);
    expect(data?.gene.symbol).toBe('TP53');
    expect(gateway.sandbox.requests).toHaveLength(2);
    const refused = await ask(A, uids[0] ?? '');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 3500]).toEqual([429, true]);
    expect(gateway.sandbox.requests).toHaveLength(2);
    expect((await ask(B, uids[1] ?? '')).status).toBe(200);
  });

  it('are not exceeded by asking all at once', async () => {
    await using gateway = await RunningGateway.start({ settings: { CALLS_PER_HOUR: '3' } });
    const answers = await Promise.all(
      uids.map((uid) => gateway.query(`{ gene(uid: "${uid}") { pubmed(first: 2) { nodes { title } } } }`)),
    );
    expect(answers.some(({ errors }) => errors)).toBe(true);
    expect(gateway.sandbox.requests.length).toBeLessThanOrEqual(3);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
