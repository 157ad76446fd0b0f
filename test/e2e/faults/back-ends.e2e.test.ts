import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { systemClock } from '../../../src/upstream/clock.js';
import { hurryClock } from '../../support/hurried-clock.js';
import { liesIn } from '../../support/lies.js';
import { type GraphqlAnswer, RunningGateway } from '../../support/running-gateway.js';

hurryClock(5);

const graph = loadSampleGraph();

/** Each error as `path: code`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${extensions.code}`);
}

async function truthOf(query: string, variables?: object): Promise<GraphqlAnswer['data']> {
  await using honest = await RunningGateway.start({ sandbox: { rps: 0, graph } });
  const { data, errors } = await honest.query(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

describe.concurrent('a service that is dead', () => {
  const [paper = ''] = graph.sources('pubmed_pubmed_refs');
  const PAPER = `{ pubmed(uid: ${paper}) {
    title
    related(first: 5) { totalCount nodes { uid } }
    references(first: 5) { nodes { uid } }
  } }`;

  it('for scores leaves links, summaries and searches alone', async () => {
    await using gateway = await RunningGateway.start({ sandbox: { rps: 0, graph, faults: parseFaults('dead:score') } });
    const truth = await truthOf(PAPER);
    const answer = await gateway.query(PAPER);
    expect(liesIn(answer, truth)).toEqual([]);
    expect(answer.data?.pubmed).toMatchObject({ title: truth?.pubmed.title, references: truth?.pubmed.references });
  });

  it('for links leaves scores and summaries alone, and nothing passes for an empty list', async () => {
    await using gateway = await RunningGateway.start({ sandbox: { rps: 0, graph, faults: parseFaults('dead:link') } });
    const truth = await truthOf(PAPER);
    const answer = await gateway.query(PAPER);
    expect(liesIn(answer, truth)).toEqual([]);
    expect(answer.data?.pubmed).toMatchObject({ title: truth?.pubmed.title, references: null });
    expect(errorsOf(answer)).toContain('pubmed.references: UPSTREAM_UNAVAILABLE');
  });

  it('for stored sets is HISTORY_EXPIRED', async () => {
    await using gateway = await RunningGateway.start({ sandbox: { rps: 0, graph } });
    const stored = await gateway.query('{ history { post(db: gene, uids: [7157, 672]) { webEnv queryKey } } }');
    gateway.sandbox.faults.set(parseFaults('expired-history'));
    const answer = await gateway.query(
      `query ($webEnv: String!, $queryKey: String!) {
        gene(uid: 7157) { symbol }
        history { records(db: gene, webEnv: $webEnv, queryKey: $queryKey) { nodes { uid } } }
      }`,
      stored.data?.history.post,
    );
    expect(answer.data?.gene).toEqual({ symbol: 'TP53' });
    expect(errorsOf(answer)).toEqual(['history.records: HISTORY_EXPIRED']);
  });
});

describe.concurrent('a record that breaks every call', () => {
  const GENES = [...graph.sources('gene_omim')].slice(0, 8);
  const [, , , POISON = ''] = GENES;
  const QUERY = 'query ($genes: [ID!]!) { records { gene(uids: $genes) { omim(first: 50) { nodes { uid } } } } }';
  let truth: GraphqlAnswer['data'];
  beforeAll(async () => {
    truth = await truthOf(QUERY, { genes: GENES });
  });

  it.each([
    ['poison', 'UPSTREAM_UNAVAILABLE'],
    ['http-500:gene_omim', 'UPSTREAM_UNAVAILABLE'],
    ['cut-off:gene_omim', 'MALFORMED_RESPONSE'],
    ['no-root:gene_omim', 'MALFORMED_RESPONSE'],
    ['timeout:gene_omim', 'UPSTREAM_TIMEOUT'],
  ])('by %s fails alone', async (fault, code) => {
    await using gateway = await RunningGateway.start({
      sandbox: { rps: 0, graph, faults: parseFaults(`${fault}:gene/${POISON}`) },
      // On the hurried clock: a second where NCBI does not answer, and patience where it does.
      settings: fault.startsWith('timeout') ? { NCBI_TIMEOUT_MS: '5000' } : {},
    });
    const answer = await gateway.query(QUERY, { genes: GENES });
    expect(liesIn(answer, truth)).toEqual([]);
    expect(errorsOf(answer)).toEqual([`records.gene.3.omim: ${code}`]);
  });
});

describe('the page for blocked addresses', () => {
  it('is told as such, and never passes for missing data', async () => {
    const query = '{ gene(uid: 7157) { symbol omim { totalCount } } search { gene(term: "TP53") { totalCount } } }';
    const truth = await truthOf(query);
    await using gateway = await RunningGateway.start({ sandbox: { rps: 0, graph, faults: parseFaults('blocked') } });
    const answer = await gateway.query(query);
    expect(liesIn(answer, truth)).toEqual([]);
    expect(errorsOf(answer).toSorted()).toEqual([
      'gene.omim: UPSTREAM_UNAVAILABLE',
      'gene.symbol: UPSTREAM_UNAVAILABLE',
      'search.gene: UPSTREAM_UNAVAILABLE',
    ]);
    expect(answer.errors?.[0]?.message).toContain('block');
  });
});

const DAY = 86_400_000;

describe('links that vanish', () => {
  let passed = 0;
  beforeAll(() => {
    const now = systemClock.now.bind(systemClock);
    vi.spyOn(systemClock, 'now').mockImplementation(() => now() + passed);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  const QUERY = '{ gene(uid: 7157) { omim(first: 50) { totalCount nodes { uid } } } }';

  it('between two calls are asked for once more before it is believed', async () => {
    await using gateway = await RunningGateway.start({ sandbox: { rps: 0, graph }, settings: { LINKS_TTL_S: '5' } });
    const truth = (await gateway.query(QUERY)).data;
    gateway.sandbox.faults.set(parseFaults('vanish:x1'));
    passed += 10 * DAY;
    expect(liesIn(await gateway.query(QUERY), truth)).toEqual([]);
    expect(gateway.sandbox.faults.state).toMatchObject([{ struck: 1 }]);
  });

  it('at first sight cannot be told from none, but not for long', async () => {
    await using gateway = await RunningGateway.start({
      sandbox: { rps: 0, graph },
      settings: { SEARCH_TTL_S: '5' },
    });
    const truth = await truthOf(QUERY);
    gateway.sandbox.faults.set(parseFaults('vanish:x1'));
    expect(liesIn(await gateway.query(QUERY), truth)).toEqual(['gene.omim.totalCount', 'gene.omim.nodes']);
    passed += 10 * DAY;
    expect(liesIn(await gateway.query(QUERY), truth)).toEqual([]);
  });
});
