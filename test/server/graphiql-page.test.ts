import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FIRST_QUERY } from '../../src/server/graphiql-page.js';
import { OfflineGateway } from '../support/offline-gateway.js';

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A GET as a browser sends it; the body as it came over the wire. */
function get(url: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, br' };

describe('the GraphiQL page', () => {
  let offline: OfflineGateway;
  let page: Raw;
  let html: string;
  beforeAll(async () => {
    offline = await OfflineGateway.start();
    page = await get(offline.url, BROWSER);
    html = gunzipSync(page.body).toString();
  });
  afterAll(async () => {
    await offline[Symbol.asyncDispose]();
  });

  it('is what a browser gets at the address of the API, compressed', () => {
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
    expect(html).toContain('<title>entrez-graph</title>');
  });

  it('loads nothing from elsewhere', () => {
    const tags = [
      ...html.replace(/(<script[^>]*>)[^]*?<\/script>/g, '$1').matchAll(/<(?:script|link|img|iframe|style)\b[^>]*>/g),
    ];
    expect(tags.length).toBeGreaterThan(1);
    const foreign = tags
      .map(([tag]) => /\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/.exec(tag)?.[1] ?? '')
      .filter((url) => /^(?:https?:)?\/\//.test(url));
    expect(foreign).toEqual([]);
    expect(html).not.toMatch(/@import\s+(?:url\()?["']?(?:https?:)?\/\//);
  });

  it('is not sent again to a browser that has it', async () => {
    const { etag } = page.headers;
    const again = await get(offline.url, { ...BROWSER, 'if-none-match': String(etag) });
    expect([again.status, again.body.byteLength, again.headers.etag]).toEqual([304, 0, etag]);
    const other = await get(offline.url, { ...BROWSER, 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
  });

  it('is not for programs', async () => {
    const answer = await get(`${offline.url}?query={__typename}`, { accept: 'application/json' });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('opens with a query that the schema knows', () => {
    expect(validate(offline.gateway.schema, parse(FIRST_QUERY))).toEqual([]);
    expect(html).toContain('FirstLook');
  });
});
