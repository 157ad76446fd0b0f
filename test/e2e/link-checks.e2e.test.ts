import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

describe('what tells of links without giving them', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  const commands = (): (string | undefined)[] =>
    gateway.sandbox.requests
      .filter(({ utility }) => utility === 'elink')
      .map(({ params }) => params.find(([name]) => name === 'cmd')?.[1]);

  it('costs one acheck for 40 siblings, and one llinks more for their LinkOut', async () => {
    const papers = await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 40) { nodes { uid availableLinks { name field } } } } }',
    );
    expect(papers.errors).toBeUndefined();
    expect(papers.data?.gene.pubmed.nodes).toHaveLength(40);
    expect(commands()).toEqual(['neighbor', 'acheck']);
    await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 40) { nodes { availableLinks { name } linkOut { url } } } } }',
    );
    expect(commands()).toEqual(['neighbor', 'acheck', 'llinks']);
  });

  it('names the typed field of each link, and owns every answer to its record', async () => {
    const { data, errors } = await gateway.query(`{ records { gene(uids: ["7157", "672"]) {
      uid
      availableLinks { name to menuLabel priority isLinkOut field }
      linkCounts { name field count }
      pubmed { totalCount }
    } } }`);
    expect(errors).toBeUndefined();
    for (const gene of data?.records.gene as Record<string, unknown>[]) {
      expect(gene.availableLinks).toContainEqual(
        expect.objectContaining({ name: 'gene_pubmed', to: 'pubmed', field: 'pubmed', isLinkOut: false }),
      );
      expect(gene.linkCounts).toContainEqual({
        name: 'gene_pubmed',
        field: 'pubmed',
        count: (gene.pubmed as { totalCount: number }).totalCount,
      });
    }
  });

  it('answers yes or no for each record, from one call for all of a database', async () => {
    // The second paper has no DOI, of which the sandbox makes its LinkOut; genes have no neighbours in the sample.
    const { data, errors } = await gateway.query(`{ records {
      pubmed(uids: ["31978945", "26186194"]) { hasRelated hasLinkOut }
      gene(uids: ["7157"]) { hasRelated hasLinkOut }
    } }`);
    expect(errors).toBeUndefined();
    expect(data?.records).toEqual({
      pubmed: [
        { hasRelated: true, hasLinkOut: true },
        { hasRelated: true, hasLinkOut: false },
      ],
      gene: [{ hasRelated: false, hasLinkOut: true }],
    });
    expect(commands().toSorted()).toEqual(['lcheck', 'lcheck', 'ncheck', 'ncheck']);
  });

  it('counts the link names it is asked for without a check before', async () => {
    const { data } = await gateway.query(
      '{ gene(uid: "7157") { linkCounts(names: ["gene_omim", "gene_snp"]) { name to count } } }',
    );
    expect(data?.gene.linkCounts).toMatchObject([
      { name: 'gene_omim', to: 'omim', count: expect.any(Number) as number },
      { name: 'gene_snp', to: 'snp', count: expect.any(Number) as number },
    ]);
    expect(commands().toSorted()).toEqual(['neighbor', 'neighbor']);
  });

  it('gives absolute icons and narrows by category and provider', async () => {
    const { data, errors } = await gateway.query(`{ pubmed(uid: "31978945") {
      all: linkOut { url iconUrl categories attributes provider { name abbreviation url } }
      fullText: linkOut(category: "full text sources") { categories }
      nobody: linkOut(provider: "no such provider") { url }
      primaryLinkOut { url provider { name } }
    } }`);
    expect(errors).toBeUndefined();
    const { all, fullText, nobody, primaryLinkOut } = data?.pubmed as Record<string, { categories: string[] }[]>;
    expect(all?.length).toBeGreaterThan(0);
    expect(all).toMatchObject(all?.map(() => ({ url: expect.stringMatching(/^https?:/) as string })) ?? []);
    expect(fullText?.every(({ categories }) => categories.includes('Full Text Sources'))).toBe(true);
    expect(fullText?.length).toBeGreaterThan(0);
    expect(nobody).toEqual([]);
    expect(primaryLinkOut).toMatchObject({ url: expect.stringMatching(/^https?:/) as string });
  });

  it('says in plain words that NCBI withdrew the links of libraries', async () => {
    const { data, errors } = await gateway.query(
      '{ pubmed(uid: "31978945") { uid libraryLinks(holding: "nlmlib") { url } linkOut { url } } }',
    );
    expect(data?.pubmed).toMatchObject({ uid: '31978945', libraryLinks: null });
    expect(data?.pubmed.linkOut.length).toBeGreaterThan(0);
    expect(errors).toMatchObject([
      {
        path: ['pubmed', 'libraryLinks'],
        extensions: { code: 'UNSUPPORTED_COMMAND', db: 'pubmed', uids: ['31978945'] },
      },
    ]);
  });

  it('gives the links of libraries where the upstream still has them', async () => {
    await using older = await RunningGateway.start({ sandbox: { rps: 0, libraryLinks: true } });
    const { data, errors } = await older.query('{ pubmed(uid: "31978945") { libraryLinks { url } } }');
    expect(errors).toBeUndefined();
    expect(data?.pubmed.libraryLinks.length).toBeGreaterThan(0);
  });
});

