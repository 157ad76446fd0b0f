import { describe, expect, it, onTestFinished } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { Tables } from '../../src/tables/serving/tables.js';
import { hurryClock } from '../support/hurried-clock.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

hurryClock(5);

const QUERY = '{ gene(uid: "7157") { pubmed { totalCount source asOf nodes { uid } } } }';
const TABLE = gene2pubmed([
  [7157, 15],
  [7157, 3_000_000_000],
  [672, 20],
]);

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

describe('a gateway with a table', () => {
  it('serves links from the table without a call, and says so', async () => {
    const TABLES_DIR = await folder();
    const { manifest } = await importText(TABLES_DIR, 'gene2pubmed', TABLE);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data, extensions } = await gateway.query(QUERY);

    expect(data?.gene.pubmed).toEqual({
      totalCount: 2,
      source: 'TABLE',
      asOf: '2026-11-20T00:00:00.000Z',
      nodes: [{ uid: '3000000000' }, { uid: '15' }],
    });
    expect(gateway.callsOf('elink')).toBe(0);
    expect(extensions.entrez.tables).toEqual([
      {
        name: 'gene2pubmed',
        generation: manifest.generation,
        asOf: '2026-11-20T00:00:00.000Z',
        agreement: null,
        edges: 2,
      },
    ]);
  });

  it('counts a list once that is looked up several times', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', TABLE);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data, extensions } = await gateway.query(`{
      gene(uid: "7157") {
        pubmed(first: 1) { totalCount }
        again: pubmed(first: 1, after: null) { nodes { uid } }
        linkCounts(names: ["gene_pubmed"]) { count }
      }
      same: gene(uid: "7157") { pubmed { totalCount } }
      unionLinks(from: gene, uids: ["7157", "672"], name: "gene_pubmed") { totalCount }
    }`);

    expect(data).toMatchObject({ same: { pubmed: { totalCount: 2 } }, unionLinks: { totalCount: 3 } });
    // Two links of gene 7157, and one of gene 672.
    expect(extensions.entrez.tables).toMatchObject([{ name: 'gene2pubmed', edges: 3 }]);
  });

  it('asks ELink about a record of which a row is damaged, and not about others', async () => {
    const TABLES_DIR = await folder();
    const others = Array.from({ length: 2000 }, (_, i) => [i + 1_000_000, i + 1] as const);
    await importText(TABLES_DIR, 'gene2pubmed', `${gene2pubmed(others)}9606\t7157\t15\n9606\t7157\n`);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data } = await gateway.query(
      '{ gene(uid: "7157") { pubmed { source totalCount } } other: gene(uid: "1000000") { pubmed { source totalCount } } }',
    );

    expect(data?.gene.pubmed).toEqual({
      source: 'ELINK',
      totalCount: loadSampleGraph().links('gene_pubmed', '7157').length,
    });
    expect(data?.other.pubmed).toEqual({ source: 'TABLE', totalCount: 1 });
  });

  it('asks ELink about a record that the table does not have', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', gene2pubmed([[672, 20]]));
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data, extensions } = await gateway.query(QUERY);

    expect(data?.gene.pubmed.source).toBe('ELINK');
    expect(data?.gene.pubmed.totalCount).toBeGreaterThan(0);
    expect(gateway.callsOf('elink')).toBe(1);
    expect(extensions.entrez.tables).toBeUndefined();
  });

  it('plans no call for what the table has', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', TABLE);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data } = await gateway.query('query ($query: String!) { plan(query: $query) { calls { worst } } }', {
      query: '{ gene(uid: "7157") { pubmed { totalCount } } }',
    });

    expect(data?.plan.calls.worst).toBe(0);
  });

  it('merges the lists of many sources without a call, and counts them, if it has all of them', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', `${TABLE}9606\t672\t15\n`);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
    const union = (uids: string): string =>
      `{ unionLinks(from: gene, uids: [${uids}], name: "gene_pubmed") { totalCount source nodes { uid } } }`;

    const { data, extensions } = await gateway.query(union('"7157", "672"'));

    expect(data?.unionLinks).toEqual({
      totalCount: 3,
      source: 'TABLE',
      nodes: [{ uid: '3000000000' }, { uid: '20' }, { uid: '15' }],
    });
    expect(extensions.entrez.calls.total).toBe(0);
    const plan = await gateway.query('query ($query: String!) { plan(query: $query) { calls { worst } } }', {
      query: union('"7157", "672"'),
    });
    expect(plan.data?.plan.calls.worst).toBe(0);
    const counts = await gateway.query(
      '{ records { gene(uids: ["7157", "672"]) { linkCounts(names: ["gene_pubmed"]) { count } } } }',
    );
    expect(counts.data?.records.gene).toEqual([{ linkCounts: [{ count: 2 }] }, { linkCounts: [{ count: 2 }] }]);
    expect(counts.extensions.entrez.calls.total).toBe(0);

    const mixed = await gateway.query(union('"7157", "675"'));
    expect(mixed.data?.unionLinks.source).toBe('ELINK');
    expect(mixed.extensions.entrez.calls.elink).toBe(1);
  });

  it('tells how rare shared records are without a call for their links', async () => {
    const TABLES_DIR = await folder();
    const shared = [1, 2, 3, 4].map((gene) => [gene, 30] as const);
    const rare = [1, 2].map((gene) => [gene, 20] as const);
    await importText(TABLES_DIR, 'gene2pubmed', gene2pubmed([...shared, ...rare]));
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
    const common = (edge: string): string =>
      `{ commonLinks(of: ["1", "2"], name: "gene_pubmed") { edges { ${edge} } } }`;

    const ordered = await gateway.query(common('sourceCount node { uid }'));

    // By uid alone, 30 would come first.
    expect(ordered.data?.commonLinks.edges).toEqual([
      { sourceCount: 2, node: { uid: '20' } },
      { sourceCount: 2, node: { uid: '30' } },
    ]);
    expect(ordered.extensions.entrez.calls.total).toBe(0);
    const { data, extensions } = await gateway.query(common('expected'));
    const [first, second] = data?.commonLinks.edges as { expected: number }[];
    expect((second?.expected ?? 0) / (first?.expected ?? 1)).toBeCloseTo(2);
    // How many genes there are.
    expect(extensions.entrez.calls).toMatchObject({ elink: 0, einfo: 1, total: 1 });
  });

  it.each(['no-cache', 'max-age=60'])('asks ELink for a request with cache-control: %s', async (freshness) => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', TABLE);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': freshness },
      body: JSON.stringify({ query: QUERY }),
    });

    expect((await response.json()) as object).toMatchObject({ data: { gene: { pubmed: { source: 'ELINK' } } } });
  });

  it('asks ELink for every list of a request with cache-control: no-cache: nested, filtered, counted, merged, on paths, and plans so', async () => {
    const TABLES_DIR = await folder();
    const graph = loadSampleGraph();
    const pairs = ['7157', '672'].flatMap((gene) =>
      graph.links('gene_pubmed', gene).map((pmid) => [gene, pmid] as const),
    );
    await importText(TABLES_DIR, 'gene2pubmed', gene2pubmed(pairs));
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
    const answerOf = async (query: string, headers = {}) => {
      const response = await fetch(`${gateway.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as GraphqlAnswer;
    };
    const lists = `{
      gene(uid: "7157") {
        pubmed(first: 1) { source nodes { gene(first: 1) { source } } }
        linkCounts(names: ["gene_pubmed"]) { count }
      }
      filtered: gene(uid: "672") { pubmed(filter: { term: "cancer" }) { source } }
      unionLinks(from: gene, uids: ["7157", "672"], name: "gene_pubmed") { source }
      commonLinks(of: ["7157", "672"], name: "gene_pubmed") { totalCount }
      paths(from: "gene:7157", to: "gene:672", via: ["gene_pubmed", "pubmed_gene"], maxHops: 2) { status paths { __typename } }
    }`;

    const live = await answerOf(lists, { 'cache-control': 'no-cache' });
    expect([live.errors, live.extensions.entrez.tables, JSON.stringify(live.data).includes('TABLE')]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    const tabled = await answerOf(lists);
    expect(tabled.extensions.entrez.tables).toHaveLength(1);
    expect(tabled.data).toMatchObject({
      gene: {
        pubmed: { source: 'TABLE', nodes: [{ gene: { source: 'TABLE' } }] },
        linkCounts: live.data?.gene.linkCounts,
      },
      unionLinks: { source: 'TABLE' },
      commonLinks: live.data?.commonLinks,
      paths: live.data?.paths,
    });

    const plan =
      '{ plan(query: "{ gene(uid: \\"675\\") { uid } unionLinks(from: gene, uids: [\\"7157\\"], name: \\"gene_pubmed\\") { totalCount } }") { calls { worst } } }';
    expect((await answerOf(plan)).data?.plan.calls.worst).toBe(0);
    expect((await answerOf(plan, { 'cache-control': 'no-cache' })).data?.plan.calls.worst).toBe(1);
  });

  it('serves a table as a fallback only while ELink fails, labelled', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', TABLE);
    const settings = { TABLES_DIR, TABLES: 'fallback' };
    await using well = await RunningGateway.start({ settings });
    await using ill = await RunningGateway.start({
      settings,
      sandbox: { rps: 0, faults: parseFaults('http-503:elink') },
    });

    const live = await well.query(QUERY);
    const fallback = await ill.query(QUERY);

    expect(live.data?.gene.pubmed.source).toBe('ELINK');
    expect(fallback.data?.gene.pubmed).toMatchObject({ source: 'TABLE', totalCount: 2 });
    expect(fallback.extensions.entrez.degraded[0]?.message).toContain('Links come from table gene2pubmed');
  });

  it('leaves tables alone where TABLES is off', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'gene2pubmed', TABLE);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR, TABLES: 'off' } });

    expect((await gateway.query(QUERY)).data?.gene.pubmed.source).toBe('ELINK');
  });
});

describe('tables of a folder', () => {
  it('serve a new generation while they are open, and what was dropped no more', async () => {
    const tablesDir = await folder();
    let now = 0;
    const options = { tablesDir, use: 'prefer', verifiedOnly: false, minAgreement: 0.99, now: () => now } as const;
    const tables = new Tables(options);
    onTestFinished(() => {
      tables.close();
    });
    const link = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };
    const linked = (): readonly string[] | undefined => {
      now += 1000;
      const found = tables.links(link, '7157');
      return found && [...found.links.uids];
    };

    expect(linked()).toBeUndefined();
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([[7157, 1]]));
    expect(linked()).toEqual(['1']);
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([[7157, 2]]));
    expect(linked()).toEqual(['2']);
  });

  it('serve only link names that were verified where that is wanted', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', TABLE);
    const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: true, minAgreement: 0.99 });
    onTestFinished(() => {
      tables.close();
    });

    expect(tables.links({ name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, '7157')).toBeUndefined();
  });
});
