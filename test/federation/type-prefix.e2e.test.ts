import { isIntrospectionType, isScalarType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { encodeId } from '../../src/schema/core/global-id.js';
import { buildSchema } from '../../src/schema/schema.js';
import { RunningGateway } from '../support/running-gateway.js';

const plain = buildSchema(loadCatalog());

describe('TYPE_PREFIX', () => {
  it('stands before the names of all types but scalars and those that every graph has', () => {
    const kept = ['Query', 'Node', 'PageInfo'];
    const expected = Object.values(plain.getTypeMap()).map((type) =>
      isScalarType(type) || isIntrospectionType(type) || kept.includes(type.name) ? type.name : `Ncbi${type.name}`,
    );
    const prefixed = buildSchema(loadCatalog(), 'Ncbi');
    expect(Object.keys(prefixed.getTypeMap()).toSorted()).toEqual(expected.toSorted());
  });

  describe('of a running gateway', () => {
    let gateway: RunningGateway;
    beforeAll(async () => {
      gateway = await RunningGateway.start({ settings: { TYPE_PREFIX: 'Ncbi' } });
    });
    afterAll(async () => {
      await gateway[Symbol.asyncDispose]();
    });

    it('changes the names of types and nothing else of an answer, ids included', async () => {
      const query = `{
        gene(uid: "7157") {
          __typename id db symbol
          pubmed(first: 2, orderBy: DATE, filter: { publishedBetween: { from: "2000", to: "2020" } }) {
            __typename totalCount nodes { __typename id title }
          }
          links(name: "gene_omim", first: 1) { nodes { __typename ... on Record { uid title } } }
        }
        search { pubmed(term: "TP53 cancer", first: 1) { totalCount } }
      }`;
      const { data, errors } = await gateway.query(query.replace('on Record', 'on NcbiRecord'));
      expect(errors).toBeUndefined();
      await using unprefixed = await RunningGateway.start();
      const { data: expected } = await unprefixed.query(query);
      expect(JSON.parse(JSON.stringify(data).replaceAll('"__typename":"Ncbi', '"__typename":"'))).toEqual(expected);
      expect(data?.gene).toMatchObject({ __typename: 'NcbiGene', id: encodeId('gene', '7157') });
    });

    it('finds records by ids that a gateway without it gave', async () => {
      const { data, errors } = await gateway.query(
        'query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on NcbiGene { symbol } ... on NcbiPubMed { journal } } }',
        { ids: [encodeId('gene', '7157'), encodeId('pubmed', '22417847')] },
      );
      expect(errors).toBeUndefined();
      expect(data?.nodes).toEqual([
        { __typename: 'NcbiGene', symbol: 'TP53' },
        { __typename: 'NcbiPubMed', journal: expect.any(String) },
      ]);
    });

    it('is part of the names in references of routers', async () => {
      const { data, errors } = await gateway.query(
        'query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on NcbiGene { symbol } } }',
        {
          r: [
            { __typename: 'NcbiGene', uid: '7157' },
            { __typename: 'NcbiRecord', id: encodeId('gene', '672') },
            { __typename: 'Gene', uid: '675' },
          ],
        },
      );
      expect(data?._entities).toEqual([
        { __typename: 'NcbiGene', symbol: 'TP53' },
        { __typename: 'NcbiGene', symbol: 'BRCA1' },
        null,
      ]);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('is part of the names that the catalog and the plan know', async () => {
      const { data } = await gateway.query(`{
        databases(names: [pubmed]) { typeName }
        plan(query: "{ node(id: \\"${encodeId('gene', '1')}\\") { ... on NcbiGene { omim { totalCount } } } }") { complete calls { worst } }
      }`);
      expect(data).toEqual({
        databases: [{ typeName: 'NcbiPubMed' }],
        plan: { complete: true, calls: { worst: 1 } },
      });
    });

    it('is part of the text that routers read', async () => {
      const { data } = await gateway.query('{ _service { sdl } }');
      expect(data?._service.sdl).toContain(
        '\ntype NcbiGene implements NcbiRecord & Node @key(fields: "uid") @key(fields: "id") @key(fields: "curie") @key(',
      );
    });
  });
});
