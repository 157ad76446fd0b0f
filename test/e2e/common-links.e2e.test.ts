import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SampleGraph, loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { encodeId } from '../../src/schema/core/global-id.js';
import { hurryClock } from '../support/hurried-clock.js';
import { idsOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const sample = loadSampleGraph();
const THREE = ['7157', '672', '675'];

/** The records that at least so many sources are linked to, with these sources, as the sample has them. */
function common(name: string, sources: readonly string[], atLeast: number): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const source of new Set(sources)) {
    for (const target of sample.links(name, source).filter((uid) => uid !== source || !isNeighbour(name))) {
      found.set(target, [...(found.get(target) ?? []), source]);
    }
  }
  return new Map([...found].filter(([, owners]) => owners.length >= atLeast));
}

function isNeighbour(name: string): boolean {
  return name.startsWith('pubmed_pubmed');
}

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

const QUERY = `query Common($of: [ID!]!, $name: String!, $atLeast: Int, $first: Int, $after: String) {
  commonLinks(of: $of, name: $name, atLeast: $atLeast, first: $first, after: $after) {
    totalCount sourceCount complete missing { input source { uid } code message }
    pageInfo { hasNextPage endCursor }
    edges { sourceCount sources { uid } node { uid db } }
  }
}`;

interface CommonEdge {
  readonly node: { readonly uid: string };
  readonly sources: readonly { readonly uid: string }[];
}

