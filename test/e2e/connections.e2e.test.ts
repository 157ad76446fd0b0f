import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

interface Edge {
  readonly node: { readonly uid: string };
  readonly cursor: string;
  readonly score: number;
  readonly linkName: string;
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

const PAGE = 'totalCount edges { cursor node { uid } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  gateway.sandbox.intercept(undefined);
  await gateway[Symbol.asyncDispose]();
});

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query(query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

/** Asks for page after page; gives them in the order of asking. */
async function walk(
  query: string,
  start: object,
  next: (page: Page) => object | undefined,
  pageOf: (data: never) => Page,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let variables: object | undefined = start; variables !== undefined;) {
    const page = pageOf(await ask(query, variables));
    pages.push(page);
    variables = next(page);
  }
  return pages;
}

const uidsOf = (page: Page): string[] => page.edges.map(({ node }) => node.uid);

describe('a connection of links', () => {
  const forwards = `query ($first: Int, $after: String) { gene(uid: 7157) { pubmed(first: $first, after: $after) { ${PAGE} } } }`;
  const backwards = `query ($last: Int, $before: String) { gene(uid: 7157) { pubmed(last: $last, before: $before) { ${PAGE} } } }`;
  const papers = (data: { gene: { pubmed: Page } }): Page => data.gene.pubmed;

  it('gives all papers of TP53 once each, page by page in both directions, for one call', async () => {
    const whole = papers(await ask(forwards, { first: 1000 }));
    expect(whole.totalCount).toBeGreaterThan(100);
    expect(new Set(uidsOf(whole)).size).toBe(whole.totalCount);

    const onwards = await walk(
      forwards,
      { first: 17 },
      ({ pageInfo }) => (pageInfo.hasNextPage ? { first: 17, after: pageInfo.endCursor } : undefined),
      papers,
    );
    expect(onwards.flatMap(uidsOf)).toEqual(uidsOf(whole));
    const back = await walk(
      backwards,
      { last: 17 },
      ({ pageInfo }) => (pageInfo.hasPreviousPage ? { last: 17, before: pageInfo.startCursor } : undefined),
      papers,
    );
    expect(back.toReversed().flatMap(uidsOf)).toEqual(uidsOf(whole));
    expect(new Set([...onwards, ...back].map(({ totalCount }) => totalCount))).toEqual(new Set([whole.totalCount]));
    expect(gateway.callsOf('elink')).toBe(1);
  });

  it('has 20 edges where no number is asked for', async () => {
    expect(papers(await ask(forwards)).edges).toHaveLength(20);
  });

  it('is empty, not null, for a record without links', async () => {
    const { gene } = await ask<{ gene: { books: Page } }>(
      '{ gene(uid: 999999999) { books { totalCount edges { cursor } pageInfo { hasNextPage } } } }',
    );
    expect(gene.books).toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false } });
  });

  it('gives scores highest first, its link name on every edge, and never the record itself', async () => {
    const { gene } = await ask<{ gene: { pubmed: { nodes: { uid: string; related: Page }[] } } }>(
      '{ gene(uid: 7157) { pubmed(first: 5) { nodes { uid related(first: 1000) { totalCount edges { score linkName node { uid } } } } } } }',
    );
    for (const { uid, related } of gene.pubmed.nodes) {
      const scores = related.edges.map(({ score }) => score);
      expect(related.totalCount).toBe(related.edges.length);
      expect(related.totalCount).toBeGreaterThan(10);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(uidsOf(related)).not.toContain(uid);
      expect(new Set(related.edges.map(({ linkName }) => linkName))).toEqual(new Set(['pubmed_pubmed']));
    }
  });

  it('has null scores where links are not scored', async () => {
    const { gene } = await ask<{ gene: { pubmed: Page } }>(
      '{ gene(uid: 7157) { pubmed(first: 2) { edges { score linkName } } } }',
    );
    expect(gene.pubmed.edges).toEqual([1, 2].map(() => ({ score: null, linkName: 'gene_pubmed' })));
  });

  it('counts and gives with minScore what is at least as close', async () => {
    const related = async (args: string): Promise<Page> => {
      const { pubmed } = await ask<{ pubmed: { related: Page } }>(
        `{ pubmed(uid: 33961781) { related(${args}) { totalCount edges { score node { uid } } } } }`,
      );
      return pubmed.related;
    };
    const all = await related('first: 1000');
    const middle = all.edges[Math.floor(all.edges.length / 2)]?.score ?? 0;
    const close = await related(`first: 1000, minScore: ${middle}`);
    expect(close.edges).toEqual(all.edges.filter(({ score }) => score >= middle));
    expect(close.totalCount).toBe(close.edges.length);
    expect(close.totalCount).toBeLessThan(all.totalCount);
    expect(await related('minScore: 1e12')).toEqual({ totalCount: 0, edges: [] });
  });

  it('fails rather than pretend that nothing is close enough, when NCBI leaves the scores out', async () => {
    const links = ['1', '2'];
    gateway.sandbox.intercept((request) =>
      parameterOf(request, 'cmd') === 'neighbor_score'
        ? {
            body: JSON.stringify({
              linksets: [
                { dbfrom: 'pubmed', ids: ['4711'], linksetdbs: [{ dbto: 'pubmed', linkname: 'pubmed_pubmed', links }] },
              ],
            }),
          }
        : undefined,
    );
    const answer = await gateway.query('{ pubmed(uid: 4711) { uid related(minScore: 5) { totalCount } } }');
    gateway.sandbox.intercept(undefined);
    expect(answer.data).toEqual({ pubmed: { uid: '4711', related: null } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'MALFORMED_RESPONSE', linkName: 'pubmed_pubmed' } }]);
  });

  it('is reached by its link name as well, as the same list with the same cursors', async () => {
    const before = gateway.callsOf('elink');
    const { gene } = await ask<{ gene: { pubmed: Page; links: Page } }>(
      `{ gene(uid: 7157) { pubmed { ${PAGE} } links(name: "gene_pubmed") { ${PAGE} nodes { __typename } } } }`,
    );
    expect(gene.links).toMatchObject(gene.pubmed);
    expect(gene.links).toHaveProperty('nodes.0.__typename', 'PubMed');
    expect(gateway.callsOf('elink')).toBe(before);
  });

  it('is reached by a link name that is newer than the catalog, given its target', async () => {
    gateway.sandbox.intercept((request) =>
      parameterOf(request, 'linkname') === 'gene_new_thing'
        ? {
            body: JSON.stringify({
              linksets: [
                {
                  dbfrom: 'gene',
                  ids: ['7157'],
                  linksetdbs: [{ dbto: 'taxonomy', linkname: 'gene_new_thing', links: ['9606'] }],
                },
              ],
            }),
          }
        : undefined,
    );
    const data = await ask(
      '{ gene(uid: 7157) { links(name: "gene_new_thing", to: taxonomy) { edges { linkName node { __typename title } } } } }',
    );
    expect(data).toEqual({
      gene: {
        links: { edges: [{ linkName: 'gene_new_thing', node: { __typename: 'Taxonomy', title: 'Homo sapiens' } }] },
      },
    });
  });
});

