import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const HITS = 31_000;
const WINDOW = 9999;
/** The uids of the hits, highest first: gaps of many sizes. */
const uids = Array.from({ length: HITS }, (_, index) => 30_000_000 + index * 3 + ((index * index) % 3)).toReversed();

function page(after: string | null, more = '', selection = 'nodes { uid }'): string {
  const place = after === null ? '' : `after: "${after}"`;
  return `{ search { pubmed(term: "beetles[title]" first: 1000 ${more} ${place}) {
    totalCount ${selection} pageInfo { hasNextPage endCursor window } } } }`;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly uid: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function graphOf(hits: readonly number[]): SampleGraph {
  const articles = Object.fromEntries(
    hits.map((uid, index) => [uid, { title: 'Beetles', pubdate: `${1990 + (index % 30)}` }]),
  );
  return new SampleGraph({ records: { pubmed: articles }, links: {}, inverses: {} });
}

describe('a PubMed search of 31,000 hits', () => {
  let gateway: RunningGateway;
  /** Requests that reached the sandbox before the test. */
  let before = 0;

  beforeAll(async () => {
    gateway = await RunningGateway.start({ sandbox: { rps: 0, graph: graphOf(uids) } });
  });
  beforeEach(() => {
    before = gateway.sandbox.requests.length;
    // A search that is paged for more than a minute is counted once more, and a busy machine may take that long.
    vi.spyOn(Date, 'now').mockReturnValue(Date.now());
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function ask(query: string): Promise<GraphqlAnswer & { readonly page: Page }> {
    const answer = await gateway.query(query);
    expect(answer.errors).toBeUndefined();
    return { ...answer, page: answer.data?.search.pubmed as Page };
  }

  function calls(): number {
    return gateway.sandbox.requests.length - before;
  }

  it('is paged to its end in as many calls as there are windows, each hit once, and says in what order', async () => {
    const read: number[] = [];
    let after: string | null = null;
    for (let number = 0; ; number += 1) {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(page(after));
      expect(answer.page.totalCount).toBe(HITS);
      expect(answer.extensions.entrez.warnings).toEqual([
        {
          code: 'WINDOW_CUT',
          message: 'NCBI lists the first 9999 of 31000 hits. The others follow by falling uids.',
          path: ['search', 'pubmed'],
        },
      ]);
      read.push(...answer.page.nodes.map(({ uid }) => Number(uid)));
      if (!answer.page.pageInfo.hasNextPage) {
        break;
      }
      after = answer.page.pageInfo.endCursor;
    }
    expect(read).toEqual(uids);
    expect(calls()).toBe(Math.ceil(HITS / WINDOW));
    const [, second] = gateway.sandbox.requests;
    expect(second && parameterOf(second, 'term')).toMatch(/^\(beetles\[title\]\) NOT \(\d+:\d+\[UID\]\)$/);
  });

  it('has a plan for each page, which bounds its calls', async () => {
    const other = 'sort: PUB_DATE';
    const plan = async (query: string): Promise<{ best: number; worst: number; complete: boolean }> => {
      const { data, errors } = await gateway.query(
        'query ($query: String!) { plan(query: $query) { calls { best worst } complete } }',
        { query },
      );
      expect(errors).toBeUndefined();
      return { ...data?.plan.calls, complete: data?.plan.complete };
    };
    const first = page(null, other);
    expect(await plan(first)).toEqual({ best: 1, worst: 1, complete: true });
    const { pageInfo } = (await ask(first)).page;
    expect(calls()).toBe(1);
    // Nine pages of this window are known, and the next one reaches beyond it.
    let after = pageInfo.endCursor;
    for (let number = 1; number < 9; number += 1) {
      expect(await plan(page(after, other))).toEqual({ best: 0, worst: 0, complete: true });
      after = (await ask(page(after, other))).page.pageInfo.endCursor;
    }
    const { best, worst } = await plan(page(after, other));
    const { extensions } = await ask(page(after, other));
    expect(extensions.entrez.calls.total).toBeGreaterThanOrEqual(best);
    expect(extensions.entrez.calls.total).toBeLessThanOrEqual(worst);
  });

  it('is paged to its end in the order of dates, with one call more where their order is not that of uids', async () => {
    const read: string[] = [];
    let after: string | null = null;
    do {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(page(after, 'sort: PUB_DATE relDate: 20000'));
      const { nodes, pageInfo } = answer.page;
      read.push(...nodes.map(({ uid }) => uid));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(read).toHaveLength(HITS);
    expect(new Set(read).size).toBe(HITS);
    expect(calls()).toBe(Math.ceil(HITS / WINDOW) + 1);
  });

  it('counts what it has listed once more at its end where it was paged slowly or by several processes', async () => {
    const cursors: (string | null)[] = [null];
    for (let pages = 0; pages < HITS / 1000 - 1; pages += 1) {
      cursors.push((await ask(page(cursors.at(-1) ?? null))).page.pageInfo.endCursor);
    }
    const last = page(cursors.at(-1) ?? null);
    const lastOfAll = async (asked: RunningGateway) => {
      const { data, extensions, errors } = await asked.query(last);
      expect(errors).toBeUndefined();
      expect(data?.search.pubmed.pageInfo.hasNextPage).toBe(false);
      const changes = extensions.entrez.warnings.filter(({ code }) => code === 'INDEX_CHANGED');
      return { calls: extensions.entrez.calls.total, changes };
    };
    const plan = (asked: RunningGateway) => asked.gateway.plan({ query: last }).calls;
    expect(await lastOfAll(gateway)).toEqual({ calls: 0, changes: [] });

    const now = Date.now();
    vi.mocked(Date.now).mockReturnValue(now + 61_000);
    expect(plan(gateway).worst).toBe(1);
    gateway.sandbox.intercept(() => ({ status: 400, body: 'no' }));
    const unchecked = await ask(last);
    gateway.sandbox.intercept(undefined);
    expect(unchecked.page.nodes).toHaveLength(1000);
    expect(unchecked.extensions.entrez.warnings).toMatchObject([
      { code: 'INDEX_UNCHECKED', message: expect.stringContaining('HTTP 400') as string },
      { code: 'WINDOW_CUT' },
    ]);
    expect(await lastOfAll(gateway)).toEqual({ calls: 1, changes: [] });
    vi.mocked(Date.now).mockReturnValue(now);

    // Two hits came where the first windows have listed all there were.
    const grown = graphOf([...uids, (uids[100] ?? 0) - 1, (uids[20_000] ?? 0) - 1]);
    await using other = await RunningGateway.start({ sandbox: { rps: 0, graph: grown } });
    const { worst } = plan(other);
    const { calls: made, changes } = await lastOfAll(other);
    expect(made).toBeLessThanOrEqual(worst);
    expect(changes).toMatchObject([
      { message: expect.stringContaining('2 hits came to the index among those that the pages before') as string },
    ]);
  });

  it('goes on in another process, which knows nothing of the pages before', async () => {
    let after: string | null = null;
    for (let number = 0; number < 12; number += 1) {
      ({ endCursor: after } = (await ask(page(after))).page.pageInfo);
    }
    const other = await RunningGateway.start({
      sandbox: { rps: 0 },
      settings: { NCBI_BASE_URL: gateway.sandbox.url },
    });
    const selection = 'nodes { uid } queryTranslation warnings';
    const { data, errors } = await other.query(page(after, '', selection));
    await other[Symbol.asyncDispose]();
    const same = await ask(page(after, '', selection));
    expect(errors).toBeUndefined();
    expect(data?.search.pubmed).toEqual(same.page);
    expect(data?.search.pubmed.nodes[0].uid).toBe(String(uids[12_000]));
    expect(data?.search.pubmed.queryTranslation).not.toContain('UID');
  });

  it.each(['low > high', 'text', 'too few', 'apart'])(
    'refuses a cursor whose place makes no sense: %s',
    async (wrong) => {
      const { page: first } = await ask(page(null));
      const text = Buffer.from(first.pageInfo.endCursor ?? '', 'base64url').toString();
      const [list, uid, index] = text.split('|');
      const places = {
        'low > high': [9999, 9, 3, 0, 9, 9],
        text: [9999, 1, 'x', 0, 1, 1],
        'too few': [9999, 1, 2],
        apart: [1, 1, 2, 2, 3, 3],
      };
      const after = Buffer.from([list, uid, index, ...places[wrong as keyof typeof places]].join('|')).toString(
        'base64url',
      );
      const { errors } = await gateway.query(page(after));
      expect(errors?.[0]).toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
        message: expect.stringContaining('Use a cursor that this field returned') as string,
      });
    },
  );

  it('fails at its own page when NCBI fails, and goes on afterwards', async () => {
    const named = 'field: "title"';
    let { endCursor } = (await ask(page(null, named))).page.pageInfo;
    for (let number = 1; number < 9; number += 1) {
      ({ endCursor } = (await ask(page(endCursor, named))).page.pageInfo);
    }
    gateway.sandbox.intercept(() => ({ status: 400, body: 'no' }));
    const failed = await gateway.query(page(endCursor, named));
    gateway.sandbox.intercept(undefined);
    expect(failed.errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(failed.data?.search.pubmed).toBeNull();
    const { page: next } = await ask(page(endCursor, named));
    expect(next.nodes.map(({ uid }) => Number(uid))).toEqual(uids.slice(9000, 10_000));
  });
});
