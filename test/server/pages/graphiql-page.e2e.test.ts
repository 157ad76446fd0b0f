import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readExamples } from '../../../src/server/pages/examples.js';
import { FIRST_QUERY } from '../../../src/server/pages/graphiql-page.js';
import { OfflineGateway } from '../../support/offline-gateway.js';

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

/** The examples that the script of the page opens, by their names. */
async function examplesOf({ url }: OfflineGateway): Promise<Readonly<Record<string, string>>> {
  const script = gunzipSync((await get(`${url}/graphiql.js`, BROWSER)).body).toString();
  const settings = script.slice(script.lastIndexOf('({"examples":') + 1, script.lastIndexOf(');'));
  return (JSON.parse(settings) as { examples: Readonly<Record<string, string>> }).examples;
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
    expect(html).toContain('<title>entrez-graph · GraphiQL</title>');
  });

  it('loads its scripts and styles from this server, and nothing inline runs', async () => {
    const files = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toEqual(['data:,', 'graphql/graphiql.css', 'graphql/graphiql.js']);
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|https?:\/\//);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);

    const types = await Promise.all(
      ['graphiql.js', 'graphiql.css', 'graphql.worker.js', 'json.worker.js', 'editorWorkerService.worker.js'].map(
        async (file) => (await get(`${offline.url}/${file}`, BROWSER)).headers['content-type'],
      ),
    );
    expect(types).toEqual(['text/javascript', 'text/css', ...Array<string>(3).fill('text/javascript')].map((type) => `${type}; charset=utf-8`)); // prettier-ignore
  });

  it('has no other files, and takes none', async () => {
    expect((await get(`${offline.url}/missing.js`, BROWSER)).status).toBe(404);
    expect((await get(`${offline.url}/constructor`, BROWSER)).status).toBe(404);
    const posted = await fetch(`${offline.url}/graphiql.css`, { method: 'POST', body: '{}' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('leads to every example and to the page /explore', () => {
    const links = [...html.matchAll(/<a href="#example=([^"]+)"/g)].map(([, name]) => name);
    expect(links.toSorted()).toEqual(readExamples().map(({ name }) => name).toSorted()); // prettier-ignore
    expect(html).toContain('href="explore"');
  });

  it('groups the examples by what they show', () => {
    const groups = [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, name]) => name);
    expect(groups).toEqual(['Start', 'Links', 'Filters', 'Lists', 'Abstracts and sequences', 'Cost and limits', 'More recipes']); // prettier-ignore
  });

  it('searches the docs by synonyms too, in the release of GraphiQL that is installed', async () => {
    const script = gunzipSync((await get(`${offline.url}/graphiql.js`, BROWSER)).body).toString();
    expect(script).toMatch(/if\(!(\w+)\((\w+),(\w+)\)&&!globalThis\.isMeantBy\(\2,\3\)\)if\("args"in /);
    expect(script).toContain('"paper":["pubmed"]');
  });

  it('holds the text of every example for its link, in the words of a schema with TYPE_PREFIX where it has one', async () => {
    expect(await examplesOf(offline)).toEqual(
      Object.fromEntries(readExamples().map(({ name, query }) => [name, query])),
    );
    await using prefixed = await OfflineGateway.start({ TYPE_PREFIX: 'Ncbi' });
    for (const [name, query] of Object.entries(await examplesOf(prefixed))) {
      expect(validate(prefixed.gateway.schema, parse(query)), name).toEqual([]);
    }
  });

  it('is not there, and neither is /explore, when they are switched off', async () => {
    await using closed = await OfflineGateway.start({ GRAPHIQL: 'off', EXPLORE: 'off' });
    const answer = await get(`${closed.url}?query={__typename}`, BROWSER);
    expect(answer.headers['content-type']).not.toContain('html');
    const { origin } = new URL(closed.url);
    expect((await get(`${closed.url}/graphiql.js`, BROWSER)).status).toBe(404);
    expect((await get(`${origin}/explore`, BROWSER)).status).toBe(404);

    await using without = await OfflineGateway.start({ EXPLORE: 'off' });
    expect(gunzipSync((await get(without.url, BROWSER)).body).toString()).not.toContain('href="explore"');
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

  it('opens with queries that the schema knows', () => {
    expect(validate(offline.gateway.schema, parse(FIRST_QUERY))).toEqual([]);
    for (const { name, query } of readExamples()) {
      expect(validate(offline.gateway.schema, parse(query)), name).toEqual([]);
    }
  });
});
