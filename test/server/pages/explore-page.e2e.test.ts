import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildExplore } from '../../../scripts/build-explore.js';
import { readExploreDocuments } from '../../../src/server/plugins/use-trusted-documents.js';
import { RunningGateway } from '../../support/running-gateway.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const FILES = ['/explore', '/explore/explore.js', '/explore/explore.css'];
/** What the whole page may weigh on its way to the browser. */
const MOST_BYTES = 250_000;

describe('the page /explore', () => {
  let folder: TemporaryFolder;
  let gateway: RunningGateway;
  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    await buildExplore(folder.path);
    gateway = await RunningGateway.start({ explore: folder.path });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${gateway.server.url}${path}`, { headers });

  it.each([
    ['/explore', 'text/html; charset=utf-8'],
    ['/explore/explore.js', 'text/javascript; charset=utf-8'],
    ['/explore/explore.css', 'text/css; charset=utf-8'],
  ])('%s comes as %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it('has files that come compressed as the browser likes, and not at all where it does not', async () => {
    for (const path of FILES.slice(1)) {
      const encodings = await Promise.all(
        ['gzip, deflate, br', 'gzip', 'identity'].map(async (accepted) => {
          const response = await get(path, { 'accept-encoding': accepted });
          return [response.headers.get('content-encoding'), await response.text()] as const;
        }),
      );
      expect(encodings.map(([encoding]) => encoding)).toEqual(['br', 'gzip', null]);
      expect(new Set(encodings.map(([, text]) => text)).size).toBe(1);
    }
  });

  it('weighs less than 250 kB compressed', async () => {
    const weights = await Promise.all(
      FILES.map(async (path) => Number((await get(path, { 'accept-encoding': 'gzip' })).headers.get('content-length'))),
    );
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(MOST_BYTES);
  });

  it('is not sent again to a browser that has it', async () => {
    const etag = (await get('/explore/explore.js')).headers.get('etag');
    const again = await get('/explore/explore.js', { 'if-none-match': String(etag) });
    expect(again.status).toBe(304);
  });

  it('lets scripts and styles of this server run, and nothing inline', async () => {
    const policy = (await get('/explore')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await (await get('/explore')).text()).not.toMatch(/<style|<script(?![^>]* src=)|https?:\/\//);
  });

  it('is only to be read', async () => {
    const response = await fetch(`${gateway.server.url}/explore`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  it('is told what it differs by, and its trusted documents are those that its gateway answers', async () => {
    expect(await (await get('/explore')).text()).toMatch(/<meta name="type-prefix" content="" \/>.*<\/head>/s);
    await using other = await RunningGateway.start({
      explore: folder.path,
      settings: { TYPE_PREFIX: 'Ncbi', GRAPHIQL: 'off' },
    });
    const page = await (await fetch(`${other.server.url}/explore`)).text();
    expect(page).toContain('<meta name="type-prefix" content="Ncbi" /><meta name="graphiql" content="off" /></head>');

    const [plain, prefixed] = [gateway, other].map(({ gateway: { schema } }) =>
      readExploreDocuments(folder.path, schema),
    );
    expect(plain?.size).toBeGreaterThan(5);
    expect([...(prefixed?.keys() ?? [])]).toEqual([...(plain?.keys() ?? [])]);
    for (const text of prefixed?.values() ?? []) {
      expect(validate(other.gateway.schema, parse(text))).toEqual([]);
    }
  });

  it('says so where it was not built', async () => {
    await using bare = await RunningGateway.start({ explore: `${folder.path}/missing` });
    const response = await fetch(`${bare.server.url}/explore`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});
