import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

interface Paper {
  readonly uid: string;
  readonly docsum: { readonly sortpubdate: string; readonly title: string };
}

/** A paper of the sample that cites many others of it. */
const CITING = '24349601';
const YEARS = '{ minDate: "1998", maxDate: "2005/06" }';

const isOfTheseYears = ({ docsum: { sortpubdate } }: Paper): boolean =>
  sortpubdate >= '1998' && sortpubdate < '2005/07';

describe('filters on link fields', () => {
  let gateway: RunningGateway;
  let asked: number;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
    asked = 0;
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  const utilities = (): string[] => gateway.sandbox.requests.slice(asked).map(({ utility }) => utility);

  async function papers(root: string, field: string, args = ''): Promise<{ totalCount: number; nodes: Paper[] }> {
    const answer = await gateway.query(
      `{ ${root} { ${field}(first: 1000 ${args}) { totalCount nodes { uid docsum } } } }`,
    );
    expect(answer.errors).toBeUndefined();
    return Object.values(answer.data ?? {})[0]?.[field];
  }

  describe.each([
    ['passed on to ELink', `pubmed(uid: "${CITING}")`, 'references', ['elink']],
    ['done by a search', 'gene(uid: "7157")', 'pubmed', ['esearch']],
  ])('that are %s', (_how, root, field, calls) => {
    it('select by publication date, keep the order and count what is left', async () => {
      const all = await papers(root, field);
      asked = gateway.sandbox.requests.length;
      const some = await papers(root, field, `filter: ${YEARS}`);
      // The unfiltered list and the summaries are known by now.
      expect(utilities()).toEqual(calls);
      expect(some.nodes.map(({ uid }) => uid)).toEqual(all.nodes.filter(isOfTheseYears).map(({ uid }) => uid));
      expect(some.totalCount).toBe(some.nodes.length);
      expect(some.totalCount).toBeGreaterThan(0);
      expect(some.totalCount).toBeLessThan(all.totalCount);
    });

    it('select by a term', async () => {
      const all = await papers(root, field);
      const some = await papers(root, field, 'filter: { term: "human[title]" }');
      const expected = all.nodes.filter(({ docsum: { title } }) => /\bhuman\b/i.test(title));
      expect(some.nodes.map(({ uid }) => uid)).toEqual(expected.map(({ uid }) => uid));
      expect(some.totalCount).toBeGreaterThan(0);
    });

    it('give the same for publishedBetween as for the dates it stands for', async () => {
      const short = await papers(root, field, 'filter: { publishedBetween: { from: "1998", to: "2005/06" } }');
      const long = await papers(root, field, `filter: ${YEARS}`);
      expect(short).toEqual(long);
    });
  });

  it('keep scores and their order where links are scored', async () => {
    const query = (args: string) =>
      gateway.query(
        `{ pubmed(uid: "26186194") { related(first: 1000 ${args}) { edges { score node { uid docsum } } } } }`,
      );
    const all = (await query('')).data?.pubmed.related.edges as { score: number; node: Paper }[];
    const some = (await query(`filter: ${YEARS}`)).data?.pubmed.related.edges as typeof all;
    expect(some).toEqual(all.filter(({ node }) => isOfTheseYears(node)));
    expect(some.length).toBeGreaterThan(0);
  });

  it('share one search for many sources', async () => {
    const { data, errors } = await gateway.query(
      `{ records { gene(uids: ["7157", "672", "675", "472", "5290"]) { pubmed(filter: ${YEARS}) { totalCount } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.records.gene).toHaveLength(5);
    expect(utilities()).toEqual(['elink', 'esearch']);
  });

  it('are not believed when NCBI left a part of them out', async () => {
    const { data, errors } = await gateway.query(
      '{ gene(uid: "7157") { symbol pubmed(filter: { term: "xyzzyplugh[title]" }) { totalCount } } }',
    );
    expect(data?.gene).toEqual({ symbol: 'TP53', pubmed: null });
    const extensions = { code: 'BAD_USER_INPUT', problem: 'UNKNOWN_PHRASE', phrase: 'xyzzyplugh' };
    expect(errors).toMatchObject([{ path: ['gene', 'pubmed'], extensions }]);
    expect(errors?.[0]?.message).toContain('xyzzyplugh[title]');
  });

  it('are asked again when a search names fewer records than it counts', async () => {
    const short = '{"esearchresult":{"count":"2","retmax":"1","retstart":"0","idlist":["1"]}}';
    let answered = 0;
    gateway.sandbox.intercept(({ utility }) => {
      answered += Number(utility === 'esearch');
      return utility === 'esearch' && answered === 1 ? { body: short } : undefined;
    });
    const some = await papers('gene(uid: "7157")', 'pubmed', `filter: ${YEARS}`);
    expect(some.totalCount).toBeGreaterThan(0);
    expect(answered).toBeGreaterThan(1);
  });

  it('leave nothing where nothing matches, which is an answer', async () => {
    const none = await papers('gene(uid: "7157")', 'pubmed', 'filter: { maxDate: "1901" }');
    expect(none).toEqual({ totalCount: 0, nodes: [] });
  });

  it.each([
    ['filter: { minDate: "2010", maxDate: "2009/12" }', 'filter.minDate', 'which is after maxDate'],
    [
      'filter: { publishedBetween: { from: "2010", to: "2009" } }',
      'filter.publishedBetween.from',
      'which is after to (2009)',
    ],
    ['filter: { minDate: "12/2009" }', 'filter.minDate', 'Use a date as YYYY, YYYY/MM or YYYY/MM/DD.'],
    ['filter: { maxDate: "2009/13" }', 'filter.maxDate', 'Use a date as YYYY, YYYY/MM or YYYY/MM/DD.'],
    ['filter: { relDate: 0 }', 'filter.relDate', 'Use a number of days from 1.'],
    ['filter: { dateType: LDAT, relDate: 9 }', 'filter.dateType', 'records of pubmed have no such date'],
    ['filter: { term: "(p53[title]" }', 'filter.term', 'brackets or quotes do not match. Close each'],
    ['filter: { term: "p53)[title](" }', 'filter.term', 'brackets or quotes do not match. Close each'],
    ['filter: { term: " " }', 'filter.term', 'Enter a query.'],
    ['filter: { organism: "9606" }', 'filter.organism', 'but pubmed cannot be searched by organism. Leave it out.'],
    ['orderBy: SCORE', 'orderBy', 'Use DATE or UID, or leave it out.'],
  ])('refuse %s and leave the siblings alone', async (args, argument, expectation) => {
    const answer = await gateway.query(
      `{ gene(uid: "7157") { uid bad: pubmed(${args}) { totalCount } good: pubmed(first: 1) { totalCount } } }`,
    );
    expect(answer.errors).toMatchObject([{ path: ['gene', 'bad'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(answer.errors?.[0]?.message).toContain(`"${argument}"`);
    expect(answer.errors?.[0]?.message).toContain(expectation);
    expect(answer.data?.gene.bad).toBeNull();
    expect(answer.data?.gene.good.totalCount).toBeGreaterThan(0);
  });
});

describe('the order of links', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('is by score, uid or date over the whole list, not over a page', async () => {
    const { data, errors } = await gateway.query(`{ pubmed(uid: "26186194") {
      score: related(first: 1000, orderBy: SCORE) { edges { score } }
      uid: related(first: 1000, orderBy: UID) { nodes { uid } }
      date: related(first: 1000, orderBy: DATE) { nodes { uid docsum } }
      page: related(first: 5, orderBy: DATE) { nodes { uid } pageInfo { endCursor } }
    } }`);
    expect(errors).toBeUndefined();
    const scores = data?.pubmed.score.edges.map(({ score }: { score: number }) => score) as number[];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const uids = data?.pubmed.uid.nodes.map(({ uid }: Paper) => Number(uid)) as number[];
    expect(uids).toEqual(uids.toSorted((a, b) => b - a));
    const byDate = data?.pubmed.date.nodes as Paper[];
    const dates = byDate.map(({ docsum }) => docsum.sortpubdate);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(data?.pubmed.page.nodes).toEqual(byDate.slice(0, 5).map(({ uid }) => ({ uid })));
  });

  it('goes on from a cursor', async () => {
    const page = (after: string) =>
      gateway.query(
        `{ gene(uid: "7157") { pubmed(first: 60, orderBy: DATE ${after}) { totalCount nodes { uid } pageInfo { endCursor } } } }`,
      );
    const first = (await page('')).data?.gene.pubmed;
    const second = (await page(`after: "${first.pageInfo.endCursor}"`)).data?.gene.pubmed;
    const seen = [...first.nodes, ...second.nodes].map(({ uid }: Paper) => uid);
    expect(new Set(seen).size).toBe(first.totalCount);
  });

  it('has groups by year that add up to the whole', async () => {
    const { data } = await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 1) { totalCount countsByYear { year count } } } }',
    );
    const { totalCount, countsByYear } = data?.gene.pubmed as {
      totalCount: number;
      countsByYear: { year: number; count: number }[];
    };
    expect(countsByYear.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
    const years = countsByYear.map(({ year }) => year);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(years.length).toBeGreaterThan(5);
  });
});