describe('what records share', () => {
  it('is right against a brute-force count, for 100 random sets of sources', async () => {
    const random = seededRandom(7);
    const below = (limit: number): number => Math.floor(random() * limit);
    const names = ['gene_pubmed', 'gene_omim', 'pubmed_gene', 'gene_snp', 'omim_gene', 'pubmed_pubmed_refs'];
    const ask = async (): Promise<void> => {
      const name = names[below(names.length)] ?? '';
      const uids = sample.uids(name.split('_')[0] ?? '');
      const of = Array.from({ length: 1 + below(30) }, () => uids[below(uids.length)] ?? '');
      const atLeast = 1 + below(Math.min(3, new Set(of).size));
      const { data, errors } = await gateway.query(QUERY, { of, name, atLeast, first: 1000 });
      expect(errors).toBeUndefined();
      const expected = common(name, of, atLeast);
      const { edges, ...rest } = data?.commonLinks;
      expect(rest).toMatchObject({ totalCount: expected.size, sourceCount: new Set(of).size, complete: true });
      const found = (edges as readonly CommonEdge[]).map(
        ({ node, sources }) => [node.uid, sources.map(({ uid }) => uid)] as const,
      );
      expect(new Map(found)).toEqual(expected);
      const counts = edges.map(({ sourceCount }: { sourceCount: number }) => sourceCount);
      expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
    };
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 50 }, ask));
    }
  });

  it('takes any identifier of a source, and counts one that is given twice once', async () => {
    const of = ['7157', 'TP53', 'NCBIGene:7157', encodeId('gene', '672'), 'https://www.ncbi.nlm.nih.gov/gene/675'];
    const { data } = await gateway.query(QUERY, { of, name: 'gene_pubmed', atLeast: 3 });
    expect(data?.commonLinks).toMatchObject({ sourceCount: 3, totalCount: common('gene_pubmed', THREE, 3).size });
  });

  it('is paged like any list: pages have each record once, and cursors hold their place', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await gateway.query(QUERY, { of: THREE, name: 'gene_pubmed', atLeast: 2, first: 4, after });
      const { edges, pageInfo } = data?.commonLinks;
      seen.push(...edges.map(({ node }: { node: { uid: string } }) => node.uid));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.toSorted()).toEqual([...common('gene_pubmed', THREE, 2).keys()].toSorted());
  });

  it('puts the rare ones before those that everything is linked to, once their link counts are known', async () => {
    const { data, extensions } = await gateway.query(
      `{ commonLinks(of: ${JSON.stringify(THREE)}, name: "gene_pubmed", atLeast: 3) { edges { expected lift node { uid } } } }`,
    );
    const edges = data?.commonLinks.edges as { expected: number; lift: number; node: { uid: string } }[];
    const genes = (uid: string): number => sample.links('pubmed_gene', uid).length;
    expect(edges.map(({ node }) => genes(node.uid))).toEqual(
      edges.map(({ node }) => genes(node.uid)).toSorted((a, b) => a - b),
    );
    const all = sample.uids('gene').length;
    expect(edges[0]?.expected).toBeCloseTo((3 * genes(edges[0]?.node.uid ?? '')) / all);
    expect(edges[0]?.lift).toBeCloseTo(3 / (edges[0]?.expected ?? 1));
    expect(extensions.entrez.calls).toMatchObject({ elink: 1, einfo: 1 });
  });

  it('sums scores where links have some, and orders by them', async () => {
    const related = sample.uids('pubmed').filter((uid) => sample.neighbors(uid).length > 20);
    const of = related.slice(0, 6);
    const sums = new Map<string, number>();
    for (const source of of) {
      for (const { id, score } of sample.neighbors(source).slice(1)) {
        sums.set(id, (sums.get(id) ?? 0) + score);
      }
    }
    const { data } = await gateway.query(
      `query($of: [ID!]!) { commonLinks(of: $of, name: "pubmed_pubmed", orderBy: SCORE, first: 30) { edges { scoreSum node { uid } } } }`,
      { of },
    );
    const edges = data?.commonLinks.edges as { scoreSum: number; node: { uid: string } }[];
    expect(edges.map(({ node, scoreSum }) => [node.uid, scoreSum])).toEqual(
      edges.map(({ node }) => [node.uid, sums.get(node.uid)]),
    );
    expect(edges.map(({ scoreSum }) => scoreSum)).toEqual(
      edges.map(({ scoreSum }) => scoreSum).toSorted((a, b) => b - a),
    );
  });

  it('is filtered and ordered by date as links are', async () => {
    const filter = '{ publishedBetween: { from: "2010", to: "2030" } }';
    const { data, errors } = await gateway.query(
      `{ some: commonLinks(of: ${JSON.stringify(THREE)}, name: "gene_pubmed", filter: ${filter}, orderBy: DATE) { totalCount nodes { uid ... on PubMed { pubDate } } }
         all: commonLinks(of: ${JSON.stringify(THREE)}, name: "gene_pubmed") { totalCount } }`,
    );
    expect(errors).toBeUndefined();
    const years = (data?.some.nodes as { pubDate: string }[]).map(({ pubDate }) => Number(pubDate.slice(0, 4)));
    expect(years.length).toBeGreaterThan(0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(Math.min(...years)).toBeGreaterThanOrEqual(2010);
    expect(data?.some.totalCount).toBeLessThan(data?.all.totalCount);
  });

  it.each([
    ['of: []', '"of" is an empty list'],
    ['of: $many', '"of" has 1001 entries'],
    ['of: ["7157", "PMID:8023157"]', 'Argument "of" is "PMID:8023157", which belongs to pubmed'],
    [`of: ["7157", "${encodeId('omim', '191170')}"]`, 'which belongs to omim, not to gene'],
    ['of: ["7157"], name: "gene_pubmde"', 'Did you mean gene_pubmed?'],
    ['of: ["7157"], atLeast: 0', '"atLeast" is 0'],
    ['of: ["7157"], atLeast: 1001', '"atLeast" is 1001'],
    ['of: ["7157", "672"], atLeast: 3', 'Argument "of" names 2 different records, but "atLeast" is 3.'],
    ['of: ["7157"]', 'Argument "of" names 1 record, but "atLeast" is 2.'],
    ['of: ["7157", "NCBIGene:7157"]', 'Argument "of" names 1 record, but "atLeast" is 2.'],
    ['of: ["7157", "TP53"]', 'Argument "of" names 1 record, but "atLeast" is 2.'],
    ['of: ["7157", "672"], to: protein', 'Argument "to" is "protein", but gene_pubmed leads to pubmed'],
    ['of: ["7157"], first: -1', '"first" is -1'],
    ['of: ["7157"], orderBy: SCORE', 'gene_pubmed is not scored'],
    ['of: ["7157"], minScore: 3', 'gene_pubmed is not scored'],
    ['of: ["7157", "672"], after: "x"', '"after" is "x"'],
  ])('refuses %s', async (args, message) => {
    const name = args.includes('name:') ? '' : ', name: "gene_pubmed"';
    const many = JSON.stringify(Array(1001).fill('7157'));
    const { data, errors } = await gateway.query(
      `{ commonLinks(${args.replace('$many', many)}${name}) { totalCount } }`,
    );
    expect(data).toEqual({ commonLinks: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(message);
  });

  it('names a source whose list fails, and says that the answer is not complete', async () => {
    await using other = await RunningGateway.start();
    other.sandbox.intercept((request) =>
      request.utility === 'elink' && idsOf(request).includes('672')
        ? {
            body: JSON.stringify({
              header: { type: 'elink', version: '0.3' },
              linksets: idsOf(request).map((id) => ({
                dbfrom: 'gene',
                ids: [id],
                ...(id === '672'
                  ? { ERROR: "Couldn't resolve #exLinkSrv2, the address table is empty." }
                  : {
                      linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: sample.links('gene_pubmed', id) }],
                    }),
              })),
            }),
          }
        : undefined,
    );
    const of = [...THREE, 'NOSUCHGENE1'];
    const { data, errors, extensions } = await other.query(QUERY, { of, name: 'gene_pubmed', atLeast: 2 });
    expect(errors).toBeUndefined();
    expect(data?.commonLinks).toMatchObject({
      complete: false,
      sourceCount: 2,
      totalCount: common('gene_pubmed', ['7157', '675'], 2).size,
      missing: [
        { input: '672', source: { uid: '672' }, code: 'UPSTREAM_UNAVAILABLE' },
        { input: 'NOSUCHGENE1', source: null, code: 'UNKNOWN_ID' },
      ],
    });
    expect(extensions.entrez.degraded.map(({ code }) => code)).toEqual(['UPSTREAM_UNAVAILABLE', 'UNKNOWN_ID']);
    other.sandbox.intercept(undefined);
    const later = await other.query(QUERY, { of: THREE, name: 'gene_pubmed', atLeast: 2 });
    expect(later.data?.commonLinks).toMatchObject({ complete: true, missing: [] });
  });

  it('fails where every list fails', async () => {
    await using other = await RunningGateway.start();
    other.sandbox.intercept(({ utility }) => (utility === 'elink' ? { status: 502, body: 'Bad Gateway' } : undefined));
    const { data, errors } = await other.query(QUERY, { of: THREE, name: 'gene_pubmed' });
    expect(data).toEqual({ commonLinks: null });
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['UPSTREAM_UNAVAILABLE']);
  });
});

