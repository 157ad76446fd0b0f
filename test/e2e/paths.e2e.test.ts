import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { loadSampleGraph, SampleGraph } from '../../src/sandbox/sample-graph.js';
import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { HeldAnswers } from '../support/held-answers.js';
import { RunningGateway } from '../support/running-gateway.js';

const sample = loadSampleGraph();
const catalog = loadCatalog();

interface Found {
  readonly status: string;
  readonly summary: string;
  readonly complete: boolean;
  readonly linkNames: readonly string[];
  readonly frontier: readonly { readonly reason: string; readonly linkName: string; readonly code: string | null }[];
  readonly paths: readonly {
    readonly hops: number;
    readonly score: number | null;
    readonly records: readonly { readonly db: string; readonly uid: string }[];
    readonly edges: readonly {
      readonly linkName: string;
      readonly from: { readonly uid: string };
      readonly to: { readonly uid: string };
    }[];
  }[];
}

const FIELDS = `status summary complete linkNames frontier { reason linkName code }
  paths { hops score records { db uid } edges { linkName from { uid } to { uid } } }`;

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

async function pathsOf(args: string, asked = gateway): Promise<Found & { readonly calls: number }> {
  const { data, errors, extensions } = await asked.query(`{ paths(${args}) { ${FIELDS} } }`);
  expect(errors).toBeUndefined();
  return { ...data?.paths, calls: extensions.entrez.calls.total };
}

/** How far two records of the sample are from each other over these link names; Infinity beyond `maxHops`. */
function distance(from: string, to: string, names: readonly string[], maxHops: number): number {
  const links = names.flatMap((name) => catalog.link(name) ?? []);
  let reached = new Set([from]);
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const next = new Set<string>();
    for (const record of reached) {
      const [db = '', uid = ''] = record.split(' ');
      for (const link of links.filter((each) => each.from === db)) {
        sample.links(link.name, uid).forEach((other) => next.add(`${link.to} ${other}`));
      }
    }
    if (next.has(to)) {
      return hops;
    }
    reached = next;
  }
  return Infinity;
}