describe('unionLinks', () => {
  it('gives the distinct targets of many sources in one call, filtered and paged like any list', async () => {
    await using gateway = await RunningGateway.start();
    const { data, errors } = await gateway.query(`{
      all: unionLinks(from: gene, uids: ["7157", "672", "675"], name: "gene_pubmed", first: 1000) {
        totalCount nodes { uid }
      }
      one: records { gene(uids: ["7157", "672", "675"]) { pubmed(first: 1000) { nodes { uid } } } }
      recent: unionLinks(from: gene, uids: ["675", "7157", "672"], name: "gene_pubmed", first: 3, filter: { minDate: "2015" }) {
        totalCount edges { linkName node { db } } pageInfo { endCursor hasNextPage }
      }
    }`);
    expect(errors).toBeUndefined();
    const single = (data?.one.gene as { pubmed: { nodes: { uid: string }[] } }[]).flatMap(({ pubmed }) => pubmed.nodes);
    const distinct = new Set(single.map(({ uid }) => uid));
    expect(data?.all.totalCount).toBe(distinct.size);
    expect(new Set(data?.all.nodes.map(({ uid }: { uid: string }) => uid))).toEqual(distinct);
    expect(data?.recent.edges[0]).toEqual({ linkName: 'gene_pubmed', node: { db: 'pubmed' } });
    expect(data?.recent.totalCount).toBeLessThan(distinct.size);
    expect(gateway.callsOf('elink')).toBe(2);
  });

  it('takes identifiers of any kinds, each record once, and says which entry is none', async () => {
    await using gateway = await RunningGateway.start();
    const { data, errors } = await gateway.query(`{
      named: unionLinks(from: gene, ids: ["TP53", "NCBIGene:672", "7157"], name: "gene_pubmed") { totalCount }
      plain: unionLinks(from: gene, uids: ["NCBIGene:7157", "672"], name: "gene_pubmed") { totalCount }
      wrong: unionLinks(from: gene, ids: ["TP53", "NOPE9"], name: "gene_pubmed") { totalCount }
    }`);
    expect(data?.named.totalCount).toBeGreaterThan(0);
    expect(data?.plain).toEqual(data?.named);
    expect(data?.wrong).toBeNull();
    expect(errors).toMatchObject([{ path: ['wrong'], extensions: { code: 'UNKNOWN_ID' } }]);
    expect(errors?.[0]?.message).toContain('"NOPE9"');
    // Equal sources are one question, however they are named.
    expect(gateway.callsOf('elink')).toBe(1);
  });

  it.each([
    ['from: gene, ids: ["1"], uids: ["1"], name: "gene_pubmed"', 'one of "uids" and "ids"'],
    ['from: gene, name: "gene_pubmed"', 'one of "uids" and "ids"'],
    ['from: gene, uids: [], name: "gene_pubmed"', '"uids"'],
    ['from: gene, uids: $many, name: "gene_pubmed"', '1 to 1000'],
    ['from: gene, uids: ["x"], name: "gene_pubmed"', '"uids"'],
    ['from: gene, uids: ["1"], name: "gene_pubmde"', 'gene_pubmed?'],
    ['from: gene, uids: ["1"], name: "pubmed_gene"', 'starts in pubmed'],
  ])('refuses %s', async (args, expectation) => {
    await using gateway = await RunningGateway.start();
    const query = `{ unionLinks(${args}) { totalCount } gene(uid: "7157") { symbol } }`;
    const { data, errors } = await gateway.query(query.replace('$many', JSON.stringify(Array(1001).fill('1'))));
    expect(data).toMatchObject({ unionLinks: null, gene: { symbol: 'TP53' } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(expectation);
  });
});
