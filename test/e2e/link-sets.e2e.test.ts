import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { hurryClock } from '../support/hurried-clock.js';
import { idsOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const sample = loadSampleGraph();

type Operation = 'UNION' | 'INTERSECTION' | 'DIFFERENCE';

interface List {
  readonly label: string;
  readonly of: readonly string[];
  readonly name: string;
}

interface Edge {
  readonly node: { readonly uid: string };
  readonly lists: readonly string[];
}

const QUERY = `query Set($lists: [LinkSetInput!]!, $operation: SetOperation!, $first: Int, $after: String, $orderBy: LinkOrder) {
  linkSet(lists: $lists, operation: $operation, first: $first, after: $after, orderBy: $orderBy) {
    totalCount complete missing { list input source { uid } code }
    pageInfo { hasNextPage endCursor }
    edges { lists node { uid db } }
  }
}`;

/** The records of a list, as the sample has them. */
function targets({ of, name }: List): Set<string> {
  return new Set(
    of.flatMap((source) => sample.links(name, source).filter((uid) => name.startsWith('gene') || uid !== source)),
  );
}

/** The records of a set with the labels of the lists that hold each, counted record by record. */
function expected(lists: readonly List[], operation: Operation): Map<string, string[]> {
  const sets = lists.map((list) => ({ label: list.label, uids: targets(list) }));
  const all = new Set(sets.flatMap(({ uids }) => [...uids]));
  const holders = [...all].map((uid): [string, string[]] => [
    uid,
    sets.filter(({ uids }) => uids.has(uid)).map(({ label }) => label),
  ]);
  const first = lists[0]?.label ?? '';
  return new Map(
    holders.filter(([, labels]) =>
      operation === 'UNION'
        ? true
        : operation === 'INTERSECTION'
          ? labels.length === lists.length
          : labels.length === 1 && labels[0] === first,
    ),
  );
}

function found(edges: readonly Edge[]): Map<string, readonly string[]> {
  return new Map(edges.map(({ node, lists }) => [node.uid, lists]));
}

const TP53: List = { label: 'TP53', of: ['7157'], name: 'gene_pubmed' };
const BRCA: List = { label: 'BRCA', of: ['672', '675'], name: 'gene_pubmed' };

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

describe('sets of links', () => {
  it('are right against a count record by record, for 100 random sets of lists', async () => {
    const random = seededRandom(11);
    const below = (limit: number): number => Math.floor(random() * limit);
    const names = ['gene_pubmed', 'gene_pubmed_rif', 'pubmed_pubmed_refs'];
    const ask = async (_: unknown, index: number): Promise<void> => {
      const lists = Array.from({ length: 1 + below(4) }, (_, place): List => {
        const name = names[below(names.length)] ?? '';
        const uids = sample.uids(name.split('_')[0] ?? '');
        const of = Array.from({ length: 1 + below(12) }, () => uids[below(uids.length)] ?? '');
        return { label: `list ${place}`, of, name };
      });
      const operation = (['UNION', 'INTERSECTION', 'DIFFERENCE'] as const)[index % 3] ?? 'UNION';
      const { data, errors } = await gateway.query(QUERY, { lists, operation, first: 1000 });
      expect(errors).toBeUndefined();
      const { edges, ...rest } = data?.linkSet;
      const all = expected(lists, operation);
      expect(rest).toMatchObject({ totalCount: all.size, complete: true, missing: [] });
      expect(found(edges)).toEqual(all);
      const counts = (edges as Edge[]).map((edge) => edge.lists.length);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    };
    await Promise.all(Array.from({ length: 100 }, ask));
  });

  it('are paged like any list, in the order that is wanted', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await gateway.query(QUERY, {
        lists: [TP53, BRCA],
        operation: 'UNION',
        orderBy: 'UID',
        first: 7,
        after,
      });
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data?.linkSet;
      seen.push(...(edges as Edge[]).map(({ node }) => node.uid));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...expected([TP53, BRCA], 'UNION').keys()].toSorted((a, b) => Number(b) - Number(a)));
    const { data } = await gateway.query(
      `query($lists: [LinkSetInput!]!) { linkSet(lists: $lists, operation: UNION, orderBy: DATE) { nodes { ... on PubMed { pubDate } } } }`,
      { lists: [TP53, BRCA] },
    );
    const years = (data?.linkSet.nodes as { pubDate: string }[]).map(({ pubDate }) => Number(pubDate.slice(0, 4)));
    expect(years.length).toBeGreaterThan(5);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  it('filter each list for itself, by a filter or by scores', async () => {
    const recent = { ...TP53, label: 'recent', filter: { minDate: '2010', maxDate: '2030' } };
    const { data: old } = await gateway.query(QUERY, {
      lists: [TP53, recent],
      operation: 'DIFFERENCE',
      first: 1000,
    });
    const { data } = await gateway.query(
      `{ gene(uid: 7157) { pubmed(filter: { minDate: "2010", maxDate: "2030" }) { totalCount } all: pubmed { totalCount } } }`,
    );
    const { all, pubmed } = data?.gene;
    expect(pubmed.totalCount).toBeGreaterThan(0);
    expect(old?.linkSet.totalCount).toBe(all.totalCount - pubmed.totalCount);
    expect(old?.linkSet.totalCount).toBeGreaterThan(0);

    const source = sample.uids('pubmed').find((uid) => sample.neighbors(uid).length > 20) ?? '';
    const [, ...scored] = sample.neighbors(source);
    const minScore = scored[5]?.score ?? 0;
    const related = { label: 'all', of: [source], name: 'pubmed_pubmed' };
    const far = await gateway.query(QUERY, {
      lists: [related, { ...related, label: 'close', minScore }],
      operation: 'DIFFERENCE',
      first: 1000,
    });
    expect([...found(far.data?.linkSet.edges).keys()].toSorted()).toEqual(
      scored
        .filter(({ score }) => score < minScore)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it.each([
    ['lists: []', '"lists" is an empty list'],
    ['lists: $many', '"lists" has 21 entries'],
    ['lists: $long', '"lists" has 1002 sources in all. Use at most 1000.'],
    ['lists: [A, { label: "b", of: [], name: "gene_pubmed" }]', '"lists[1].of" is an empty list'],
    [
      'lists: [A, { label: "b", of: "PMID:8023157", name: "gene_pubmed" }]',
      '"lists[1].of" is "PMID:8023157", which belongs to pubmed',
    ],
    [
      'lists: [A, { label: "b", of: "7157", name: "gene_omim" }]',
      '"lists[1].name" is "gene_omim", which leads to omim',
    ],
    ['lists: [A, { label: "b", of: "7157", name: "gene_pubmde" }]', '"lists[1].name" is "gene_pubmde"'],
    ['lists: [{ label: "b", of: "7157", name: "gene_pubmed", to: omim }]', '"lists[0].to" is "omim"'],
    ['lists: [A, { label: "a", of: "672", name: "gene_pubmed" }]', '"lists[1].label" is "a"'],
    ['lists: [{ label: " ", of: "672", name: "gene_pubmed" }]', '"lists[0].label" is " "'],
    ['lists: [{ label: "b", of: "672", name: "gene_pubmed", minScore: 1 }]', '"lists[0].minScore" is 1'],
    [
      'lists: [{ label: "b", of: "672", name: "gene_pubmed", filter: { minDate: "then" } }]',
      '"lists[0].filter.minDate" is "then"',
    ],
    [
      'lists: [{ label: "b", of: "672", name: "gene_pubmed", filter: { organism: "9606" } }]',
      '"lists[0].filter.organism" is "9606"',
    ],
    ['lists: [A], orderBy: SCORE', '"orderBy" is "SCORE"'],
    ['lists: [{ label: "b", of: "7157", name: "gene_omim" }], orderBy: DATE', 'omim is not literature'],
    ['lists: [A], first: 1001', '"first" is 1001'],
    ['lists: [A], after: "x"', '"after" is "x"'],
  ])('refuse %s', async (args, message) => {
    const many = Array.from({ length: 21 }, (_, index) => ({ label: `${index}`, of: ['672'], name: 'gene_pubmed' }));
    const long = many.slice(0, 2).map((list) => ({ ...list, of: Array<string>(501).fill('672') }));
    const a = '{ label: "a", of: ["7157"], name: "gene_pubmed" }';
    const used = args.replace('[A', `[${a}`);
    const variables = ['many', 'long'].filter((name) => used.includes(`$${name}`));
    const head = variables.length > 0 ? `query(${variables.map((name) => `$${name}: [LinkSetInput!]!`).join()}) ` : '';
    const { data, errors } = await gateway.query(
      `${head}{ linkSet(${used}, operation: INTERSECTION) { totalCount } }`,
      variables.length > 0 ? { many, long } : undefined,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(data).toEqual({ linkSet: null });
    expect(errors?.[0]?.message).toContain(message);
  });
});

describe('the calls of a set', () => {
  it('are within its plan: lists under one link name share theirs, and none is sent twice', async () => {
    await using other = await RunningGateway.start();
    const lists = [TP53, BRCA, { ...BRCA, label: 'recent', filter: { minDate: '2010', maxDate: '2030' } }];
    const query = `query($lists: [LinkSetInput!]!) { linkSet(lists: $lists, operation: INTERSECTION) { edges { lists node { ... on PubMed { title } } } } }`;
    const plan = async (): Promise<{ complete: boolean; calls: { best: number; worst: number } }> => {
      const planned = await other.query(
        'query($query: String!, $variables: JSON) { plan(query: $query, variables: $variables) { complete calls { best worst } } }',
        { query, variables: { lists } },
      );
      return planned.data?.plan;
    };
    const cold = await plan();
    const { errors, extensions } = await other.query(query, { lists });
    expect(errors).toBeUndefined();
    expect(extensions.entrez.calls).toMatchObject({ elink: 1, esearch: 1 });
    expect(cold.complete).toBe(true);
    expect(cold.calls.best).toBeLessThanOrEqual(extensions.entrez.calls.total);
    expect(cold.calls.worst).toBeGreaterThanOrEqual(extensions.entrez.calls.total);
    expect((await plan()).calls).toEqual({ best: 0, worst: 0 });
    expect((await other.query(query, { lists })).extensions.entrez.calls.total).toBe(0);
  });
});

describe('a set of which links are missing', () => {
  let other: RunningGateway;
  beforeAll(async () => {
    other = await RunningGateway.start();
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
  });
  afterAll(async () => {
    await other[Symbol.asyncDispose]();
  });
  const known = { ...BRCA, of: ['675'] };
  const lost: List = { label: 'lost', of: ['672'], name: 'gene_pubmed' };
  const missing = [{ input: '672', source: { uid: '672' }, code: 'UPSTREAM_UNAVAILABLE' }];

  it.each([
    ['UNION', [TP53, BRCA], [TP53, known]],
    ['UNION', [TP53, lost], [TP53]],
    ['INTERSECTION', [TP53, BRCA], [TP53, known]],
    ['DIFFERENCE', [BRCA, TP53], [known, TP53]],
  ] as const)('is never too long, and says what is missing: %s %#', async (operation, lists, loaded) => {
    const { data, errors, extensions } = await other.query(QUERY, { lists, operation, first: 1000 });
    expect(errors).toBeUndefined();
    const whole = expected(lists, operation);
    const { edges, ...rest } = data?.linkSet;
    expect(found(edges)).toEqual(expected(loaded, operation));
    expect([...found(edges).keys()].every((uid) => whole.has(uid))).toBe(true);
    const list = lists.find(({ of }) => of.includes('672'))?.label;
    expect(rest).toMatchObject({ complete: false, missing: [{ ...missing[0], list }] });
    expect(extensions.entrez.degraded).toMatchObject([{ code: 'UPSTREAM_UNAVAILABLE' }]);
  });

  it.each([
    ['DIFFERENCE', [TP53, BRCA], 'Cannot subtract list "BRCA": the links of "672" are missing.'],
    ['DIFFERENCE', [lost, TP53], 'Cannot load list "lost".'],
    ['INTERSECTION', [TP53, lost], 'Cannot load list "lost".'],
    ['UNION', [lost], 'Cannot load list "lost".'],
  ] as const)('fails where it could be wrong otherwise: %s %#', async (operation, lists, message) => {
    const { data, errors } = await other.query(QUERY, { lists, operation });
    expect(data).toEqual({ linkSet: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(errors?.[0]?.message).toContain(message);
  });

  it('fails where a source of a subtracted list is not found', async () => {
    const lists = [TP53, { ...BRCA, of: ['675', 'NOSUCHGENE1'] }];
    const { data, errors } = await other.query(QUERY, { lists, operation: 'DIFFERENCE' });
    expect(data).toEqual({ linkSet: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_ID' } }]);
  });
});

describe('a set of which the filter of a list fails', () => {
  let other: RunningGateway;
  beforeAll(async () => {
    other = await RunningGateway.start();
    other.sandbox.intercept(({ utility }) =>
      utility === 'esearch' ? { status: 502, body: 'Bad Gateway' } : undefined,
    );
  });
  afterAll(async () => {
    await other[Symbol.asyncDispose]();
  });
  const recent = { ...BRCA, label: 'recent', filter: { minDate: '2010', maxDate: '2030' } };

  it('lacks that list alone, and names each of its sources', async () => {
    const { data, errors, extensions } = await other.query(QUERY, {
      lists: [TP53, recent],
      operation: 'UNION',
      first: 1000,
    });
    expect(errors).toBeUndefined();
    const { edges, ...rest } = data?.linkSet;
    expect(found(edges)).toEqual(expected([TP53], 'UNION'));
    expect(rest).toMatchObject({
      complete: false,
      missing: ['672', '675'].map((input) => ({
        list: 'recent',
        input,
        source: { uid: input },
        code: 'UPSTREAM_UNAVAILABLE',
      })),
    });
    expect(extensions.entrez.degraded).toMatchObject([{ code: 'UPSTREAM_UNAVAILABLE' }]);
  });

  it.each([
    ['DIFFERENCE', [TP53, recent], 'Cannot subtract list "recent": the links of "672" are missing.'],
    ['DIFFERENCE', [recent, TP53], 'Cannot load list "recent".'],
    ['INTERSECTION', [TP53, recent], 'Cannot load list "recent".'],
    ['UNION', [recent], 'Cannot load list "recent".'],
  ] as const)(
    'fails where it could be wrong otherwise, and names the list: %s %#',
    async (operation, lists, message) => {
      const { data, errors } = await other.query(QUERY, { lists, operation });
      expect(data).toEqual({ linkSet: null });
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
      expect(errors?.[0]?.message).toContain(message);
    },
  );
});