describe('the calls of what 200 genes share', () => {
  const genes = Array.from({ length: 200 }, (_, index) => String(1000 + index));
  const graph = new SampleGraph({
    records: {
      gene: Object.fromEntries(genes.map((uid) => [uid, { symbol: `G${uid}` }])),
      pubmed: Object.fromEntries(genes.map((uid) => [`${uid}1`, { title: `Paper ${uid}` }])),
    },
    links: {
      gene_pubmed: Object.fromEntries(genes.map((uid, index) => [uid, `${uid}1 ${genes[(index * 7) % 200] ?? ''}1`])),
    },
    inverses: {},
  });

  it('are two of ELink at most and the summaries of the page; none when all is known', async () => {
    await using other = await RunningGateway.start({ sandbox: { rps: 0, graph } });
    const query = `query($of: [ID!]!) { commonLinks(of: $of, name: "gene_pubmed") { totalCount nodes { title } } }`;
    const planned = await other.query(
      'query($query: String!, $variables: JSON) { plan(query: $query, variables: $variables) { complete calls { best worst } } }',
      { query, variables: { of: genes } },
    );
    const cold = await other.query(query, { of: genes });
    expect(cold.errors).toBeUndefined();
    expect(cold.data?.commonLinks.totalCount).toBeGreaterThan(20);
    const { calls } = cold.extensions.entrez;
    expect(calls.elink).toBeLessThanOrEqual(2);
    expect(calls.esummary).toBe(1);
    expect(planned.data?.plan.complete).toBe(true);
    expect(planned.data?.plan.calls.best).toBeLessThanOrEqual(calls.total);
    expect(planned.data?.plan.calls.worst).toBeGreaterThanOrEqual(calls.total);
    const warm = await other.query(query.replace('totalCount', 'sourceCount'), { of: genes.toReversed() });
    expect(warm.extensions.entrez.calls.total).toBe(0);
  });
});
