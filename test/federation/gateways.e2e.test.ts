import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { encodeId } from '../../src/schema/core/global-id.js';
import { RunningGateway } from '../support/running-gateway.js';
import { isExampleMissing } from './installed.js';
import { RunningExample } from './running-example.js';

const graph = JSON.parse(readFileSync(new URL('../../sample/graph.json', import.meta.url), 'utf8')) as {
  readonly records: { readonly gene: Readonly<Record<string, object>> };
};
const GENES = Object.keys(graph.records.gene).slice(0, 100);

/** Hints about which nothing is to be done. */
const NO_ACTION = [
  // The field is inaccessible for this very reason.
  expect.stringMatching(/^INCONSISTENT_OBJECT_VALUE_TYPE_FIELD: Field "PageInfo.window"/),
];

// The graph is the same for both: other composers need to see it once.
describe.skipIf(isExampleMissing).each([
  ['apollo', ['--check']],
  ['hive', []],
] as const)('through the gateway %s (needs npm ci --prefix examples/federation)', (name, flags) => {
  let entrez: RunningGateway;
  let example: RunningExample;
  beforeAll(async () => {
    entrez = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
    example = await RunningExample.start(name, `${entrez.server.url}/graphql`, ...flags);
  }, 300_000);
  afterAll(async () => {
    await example[Symbol.asyncDispose]();
    await entrez[Symbol.asyncDispose]();
  });

  it('composes without errors or hints that need action', () => {
    const others = { cosmo: { errors: [], hints: [] }, hive: { errors: [], hints: [] } };
    expect(example.told.composed).toEqual({
      apollo: { errors: [], hints: NO_ACTION },
      ...(flags.length > 0 && others),
    });
  });

  it('answers the first query of the example from five services', () => {
    const { data, errors } = example.told.first;
    expect(errors).toBeUndefined();
    expect(data?.study.variants.nodes.map(({ gene }: { gene: { label: string } }) => gene.label)).toEqual([
      'TP53 (17)',
      'TP53 (17)',
      'BRCA1 (17)',
    ]);
    expect(data?.readingList).toEqual([
      { shelfmark: 'V 17', uid: '472086', title: expect.stringContaining('Impact of event scale') },
      { shelfmark: 'P 3', uid: '219391', title: expect.stringContaining('blood cells') },
    ]);
    expect(data?.expressedIn).toEqual([
      { tpm: 31.5, gene: { symbol: 'TP53' }, paper: { uid: '15034147' } },
      { tpm: 2.5, gene: { symbol: 'BRCA1' }, paper: { uid: '219391' } },
    ]);
    expect(data?.noted).toMatchObject([
      { __typename: 'Gene', title: 'tumor protein p53', notes: [expect.any(String)] },
      { __typename: 'PubMed', notes: [expect.any(String)] },
    ]);
  });

  it.each([
    [
      'a record with links',
      '{ gene(uid: "7157") { id uid symbol pubmed(first: 3) { totalCount nodes { uid title } pageInfo { hasNextPage endCursor } } } }',
    ],
    ['many records', '{ records { gene(uids: ["672", "675"]) { symbol url } } }'],
    [
      'scores and enums',
      '{ pubmed(uid: "8023157") { related(first: 3, orderBy: SCORE) { edges { score linkName node { uid db } } } } }',
    ],
    ['raw JSON', '{ gene(uid: "672") { docsum } }'],
    [
      'a search',
      '{ search { pubmed(term: "TP53 cancer", first: 2) { totalCount queryTranslation nodes { title } } } }',
    ],
    [
      'nodes of several types',
      `{ nodes(ids: ["${encodeId('gene', '7157')}", "${encodeId('pubmed', '22417847')}"]) { __typename id ... on Gene { symbol } ... on PubMed { journal } } }`,
    ],
    ['the catalog', '{ databases(names: [gene, clinvar]) { name typeName links { name field } } }'],
  ])('gives the same data as direct: %s', async (_what, query) => {
    const direct = await entrez.query(query);
    expect(direct.errors).toBeUndefined();
    expect(await example.query(query)).toEqual({ data: direct.data });
  });

  it('gives the same data as direct to genes that another service names by uid', async () => {
    const selection = '{ uid symbol chromosome pubmed(first: 2) { nodes { uid title } } }';
    const direct = await entrez.query(`query($uids: [ID!]!) { records { gene(uids: $uids) ${selection} } }`, {
      uids: GENES,
    });
    const { data, errors } = await example.query(`query($genes: [ID!]!) { panel(genes: $genes) ${selection} }`, {
      genes: GENES,
    });
    expect(errors).toBeUndefined();
    expect(data?.panel).toEqual(direct.data?.records.gene);
  });

  it('asks NCBI once about the links of 100 genes that another service names', async () => {
    const before = entrez.sandbox.requests.length;
    const { data, errors } = await example.query(
      'query($genes: [ID!]!) { panel(genes: $genes) { uid clinvar(first: 1) { totalCount } } }',
      { genes: GENES },
    );
    expect(errors).toBeUndefined();
    expect(data?.panel.map(({ uid }: { readonly uid: string }) => uid)).toEqual(GENES);
    expect(entrez.sandbox.requests.slice(before).map(({ utility }) => utility)).toEqual(['elink']);
  });

  it('asks NCBI nothing for what the other service knows', async () => {
    const before = entrez.sandbox.requests.length;
    const { data } = await example.query('{ panel(genes: ["79728"]) { uid variants { hgvs } } }');
    expect(data?.panel).toEqual([{ uid: '79728', variants: [] }]);
    expect(entrez.sandbox.requests).toHaveLength(before);
  });

  it('gives the same data as direct to an article that another service names by id', async () => {
    const { data } = await entrez.query('{ pubmed(uid: "22417847") { title journal } }');
    const federated = await example.query('{ study(name: "hereditary-cancer") { paper { title journal } } }');
    expect(federated).toEqual({ data: { study: { paper: data?.pubmed } } });
  });

  it('finds the papers that another service names by DOI, and gives that service the DOIs of papers found elsewhere', async () => {
    const before = entrez.sandbox.requests.length;
    const { data, errors } = await example.query(
      '{ readingList(name: "journal-club") { uid journal } pubmed(uid: "219391") { shelfmark } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.readingList).toHaveLength(2);
    expect(data?.pubmed).toEqual({ shelfmark: 'P 3' });
    // The first query of the example has asked NCBI for all of it.
    expect(entrez.sandbox.requests).toHaveLength(before);
  });

  it('lets other services add fields to genes, also from what NCBI says of them', async () => {
    const { data, errors } = await example.query('{ gene(uid: "672") { symbol label variants { hgvs carriers } } }');
    expect(errors).toBeUndefined();
    expect(data?.gene).toEqual({
      symbol: 'BRCA1',
      label: 'BRCA1 (17)',
      variants: [{ hgvs: 'NM_007294.4:c.68_69del', carriers: 12 }],
    });
  });

  it('shares PageInfo with other services', async () => {
    const { data } = await example.query(
      '{ study(name: "hereditary-cancer") { variants(first: 2) { pageInfo { hasNextPage endCursor } } } gene(uid: "7157") { pubmed(first: 2) { pageInfo { hasNextPage } } } }',
    );
    expect(data?.study.variants.pageInfo).toEqual({ hasNextPage: true, endCursor: 'v2' });
    expect(data?.gene.pubmed.pageInfo).toEqual({ hasNextPage: true });
  });

  it('keeps PageInfo.window, which other services lack, out of the graph', async () => {
    const { errors } = await example.query('{ gene(uid: "7157") { pubmed { pageInfo { window } } } }');
    expect(errors?.[0]?.message).toContain('Cannot query field "window" on type "PageInfo"');
  });

  it('gives null and the code of the failure where a named gene is not there, and the others beside it', async () => {
    const { data, errors } = await example.query(
      '{ panel(genes: ["7157", "999999999", "672"]) { uid symbol } study(name: "none") { name } }',
    );
    expect(data?.panel.map(({ symbol }: { readonly symbol: string | null }) => symbol)).toEqual([
      'TP53',
      null,
      'BRCA1',
    ]);
    expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_ID' } }]);
  });

  it('lets other services add a field to every record type', async () => {
    const { data } = await example.query(
      '{ gene(uid: "7157") { symbol notes } study(name: "hereditary-cancer") { paper { notes } } }',
    );
    expect(data).toEqual({
      gene: { symbol: 'TP53', notes: ['Check against the germline panel.'] },
      study: { paper: { notes: ['Read in journal club.'] } },
    });
  });
});
