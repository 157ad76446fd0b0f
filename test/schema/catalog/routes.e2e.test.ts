import { graphqlSync, type GraphQLObjectType, parse, print, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { typeName } from '../../../src/catalog/names.js';
import { RouteFinder } from '../../../src/catalog/routes.js';
import { routeQuery } from '../../../src/schema/catalog/route-query.js';
import { buildSchema } from '../../../src/schema/schema.js';
import { present } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const catalog = loadCatalog();
const schema = buildSchema(catalog);
const finder = new RouteFinder(catalog);

/** A sample of the routes between all databases, and some of the longest. */
const sample = [
  ...catalog.records
    .flatMap(({ name: from }) => catalog.records.flatMap(({ name: to }) => finder.find(from, to, 2, 50)))
    .filter((_route, index) => index % 47 === 0),
  ...finder.find('ipg', 'protfam', 4, 50).slice(-10),
];

describe('the operation of a route', () => {
  it('asks for one record, and for those that each hop leads to', () => {
    const [best] = finder.find('clinvar', 'structure', 2, 1);
    expect(routeQuery(present(best))).toMatchInlineSnapshot(`
      "query ClinVarToGeneToStructure($uid: ID!, $first: Int = 5) {
        clinvar(uid: $uid) {
          uid
          title
          gene(first: $first) {
            totalCount
            nodes {
              uid
              title
              structure(first: $first) {
                totalCount
                nodes {
                  uid
                  title
                }
              }
            }
          }
        }
      }"
    `);
  });

  it('may follow a field where no link leads, before the ways that links make', async () => {
    await using gateway = await RunningGateway.start();
    const { data } = await gateway.query(
      '{ routes(from: protein, to: assembly, first: 2) { databases field hops { link { name } } query } }',
    );
    const [direct, other] = data?.routes as {
      databases: string[];
      field: string | null;
      hops: object[];
      query: string;
    }[];
    expect(direct).toMatchObject({ databases: ['protein', 'assembly'], field: 'identicalProteins', hops: [] });
    expect([other?.field, other?.hops.length]).toEqual([null, 2]);
    expect(validate(schema, parse(direct?.query ?? ''))).toEqual([]);
    const followed = await gateway.query(direct?.query ?? '', { uid: '1270345001' });
    expect(followed.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('BAD_USER_INPUT');
  });

  it('asks for scores where there are some', () => {
    const link = present(catalog.link('pubmed_pubmed'));
    expect(routeQuery({ from: 'pubmed', hops: [{ link, alternatives: [] }] })).toContain(
      'related(first: $first) {\n      totalCount\n      edges {\n        score\n',
    );
  });

  it('is valid wherever it leads', () => {
    expect(new Set(sample.map(({ hops }) => hops.length))).toEqual(new Set([1, 2, 4]));
    for (const text of sample.map(routeQuery)) {
      const document = parse(text);
      expect(print(document)).toBe(text);
      expect(validate(schema, document), text).toEqual([]);
    }
  });

  it('names no type that may have a prefix', () => {
    const types = sample.flatMap((route) => [...routeQuery(route).matchAll(/\b(?:on|: \[?)([A-Z]\w+)/g)]);
    expect(new Set(types.map(([, type]) => type))).toEqual(new Set(['ID', 'Int']));
  });
});

describe('routes', () => {
  const ask = (args: string, fields = 'databases') =>
    graphqlSync({ schema, source: `{ routes(${args}) { ${fields} } }` });

  it('tells databases, hops and link names, which are fields of their source types', () => {
    const link = 'name from to field kind scored label';
    const { data, errors } = ask(
      'from: clinvar, to: nucleotide, first: 40',
      `databases hops { link { ${link} } alternatives { ${link} } }`,
    );
    expect(errors).toBeUndefined();
    const routes = (data as { routes: { databases: string[]; hops: HopAnswer[] }[] }).routes;
    expect(routes).toHaveLength(40);
    for (const { databases, hops } of routes) {
      expect(databases).toEqual(['clinvar', ...hops.map((hop) => hop.link.to)]);
      expect(databases.at(-1)).toBe('nuccore');
      for (const each of hops.flatMap((hop) => [hop.link, ...hop.alternatives])) {
        const type = schema.getType(typeName(each.from)) as GraphQLObjectType;
        expect(type.getFields()[each.field]?.description).toContain(`\`${each.name}\``);
        expect(['CURATED', 'COMPUTED']).toContain(each.kind);
      }
    }
  });

  it('are ten of at most three hops, if nothing else is said', () => {
    expect(ask('from: clinvar, to: structure')).toEqual(ask('from: clinvar, to: structure, maxHops: 3, first: 10'));
    expect(ask('from: clinvar, to: structure, maxHops: null, first: null')).toEqual(
      ask('from: clinvar, to: structure'),
    );
  });

  it.each([
    ['maxHops: 0', 'Argument "maxHops" is 0. Use a number from 1 to 4.'],
    ['maxHops: 5', 'Argument "maxHops" is 5. Use a number from 1 to 4.'],
    ['first: -1', 'Argument "first" is -1. Use a number from 1 to 50.'],
    ['first: 51', 'Argument "first" is 51. Use a number from 1 to 50.'],
  ])('are refused for %s', (argument, message) => {
    const { errors } = ask(`from: gene, to: pubmed, ${argument}`);
    expect(errors?.map((error) => error.message)).toEqual([message]);
  });

  it('say which database was probably meant', () => {
    const { errors } = ask('from: gene, to: pumbed');
    expect(errors?.[0]?.message).toContain('Did you mean the enum value "pubmed"');
  });
});

interface LinkAnswer {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly kind: string;
}

interface HopAnswer {
  readonly link: LinkAnswer;
  readonly alternatives: readonly LinkAnswer[];
}

describe('routes over a gateway', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('cost no request, and a plan says so', async () => {
    const query = '{ routes(from: gene, to: structure) { databases hops { link { name field } } query } }';
    const { data, errors, extensions } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data?.routes).toHaveLength(10);
    expect(extensions.entrez.calls.total).toBe(0);
    const plan = await gateway.query(
      'query ($query: String!) { plan(query: $query) { complete notes calls { worst } fields { cost } } }',
      { query },
    );
    expect(plan.data?.plan).toMatchObject({ complete: true, notes: [], calls: { worst: 0 } });
    expect(new Set(plan.data?.plan.fields.map(({ cost }: { cost: string }) => cost))).toEqual(new Set(['FREE']));
    expect(gateway.sandbox.requests).toEqual([]);
  });

  it.each([
    ['gene', 'structure', '7157'],
    ['gene', 'omim', '7157'],
    ['pubmed', 'structure', '22417847'],
    ['pubmed', 'gene', '22417847'],
    ['gene', 'taxonomy', '7157'],
  ])('from %s to %s can be followed as they are told', async (from, to, uid) => {
    const { data } = await gateway.query(`{ routes(from: ${from}, to: ${to}, maxHops: 3, first: 4) { query } }`);
    const totals = await Promise.all(
      data?.routes.map(async ({ query }: { query: string }) => {
        const answer = await gateway.query(query, { uid, first: 3 });
        expect(answer.errors, query).toBeUndefined();
        expect(answer.data?.[from]).toMatchObject({ uid, title: expect.any(String) as string });
        return JSON.stringify(answer.data).match(/"totalCount":[1-9]/g)?.length ?? 0;
      }),
    );
    expect(totals).toHaveLength(4);
    expect(Math.max(...totals)).toBeGreaterThan(0);
  });
});
