import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const SET = 'db webEnv queryKey count problems';

/** Each error as `path: code`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${extensions.code}`);
}

function uidsOf(nodes: readonly { readonly uid: string }[]): string[] {
  return nodes.map(({ uid }) => uid);
}

describe('a stored set', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function post(uids: readonly string[], db = 'gene'): Promise<{ webEnv: string; queryKey: string }> {
    const answer = await gateway.query(
      'query ($db: DatabaseName!, $uids: [ID!]!) { history { post(db: $db, uids: $uids) { webEnv queryKey } } }',
      { db, uids },
    );
    return answer.data?.history.post as { webEnv: string; queryKey: string };
  }

  it('of a search holds all its hits, and tells their number for one call', async () => {
    const answer = await gateway.query(
      `{ history { search(db: gene, term: "human[orgn]") { ${SET} } } search { gene(term: "human[orgn]") { totalCount } } }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.history.search).toEqual({
      db: 'gene',
      webEnv: expect.stringMatching(/^MCID_[0-9a-f]{24}$/),
      queryKey: '1',
      count: answer.data?.search.gene.totalCount,
      problems: [],
    });
    expect(answer.extensions.entrez.calls).toMatchObject({ esearch: 2, total: 2 });
  });

  it('of a search tells what NCBI could not find', async () => {
    const answer = await gateway.query(
      `{ history { search(db: gene, term: "TP53[gene] OR nosuchgenexyz[gene]") { count problems } } }`,
    );
    expect(answer.data?.history.search.count).toBeGreaterThan(0);
    expect(answer.data?.history.search.problems.join(' ')).toContain('nosuchgenexyz');
  });

  it('of posted uids is counted by a search only when its count is selected', async () => {
    const plain = await gateway.query('{ history { post(db: gene, uids: [7157, "NCBIGene:672"]) { queryKey } } }');
    expect(plain.extensions.entrez.calls).toMatchObject({ epost: 1, total: 1 });
    const counted = await gateway.query(`{ history { post(db: gene, uids: [7157, 672, 7157]) { ${SET} } } }`);
    const named = await gateway.query('{ history { post(db: gene, ids: ["TP53", "672"]) { count } } }');
    expect(named.data?.history.post).toEqual({ count: 2 });
    expect(counted.errors).toBeUndefined();
    expect(counted.data?.history.post).toMatchObject({ db: 'gene', count: 2, problems: [] });
    expect(counted.extensions.entrez.calls).toMatchObject({ epost: 1, esearch: 1, total: 2 });
  });

  it('is one of many in its environment', async () => {
    const { webEnv, queryKey } = await post(['7157']);
    const answer = await gateway.query(
      `query ($webEnv: String) { history {
        post(db: gene, uids: [672], webEnv: $webEnv) { webEnv queryKey }
      } }`,
      { webEnv },
    );
    expect(answer.data?.history.post).toEqual({ webEnv, queryKey: String(Number(queryKey) + 1) });
    const both = await gateway.query(
      `query ($webEnv: String) { history { search(db: gene, term: "#1 OR #2", webEnv: $webEnv) { ${SET} } } }`,
      { webEnv },
    );
    expect(both.data?.history.search).toMatchObject({ webEnv, queryKey: '3', count: 2 });
  });

  it('may hold fewer uids than were posted, and says so', async () => {
    const answer = await gateway.query(
      `{ history { post(db: gene, uids: [7157, "99999999999999999999"]) { count problems } } }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.history.post).toEqual({ count: 1, problems: [expect.stringContaining('invalid value')] });
  });

  it('is not there when NCBI takes none of the uids: that is an error', async () => {
    const answer = await gateway.query('{ history { post(db: gene, uids: ["99999999999999999999"]) { queryKey } } }');
    expect(errorsOf(answer)).toEqual(['history.post: UNKNOWN_ID']);
    expect(answer.data?.history.post).toBeNull();
  });

  it('is stored anew each time, and never taken from a cache', async () => {
    const query = `{ history {
      a: post(db: gene, uids: [7157]) { webEnv }
      b: post(db: gene, uids: [7157]) { webEnv }
      c: search(db: gene, term: "TP53[gene]") { webEnv }
      d: links(name: "gene_pubmed", uids: [7157]) { webEnv }
    } }`;
    const answers = [await gateway.query(query), await gateway.query(query)];
    expect(answers.map(({ extensions }) => extensions.entrez.calls.total)).toEqual([4, 4]);
    const webEnvs = answers.flatMap(({ data }) =>
      Object.values(data?.history as Record<string, { webEnv: string }>).map(({ webEnv }) => webEnv),
    );
    expect(new Set(webEnvs).size).toBe(8);
  });

  describe('of links', () => {
    it('holds what the link field gives', async () => {
      const stored = await gateway.query(
        `{ history { links(name: "gene_pubmed", from: gene, uids: [7157]) { ${SET} } } }`,
      );
      const { webEnv, queryKey, ...rest } = stored.data?.history.links as Record<string, unknown>;
      const answer = await gateway.query(
        `query ($webEnv: String!, $queryKey: String!) {
          history { records(db: pubmed, webEnv: $webEnv, queryKey: $queryKey, first: 1000) { totalCount nodes { uid } } }
          gene(uid: 7157) { pubmed(first: 1000) { totalCount nodes { uid } } }
        }`,
        { webEnv, queryKey },
      );
      expect(answer.errors).toBeUndefined();
      const { records } = answer.data?.history as { records: { totalCount: number; nodes: { uid: string }[] } };
      expect(rest).toEqual({ db: 'pubmed', count: records.totalCount, problems: [] });
      expect(uidsOf(records.nodes).toSorted()).toEqual(
        uidsOf(answer.data?.gene.pubmed.nodes as { uid: string }[]).toSorted(),
      );
    });

    it('of many records is one, asked with a comma list', async () => {
      await gateway.query('{ history { links(name: "gene_pubmed", uids: [7157, 672]) { queryKey } } }');
      const request = gateway.sandbox.requests.at(-1);
      expect(request && parameterOf(request, 'id')).toBe('7157,672');
      expect(request && parameterOf(request, 'cmd')).toBe('neighbor_history');
    });

    it('starts at a stored set as well: search, then link, then read', async () => {
      const { data } = await gateway.query(
        '{ history { search(db: gene, term: "TP53[gene] AND human[orgn]") { webEnv queryKey } } }',
      );
      const linked = await gateway.query(
        `query ($webEnv: String, $queryKey: String) { history {
          links(name: "gene_pubmed", webEnv: $webEnv, queryKey: $queryKey) { ${SET} }
        } }`,
        data?.history.search as object,
      );
      expect(linked.errors).toBeUndefined();
      expect(linked.data?.history.links).toMatchObject({
        webEnv: data?.history.search.webEnv,
        queryKey: '2',
        db: 'pubmed',
      });
      const direct = await gateway.query('{ gene(uid: 7157) { pubmed { totalCount } } }');
      expect(linked.data?.history.links.count).toBe(direct.data?.gene.pubmed.totalCount);
    });

    it('is null, without an error, when there are no links', async () => {
      const answer = await gateway.query(
        '{ history { links(name: "gene_bioproject", uids: ["999999999999"]) { count } } }',
      );
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.history).toEqual({ links: null });
    });

    it.each([
      [
        'that starts elsewhere',
        'name: "pubmed_gene", from: gene',
        'which starts in pubmed. Use a link name that starts in gene.',
      ],
      ['that is unknown', 'name: "gene_pubmet", from: gene', 'Did you mean gene_pubmed?'],
      ['that is unknown, of no database', 'name: "gene_pubmet"', 'Did you mean gene_pubmed?'],
    ])('under a link name %s is refused', async (_what, args, message) => {
      const answer = await gateway.query(`{ history { links(${args}, uids: [7157]) { count } } }`);
      expect(errorsOf(answer)).toEqual(['history.links: BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.message).toContain(message);
    });
  });

  describe('read as records', () => {
    it('comes in pages that follow each other, with typed records', async () => {
      const set = await post(['7157', '672', '675'], 'gene');
      const query = `query ($webEnv: String!, $queryKey: String!, $after: String) { history {
        records(db: gene, webEnv: $webEnv, queryKey: $queryKey, first: 2, after: $after) {
          totalCount
          edges { node { uid ... on Gene { symbol } } }
          pageInfo { hasNextPage hasPreviousPage endCursor }
        }
      } }`;
      const first = await gateway.query(query, set);
      const page = first.data?.history.records;
      expect(first.errors).toBeUndefined();
      expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
      const second = await gateway.query(query, { ...set, after: page.pageInfo.endCursor });
      expect(second.data?.history.records.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const symbols = [first, second].flatMap(({ data }) =>
        (data?.history.records.edges as { node: { symbol: string } }[]).map(({ node }) => node.symbol),
      );
      expect(symbols.toSorted()).toEqual(['BRCA1', 'BRCA2', 'TP53']);
      expect(first.extensions.entrez.calls).toMatchObject({ esearch: 1, esummary: 1, total: 2 });
    });

    it('costs no list of uids where only the count is selected', async () => {
      const answer = await gateway.query(
        `query ($webEnv: String!, $queryKey: String!) { history {
          records(db: gene, webEnv: $webEnv, queryKey: $queryKey) { totalCount }
        } }`,
        await post(['7157', '672']),
      );
      expect(answer.data?.history.records.totalCount).toBe(2);
      const request = gateway.sandbox.requests.at(-1);
      expect(request && parameterOf(request, 'retmax')).toBe('0');
    });

    it('refuses a cursor of another set', async () => {
      const page = (set: object, after?: string) =>
        gateway.query(
          `query ($webEnv: String!, $queryKey: String!, $after: String) { history {
            records(db: gene, webEnv: $webEnv, queryKey: $queryKey, after: $after) { pageInfo { endCursor } }
          } }`,
          { ...set, after },
        );
      const [one, other] = [await post(['7157']), await post(['672'])];
      const { data } = await page(one);
      const answer = await page(other, data?.history.records.pageInfo.endCursor as string);
      expect(errorsOf(answer)).toEqual(['history.records: BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.message).toContain('Argument "after"');
    });
  });

  it('that is gone is HISTORY_EXPIRED wherever it is named, beside intact siblings', async () => {
    const gone = 'webEnv: "MCID_000000000000000000000000"';
    const answer = await gateway.query(`{
      history {
        records(db: gene, ${gone}, queryKey: "1") { totalCount }
        links(name: "gene_pubmed", ${gone}, queryKey: "1") { count }
        search(db: gene, term: "#7 AND human[orgn]", ${gone}) { count }
      }
      gene(uid: 7157) { symbol }
    }`);
    expect(errorsOf(answer).toSorted()).toEqual([
      'history.links: HISTORY_EXPIRED',
      'history.records: HISTORY_EXPIRED',
      'history.search: HISTORY_EXPIRED',
    ]);
    for (const { message } of answer.errors ?? []) {
      expect(message).toMatch(/^NCBI does not keep this stored set, or no longer/);
      expect(message).not.toContain('MCID_');
    }
    expect(answer.data).toEqual({
      history: { records: null, links: null, search: null },
      gene: { symbol: 'TP53' },
    });
  });

  it.each([
    ['post(db: gene, uids: []) { count }', 'Argument "uids" is an empty list. Use 1 to 10000 entries.'],
    [
      'post(db: gene, uids: [7157], webEnv: "a b") { count }',
      'Argument "webEnv" is not a WebEnv. Use one that this API or NCBI returned.',
    ],
    ['search(db: gene, term: " ") { count }', 'Argument "term" is " ". Enter a query.'],
    [
      'search(db: gene, term: "(TP53") { count }',
      'Argument "term" is "(TP53", whose brackets or quotes do not match. Close each bracket and quote.',
    ],
    [
      'links(name: "gene_pubmed") { count }',
      'The sources are missing or given twice. Give the argument "uids" or "ids", or "webEnv" and "queryKey" together.',
    ],
    [
      'records(db: gene, webEnv: "M", queryKey: "#1") { totalCount }',
      'Argument "queryKey" is "#1". Use the queryKey of a stored set: a whole number from 1.',
    ],
    [
      'records(db: gene, webEnv: "M", queryKey: "1", first: -1) { totalCount }',
      'Argument "first" is -1. Use a number from 0 to 1000.',
    ],
  ])('is refused as %s, at no cost', async (field, message) => {
    const answer = await gateway.query(`{ history { ${field} } }`);
    expect(answer.errors?.map((error) => error.message)).toEqual([message]);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(answer.extensions.entrez.calls.total).toBe(0);
  });

  it('of 20,000 uids is refused', async () => {
    const uids = Array.from({ length: 20_000 }, (_, index) => String(index + 1));
    const answer = await gateway.query(
      'query ($uids: [ID!]!) { history { post(db: gene, uids: $uids) { count } } gene(uid: 7157) { symbol } }',
      { uids },
    );
    expect(answer.errors?.[0]?.message).toContain('has 20000 entries. Use 1 to 10000 entries.');
    expect(answer.data?.gene).toEqual({ symbol: 'TP53' });
  });
});
