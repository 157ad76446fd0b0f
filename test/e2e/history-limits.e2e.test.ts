import { describe, expect, it } from 'vitest';

import { readConfig } from '../../src/config.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { createGateway } from '../../src/server/gateway.js';
import { startServer } from '../../src/server/http/http-server.js';
import { hurryClock } from '../support/hurried-clock.js';
import { parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

/** Each error as `path: code`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${extensions.code}`);
}

describe.concurrent('an answer about stored sets that cannot be believed', () => {
  it('because hits were stored nowhere is MALFORMED_RESPONSE', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(() => ({
      body: JSON.stringify({ esearchresult: { count: '2', retmax: '0', retstart: '0', idlist: [] } }),
    }));
    const answer = await gateway.query('{ history { search(db: gene, term: "TP53") { count } } }');
    expect(errorsOf(answer)).toEqual(['history.search: MALFORMED_RESPONSE']);
  });

  it('is none when a search without hits stores nothing: the set is null', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(() => ({
      body: JSON.stringify({ esearchresult: { count: '0', retmax: '0', retstart: '0', idlist: [] } }),
    }));
    const answer = await gateway.query('{ history { search(db: gene, term: "TP53") { count } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.history.search).toBeNull();
  });

  it('because other links were stored is MALFORMED_RESPONSE', async () => {
    await using gateway = await RunningGateway.start();
    const set = { dbto: 'omim', linkname: 'gene_omim', querykey: '1' };
    gateway.sandbox.intercept(() => ({
      body: JSON.stringify({ linksets: [{ dbfrom: 'gene', ids: ['7157'], linksetdbhistories: [set], webenv: 'M' }] }),
    }));
    const answer = await gateway.query('{ history { links(name: "gene_pubmed", uids: [7157]) { count } } }');
    expect(errorsOf(answer)).toEqual(['history.links: MALFORMED_RESPONSE']);
  });
});

describe('a stored set of PubMed', () => {
  it('is read up to its 9,999th record: the last page says so, and a cursor beyond is refused', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) => {
      const retstart = Number(parameterOf(request, 'retstart') ?? 0);
      const idlist = Array.from({ length: 20 }, (_, index) => String(retstart + index + 1));
      return {
        body: JSON.stringify({ esearchresult: { count: '20000', retmax: '20', retstart: String(retstart), idlist } }),
      };
    });
    const query = `query ($after: String) { history {
      records(db: pubmed, webEnv: "MCID_1", queryKey: "1", first: 20, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
      }
    } }`;
    const pageAfter = async (after?: string) =>
      (await gateway.query(query, { after })).data?.history.records as {
        readonly totalCount: number;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    const first = await pageAfter();
    expect(first.pageInfo.hasNextPage).toBe(true);
    const beforeLast = Buffer.from(first.pageInfo.endCursor, 'base64url')
      .toString()
      .replace(/[|]20[|]19$/, '|9979|9978');
    const { totalCount, pageInfo } = await pageAfter(Buffer.from(beforeLast).toString('base64url'));
    expect([totalCount, pageInfo.hasNextPage]).toEqual([20_000, false]);
    const beyond = await gateway.query(query, { after: pageInfo.endCursor });
    expect(beyond.errors?.[0]?.message).toContain('Use a cursor of the first 9999 records');
  });
});

describe('the name of an environment', () => {
  it('is never logged, whether the operation succeeds or fails', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    const logged: unknown[] = [];
    const keep = (...args: unknown[]): void => {
      logged.push(...args.map((arg) => (arg instanceof Error ? `${String(arg.stack)} ${String(arg.cause)}` : arg)));
    };
    const config = readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: '50', LOG_LEVEL: 'debug' });
    const gateway = createGateway(config, { debug: keep, info: keep, warn: keep, error: keep });
    const server = await startServer(gateway, { host: '127.0.0.1', port: 0 });
    const ask = async (query: string, variables: object = {}): Promise<string> => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.text();
    };
    const stored = await ask('{ history { post(db: gene, uids: [7157]) { webEnv queryKey count } } }');
    const [webEnv] = /MCID_[0-9a-f]+/.exec(stored) ?? [];
    expect(webEnv).toBeDefined();
    const fields = 'records(db: gene, webEnv: $w, queryKey: $k) { totalCount }';
    await ask(`query ($w: String!, $k: String!) { history { ${fields} } }`, { w: webEnv, k: '9' });
    sandbox.intercept(() => ({ status: 400, body: '<html>no</html>' }));
    await ask(`query ($w: String!, $k: String!) { history { ${fields} } }`, { w: webEnv, k: '1' });
    await ask(`query ($w: String!) { history { records(db: gene, webEnv: $w, queryKey: 5) { nope } } }`, { w: webEnv });
    await server.close();
    expect(logged).not.toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(webEnv);
  });
});
