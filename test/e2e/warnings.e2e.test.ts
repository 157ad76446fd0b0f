import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Warning } from '../../src/loading/operation/warnings.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { type Interceptor, parameterOf } from '../support/interceptor.js';
import { askStreamed, type Payload, payloadsOf } from '../support/streamed-answer.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const UNKNOWN = '999999999';

/** Codes and places of the warnings of an answer, in order of the place. */
function warningsOf({ extensions }: GraphqlAnswer): string[] {
  return extensions.entrez.warnings.map(({ code, path }: Warning) => `${path.join('.')}: ${code}`).toSorted();
}

/** Answers searches as PubMed does that does not know a tag: it drops it and searches more broadly. */
const dropsTags: Interceptor = (request) =>
  request.utility === 'esearch'
    ? {
        body: JSON.stringify({
          esearchresult: {
            ...{ count: '20000', retmax: parameterOf(request, 'retmax'), retstart: '0', querytranslation: 'TP53' },
            idlist: parameterOf(request, 'retmax') === '0' ? [] : ['11'],
            ...{ webenv: 'MCID_1', querykey: '1' },
            errorlist: { phrasesnotfound: ['xyzzy'], fieldsnotfound: ['nonsense'] },
            warninglist: { phrasesignored: ['the'], quotedphrasesnotfound: [], outputmessages: ['Something else.'] },
          },
        }),
      }
    : undefined;

/** Gives a gene summary in which NCBI tells of a successor. */
const replaces: Interceptor = (request) =>
  request.utility === 'esummary' && parameterOf(request, 'db') === 'gene'
    ? {
        body: JSON.stringify({
          result: { uids: ['8'], 8: { uid: '8', name: 'OLD', status: '1', currentid: '7157' } },
        }),
      }
    : undefined;

describe('warnings of a search', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    gateway.sandbox.intercept(dropsTags);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const query =
    '{ hits: search { papers: pubmed(term: "TP53[nonsense] xyzzy", first: 1) { totalCount nodes { uid } } } }';
  const expected = [
    'hits.papers: SEARCH_MESSAGE',
    'hits.papers: TERM_IGNORED',
    'hits.papers: TERM_NOT_FOUND',
    'hits.papers: TERM_NOT_FOUND',
    'hits.papers: WINDOW_CUT',
  ];

  it('stand at its place in the response, also when it is compiled and when it is remembered as a whole', async () => {
    for (let time = 0; time < 8; time += 1) {
      const answer = await gateway.query(query);
      expect(answer.errors).toBeUndefined();
      expect(warningsOf(answer)).toEqual(expected);
    }
    expect(gateway.callsOf('esearch')).toBe(1);
  });

  it('name the dropped search field', async () => {
    const { extensions } = await gateway.query(query);
    expect(extensions.entrez.warnings.map(({ message }) => message)).toContain(
      'The database has no search field: nonsense',
    );
  });

  it('stand at the stored set that the search made', async () => {
    const answer = await gateway.query('{ history { search(db: pubmed, term: "TP53[nonsense]") { count } } }');
    expect(warningsOf(answer)).toContain('history.search: TERM_NOT_FOUND');
  });
});

