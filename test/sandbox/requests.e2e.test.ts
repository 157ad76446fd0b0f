import { describe, expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { RequestLog } from '../../src/sandbox/request-log.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';

interface Logged {
  readonly time: number;
  readonly utility: string;
  readonly params: readonly (readonly [string, string])[];
  readonly keyed: boolean;
  readonly status: number;
  readonly refused: boolean;
  readonly tookMs: number | null;
  readonly fault?: string;
}

async function requestsOf({ url }: Sandbox, query = '', method = 'GET'): Promise<readonly Logged[]> {
  const response = await fetch(new URL(`/sandbox/requests${query}`, url), { method });
  return ((await response.json()) as { requests: readonly Logged[] }).requests;
}

describe('/sandbox/requests', () => {
  it('returns what the utilities were asked, oldest first, without keys', async () => {
    await using sandbox = await startSandbox({ rps: 0, keyedRps: 0 });
    const before = Date.now();
    await fetch(`${sandbox.url}einfo.fcgi?db=gene`);
    await fetch(`${sandbox.url}elink.fcgi?dbfrom=gene&db=omim&id=7157&id=672&api_key=s3cret`);
    const [first, second, ...others] = await requestsOf(sandbox);
    expect(first).toMatchObject({
      utility: 'einfo',
      params: [['db', 'gene']],
      keyed: false,
      status: 200,
      refused: false,
    });
    expect(first?.time).toBeGreaterThan(before - 1000);
    expect(first?.tookMs).toBeGreaterThanOrEqual(0);
    expect(second).toMatchObject({ utility: 'elink', keyed: true, status: 200 });
    expect(second?.params.filter(([name]) => name === 'id')).toEqual([
      ['id', '7157'],
      ['id', '672'],
    ]);
    expect(JSON.stringify(second)).not.toContain('s3cret');
    expect(others).toEqual([]);
  });

  it('tells refusals by the rate limit from faults that look like them', async () => {
    await using sandbox = await startSandbox({ rps: 1, faults: parseFaults('http-429') });
    await fetch(`${sandbox.url}einfo.fcgi`);
    await fetch(`${sandbox.url}einfo.fcgi`);
    expect(await requestsOf(sandbox)).toMatchObject([
      { status: 429, refused: false, fault: 'http-429' },
      { status: 429, refused: true },
    ]);
  });

  it('returns only the last ones on request, and none after a DELETE', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    for (const db of ['gene', 'pubmed', 'omim']) {
      await fetch(`${sandbox.url}einfo.fcgi?db=${db}`);
    }
    expect((await requestsOf(sandbox, '?last=1')).map(({ params }) => params)).toEqual([[['db', 'omim']]]);
    expect(await requestsOf(sandbox, '?last=0')).toEqual([]);
    expect(await requestsOf(sandbox, '', 'DELETE')).toHaveLength(3);
    expect(await requestsOf(sandbox)).toEqual([]);
  });

  it('refuses other methods and a number that is none', async () => {
    await using sandbox = await startSandbox();
    const at = (query: string): URL => new URL(`/sandbox/requests${query}`, sandbox.url);
    expect((await fetch(at(''), { method: 'PUT' })).status).toBe(405);
    const invalid = await fetch(at('?last=all'));
    expect(invalid.status).toBe(400);
    expect(await invalid.json()).toEqual({ error: 'Invalid "last": "all". Use a whole number.' });
  });
});

describe('RequestLog', () => {
  it('keeps the latest requests up to its capacity', () => {
    const log = new RequestLog(10);
    for (let at = 0; at < 26; at += 1) {
      log.add({ utility: 'einfo', params: [], at, keyed: false, idCount: 0 });
      expect(log.requests.length).toBeLessThanOrEqual(10);
    }
    expect(log.requests.at(-1)?.at).toBe(25);
    expect(log.requests.length).toBeGreaterThanOrEqual(5);
  });
});
