import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { idsOf, type Interception, parameterOf, type SandboxRequest } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { CITED, dateOf, GENE, graphOf, isRare, listed } from './long-list-graph.js';

hurryClock(5);

describe('a long list whose stored set is not to be trusted', () => {
  const LENGTH = 12_000;
  const PASSING = listed(LENGTH).filter(isRare).length;
  const graph = graphOf(LENGTH);
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start({ sandbox: { rps: 0, graph } });
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  const ask = (term = 'rare[title]') =>
    gateway.query(`{ gene(uid: ${GENE}) { symbol pubmed(first: 3, filter: { term: "${term}" }) { totalCount } } }`);

  const isHistory = (request: SandboxRequest): boolean => parameterOf(request, 'cmd') === 'neighbor_history';

  /** What the sandbox answers to a request that stores fewer uids, or to another one. */
  async function sent(utility: string, params: Record<string, string>): Promise<Interception> {
    const response = await fetch(`${gateway.sandbox.url}${utility}.fcgi`, {
      method: 'POST',
      body: new URLSearchParams({ ...params, tool: 'inner' }),
    });
    return { body: await response.text() };
  }

  const withoutLast = (request: SandboxRequest, ids = idsOf(request)): Promise<Interception> =>
    sent('epost', {
      db: 'pubmed',
      id: ids.slice(0, -1).join(','),
      ...(parameterOf(request, 'webenv') !== undefined && { WebEnv: parameterOf(request, 'webenv') ?? '' }),
    });

  it.each([
    ['an error', '{"header":{"type":"elink"},"linksets":[{"dbfrom":"gene","ids":["7157"],"ERROR":"oops"}]}'],
    ['no set', '{"header":{"type":"elink"},"linksets":[{"dbfrom":"gene","ids":["7157"],"webenv":"MCID_1"}]}'],
    [
      'the links of another name',
      '{"header":{"type":"elink"},"linksets":[{"dbfrom":"gene","ids":["7157"],"webenv":"MCID_1","linksetdbhistories":[{"dbto":"pubmed","linkname":"gene_pubmed_rif","querykey":"1"}]}]}',
    ],
  ])('is posted when ELink stores %s', async (_what, body) => {
    gateway.sandbox.intercept((request) => (isHistory(request) ? { body } : undefined));
    expect((await ask()).data?.gene.pubmed.totalCount).toBe(PASSING);
    expect(gateway.callsOf('epost')).toBe(2);
  });

  /** Has ELink store these uids instead of the links. */
  function storeByElink(uids: readonly string[]): void {
    gateway.sandbox.intercept(async (request) => {
      if (!isHistory(request)) {
        return undefined;
      }
      const [first, rest] = [uids.slice(0, 9000), uids.slice(9000)].map((part) => ({
        db: 'pubmed',
        id: part.join(','),
      }));
      const [, webenv = ''] = /<WebEnv>(.*)<\/WebEnv>/.exec((await sent('epost', { ...first })).body) ?? [];
      await sent('epost', { ...rest, WebEnv: webenv });
      await sent('esearch', { db: 'pubmed', term: '#1 OR #2', usehistory: 'y', WebEnv: webenv });
      const set = { dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '3' };
      const linksets = [{ dbfrom: 'gene', ids: [GENE], webenv, linksetdbhistories: [set] }];
      return { body: JSON.stringify({ header: { type: 'elink' }, linksets }) };
    });
  }

  it('is posted when ELink stores a list that has lost a link', async () => {
    storeByElink(listed(LENGTH).slice(1));
    expect((await ask()).data?.gene.pubmed.totalCount).toBe(PASSING);
    expect(gateway.callsOf('epost')).toBe(4);
  });

  it('is posted when ELink stores a list of the same length with another link', async () => {
    storeByElink([CITED, ...listed(LENGTH).slice(1)]);
    const { data, errors } = await ask('common[title]');
    expect(errors).toBeUndefined();
    expect(data?.gene.pubmed.totalCount).toBe(LENGTH - PASSING);
  });

  it('fails when NCBI sorts a part of the set only', async () => {
    const idlist = listed(LENGTH).slice(0, 3);
    gateway.sandbox.intercept((request) =>
      parameterOf(request, 'sort') === undefined
        ? undefined
        : { body: JSON.stringify({ esearchresult: { count: '3', retmax: '3', retstart: '0', idlist } }) },
    );
    const { data, errors } = await gateway.query(
      `{ gene(uid: ${GENE}) { symbol pubmed(first: 3, orderBy: DATE) { nodes { uid } } } }`,
    );
    expect(data?.gene).toEqual({ symbol: 'TP53', pubmed: null });
    expect(errors).toMatchObject([{ extensions: { code: 'MALFORMED_RESPONSE' } }]);
  });

  it('refuses a filter that NCBI leaves out of the search, also one that is a number', async () => {
    gateway.sandbox.intercept((request) => {
      if (parameterOf(request, 'term')?.includes('2020') !== true) {
        return undefined;
      }
      const found = { count: '1', retmax: '1', retstart: '0', idlist: listed(1), querykey: '2' };
      const errorlist = { phrasesnotfound: ['2020'], fieldsnotfound: [] };
      const webenv = parameterOf(request, 'webenv');
      return { body: JSON.stringify({ esearchresult: { ...found, webenv, errorlist } }) };
    });
    const { data, errors } = await ask('2020');
    expect(data?.gene).toEqual({ symbol: 'TP53', pubmed: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is stored again when NCBI has lost the set', async () => {
    let lost = 0;
    gateway.sandbox.intercept((request) => {
      const isSearch = request.utility === 'esearch';
      lost += Number(isSearch);
      return isSearch && lost === 1 ? { body: '{"esearchresult":{"ERROR":"Unable to obtain query #1"}}' } : undefined;
    });
    expect((await ask()).data?.gene.pubmed.totalCount).toBe(PASSING);
  });

  it('fails, and tells its length, when NCBI keeps losing the set', async () => {
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'esearch' ? { body: '{"esearchresult":{"ERROR":"Unable to obtain query #1"}}' } : undefined,
    );
    const { data, errors } = await ask();
    expect(data?.gene).toEqual({ symbol: 'TP53', pubmed: null });
    expect(errors).toMatchObject([{ extensions: { code: 'HISTORY_EXPIRED', unfilteredCount: LENGTH } }]);
  });

  it('fails when EPost silently leaves out a record that exists', async () => {
    gateway.sandbox.intercept((request) => {
      if (request.params.some(([name, value]) => name === 'tool' && value === 'inner')) {
        return undefined;
      }
      if (isHistory(request)) {
        return { body: '{"header":{"type":"elink"},"linksets":[{"dbfrom":"gene","ids":["7157"]}]}' };
      }
      return request.utility === 'epost' ? withoutLast(request) : undefined;
    });
    const { data, errors } = await ask();
    expect(data?.gene).toEqual({ symbol: 'TP53', pubmed: null });
    expect(errors).toMatchObject([{ extensions: { code: 'MALFORMED_RESPONSE', unfilteredCount: LENGTH } }]);
  });

  it('is not asked about when the operation may not make so many calls, and says what it would cost', async () => {
    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-entrez-max-calls': '3' },
      body: JSON.stringify({
        query: `{ gene(uid: ${GENE}) { all: pubmed { totalCount } some: pubmed(filter: { term: "rare[title]" }) { totalCount } } }`,
      }),
    });
    const { data, errors } = (await response.json()) as GraphqlAnswer;
    expect(data?.gene).toEqual({ all: { totalCount: LENGTH }, some: null });
    expect(errors).toMatchObject([{ extensions: { code: 'LIST_TOO_LONG', unfilteredCount: LENGTH } }]);
    expect(errors?.[0]?.message).toContain(`${LENGTH} links`);
    expect(errors?.[0]?.message).toMatch(/takes 3 calls to NCBI; this operation may make 2 more/);
    expect(gateway.sandbox.requests).toHaveLength(1);
  });

  it('gives a page by date though to count its years would take more calls than it may make, which they say', async () => {
    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-entrez-max-calls': '5' },
      body: JSON.stringify({
        query: `{ gene(uid: ${GENE}) { pubmed(first: 3, orderBy: DATE) { nodes { uid } countsByYear { year } } } }`,
      }),
    });
    const { data, errors } = (await response.json()) as GraphqlAnswer;
    const newest = listed(LENGTH).map(dateOf).toSorted().toReversed().slice(0, 3);
    const { nodes, countsByYear } = data?.gene.pubmed as { nodes: { uid: string }[]; countsByYear: null };
    expect([nodes.map(({ uid }) => dateOf(uid)), countsByYear]).toEqual([newest, null]);
    expect(errors).toMatchObject([{ path: ['gene', 'pubmed', 'countsByYear'], extensions: { code: 'LIST_TOO_LONG' } }]);
  });

  it('has a plan that tells what it costs before', async () => {
    await gateway.query(
      `{ gene(uid: ${GENE}) { pubmed { totalCount } } pubmed(uid: ${CITED}) { citedIn { totalCount } } }`,
    );
    const query = `{ gene(uid: ${GENE}) { pubmed(filter: { term: "common[title]" }) { totalCount } }
      pubmed(uid: ${CITED}) { citedIn(orderBy: DATE) { countsByYear { year } nodes { uid } } } }`;
    const plan = async (): Promise<{ calls: { best: number; worst: number }; levels: { questions: object[] }[] }> => {
      const { data } = await gateway.query(
        'query ($query: String!) { plan(query: $query) { calls { best worst } levels { questions { utility about } } } }',
        { query },
      );
      return data?.plan;
    };
    const before = await plan();
    const { extensions } = await gateway.query(query);
    expect(extensions.entrez.calls.total).toBeGreaterThanOrEqual(before.calls.best);
    expect(extensions.entrez.calls.total).toBeLessThanOrEqual(before.calls.worst);
    expect(before.levels.flatMap(({ questions }) => questions)).toContainEqual({
      utility: 'elink',
      about: 'pubmed list',
    });
    expect((await plan()).calls).toEqual({ best: 0, worst: 0 });
  });
});
