import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { describe, expect, it, vi } from 'vitest';

import { systemClock } from '../../src/upstream/clock.js';
import { type Answer, Asking, type Headers, TIMES } from './asking.js';

describe('a request that was answered before', () => {
  it('is answered the same without Yoga', async () => {
    await using asking = await Asking.start();
    const long = await asking.ask();
    const short = await asking.often();
    expect([long.isShort, short.isShort]).toEqual([false, true]);
    expect(JSON.parse(short.body.toString()).data).toEqual(JSON.parse(long.body.toString()).data);
    expect(JSON.parse(short.body.toString()).extensions.entrez).toMatchObject({ calls: { total: 0 } });
    expect(short.status).toBe(200);
    const names = ({ headers }: Answer): string[] => Object.keys(headers).toSorted();
    expect(names(short)).toEqual(names(long));
    for (const name of ['content-type', 'vary', 'x-content-type-options', 'referrer-policy']) {
      expect(short.headers[name]).toEqual(long.headers[name]);
    }
    expect(short.headers['content-length']).toBe(String(short.body.byteLength));
    expect(short.headers['x-request-id']).not.toBe(long.headers['x-request-id']);
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('is compressed with %s once', async (encoding, decompress) => {
    await using asking = await Asking.start();
    const plain = await asking.often();
    const [first, second] = [
      await asking.ask({ 'accept-encoding': encoding }),
      await asking.ask({ 'accept-encoding': encoding }),
    ];
    expect([first.isShort, first.headers['content-encoding']]).toEqual([true, encoding]);
    expect(JSON.parse(decompress(first.body).toString()).data).toEqual(JSON.parse(plain.body.toString()).data);
    expect(second.body).toEqual(first.body);
  });

  it('keeps its id, and is counted', async () => {
    await using asking = await Asking.start({ METRICS: 'on' });
    await asking.often();
    const { headers, isShort } = await asking.ask({ 'x-request-id': 'mine' });
    expect([isShort, headers['x-request-id']]).toEqual([true, 'mine']);
    const metrics = await (await fetch(`${asking.url}/metrics`)).text();
    expect(metrics).toMatch(/entrez_graph_operations_total\{[^}]*outcome="answered"[^}]*\} 7\n/);
  });

  it.each([
    ['another media type', { accept: 'application/graphql-response+json' }],
    ['its own limits', { 'x-entrez-max-calls': '1' }],
    ['its own key', { 'x-ncbi-api-key': 'a-key-of-a-caller' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['an origin', { origin: 'https://example.org' }],
    ['a type that pages may send', { 'content-type': 'text/plain' }],
  ])('goes the long way with %s', async (_what, headers: Headers) => {
    await using asking = await Asking.start();
    expect((await asking.often()).isShort).toBe(true);
    expect((await asking.ask(headers)).isShort).toBe(false);
  });

  it('goes the long way with another body, which is read once', async () => {
    await using asking = await Asking.start();
    await asking.often();
    const other = await asking.ask({}, JSON.stringify({ query: '{ gene(uid: "7157") { uid } }' }));
    expect(other.isShort).toBe(false);
    expect(JSON.parse(other.body.toString()).data).toEqual({ gene: { uid: '7157' } });
    const broken = await asking.ask({}, '{"query":');
    expect([broken.status, JSON.parse(broken.body.toString()).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['requests are counted', { REQUESTS_PER_MINUTE: '100' }],
    ['calls are counted', { CALLS_PER_HOUR: '100' }],
    ['a header is required', { CSRF_HEADER: 'on' }],
  ])('goes the long way where %s', async (_what, settings) => {
    await using asking = await Asking.start(settings);
    expect((await asking.often({ 'x-entrez-csrf': '1' })).isShort).toBe(false);
  });

  it('is refused beyond a quota as before', async () => {
    await using asking = await Asking.start({ REQUESTS_PER_MINUTE: '3' });
    expect((await asking.often()).status).toBe(429);
  });

  it('is answered anew once its answer is outdated', async () => {
    await using asking = await Asking.start({ SUMMARIES_TTL_S: '60' });
    const body = JSON.stringify({ query: '{ gene(uid: "7157") { symbol } }' });
    for (let time = 0; time < TIMES; time += 1) {
      await asking.ask({}, body);
    }
    expect((await asking.ask({}, body)).isShort).toBe(true);
    const later = systemClock.now() + 3_600_000;
    const now = vi.spyOn(systemClock, 'now').mockReturnValue(later);
    try {
      expect((await asking.ask({}, body)).isShort).toBe(false);
    } finally {
      now.mockRestore();
    }
  });
});