describe('a search', () => {
  const search = `query ($term: String!, $first: Int, $after: String) { search { pubmed(term: $term, first: $first, after: $after) { ${PAGE} queryTranslation warnings } } }`;
  const hits = (data: { search: { pubmed: Page } }): Page => data.search.pubmed;

  it.each(['p53', 'p53|MDM2'])('for %j gives all hits once each, page by page', async (term) => {
    const whole = hits(await ask(search, { term, first: 1000 }));
    expect(whole.edges).toHaveLength(whole.totalCount);
    expect(whole.totalCount).toBeGreaterThan(1);
    const size = Math.ceil(whole.totalCount / 4);
    const pages = await walk(
      search,
      { term, first: size },
      ({ pageInfo }) => (pageInfo.hasNextPage ? { term, first: size, after: pageInfo.endCursor } : undefined),
      hits,
    );
    expect(pages.flatMap(uidsOf)).toEqual(uidsOf(whole));
    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_page, index) => index > 0));
  });

  it('has short cursors however long its term is', async () => {
    const term = `p53 OR ${'x'.repeat(5000)}`;
    const { edges } = hits(await ask(search, { term, first: 2 }));
    expect(edges[0]?.cursor.length).toBeLessThan(100);
  });

  it('that is only counted costs one call for no hits', async () => {
    const before = gateway.sandbox.requests.length;
    const { search: counted } = await ask<{ search: { gene: { totalCount: number; queryTranslation: string } } }>(
      '{ search { gene(term: "human[orgn]") { totalCount queryTranslation } } }',
    );
    expect(counted.gene.totalCount).toBeGreaterThan(1);
    const calls = gateway.sandbox.requests.slice(before);
    expect(calls.map(({ utility }) => utility)).toEqual(['esearch']);
    expect(calls[0]?.params).toContainEqual(['retmax', '0']);
  });

  it('that finds nothing is empty and says why', async () => {
    const { search: empty } = await ask<{ search: { pubmed: Page & { warnings: string[] } } }>(
      '{ search { pubmed(term: "zzzzqqq") { totalCount nodes { uid } warnings pageInfo { hasNextPage endCursor } } } }',
    );
    expect(empty.pubmed).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    expect(empty.pubmed.warnings.join(' ')).toContain('zzzzqqq');
  });

  it('is not sent again for the same page', async () => {
    const variables = { term: 'p53', first: 7 };
    const first = await gateway.query(search, variables);
    const second = await gateway.query(search, variables);
    expect(second.data).toEqual(first.data);
    expect(second.extensions.entrez).toMatchObject({ calls: { total: 0 }, cacheHits: 1 });
  });
});

describe('a database under another name', () => {
  it('is accepted as input and answered as itself', async () => {
    const data = await ask(`{
      nucleotide(uid: 1519243108) { __typename db }
      records { nucleotide(uids: [1519243108]) { __typename } }
      linkNames(from: nucleotide, to: taxonomy) { name from field }
    }`);
    expect(data).toEqual({
      nucleotide: { __typename: 'Nuccore', db: 'nuccore' },
      records: { nucleotide: [{ __typename: 'Nuccore' }] },
      linkNames: [{ name: 'nuccore_taxonomy', from: 'nuccore', field: 'taxonomy' }],
    });
  });
});

describe('the catalog', () => {
  it('is given without asking NCBI, and its counts with one EInfo call a database', async () => {
    const before = gateway.sandbox.requests.length;
    const plain = await ask<{ databases: unknown[]; linkNames: unknown[] }>(
      '{ databases { name label typeName aliasOf links { name label scored field from to } } linkNames { name } }',
    );
    expect([plain.databases.length, plain.linkNames.length]).toEqual([39, 589]);
    expect(gateway.sandbox.requests).toHaveLength(before);

    const asked = await ask<{ databases: { recordCount: number }[] }>(
      '{ databases(names: [gene, pubmed]) { recordCount lastUpdate } }',
    );
    expect(asked.databases.every(({ recordCount }) => recordCount > 0)).toBe(true);
    expect(gateway.sandbox.requests.slice(before).map(({ utility }) => utility)).toEqual(['einfo', 'einfo']);
  });
});
