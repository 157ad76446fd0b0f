import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { encodeId } from '../../src/schema/core/global-id.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const graph = JSON.parse(readFileSync(new URL('../../sample/graph.json', import.meta.url), 'utf8')) as {
  readonly records: { readonly gene: Readonly<Record<string, object>> };
};
const GENES = Object.keys(graph.records.gene).slice(0, 100);
interface SampleGene {
  readonly symbol: string;
  readonly taxid: string;
  readonly ensembl?: readonly string[];
}
const TP53 = encodeId('gene', '7157');

describe('_entities', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  function ask(selection: string, representations: readonly unknown[]): Promise<GraphqlAnswer> {
    return gateway.query(
      `query($representations: [_Any!]!) { _entities(representations: $representations) ${selection} }`,
      {
        representations,
      },
    );
  }

  it('resolves references by uid and by id, in their order', async () => {
    const { data, errors } = await ask('{ __typename ... on Gene { id uid symbol } ... on PubMed { uid } }', [
      { __typename: 'Gene', id: encodeId('gene', '672') },
      { __typename: 'PubMed', uid: '22417847' },
      { __typename: 'Gene', uid: '7157' },
    ]);
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([
      { __typename: 'Gene', id: encodeId('gene', '672'), uid: '672', symbol: 'BRCA1' },
      { __typename: 'PubMed', uid: '22417847' },
      { __typename: 'Gene', id: TP53, uid: '7157', symbol: 'TP53' },
    ]);
  });

  it('resolves every record type by both of its keys', async () => {
    const names = loadCatalog().records.map(({ name }) => name);
    const { data: databases } = await gateway.query('{ databases { name typeName aliasOf } }');
    const types = new Map<string, string>(
      databases?.databases.map((database: Record<string, string>) => [database.name, database.typeName]),
    );
    const { data, errors } = await ask(
      '{ __typename ... on Record { id uid } }',
      names.flatMap((db) => [
        { __typename: types.get(db), uid: '7' },
        { __typename: types.get(db), id: encodeId(db, '7') },
      ]),
    );
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual(
      names.flatMap((db) => {
        const record = { __typename: types.get(db), id: encodeId(db, '7'), uid: '7' };
        return [record, record];
      }),
    );
    expect(names).toHaveLength(38);
  });

  it('tells the type of a reference to any record, which has only an id', async () => {
    const { data, errors } = await ask('{ __typename ... on Record { uid title } }', [
      { __typename: 'Record', id: TP53 },
      { __typename: 'Record', id: encodeId('pubmed', '22417847') },
    ]);
    expect(errors).toBeUndefined();
    expect(data?._entities).toMatchObject([
      { __typename: 'Gene', uid: '7157' },
      { __typename: 'PubMed', uid: '22417847' },
    ]);
  });

  it('asks nothing when only keys are wanted', async () => {
    const { data, extensions } = await ask(
      '{ ... on Gene { uid id url } }',
      GENES.map((uid) => ({ __typename: 'Gene', uid })),
    );
    expect(data?._entities).toHaveLength(100);
    expect(extensions.entrez.calls.total).toBe(0);
    expect(gateway.sandbox.requests).toEqual([]);
  });

  it('asks about 100 references in one call for their summaries and one for their links', async () => {
    const { data, errors } = await ask(
      '{ ... on Gene { symbol pubmed(first: 1) { totalCount } } }',
      GENES.map((uid) => ({ __typename: 'Gene', uid })),
    );
    expect(errors).toBeUndefined();
    expect(new Set(data?._entities.map(({ symbol }: { readonly symbol: string }) => symbol)).size).toBe(100);
    expect([gateway.callsOf('esummary'), gateway.callsOf('elink')]).toEqual([1, 1]);
    expect(gateway.sandbox.requests).toHaveLength(2);
  });

  it('resolves 100 references by DOI with one search and one summary call', async () => {
    const { pubmed } = (graph as { readonly records: { readonly pubmed?: Readonly<Record<string, { doi?: string }>> } })
      .records;
    const papers = Object.entries(pubmed ?? {})
      .flatMap(([uid, { doi }]) => (doi === undefined ? [] : [{ uid, doi }]))
      .slice(0, 100);
    const { data, errors } = await ask(
      '{ ... on PubMed { uid title } }',
      papers.map(({ doi }) => ({ __typename: 'PubMed', doi })),
    );
    expect(errors).toBeUndefined();
    expect(data?._entities.map(({ uid }: { readonly uid: string }) => uid)).toEqual(papers.map(({ uid }) => uid));
    expect([gateway.callsOf('esearch'), gateway.callsOf('esummary')]).toEqual([1, 1]);
  });

  it.each([
    ['symbol and organism', { esearch: 1, esummary: 1 }],
    // Summaries do not show them: nine searches of groups tell a hundred apart.
    ['Ensembl identifier', { esearch: 10, esummary: 1 }],
  ])('resolves a hundred references by %s with few calls, around those that are none', async (what, calls) => {
    const genes = Object.entries(graph.records.gene as Readonly<Record<string, SampleGene>>).flatMap(
      ([uid, { symbol, taxid, ensembl = [] }]) => {
        const [id] = ensembl;
        return id === undefined ? [] : { uid, symbol, organismTaxid: taxid, ensemblId: id };
      },
    );
    const representations = genes.map(({ symbol, organismTaxid, ensemblId }) => ({
      __typename: 'Gene',
      ...(what === 'Ensembl identifier' ? { ensemblId } : { symbol, organismTaxid }),
    }));
    const bad = [
      { __typename: 'Gene', symbol: 'TP53' },
      { __typename: 'Gene', symbol: 'TP53', organismTaxid: 'a"b' },
      { __typename: 'Gene', ensemblId: '"x"' },
    ];
    const { data, errors } = await ask('{ ... on Gene { uid } }', [...representations, ...bad]);
    expect(data?._entities).toEqual([...genes.map(({ uid }) => ({ uid })), null, null, null]);
    expect(errors?.map(({ path }) => path?.[1])).toEqual(bad.map((_, index) => genes.length + index));
    expect(errors?.[0]?.message).toContain(
      'Give one of its keys: uid, id, curie, symbol with organismTaxid, ensemblId, hgncId, mgiId.',
    );
    expect({ esearch: gateway.callsOf('esearch'), esummary: gateway.callsOf('esummary') }).toEqual(calls);
  });

  it('takes the symbol of a key for that alone, not for an alias', async () => {
    const { data, errors } = await ask('{ ... on Gene { uid } }', [
      { __typename: 'Gene', symbol: 'HER2', organismTaxid: '9606' },
      { __typename: 'Gene', symbol: 'Trp53', organismTaxid: 10090 },
      { __typename: 'Gene', hgncId: 'HGNC:3430' },
    ]);
    expect(data?._entities).toEqual([null, { uid: '22059' }, { uid: '2064' }]);
    expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_ID' } }]);
  });

  it('resolves references by accessions and other keys, and lists the keys where there is none', async () => {
    const { data, errors } = await ask('{ ... on Record { uid } }', [
      { __typename: 'PubMed', pmcid: 'PMC390337' },
      { __typename: 'Protein', accessionVersion: 'NP_000537.3' },
      { __typename: 'Gds', accession: 'GSE93374' },
      { __typename: 'ClinVar', accession: 'VCV000000009' },
      { __typename: 'Gene', curie: 'NCBIGene:7157' },
      { __typename: 'Structure', curie: 'pdb:1TUP' },
      { __typename: 'Record', curie: 'PMID:219391' },
      { __typename: 'Gene', curie: 'PMID:219391' },
      { __typename: 'PubMed', doi: 'no DOI' },
      { __typename: 'PubMed' },
    ]);
    expect(data?._entities).toEqual([
      { uid: '15034147' },
      { uid: '120407068' },
      { uid: '200093374' },
      { uid: '9' },
      { uid: '7157' },
      { uid: '9000000029' },
      { uid: '219391' },
      null,
      null,
      null,
    ]);
    expect(errors?.map(({ message }) => message)).toEqual([
      'Argument "representations" is "PMID:219391", which belongs to pubmed or pmc, not to gene. Use a record of gene.',
      'Argument "representations" is "no DOI", which is no "doi" of pubmed. Use a DOI such as 10.1038/nature12373.',
      'Argument "representations" has a reference to PubMed without a key. Give one of its keys: uid, id, curie, doi, pmcid.',
    ]);
  });

  it('refuses a uid that is a rounded number, also where it stands in the document', async () => {
    const { data, errors } = await gateway.query(
      '{ _entities(representations: [{ __typename: "Gene", uid: 12345678901234567890 }, { __typename: "Gene", uid: 7157 }]) { ... on Gene { uid } } }',
    );
    expect(data?._entities).toEqual([null, { uid: '7157' }]);
    expect(errors?.map(({ message }) => message)).toEqual([
      'Argument "representations.uid" is a whole number above 9007199254740991 and not exact. Send uids as strings.',
    ]);
  });

  it('shares calls with other fields of the operation', async () => {
    await gateway.query(
      `query($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Gene { symbol } }
        gene(uid: "672") { symbol }
      }`,
      { representations: [{ __typename: 'Gene', uid: '7157' }] },
    );
    expect(gateway.callsOf('esummary')).toBe(1);
  });

  it('gives null with UNKNOWN_ID at the place of a record that is not there, as gene(uid:) does', async () => {
    const { data, errors } = await ask('{ ... on Gene { symbol } }', [
      { __typename: 'Gene', uid: '999999999' },
      { __typename: 'Gene', uid: '7157' },
    ]);
    expect(data?._entities).toEqual([null, { symbol: 'TP53' }]);
    const direct = await gateway.query('{ gene(uid: "999999999") { symbol } }');
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'UNKNOWN_ID' } }]);
    expect(errors?.[0]?.extensions).toEqual(direct.errors?.[0]?.extensions);
  });

  it.each([
    ['a uid that is none', { __typename: 'Gene', uid: 'TP53' }],
    ['an id that is none', { __typename: 'Gene', id: 'TP53' }],
    ['the id of another type', { __typename: 'Gene', id: encodeId('pubmed', '7157') }],
    ['a type that is no record', { __typename: 'PageInfo', uid: '7157' }],
    ['a type that is not there', { __typename: 'Genome2', uid: '7157' }],
    ['no type', { uid: '7157' }],
    ['no key', { __typename: 'Gene' }],
    ['any record by a uid', { __typename: 'Record', uid: '7157' }],
    ['no object', 'Gene'],
    ['a list', [TP53]],
  ])('lets %s fail alone, at its place', async (_what, bad) => {
    const { data, errors } = await ask('{ ... on Gene { symbol } }', [bad, { __typename: 'Gene', uid: '7157' }]);
    expect(data?._entities).toEqual([null, { symbol: 'TP53' }]);
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('"representations"');
  });

  it('can be planned like any other field', async () => {
    const { data } = await gateway.query(
      `query($variables: JSON) {
        plan(query: "query($r: [_Any!]!) { _entities(representations: $r) { ... on Gene { symbol } } }", variables: $variables) {
          complete
          calls { best worst }
        }
      }`,
      { variables: { r: GENES.map((uid) => ({ __typename: 'Gene', uid })) } },
    );
    expect(data?.plan).toEqual({ complete: true, calls: { best: 1, worst: 1 } });
  });
});