describe('a search field that NCBI drops without a word', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it.each([
    ['{ search { pubmed(term: "cancer[BOGUS]", first: 1) { totalCount } } }', 'search.pubmed', 'cancer[BOGUS]'],
    ['{ search { gene(term: "tumor", field: "bogus") { totalCount } } }', 'search.gene', 'tumor[bogus]'],
    [
      '{ history { search(db: gene, term: "tumor[nosuch] AND human[orgn]") { count } } }',
      'history.search',
      'tumor[nosuch]',
    ],
  ])('is a warning where it widens a search: %s', async (query, path, phrase) => {
    for (let time = 0; time < 4; time += 1) {
      const answer = await gateway.query(query);
      expect(answer.errors).toBeUndefined();
      expect(warningsOf(answer)).toEqual([`${path}: TERM_IGNORED`]);
      expect(answer.extensions.entrez.warnings[0]?.message).toContain(phrase);
    }
  });

  it.each([
    ['gene(uid: "7157") { pubmed(filter: { term: "cancer[BOGUS]" }) { totalCount } }', 'gene.pubmed', 'cancer[BOGUS]'],
    [
      'gene(uid: "7157") { protein(filter: { term: "human[nosuch]" }) { totalCount } }',
      'gene.protein',
      'human[nosuch]',
    ],
  ])('is an error in a filter, which would let too much pass: %s', async (field, path, phrase) => {
    const { errors } = await gateway.query(`{ ${field} }`);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.path?.join('.')).toContain(path);
    expect(errors?.[0]?.message).toContain(phrase);
  });
});

describe('a uid that NCBI does not know', () => {
  it.each([
    [`{ g: gene(uid: "${UNKNOWN}") { pubmed { totalCount } } }`, ['g: POSSIBLY_UNKNOWN_ID']],
    [`{ gene(uid: "${UNKNOWN}") { exists pubmed { totalCount } } }`, ['gene: UNKNOWN_ID']],
    [
      `{ records { gene(uids: ["7157", "${UNKNOWN}"]) { pubmed { totalCount } } } }`,
      ['records.gene.1: POSSIBLY_UNKNOWN_ID'],
    ],
    [`{ gene(uid: "${UNKNOWN}") { availableLinks { name } } }`, ['gene: POSSIBLY_UNKNOWN_ID']],
    [`{ gene(uid: "${UNKNOWN}") { linkCounts { count } } }`, ['gene: POSSIBLY_UNKNOWN_ID']],
    [`{ gene(uid: "${UNKNOWN}") { linkCounts(names: "gene_pubmed") { count } } }`, ['gene: POSSIBLY_UNKNOWN_ID']],
    [`{ pubmed(uid: "${UNKNOWN}") { linkOut { url } } }`, ['pubmed: POSSIBLY_UNKNOWN_ID']],
    [`{ pubmed(uid: "${UNKNOWN}") { exists primaryLinkOut { url } } }`, ['pubmed: UNKNOWN_ID']],
    [`{ pubmed(uid: "${UNKNOWN}") { hasRelated hasLinkOut } }`, ['pubmed: POSSIBLY_UNKNOWN_ID']],
    ['{ pubmed(uid: "31978945") { hasRelated hasLinkOut linkOut(provider: "nobody") { url } } }', []],
    [
      '{ gene(uid: "7157") { symbol links(name: "gene_pubmedd", to: pubmed) { totalCount } } }',
      ['gene.links: UNLISTED_LINK_NAME'],
    ],
    ['{ gene(uid: "7157") { pubmed(filter: { maxDate: "1850" }) { totalCount } } }', []],
  ])('is told of where its links look empty: %s', async (query, expected) => {
    await using gateway = await RunningGateway.start();
    for (let time = 0; time < 6; time += 1) {
      expect(warningsOf(await gateway.query(query))).toEqual(expected);
    }
  });

  it('is told of beside known sources of a union as soon as its summary or its own list is known', async () => {
    const union = (...uids: string[]): string =>
      `{ unionLinks(from: gene, uids: ${JSON.stringify(uids)}, name: "gene_pubmed") { totalCount } }`;
    await using gateway = await RunningGateway.start();
    expect(warningsOf(await gateway.query(union(UNKNOWN)))).toEqual(['unionLinks: POSSIBLY_UNKNOWN_ID']);
    // NCBI gives one list for all: it says of no source that it has no links.
    expect(warningsOf(await gateway.query(union('7157', UNKNOWN)))).toEqual([]);
    await gateway.query(`{ gene(uid: "${UNKNOWN}") { pubmed { totalCount } } }`);
    expect(warningsOf(await gateway.query(union('7157', UNKNOWN)))).toEqual(['unionLinks: POSSIBLY_UNKNOWN_ID']);
    await gateway.query(`{ records { gene(uids: ["7157", "${UNKNOWN}"]) { symbol } } }`);
    expect(warningsOf(await gateway.query(union('7157', UNKNOWN)))).toEqual(['unionLinks: UNKNOWN_ID']);
    expect(warningsOf(await gateway.query(union('7157')))).toEqual([]);
  });

  it('is certain once its summary is known to be missing', async () => {
    await using gateway = await RunningGateway.start();
    await gateway.query(`{ gene(uid: "${UNKNOWN}") { symbol } }`);
    const answer = await gateway.query(`{ gene(uid: "${UNKNOWN}") { pubmed { totalCount } } }`);
    expect(warningsOf(answer)).toEqual(['gene: UNKNOWN_ID']);
  });
});

