import { describe, expect, it } from 'vitest';

import { startSandbox } from '../../src/sandbox/server.js';
import { read, useSandbox } from './sandbox-client.js';

const form = (body: string) => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

describe('the sandbox server', () => {
  const { sandbox, get } = useSandbox();
  const post = async (path: string, body: string) => read(await fetch(sandbox().url + path, form(body)));

  it('marks every answer as its own', async () => {
    const paths = ['einfo.fcgi', 'ecitmatch.fcgi', 'nothing.fcgi', 'esearch.fcgi?term=p53&api_key=invalid1'];
    const replies = await Promise.all(paths.map(get));
    expect(replies.map(({ headers }) => headers.get('x-entrez-sandbox'))).toEqual(['1', '1', '1', '1']);
    expect(replies.map(({ status }) => status)).toEqual([200, 501, 404, 400]);
  });

  it('answers with and without .fcgi', async () => {
    expect((await get('einfo?db=gene')).body).toBe((await get('einfo.fcgi?db=gene')).body);
  });

  it('answers 500 with the reason when it fails itself', async () => {
    sandbox().intercept(() => {
      throw new Error('out of order');
    });
    const { status, body } = await get('einfo.fcgi');
    sandbox().intercept(undefined);
    expect([status, body]).toEqual([500, 'The sandbox failed: Error: out of order\n']);
  });

  it('does not take members of objects for programs', async () => {
    expect((await get('constructor')).status).toBe(404);
  });

  it('reads parameters from URL and form at once, names in any case', async () => {
    const expected = (await get('elink.fcgi?dbfrom=gene&db=omim&id=7157&id=672&retmode=json')).body;
    expect((await post('elink.fcgi?DBFROM=gene', 'db=omim&ID=7157&id=672&RetMode=json')).body).toBe(expected);
  });

  it('sends the recorded content types and CORS headers', async () => {
    const { headers } = await get('einfo.fcgi?retmode=json');
    expect(headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(headers.get('access-control-expose-headers')).toBe('X-RateLimit-Limit,X-RateLimit-Remaining');
    expect(headers.get('etag')).toBeNull();
  });

  it('refuses a key that starts with invalid and echoes it', async () => {
    const { status, body } = await get('einfo.fcgi?api_key=invalid%22k1');
    expect(status).toBe(400);
    expect(body).toBe('{"error":"API key invalid","api-key":"invalid\\"k1","type":"invalid",\n"status":"unknown"}');
  });

  it('refuses a long URL with an HTML page, and takes the same ids by POST', async () => {
    const ids = Array.from({ length: 2000 }, (_, index) => 10_000_000 + index).join(',');
    const long = await get(`elink.fcgi?dbfrom=gene&db=omim&retmode=json&id=${ids}`);
    expect(long.status).toBe(414);
    expect(long.headers.get('content-type')).toContain('text/html');
    expect((await post('elink.fcgi', `dbfrom=gene&db=omim&retmode=json&id=${ids}`)).status).toBe(200);
  });

  it('bounds the body', async () => {
    expect((await post('esummary.fcgi', `db=gene&id=${'1,'.repeat(2_200_000)}`)).status).toBe(413);
  });

  it('answers only GET and POST', async () => {
    expect((await fetch(`${sandbox().url}einfo.fcgi`, { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  it('records what it was asked, without the key', async () => {
    await get('elink.fcgi?dbfrom=gene&db=omim&id=7157,672&id=4193&api_key=secret');
    const request = sandbox().requests.at(-1);
    expect(request).toMatchObject({ utility: 'elink', keyed: true, status: 200, idCount: 3 });
    expect(request?.params).toEqual([
      ['dbfrom', 'gene'],
      ['db', 'omim'],
      ['id', '7157,672'],
      ['id', '4193'],
    ]);
  });

  it('lets a test answer in its place', async () => {
    const badGateway = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>bad gateway</html>' };
    sandbox().intercept(({ params }) =>
      params.some(([name, value]) => name === 'id' && value === '7157') ? badGateway : undefined,
    );
    const [replaced, own] = await Promise.all([
      get('elink.fcgi?dbfrom=gene&db=omim&id=7157'),
      get('elink.fcgi?dbfrom=gene&db=omim&id=672'),
    ]);
    sandbox().intercept(undefined);
    expect(replaced).toMatchObject({ status: 502, body: '<html>bad gateway</html>' });
    expect(replaced.headers.get('content-type')).toBe('text/html');
    expect(own.status).toBe(200);
    expect(sandbox().requests.map(({ status }) => status)).toContain(502);
  });
});

describe('the rate limit of the sandbox', () => {
  it('refuses the fourth request of a second as recorded, and another key has its own limit', async () => {
    await using sandbox = await startSandbox({ rps: 3, keyedRps: 10 });
    const replies = await Promise.all(
      Array.from({ length: 4 }, async () => read(await fetch(`${sandbox.url}einfo.fcgi`))),
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body).toBe(
      '{"error":"API rate limit exceeded","api-key":"127.0.0.1","count":"4","limit":"3"}\n',
    );
    expect(refused[0]?.headers.get('retry-after')).toBeNull();
    const remaining = replies.map(({ headers }) => headers.get('x-ratelimit-remaining')).toSorted();
    expect(remaining).toEqual(['0', '0', '1', '2']);

    const keyed = await read(await fetch(`${sandbox.url}einfo.fcgi?api_key=k`));
    expect(keyed.status).toBe(200);
    expect([keyed.headers.get('x-ratelimit-limit'), keyed.headers.get('x-ratelimit-remaining')]).toEqual(['10', '9']);
    expect(sandbox.requests.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 429]);
  });
});

describe('closing the sandbox', () => {
  it('drops answers that wait for their latency, and may be done twice', async () => {
    const sandbox = await startSandbox({ latency: { kind: 'constant', ms: 60_000 } });
    const waiting = fetch(`${sandbox.url}einfo.fcgi`).then(
      () => 'answered',
      () => 'dropped',
    );
    while (sandbox.requests.length === 0) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    await sandbox.close();
    await sandbox.close();
    expect(await waiting).toBe('dropped');
  });

  it('drops answers that a test holds back', async () => {
    const sandbox = await startSandbox();
    const seen = new Promise<void>((resolve) => {
      sandbox.intercept(async () => {
        resolve();
        return new Promise<never>(() => undefined);
      });
    });
    const waiting = fetch(`${sandbox.url}einfo.fcgi`).then(
      () => 'answered',
      () => 'dropped',
    );
    await seen;
    await sandbox.close();
    expect(await waiting).toBe('dropped');
  });

  it('fails to start on an address that is in use', async () => {
    await using sandbox = await startSandbox();
    await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow('EADDRINUSE');
  });
});
