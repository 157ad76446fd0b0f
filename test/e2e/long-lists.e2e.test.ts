import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { CITED, dateOf, GENE, graphOf, isRare, listed } from './long-list-graph.js';

const LONG = 13_877;

interface YearCount {
  readonly year: number | null;
  readonly count: number;
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

  it('is that of the example cited-in, which shows the newest and counts them all', async () => {
    const { pubmed } = await ask(readFileSync(new URL('../../examples/cited-in.graphql', import.meta.url), 'utf8'));
    expect(pubmed.citedIn).toMatchObject({ totalCount: LONG, countsByYear: countsOf(listed(LONG)) });
    const newest = listed(LONG).map(dateOf).toSorted().toReversed();
    expect(uidsOf(pubmed.citedIn.nodes).map(dateOf)).toEqual(newest.slice(0, 20));
  });

  it('has a plan before it is known, whose calls hold', async () => {
    await using fresh = await RunningGateway.start({ sandbox: { rps: 0, graph: graphOf(LONG) } });
    for (const fields of [
      'pubmed(first: 5, filter: { term: "rare[title]" }) { totalCount nodes { uid } }',
      'pubmed(orderBy: DATE, first: 5) { nodes { uid } }',
      'pubmed { countsByYear { year count } }',
    ]) {
      const query = `{ gene(uid: ${GENE}) { ${fields} } }`;
      const plan = fresh.gateway.plan({ query });
      const { total, esummary } = (await fresh.query(query)).extensions.entrez.calls;
      // How many calls the summaries leave in depends on how long a call of this machine takes.
      expect([fields, total - esummary <= plan.calls.worst, plan.calls.best <= total]).toEqual([fields, true, true]);
    }
  });

  it('of several sources together is filtered and ordered as that of one', async () => {
    const { unionLinks } = await ask(
      `{ unionLinks(from: gene, uids: [${GENE}, 672], name: "gene_pubmed", filter: { term: "rare[title]" }, orderBy: DATE, first: 50) {
        totalCount unfilteredCount nodes { uid } } }`,
    );
    const passing = listed(LONG).filter(isRare);
    expect(unionLinks).toMatchObject({ totalCount: passing.length, unfilteredCount: LONG });
    expect(uidsOf(unionLinks.nodes).map(dateOf)).toEqual(passing.map(dateOf).toSorted().toReversed().slice(0, 50));
  });
});