describe('a record that NCBI has replaced', () => {
  it('is told of with its successor, whole or streamed', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(replaces);
    const whole = await gateway.query('{ gene(uid: "8") { symbol } }');
    expect(whole.extensions.entrez.warnings).toEqual([
      { code: 'REPLACED_RECORD', message: 'NCBI has replaced gene 8. Use uid 7157 instead.', path: ['gene'] },
    ]);
    await using fresh = await RunningGateway.start();
    fresh.sandbox.intercept(replaces);
    const streamed = await askStreamed(
      `${fresh.server.url}/graphql`,
      '{ gene(uid: "8") { uid ... @defer { symbol } } }',
    );
    let last: Payload | undefined;
    for await (const payload of payloadsOf(streamed)) {
      last = payload;
    }
    expect(last?.extensions?.entrez.warnings).toEqual(whole.extensions.entrez.warnings);
  });

  it('is told of where its empty links are compared or searched, as far as its summary is known', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(replaces);
    await gateway.query('{ gene(uid: "8") { symbol } }');
    for (const query of [
      '{ commonLinks(of: ["8", "7157"], name: "gene_omim") { totalCount } }',
      '{ paths(from: "NCBIGene:8", to: "NCBIGene:7157", maxHops: 1) { status } }',
    ]) {
      const field = query.startsWith('{ paths') ? 'paths' : 'commonLinks';
      expect(warningsOf(await gateway.query(query))).toEqual([`${field}: REPLACED_RECORD`]);
    }
  });
});

describe('warnings of what a store holds', () => {
  const queries = [
    ['{ search { pubmed(term: "TP53[nonsense] xyzzy", first: 1) { totalCount nodes { uid } } } }', 5],
    [`{ gene(uid: "${UNKNOWN}") { exists pubmed { totalCount } } }`, 1],
    ['{ gene(uid: "8") { symbol } }', 1],
  ] as const;

  it.each([
    ['its parts', 1],
    ['the whole response', 5],
  ])('are given again by the next process, whether it finds %s', async (_what, times) => {
    await using folder = await TemporaryFolder.create();
    await using sandbox = await startSandbox({ rps: 0 });
    sandbox.intercept((request) => {
      const dropped = dropsTags(request);
      return dropped ?? (parameterOf(request, 'id') === '8' ? replaces(request) : undefined);
    });
    const settings = { CACHE_DIR: folder.path, NCBI_BASE_URL: sandbox.url };
    const first = new Map<string, readonly Warning[]>();
    {
      await using gateway = await RunningGateway.start({ settings });
      for (const [query, count] of queries) {
        for (let time = 0; time < times; time += 1) {
          const { extensions } = await gateway.query(query);
          expect(extensions.entrez.warnings, query).toHaveLength(count);
          first.set(query, extensions.entrez.warnings);
        }
      }
    }
    await using gateway = await RunningGateway.start({ settings });
    for (const [query] of queries) {
      const { extensions } = await gateway.query(query);
      expect(extensions.entrez.calls.total, query).toBe(0);
      expect(extensions.entrez.warnings, query).toEqual(first.get(query));
    }
  });
});
