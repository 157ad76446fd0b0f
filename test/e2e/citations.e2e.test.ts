import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { hurryClock } from '../support/hurried-clock.js';
import { parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const MATCH = `query ($citations: [CitationInput!]!) {
  citationMatch(citations: $citations) { key status pubmed { uid } candidates { uid } candidateCount note }
}`;

let gateway: RunningGateway;
/** Requests that reached the sandbox before the test. */
let before = 0;

beforeAll(async () => {
  gateway = await RunningGateway.start();
});
beforeEach(() => {
  before = gateway.sandbox.requests.length;
});
afterEach(() => {
  gateway.sandbox.intercept(undefined);
  gateway.sandbox.faults.set([]);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

interface Printed {
  readonly uid: string;
  readonly citation: Readonly<Record<'journal' | 'volume' | 'firstPage' | 'author', string>> & {
    readonly year: number;
  };
}

/** Articles of the sample that no other one shares journal, volume and page with. */
function printed(): Printed[] {
  const graph = loadSampleGraph();
  const all = graph.uids('pubmed').flatMap((uid): Printed[] => {
    const { journal, volume, pages, year, authors } = graph.record('pubmed', uid) ?? {};
    const firstPage = String(pages ?? '').split('-')[0] ?? '';
    const author = Array.isArray(authors) ? String(authors[0]) : '';
    return typeof journal === 'string' && typeof volume === 'string' && firstPage !== '' && author !== ''
      ? [{ uid, citation: { journal, volume, firstPage, author, year: Number(year) } }]
      : [];
  });
  const placeOf = ({ citation: { journal, volume, firstPage } }: Printed) =>
    `${journal} ${volume} ${firstPage}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');
  const places = all.map(placeOf);
  return all.filter((_each, index) => places.indexOf(places[index] ?? '') === places.lastIndexOf(places[index] ?? ''));
}

const ARTICLES = printed();

function statusesOf({ data }: GraphqlAnswer): unknown {
  return data?.citationMatch.map(
    ({ key, status, pubmed }: { key: string; status: string; pubmed: { uid: string } | null }) => [
      key,
      status,
      pubmed?.uid ?? null,
    ],
  );
}

function calls(): number {
  return gateway.sandbox.requests.length - before;
}

describe('citationMatch', () => {
  it('finds 500 articles by one call, and none the second time', async () => {
    const some = ARTICLES.slice(0, 500);
    const citations = some.map(({ citation }, index) => ({ ...citation, key: `ref-${index}` }));
    const answer = await gateway.query(MATCH, { citations });
    expect(answer.errors).toBeUndefined();
    expect(statusesOf(answer)).toEqual(some.map(({ uid }, index) => [`ref-${index}`, 'FOUND', uid]));
    expect(calls()).toBe(1);
    expect((await gateway.query(MATCH, { citations })).extensions.entrez.calls.total).toBe(0);
  });

  it('tells found, ambiguous and not found apart, and keeps keys as they were given', async () => {
    const { uid, citation } = ARTICLES[501] ?? ARTICLES[0] ?? { uid: '', citation: {} };
    const { data, errors } = await gateway.query(MATCH, {
      citations: [
        { ...citation, key: 'same' },
        { journal: 'Nature', key: 'same' },
        {
          journal: 'No such journal',
          year: '2000',
          volume: '1',
          firstPage: '1',
          author: 'Nobody A',
          key: '|odd\nkey|',
        },
        { ...citation, firstPage: '999999' },
      ],
    });
    expect(errors).toBeUndefined();
    expect(data?.citationMatch).toMatchObject([
      { key: 'same', status: 'FOUND', pubmed: { uid }, candidates: [], candidateCount: 1, note: null },
      { key: 'same', status: 'AMBIGUOUS', pubmed: null, candidates: [] },
      {
        key: '|odd\nkey|',
        status: 'NOT_FOUND',
        pubmed: null,
        candidateCount: 0,
        note: 'The journal is not known.',
      },
      { key: null, status: 'NOT_FOUND', note: null },
    ]);
    expect(data?.citationMatch[1].candidateCount).toBeGreaterThan(3);
  });

  it('names candidates where they are few', async () => {
    gateway.sandbox.intercept((request) => ({
      body: `${(parameterOf(request, 'bdata') ?? '').split('\r')[0]}AMBIGUOUS 33057196,32076266\n`,
    }));
    const { data } = await gateway.query(MATCH, { citations: [{ journal: 'Two of them' }] });
    expect(data?.citationMatch).toEqual([
      {
        key: null,
        status: 'AMBIGUOUS',
        pubmed: null,
        candidates: [{ uid: '33057196' }, { uid: '32076266' }],
        candidateCount: 2,
        note: null,
      },
    ]);
  });

  it('asks once about equal citations, and takes bars, line ends, per cent signs and letters of all scripts', async () => {
    const { uid, citation } = ARTICLES[502] ?? ARTICLES[0] ?? { uid: '', citation: { journal: '' } };
    const odd = { journal: 'Žurnál | 100 %\r\n+&=研究', author: "O'Brien|X\u0000", volume: '%0D', key: '☃' };
    const citations = [{ ...citation, key: 'a' }, { ...citation, journal: ` ${citation.journal}|`, key: 'b' }, odd];
    const answer = await gateway.query(MATCH, { citations });
    expect(answer.errors).toBeUndefined();
    expect(statusesOf(answer)).toEqual([
      ['a', 'FOUND', uid],
      ['b', 'FOUND', uid],
      ['☃', 'NOT_FOUND', null],
    ]);
    const bdata = parameterOf(
      gateway.sandbox.requests.at(-1) ?? { utility: '', params: [], at: 0, keyed: false, idCount: 0 },
      'bdata',
    );
    expect(bdata?.split('\r')).toHaveLength(2);
  });

  it('takes volumes with issues and ranges of pages as references print them', async () => {
    const place = { journal: 'Neuropadiatrie', year: '1979' };
    const printedAs = [
      ...['56-66', '56\u201366', '56\u2014 66', 'pp. 56-66', 'p.56', 'pages 56-66', 'pp 56'].map((firstPage) => ({
        volume: '10',
        firstPage,
      })),
      ...['10(1)', '10 (Suppl 1)', 'Vol. 10', 'vol 10(1)'].map((volume) => ({ volume, firstPage: '56' })),
    ];
    const citations = printedAs.map((each, index) => ({ ...place, ...each, key: String(index) }));
    const answer = await gateway.query(MATCH, { citations });
    expect(statusesOf(answer)).toEqual(citations.map(({ key }) => [key, 'FOUND', '219391']));
    const kept = ['e1000', 'S12', 'P45', '12a', 'A-3', 'xii', 'p53'].map((firstPage) => ({ ...place, firstPage }));
    await gateway.query(MATCH, { citations: [...kept, { ...place, firstPage: 'xiv-xvi' }] });
    const sent = gateway.sandbox.requests.at(-1);
    const pages =
      sent &&
      parameterOf(sent, 'bdata')
        ?.split('\r')
        .map((line) => line.split('|')[3]);
    expect(pages).toEqual([...kept.map(({ firstPage }) => firstPage), 'xiv']);
  });

  it('goes on behind citations without a journal, at which NCBI stops', async () => {
    const some = ARTICLES.slice(503, 506);
    const citations = [
      { volume: '88', firstPage: 'none1', key: 'miss 1' },
      ...some.map(({ citation: { journal: _, ...rest } }, index) => ({ ...rest, key: String(index) })),
      { volume: '88', firstPage: 'none2', key: 'miss 2' },
      { ...some[0]?.citation, key: 'named' },
    ];
    const answer = await gateway.query(MATCH, { citations });
    expect(answer.errors).toBeUndefined();
    expect(statusesOf(answer)).toEqual([
      ['miss 1', 'NOT_FOUND', null],
      ...some.map(({ uid }, index) => [String(index), 'FOUND', uid]),
      ['miss 2', 'NOT_FOUND', null],
      ['named', 'FOUND', some[0]?.uid],
    ]);
    expect(calls()).toBe(2);
  });

  it('refuses a citation by its place, beside those that can be read', async () => {
    const { uid, citation } = ARTICLES[507] ?? ARTICLES[0] ?? { uid: '', citation: {} };
    const { data, errors } = await gateway.query(
      'query ($citations: [CitationInput!]!) { citationMatch(citations: $citations) { key status } }',
      {
        citations: [
          { key: 'empty', journal: ' | ' },
          { ...citation, key: uid },
          { journal: 'Nature', year: '91' },
        ],
      },
    );
    expect(data?.citationMatch.map(({ status }: { status: string | null }) => status)).toEqual([null, 'FOUND', null]);
    expect(errors?.map(({ path, message }) => `${path?.join('.')}: ${message}`)).toEqual([
      expect.stringMatching(
        /^citationMatch\.0\.status: Argument "citations\[0\]" is .* Give the journal, year, volume/,
      ),
      'citationMatch.2.status: Argument "citations[2].year" is "91". Use a year such as 1991.',
    ]);
    for (const citations of [[], Array.from({ length: 1001 }, () => ({ journal: 'Nature' }))]) {
      const refused = await gateway.query(MATCH, { citations });
      expect(refused.errors?.[0]?.message).toContain('Use 1 to 1000 entries.');
    }
  });

  it.each([
    {},
    { key: 'k' },
    { journal: '' },
    { journal: '...', year: null },
    { author: '-', firstPage: '–' },
    { volume: '|' },
    { journal: '\u200b' },
  ])(
    'refuses %j, of which nothing is known, by the same rule as pubmed(citation:), without a call',
    async (citation) => {
      const before = gateway.sandbox.requests.length;
      const { errors } = await gateway.query(
        'query ($c: CitationInput!) { citationMatch(citations: [$c]) { status } pubmed(citation: $c) { uid } }',
        { c: citation },
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
      expect(new Set(errors?.map(({ message }) => message.replace('citations[0]', 'citation'))).size).toBe(1);
      expect(gateway.sandbox.requests.length).toBe(before);
    },
  );

  it('shows what the article says otherwise: NCBI passes over a wrong author or year', async () => {
    const { uid, citation } = ARTICLES[508] ?? ARTICLES[0] ?? { uid: '', citation: { author: '', year: 0 } };
    const { data } = await gateway.query(
      `query ($citations: [CitationInput!]!) {
        citationMatch(citations: $citations) { status pubmed { uid } disagreements }
      }`,
      { citations: [citation, { ...citation, author: 'Someone E', year: '1801' }] },
    );
    expect(data?.citationMatch).toEqual([
      { status: 'FOUND', pubmed: { uid }, disagreements: [] },
      {
        status: 'FOUND',
        pubmed: { uid },
        disagreements: [`year: ${citation.year}`, `author: ${citation.author}`].map(
          (text) => expect.stringContaining(text) as string,
        ),
      },
    ]);
  });

  it('has a plan', async () => {
    const query = `{ citationMatch(citations: [{ journal: "Planned", volume: "1" }, { journal: "Planned", volume: "2" }]) { status pubmed { title } } }`;
    const plan = async () =>
      (
        await gateway.query('query ($query: String!) { plan(query: $query) { calls { best worst } complete } }', {
          query,
        })
      ).data?.plan;
    expect(await plan()).toMatchObject({ calls: { best: 1, worst: 2 }, complete: true });
    await gateway.query(query);
    expect(await plan()).toEqual({ calls: { best: 0, worst: 0 }, complete: true });
  });
});

describe('pubmed(citation:)', () => {
  const QUERY = 'query ($citation: CitationInput) { pubmed(citation: $citation) { uid title } }';

  it('is the article of a citation', async () => {
    const { uid, citation } = ARTICLES[509] ?? ARTICLES[0] ?? { uid: '', citation: {} };
    const { data, errors } = await gateway.query(QUERY, { citation });
    expect(errors).toBeUndefined();
    expect(data?.pubmed.uid).toBe(uid);
  });

  it.each([
    [
      { journal: 'No such journal', volume: '1' },
      'UNKNOWN_ID',
      'The sample data hold no article of this citation. The journal is not known.',
    ],
    [{ journal: 'Nature' }, 'BAD_USER_INPUT', 'Give its volume and first page.'],
    [{ key: 'x' }, 'BAD_USER_INPUT', 'Give the journal, year, volume, firstPage, author'],
  ])('fails for %j', async (citation, code, message) => {
    const { data, errors } = await gateway.query(QUERY, { citation });
    expect(data?.pubmed).toBeNull();
    expect(errors?.[0]).toMatchObject({ extensions: { code }, message: expect.stringContaining(message) as string });
  });

  it('is one of several ways to name an article, of which one is taken', async () => {
    const { errors } = await gateway.query('{ pubmed(uid: "1", citation: { journal: "Nature" }) { uid } }');
    expect(errors?.[0]?.message).toBe('Argument "uid" is "1", and "citation" is given too. Leave one of them out.');
  });
});

describe.concurrent('an ECitMatch that goes wrong', () => {
  let turn = 520;

  it.each([
    ['missing-citation', 'MALFORMED_RESPONSE'],
    ['stray-citation', 'MALFORMED_RESPONSE'],
    // Each alone is answered well.
    ['swapped-keys', undefined],
    ['short-lines', 'MALFORMED_RESPONSE'],
    ['cut-citations', 'MALFORMED_RESPONSE'],
    ['in-body-error', 'UPSTREAM_UNAVAILABLE'],
    ['empty', 'MALFORMED_RESPONSE'],
  ])('by %s is answered with the truth or an error, never with "not found"', async (fault, code) => {
    const own = await RunningGateway.start({ sandbox: { rps: 0, faults: parseFaults(`${fault}:x1`) } });
    const some = ARTICLES.slice((turn += 3), turn + 3);
    const citations = some.map(({ citation, uid }) => ({ ...citation, key: uid }));
    const truth = some.map(({ uid }) => [uid, 'FOUND', uid]);
    const once = await own.query(MATCH, { citations });
    expect(once.errors).toBeUndefined();
    expect(statusesOf(once)).toEqual(truth);

    own.sandbox.faults.set(parseFaults(fault));
    const others = ARTICLES.slice(turn + 300, turn + 303).map(({ citation, uid }) => ({ ...citation, key: uid }));
    const always = await own.query(MATCH, { citations: others });
    const statuses = (
      always.data?.citationMatch as { key: string; status: string | null; pubmed: { uid: string } | null }[]
    ).filter(({ status }) => status !== null);
    expect(statuses.filter(({ key, status, pubmed }) => status !== 'FOUND' || pubmed?.uid !== key)).toEqual([]);
    expect(new Set(always.errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(code === undefined ? [] : [code]),
    );
    await own[Symbol.asyncDispose]();
  });
});
