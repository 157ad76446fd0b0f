import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type RecordFacts, SampleGraph } from '../../src/sandbox/sample-graph.js';
import { idsOf, type Interception, parameterOf, type SandboxRequest } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const LONG = 13_877;
const GENE = '7157';
const CITED = '31978945';
const FIRST = 20_000_000;

interface YearCount {
  readonly year: number | null;
  readonly count: number;
}

/** Article number `index`: dates and titles without any order among the uids. */
function article(index: number): RecordFacts {
  const mixed = (index * 7919) % 20_011;
  const month = String(1 + (mixed % 12)).padStart(2, '0');
  const day = String(1 + (mixed % 28)).padStart(2, '0');
  const year = 1975 + Math.floor(((mixed * 31) % 20_011) / 400);
  return { title: index % 3 === 0 ? 'Rare beetles' : 'Common beetles', pubdate: `${year}/${month}/${day}` };
}

/** A gene and a paper with so many linked articles each. */
function graphOf(length: number): SampleGraph {
  const uids = Array.from({ length }, (_, index) => String(FIRST + index * 3));
  const articles = Object.fromEntries(uids.map((uid, index) => [uid, article(index)]));
  return new SampleGraph({
    records: { gene: { [GENE]: { symbol: 'TP53' } }, pubmed: { ...articles, [CITED]: article(1) } },
    links: {
      gene_pubmed: { [GENE]: uids.join(' ') },
      pubmed_pubmed_citedin: { [CITED]: uids.join(' ') },
    },
    inverses: {},
  });
}

function dateOf(uid: string): string {
  return String(article((Number(uid) - FIRST) / 3).pubdate);
}

function isRare(uid: string): boolean {
  return (Number(uid) - FIRST) % 9 === 0;
}

/** The articles of a graph as ELink orders them. */
function listed(length: number): string[] {
  return Array.from({ length }, (_, index) => String(FIRST + (length - 1 - index) * 3));
}

function countsOf(uids: readonly string[]): YearCount[] {
  const years = uids.map((uid) => Number(dateOf(uid).slice(0, 4)));
  return [...new Set(years)]
    .toSorted((a, b) => b - a)
    .map((year) => ({ year, count: years.filter((each) => each === year).length }));
}

function uidsOf(nodes: readonly { readonly uid: string }[]): string[] {
  return nodes.map(({ uid }) => uid);
}

describe('a list of 13,877 links', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ sandbox: { rps: 0, graph: graphOf(LONG) } });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** Asks twice: the second time nothing is sent. */
  async function ask(query: string, most = 12): Promise<NonNullable<GraphqlAnswer['data']>> {
    const cold = await gateway.query(query);
    expect(cold.errors).toBeUndefined();
    expect(cold.extensions.entrez.calls.total).toBeLessThanOrEqual(most);
    const warm = await gateway.query(query);
    expect(warm.data).toEqual(cold.data);
    expect(warm.extensions.entrez.calls.total).toBe(0);
    return cold.data ?? {};
  }

  it('is filtered in a few calls, in its own order, and keeps its length', async () => {
    const { gene } = await ask(
      `{ gene(uid: ${GENE}) { pubmed(first: 500, filter: { term: "rare[title]" }) { totalCount unfilteredCount nodes { uid } } } }`,
    );
    const passing = listed(LONG).filter(isRare);
    expect(gene.pubmed).toMatchObject({ totalCount: passing.length, unfilteredCount: LONG });
    expect(uidsOf(gene.pubmed.nodes)).toEqual(passing.slice(0, 500));
  });

  it('is filtered by dates when more pass than NCBI lists', async () => {
    const { gene } = await ask(
      `{ gene(uid: ${GENE}) { pubmed(last: 3, filter: { publishedBetween: { from: "1980", to: "2030" } }) { totalCount nodes { uid } } } }`,
    );
    const passing = listed(LONG).filter((uid) => dateOf(uid) >= '1980');
    expect(passing.length).toBeGreaterThan(9_999);
    expect(gene.pubmed.totalCount).toBe(passing.length);
    expect(uidsOf(gene.pubmed.nodes)).toEqual(passing.slice(-3));
  });

  it('comes newest first, page by page beyond what NCBI lists, each link once', async () => {
    const page = (after: string | null) =>
      `{ pubmed(uid: ${CITED}) { citedIn(orderBy: DATE, first: 1000 ${after === null ? '' : `after: "${after}"`}) {
        totalCount nodes { uid } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    let calls = 0;
    do {
      const { data, errors, extensions } = await gateway.query(page(after));
      expect(errors).toBeUndefined();
      calls += extensions.entrez.calls.total;
      const { nodes, pageInfo } = data?.pubmed.citedIn as {
        nodes: { uid: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...uidsOf(nodes));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(calls).toBeLessThanOrEqual(12);
    expect(new Set(seen).size).toBe(LONG);
    const dates = seen.map(dateOf);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('is counted by year, and its oldest are its last', async () => {
    const { pubmed } = await ask(
      `{ pubmed(uid: ${CITED}) { citedIn(orderBy: DATE, last: 2) { totalCount countsByYear { year count } nodes { uid } } } }`,
    );
    expect(pubmed.citedIn.countsByYear).toEqual(countsOf(listed(LONG)));
    const oldest = listed(LONG).map(dateOf).toSorted()[0];
    expect(dateOf(pubmed.citedIn.nodes[1].uid)).toBe(oldest);
  });

  it('is filtered, ordered and counted at once', async () => {
    const { pubmed } = await ask(
      `{ pubmed(uid: ${CITED}) { citedIn(filter: { term: "rare[title]", publishedBetween: { from: "1990", to: "2010" } }, orderBy: DATE) {
        totalCount unfilteredCount countsByYear { year count } nodes { uid } } } }`,
    );
    const passing = listed(LONG).filter((uid) => isRare(uid) && dateOf(uid) >= '1990' && dateOf(uid) < '2011');
    expect(pubmed.citedIn).toMatchObject({
      totalCount: passing.length,
      unfilteredCount: LONG,
      countsByYear: countsOf(passing),
    });
    expect(uidsOf(pubmed.citedIn.nodes).map(dateOf)).toEqual(passing.map(dateOf).toSorted().toReversed().slice(0, 20));
  });
});

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

  const ask = () =>
    gateway.query(`{ gene(uid: ${GENE}) { symbol pubmed(first: 3, filter: { term: "rare[title]" }) { totalCount } } }`);

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

  it('is posted when ELink stores a list that has lost a link', async () => {
    gateway.sandbox.intercept(async (request) => {
      if (!isHistory(request)) {
        return undefined;
      }
      const posted = await sent('epost', { db: 'pubmed', id: listed(LENGTH).slice(1).join(',') });
      const [, webenv] = /<WebEnv>(.*)<\/WebEnv>/.exec(posted.body) ?? [];
      const set = { dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '1' };
      const linksets = [{ dbfrom: 'gene', ids: [GENE], webenv, linksetdbhistories: [set] }];
      return { body: JSON.stringify({ header: { type: 'elink' }, linksets }) };
    });
    expect((await ask()).data?.gene.pubmed.totalCount).toBe(PASSING);
    expect(gateway.callsOf('epost')).toBe(3);
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