describe('how two records are connected', () => {
  it('is right against a walk over the sample, for 100 random pairs, each link of a path being one', async () => {
    const random = seededRandom(5);
    const databases = ['gene', 'omim', 'clinvar', 'snp', 'pubmed'];
    const any = (): { db: string; uid: string } => {
      const db = databases[Math.floor(random() * databases.length)] ?? '';
      const uids = sample.uids(db).slice(0, 25);
      return { db, uid: uids[Math.floor(random() * uids.length)] ?? '' };
    };
    const ask = async (): Promise<void> => {
      const [from, to] = [any(), any()];
      if (from.db === to.db && from.uid === to.uid) {
        return;
      }
      const found = await pathsOf(`from: "${from.db}:${from.uid}", to: "${to.db}:${to.uid}", maxHops: 2, first: 100`);
      const hops = distance(`${from.db} ${from.uid}`, `${to.db} ${to.uid}`, found.linkNames, 2);
      expect([found.status, found.paths[0]?.hops ?? Infinity, from, to]).toEqual([
        hops === Infinity ? 'NONE' : 'FOUND',
        hops,
        from,
        to,
      ]);
      for (const { edges } of found.paths) {
        expect(edges.every((edge) => sample.links(edge.linkName, edge.from.uid).includes(edge.to.uid))).toBe(true);
      }
    };
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 50 }, ask));
    }
  });

  it('has the rare record before the hub that everything is linked to', async () => {
    const { paths } = await pathsOf(
      'from: "NCBIGene:7157", to: "NCBIGene:672", via: ["pubmed"], maxHops: 2, first: 100',
    );
    const genes = paths.map(({ records }) => sample.links('pubmed_gene', records[1]?.uid ?? '').length);
    expect(genes.length).toBeGreaterThan(3);
    expect(genes).toEqual(genes.toSorted((a, b) => a - b));
    expect(Math.max(...genes)).toBeGreaterThan(50);
    expect(paths.map(({ score }) => score)).toEqual(genes.map((count) => expect.closeTo(1 / count) as number));
  });

  it('is found over three links in at most 12 calls', async () => {
    await using cold = await RunningGateway.start();
    const args = 'from: "OMIM:191170", to: "NCBIGene:348", maxHops: 3, first: 1';
    const { data: planned } = await cold.query(
      'query ($query: String!) { plan(query: $query) { calls { best worst } } }',
      {
        query: `{ paths(${args}) { ${FIELDS} } }`,
      },
    );
    const found = await pathsOf(args, cold);
    expect(found).toMatchObject({ status: 'FOUND', paths: [{ hops: 3 }] });
    expect(found.calls).toBeLessThanOrEqual(12);
    expect(planned?.plan.calls.best).toBeLessThanOrEqual(found.calls);
    expect(planned?.plan.calls.worst).toBeGreaterThanOrEqual(found.calls);
    const again = await pathsOf('from: "OMIM:191170", to: "NCBIGene:348", maxHops: 3, first: 1', cold);
    expect(again.calls).toBe(0);
  });

  it('may be over a link that NCBI has retired, if its name is given', async () => {
    const ends = 'from: "PMID:28495875", to: "PMID:28502770"';
    expect(await pathsOf(ends)).toMatchObject({ status: 'NONE', complete: true, paths: [] });
    expect(await pathsOf(`${ends}, via: ["pubmed_pubmed_alsoviewed"]`)).toMatchObject({
      status: 'FOUND',
      linkNames: ['pubmed_pubmed_alsoviewed'],
      paths: [{ hops: 1, edges: [{ linkName: 'pubmed_pubmed_alsoviewed' }] }],
    });
  });

  it('is none over no link names, and a record is connected to itself, at no cost', async () => {
    expect(await pathsOf('from: "NCBIGene:7157", to: "NCBIGene:672", via: ["gene_pubmed"], maxHops: 1')).toMatchObject({
      status: 'NONE',
    });
    expect(await pathsOf('from: "NCBIGene:7157", to: "gene:7157"')).toMatchObject({
      status: 'FOUND',
      paths: [{ hops: 0, records: [{ db: 'gene', uid: '7157' }], edges: [] }],
      calls: 0,
    });
  });

  it.each([
    ['via: ["gene_pubmed", "pubmed_gene"], maxHops: 1', 'gene_pubmed, pubmed_gene', 'of at most 1 hop leads'],
    ['via: ["pubmed"], maxHops: 1', 'pubmed', 'of at most 1 hop leads'],
    ['via: ["pubmed", "taxonomy"], avoid: ["gene_taxonomy"], maxHops: 2', 'taxonomy', 'of at most 2 hops leads'],
    ['via: ["pubmed", "pubmed_omim_cited"], maxHops: 2', 'pubmed_omim_cited, pubmed', 'of at most 2 hops leads'],
  ])('names what has no effect in %s', async (args, unused, why) => {
    const { errors, extensions } = await gateway.query(
      `{ paths(from: "NCBIGene:7157", to: "NCBIGene:672", ${args}) { status } }`,
    );
    expect(errors).toBeUndefined();
    expect(extensions.entrez.warnings).toMatchObject([
      {
        code: 'UNUSED_VIA',
        message: expect.stringContaining(`"via" names ${unused}, over`) as string,
        path: ['paths'],
      },
    ]);
    expect(extensions.entrez.warnings[0]?.message).toContain(why);
  });

  it('has no word about what has an effect', async () => {
    const { extensions } = await gateway.query(
      '{ paths(from: "NCBIGene:7157", to: "NCBIGene:672", via: ["pubmed", "gene_pubmed", "pubmed_gene"], maxHops: 2) { status } }',
    );
    expect(extensions.entrez.warnings).toEqual([]);
  });

  it.each([
    ['from: "7157", to: "NCBIGene:672"', '"from" is "7157"'],
    ['from: "NCBIGene:672", to: ""', '"to" is ""'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", maxHops: 0', '"maxHops" is 0'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", maxHops: 6', '"maxHops" is 6'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", first: 0', '"first" is 0'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", maxCalls: 0', '"maxCalls" is 0'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", via: ["NCBIGene:1"]', '"via"'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", avoid: ["nothing_at_all"]', '"avoid" is "nothing_at_all"'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", avoid: ["gene:7157"]', '"avoid" is "gene:7157", but "from" names'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", avoid: ["pubmed", "gene:672"]', '"gene:672", but "to" names'],
    ['from: "HGNC:11998", to: "NCBIGene:672", avoid: ["gene:7157"]', '"gene:7157", but "from" names'],
    ['from: "NCBIGene:7157", to: "NCBIGene:672", via: ["pubmed"], avoid: ["pubmed"]', 'but "via" names pubmed too'],
    [
      'from: "NCBIGene:7157", to: "NCBIGene:672", via: ["gene_omim"], avoid: ["gene_omim"]',
      '"via" names gene_omim too',
    ],
  ])('refuses %s', async (args, message) => {
    const { errors } = await gateway.query(`{ paths(${args}) { status } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(message);
  });

  it('refuses link names that make more ways than can be searched, as its plan does', async () => {
    const { data } = await gateway.query('{ linkNames(from: nuccore, to: nuccore) { name } }');
    const via = (data?.linkNames as { name: string }[]).map(({ name }) => name);
    const paths = `{ paths(from: "nuccore:1", to: "nuccore:2", maxHops: 4, via: ${JSON.stringify(via)}) { status } }`;
    const { errors } = await gateway.query(paths);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^Argument "via" .* ways/) as string }]);
    const { data: planned } = await gateway.query('query ($query: String!) { plan(query: $query) { notes } }', {
      query: paths,
    });
    expect(planned?.plan).toMatchObject({ notes: [expect.stringMatching(/"via" .* ways/)] });
  });

  it('is an error where an end is no record', async () => {
    const { errors } = await gateway.query(
      '{ paths(from: "NCBIGene:999999999", to: "NCBIGene:7157") { paths { hops } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_ID', uids: ['999999999'] } }]);
  });

  it('is not known where calls run out or links fail, and says where', async () => {
    await using poor = await RunningGateway.start({ settings: { MAX_CALLS: '3' } });
    const ends = 'from: "OMIM:191170", to: "NCBIGene:348"';
    const found = await pathsOf(ends, poor);
    expect(found).toMatchObject({ status: 'NOT_KNOWN', complete: false });
    expect(found.summary).toContain('Not known');
    expect(found.frontier.map(({ reason }) => reason)).toContain('BUDGET');
    expect(found.calls).toBeLessThanOrEqual(3);
    await using broken = await RunningGateway.start();
    broken.sandbox.intercept(({ utility, params }) =>
      utility === 'elink' && params.some(([name, value]) => name === 'cmd' && value.startsWith('neighbor'))
        ? { status: 502, body: 'Bad Gateway' }
        : undefined,
    );
    const failed = await pathsOf(ends, broken);
    expect(failed).toMatchObject({ status: 'NOT_KNOWN', complete: false });
    expect(failed.frontier.map(({ code }) => code)).toContain('UPSTREAM_UNAVAILABLE');
  });

  it('does not widen at hubs: 100,000 links of the ends, or of a record between, take no more calls than may be planned', async () => {
    const many = (first: number): string => Array.from({ length: 100_000 }, (_, index) => first + index).join(' ');
    const genes = Object.fromEntries(['1', '2', '3', '4', '5'].map((uid) => [uid, { symbol: `G${uid}` }]));
    const graph = new SampleGraph({
      records: { gene: genes, pubmed: { 9: { title: 'Hub' }, 10_000_001: { title: 'One' } } },
      links: {
        gene_pubmed: { 1: many(10_000_001), 2: many(20_000_001), 3: '9', 4: '9', 5: '8' },
        pubmed_gene: { 8: '5', 9: `3 4 ${many(6)}` },
      },
      inverses: {},
    });
    await using hubs = await RunningGateway.start({ sandbox: { rps: 0, graph } });
    const apart = await pathsOf('from: "NCBIGene:1", to: "NCBIGene:2"', hubs);
    expect(apart).toMatchObject({ status: 'NOT_KNOWN' });
    expect(new Set(apart.frontier.map(({ reason }) => reason))).toEqual(new Set(['HUB']));
    expect(apart.calls).toBeLessThanOrEqual(12);
    const over = await pathsOf('from: "NCBIGene:3", to: "NCBIGene:4"', hubs);
    expect(over).toMatchObject({ status: 'FOUND', paths: [{ hops: 2 }] });
    expect(over.calls).toBeLessThanOrEqual(12);
    const behind = await pathsOf('from: "NCBIGene:3", to: "NCBIGene:5", maxHops: 4, maxCalls: 9', hubs);
    expect(behind.status).not.toBe('FOUND');
    expect(behind.calls).toBeLessThanOrEqual(9);
    const near = await hubs.query(
      '{ neighbourhood(of: ["NCBIGene:1", "NCBIGene:3"], hops: 3, perHop: 100, maxCalls: 9) { nodes { hop } frontier { reason } } }',
    );
    expect(near.errors).toBeUndefined();
    expect(near.extensions.entrez.calls.total).toBeLessThanOrEqual(9);
    const common = await hubs.query(
      '{ commonLinks(of: ["1", "2", "3", "4"], name: "gene_pubmed", atLeast: 1) { totalCount } }',
    );
    expect(common.data?.commonLinks.totalCount).toBe(200_001);
    expect(common.extensions.entrez.calls.total).toBeLessThanOrEqual(1);
  });

  it('comes path by path where the client streams it', async () => {
    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'multipart/mixed' },
      body: JSON.stringify({
        query:
          '{ paths(from: "NCBIGene:7157", to: "NCBIGene:672", maxHops: 2, first: 3) { paths @stream { hops } ... @defer { status } } }',
      }),
    });
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('multipart/mixed');
    expect(text.match(/"hops":2/g)).toHaveLength(3);
    expect(text).toContain('"status":"FOUND"');
    expect(text).toContain('"paths":[]');
  });

  it('ends with a client that goes away, whose calls are not sent', async () => {
    await using left = await RunningGateway.start({ settings: { NCBI_RPS: '3' } });
    const held = new HeldAnswers('elink');
    left.sandbox.intercept(held.interceptor);
    const abort = new AbortController();
    const asked = fetch(`${left.server.url}/graphql`, {
      method: 'POST',
      signal: abort.signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ paths(from: "OMIM:191170", to: "NCBIGene:348") { status } }' }),
    }).catch(() => undefined);
    await held.arrived;
    abort.abort();
    await asked;
    held.release();
    left.sandbox.intercept(undefined);
    const later = await left.query('{ gene(uid: "7157") { symbol } }');
    expect(later.data?.gene.symbol).toBe('TP53');
    expect(left.callsOf('elink', 'neighbor')).toBe(0);
  });
});
