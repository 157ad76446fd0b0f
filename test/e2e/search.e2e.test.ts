import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;
/** Requests that reached the sandbox before the test. */
let before = 0;

beforeAll(async () => {
  gateway = await RunningGateway.start();
});
beforeEach(() => {
  gateway.sandbox.intercept(undefined);
  before = gateway.sandbox.requests.length;
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions, message }) => `${path.join('.')}: ${extensions.code} ${message}`);
}

/** What the test has asked: each call as its utility and these parameters. */
function asked(...names: readonly string[]): string[] {
  return gateway.sandbox.requests
    .slice(before)
    .map((request) => [request.utility, ...names.map((name) => parameterOf(request, name) ?? '-')].join(' '));
}

describe('the arguments of a search', () => {
  it('narrow it to dates, both ends included', async () => {
    const { data } = await gateway.query(`{ search {
      all: pubmed(term: "cancer", first: 1000) { nodes { publicationDate } }
      some: pubmed(term: "cancer", first: 1000, minDate: "2000", maxDate: "2010-12") { totalCount nodes { publicationDate } }
      later: pubmed(term: "cancer", minDate: "2011") { totalCount }
      earlier: pubmed(term: "cancer", maxDate: "1999/12/31") { totalCount }
    } }`);
    const years = (page: { nodes: { publicationDate: string }[] }) =>
      page.nodes.map(({ publicationDate }) => Number(publicationDate.slice(0, 4)));
    const all = years(data?.search.all);
    expect(data?.search.some.totalCount).toBeGreaterThan(0);
    expect(data?.search.some.totalCount).toBe(all.filter((year) => year >= 2000 && year <= 2010).length);
    expect(years(data?.search.some).every((year) => year >= 2000 && year <= 2010)).toBe(true);
    expect(data?.search.later.totalCount).toBe(all.filter((year) => year > 2010).length);
    expect(data?.search.earlier.totalCount).toBe(all.filter((year) => year < 2000).length);
  });

  it('reach NCBI in its own words', async () => {
    await gateway.query(`{ search {
      a: pubmed(term: " p53 ", sort: PUB_DATE, field: "title", minDate: "2001-02", dateType: EDAT) { totalCount }
      b: pubmed(term: "p53", relDate: 30) { totalCount }
    } }`);
    expect(asked('term', 'sort', 'field', 'datetype', 'mindate', 'maxdate', 'reldate').toSorted()).toEqual([
      'esearch p53 - - pdat - - 30',
      'esearch p53 pub_date title edat 2001/02 3000 -',
    ]);
  });

  it('order the hits', async () => {
    const { data } = await gateway.query(`{ search {
      pubmed(term: "cancer", sort: PUB_DATE, first: 50) { nodes { publicationDate } }
    } }`);
    const dates = (data?.search.pubmed.nodes as { publicationDate: string }[]).map((node) => node.publicationDate);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('are called alike in a search and in a filter', async () => {
    const { data } = await gateway.query(`{
      search { pubmed(term: "p53", publishedBetween: { from: "2000", to: "2010" }) { totalCount } }
      same: search { pubmed(term: "p53", minDate: "2000", maxDate: "2010", dateType: PDAT) { totalCount } }
      gene(uid: 7157) {
        short: pubmed(filter: { publishedBetween: { from: "2000", to: "2010" } }) { totalCount }
        long: pubmed(filter: { minDate: "2000", maxDate: "2010", dateType: PDAT }) { totalCount }
      }
    }`);
    expect(data?.search.pubmed.totalCount).toBeGreaterThan(0);
    expect(data?.same).toEqual(data?.search);
    expect(data?.gene.short.totalCount).toBeGreaterThan(0);
    expect(data?.gene.long).toEqual(data?.gene.short);
  });

  it('reach each database by its own name of an order', async () => {
    await gateway.query(`{ search {
      gene(term: "TP53", sort: CHROMOSOME) { totalCount }
      snp(term: "rs264", sort: CHROMOSOME) { totalCount }
      nuccore(term: "NEFL", sort: DATE_RELEASED) { totalCount }
      clinvar(term: "BRCA1", sort: RELEVANCE) { totalCount }
    } }`);
    expect(asked('db', 'sort').toSorted()).toEqual([
      'esearch clinvar relevance',
      'esearch gene Chromosome',
      'esearch nuccore Date Released',
      'esearch snp Chromosome Base Position',
    ]);
  });

  it('are never ignored: an order that NCBI no longer has is an error', async () => {
    gateway.sandbox.intercept(() => ({
      body: JSON.stringify({
        esearchresult: {
          ...{ count: '3', retmax: '0', retstart: '0', idlist: [] },
          warninglist: { outputmessages: ["Unknown sort schema 'pub_date' ignored"] },
        },
      }),
    }));
    const answer = await gateway.query('{ search { pubmed(term: "p53 cancer", sort: PUB_DATE) { totalCount } } }');
    expect(errorsOf(answer)).toEqual([
      'search.pubmed: UNSUPPORTED_COMMAND NCBI does not sort pubmed by "pub_date". Leave the order out.',
    ]);
  });

  it('belong to the cursors: those of another order or span are refused', async () => {
    const { data } = await gateway.query(
      '{ search { pubmed(term: "cancer", sort: PUB_DATE, first: 2) { edges { cursor } } } }',
    );
    const after = data?.search.pubmed.edges[1].cursor as string;
    const answer = await gateway.query(
      `query ($after: String) { search {
        same: pubmed(term: "cancer", sort: PUB_DATE, after: $after, first: 1) { nodes { uid } }
        order: pubmed(term: "cancer", after: $after) { totalCount }
        span: pubmed(term: "cancer", sort: PUB_DATE, relDate: 5, after: $after) { totalCount }
      } }`,
      { after },
    );
    expect(answer.data?.search).toMatchObject({
      same: { nodes: [{ uid: expect.any(String) as string }] },
      order: null,
      span: null,
    });
    expect(errorsOf(answer).every((error) => error.includes('BAD_USER_INPUT Argument "after"'))).toBe(true);
  });

  it.each([
    ['minDate: "2020/13"', 'Argument "minDate" is "2020/13". Use a date as YYYY, YYYY/MM or YYYY/MM/DD.'],
    [
      'minDate: "2021", maxDate: "2020"',
      'Argument "minDate" is "2021", which is after maxDate (2020). Use an earlier date.',
    ],
    ['relDate: 0', 'Argument "relDate" is 0. Use a number of days from 1.'],
    [
      'dateType: PDAT',
      'Argument "dateType" is "PDAT", but minDate, maxDate and relDate are not given. Give a date as well, or leave it out.',
    ],
    [
      'sort: NAME',
      'Argument "sort" is "NAME", but pubmed has no such order. Use RELEVANCE or PUB_DATE or AUTHOR or JOURNAL_NAME, or leave it out.',
    ],
    [
      'dateType: LDAT, relDate: 3',
      'Argument "dateType" is "LDAT", but records of pubmed have no such date. Use PDAT or EDAT or MDAT or CRDT or EPDT or PPDT or MHDA or CDAT.',
    ],
    [
      'relDate: 3, publishedBetween: { from: "2019", to: "2020" }',
      'Argument "publishedBetween" is ["2019","2020"], and other dates are given too. Leave the other dates out.',
    ],
    ['field: ""', 'Argument "field" is "". Enter a value, or leave it out.'],
  ])('are refused by name, at no cost and beside intact siblings: %s', async (args, message) => {
    const answer = await gateway.query(
      `{ search { pubmed(term: "p53", ${args}) { totalCount } } mesh(uid: 1) { uid } }`,
    );
    expect(errorsOf(answer)).toEqual([`search.pubmed: BAD_USER_INPUT ${message}`]);
    expect(answer.data?.mesh).toEqual({ uid: '1' });
    expect(asked()).toEqual([]);
  });

  it.each(['(p53', 'p53]', '"p53'])('include a term whose brackets and quotes match, unlike %j', async (term) => {
    const answer = await gateway.query('query ($term: String!) { search { gene(term: $term) { totalCount } } }', {
      term,
    });
    expect(errorsOf(answer)).toEqual([
      `search.gene: BAD_USER_INPUT Argument "term" is ${JSON.stringify(term)}, whose brackets or quotes do not match. Close each bracket and quote.`,
    ]);
    expect(asked()).toEqual([]);
  });
});

describe('what NCBI remarks about a search', () => {
  const REMARKS = 'totalCount queryTranslation notFound ignored messages warnings';

  it('is data: what was not found, and that nothing was', async () => {
    const { data, errors } = await gateway.query(
      `{ search { gene(term: "TP53[sym] AND zzqqx[sym]") { ${REMARKS} } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.search.gene).toMatchObject({
      totalCount: 0,
      notFound: ['zzqqx[sym]'],
      ignored: [],
      messages: ['No items found.'],
      warnings: ['Nothing was found for: zzqqx[sym]', 'No items found.'],
    });
  });

  it('is data: what was left out', async () => {
    gateway.sandbox.intercept(() => ({
      body: JSON.stringify({
        esearchresult: {
          ...{ count: '3', retmax: '0', retstart: '0', idlist: [] },
          errorlist: { phrasesnotfound: [], fieldsnotfound: ['colour'] },
          warninglist: { phrasesignored: ['of the'], quotedphrasesnotfound: ['"a b"'], outputmessages: [] },
        },
      }),
    }));
    const { data } = await gateway.query(`{ search { gene(term: "remarks") { ${REMARKS} } } }`);
    expect(data?.search.gene).toMatchObject({
      totalCount: 3,
      notFound: ['colour', '"a b"'],
      ignored: ['of the'],
      messages: [],
    });
  });

  it('is nothing where all is well', async () => {
    const { data } = await gateway.query(`{ search { gene(term: "TP53[sym]") { ${REMARKS} } } }`);
    expect(data?.search.gene).toMatchObject({ notFound: [], ignored: [], messages: [], warnings: [] });
  });
});

describe('the spelling of a term', () => {
  it('is asked for only when it is selected', async () => {
    const { data } = await gateway.query('{ search { pubmed(term: "TP53 cancre") { totalCount spelling } } }');
    expect(data?.search.pubmed).toEqual({ totalCount: 0, spelling: 'TP53 cancer' });
    expect(asked('term').toSorted()).toEqual(['espell TP53 cancre', 'esearch TP53 cancre'].toSorted());
  });

  it('alone needs no search', async () => {
    const { data } = await gateway.query('{ search { pubmed(term: "canser") { __typename spelling } } }');
    expect(data?.search.pubmed).toEqual({ __typename: 'PubMedSearchConnection', spelling: 'cancer' });
    expect(asked()).toEqual(['espell']);
  });

  it('is null when there is nothing to correct', async () => {
    const { data } = await gateway.query('{ search { pubmed(term: "cancer") { spelling } } }');
    expect(data?.search.pubmed).toEqual({ spelling: null });
  });

  it('may fail beside the hits, which are found all the same', async () => {
    gateway.sandbox.intercept(({ utility }) => (utility === 'espell' ? { status: 400, body: 'no' } : undefined));
    const answer = await gateway.query(
      '{ search { gene(term: "TP53[sym] AND human[orgn]") { totalCount spelling } } }',
    );
    expect(errorsOf(answer)).toEqual([expect.stringMatching(/^search\.gene\.spelling: UPSTREAM_UNAVAILABLE /)]);
    expect(answer.data?.search.gene).toEqual({ totalCount: 1, spelling: null });
  });

  it('does not hide that the hits failed', async () => {
    gateway.sandbox.intercept(({ utility }) => (utility === 'esearch' ? { status: 400, body: 'no' } : undefined));
    const answer = await gateway.query('{ search { gene(term: "BRCA1[sym]") { totalCount spelling } } }');
    expect(errorsOf(answer)).toEqual([expect.stringMatching(/^search\.gene: UPSTREAM_UNAVAILABLE /)]);
    expect(answer.data?.search).toEqual({ gene: null });
  });
});

describe('how far a search can be paged', () => {
  it('is said beside its pages: 9,999 hits of PubMed, no known limit elsewhere', async () => {
    const { data } = await gateway.query(`{ search {
      pubmed(term: "p53", first: 1) { pageInfo { window } }
      gene(term: "TP53[sym]", first: 1) { pageInfo { window } }
    } }`);
    expect(data?.search).toEqual({ pubmed: { pageInfo: { window: 9999 } }, gene: { pageInfo: { window: null } } });
  });

  it('does not bound other databases', async () => {
    gateway.sandbox.intercept((request) => {
      const retstart = Number(parameterOf(request, 'retstart'));
      const idlist = [String(retstart + 1)];
      return {
        body: JSON.stringify({ esearchresult: { count: '50000', retmax: '1', retstart: String(retstart), idlist } }),
      };
    });
    const query =
      'query ($after: String) { search { gene(term: "far", first: 1, after: $after) { edges { cursor } nodes { uid } } } }';
    const { data } = await gateway.query(query);
    const [list, uid] = Buffer.from(data?.search.gene.edges[0].cursor as string, 'base64url')
      .toString()
      .split('|');
    const after = Buffer.from([list, uid, 20_000].join('|')).toString('base64url');
    expect((await gateway.query(query, { after })).data?.search.gene.nodes).toEqual([{ uid: '20002' }]);
  });
});
