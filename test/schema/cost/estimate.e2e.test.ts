import { GraphQLObjectType, GraphQLSchema, GraphQLString, isIntrospectionType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import type { Context } from '../../../src/schema/core/context.js';
import { planOperation } from '../../../src/schema/cost/estimate.js';
import { buildSchema } from '../../../src/schema/schema.js';
import { present } from '../../support/ask-example.js';
import { OfflineGateway } from '../../support/offline-gateway.js';

const PLAN = `query Plan($query: String!, $variables: JSON, $operationName: String) {
  plan(query: $query, variables: $variables, operationName: $operationName) {
    calls { best worst }
    levels { questions { utility about ids { best worst } calls { best worst } } }
    fields { path cost asks }
    complete
    notes
  }
}`;

interface Range {
  readonly best: number;
  readonly worst: number;
}

interface Plan {
  readonly calls: Range;
  readonly levels: readonly {
    readonly questions: readonly {
      readonly utility: string;
      readonly about: string;
      readonly ids: Range;
      readonly calls: Range;
    }[];
  }[];
  readonly fields: readonly { readonly path: string; readonly cost: string; readonly asks: readonly string[] }[];
  readonly complete: boolean;
  readonly notes: readonly string[];
}

interface Answer {
  readonly data: { readonly plan: Plan | null };
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

describe('plan', () => {
  let gateway: OfflineGateway;
  beforeAll(async () => {
    gateway = await OfflineGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function ask(variables: object): Promise<Answer> {
    return (await (await gateway.post({ query: PLAN, variables })).json()) as Answer;
  }

  async function planOf(query: string, variables?: object): Promise<Plan> {
    const { data, errors } = await ask({ query, variables });
    expect(errors).toBeUndefined();
    return present(data.plan);
  }

  describe('of the reference traversal', () => {
    it('counts the calls of each level in batches of the real sizes', async () => {
      const plan = await planOf(`{
        search { pubmed(term: "TP53", first: 100) { nodes {
          gene(first: 10) { nodes { protein(first: 20) { nodes { structure(first: 2) { nodes { title } } } } } }
        } } }
      }`);
      const most = plan.levels.map(({ questions }) =>
        questions.map(({ utility, about, ids, calls }) => [utility, about, ids.worst, calls.worst]),
      );
      expect(most).toEqual([
        [['esearch', 'pubmed', 1, 1]],
        [['elink', 'pubmed_gene', 100, 1]],
        [['elink', 'gene_protein', 1000, 5]],
        // Genes come with five answers, each of which may leave a batch half empty.
        [['elink', 'protein_structure', 20_000, 104]],
        [['esummary', 'structure', 40_000, 183]],
      ]);
      expect(plan.calls).toEqual({ best: 1, worst: 294 });
    });
  });

  it('says of each field what it asks, and of some that they ask nothing', async () => {
    const { fields, calls } = await planOf(
      '{ gene(uid: "7157") { uid other: omim(first: 3) { totalCount nodes { uid title } } } }',
    );
    expect(fields).toEqual([
      { path: 'gene.uid', cost: 'FREE', asks: [] },
      { path: 'gene.other', cost: 'ASKED', asks: ['elink gene_omim'] },
      { path: 'gene.other.totalCount', cost: 'FREE', asks: [] },
      { path: 'gene.other.nodes.uid', cost: 'FREE', asks: [] },
      { path: 'gene.other.nodes.title', cost: 'ASKED', asks: ['esummary omim'] },
    ]);
    expect(calls).toEqual({ best: 1, worst: 2 });
  });

  it('asks about a record once, by whatever way it is named', async () => {
    const plan = await planOf(`{
      a: gene(uid: "7157") { symbol pubmed(first: 2) { totalCount } }
      b: node(id: "Z2VuZTo3MTU3") { ... on Gene { symbol pubmed { totalCount } } }
      records { gene(uids: ["7157", "07157"]) { symbol } }
    }`);
    expect(plan.calls).toEqual({ best: 2, worst: 2 });
  });

  it('counts the search for a record by another name, and the summaries by which its hits are told apart', async () => {
    const plan = await planOf(
      '{ gene(symbol: "TP53") { symbol } other: gene(symbol: "BRCA1") { symbol omim { totalCount } } }',
    );
    expect(
      plan.levels.map(({ questions }) => questions.map(({ utility, about, calls }) => [utility, about, calls.worst])),
    ).toEqual([
      [['esearch', 'gene symbol', 1]],
      [['esummary', 'gene', 1]],
      [
        // Names that no summary shows are searched one by one; those that nothing carries may be aliases.
        ['esearch', 'gene symbol', 2],
        ['esearch', 'gene alias', 1],
      ],
      [
        ['esummary', 'gene', 1],
        ['elink', 'gene_omim', 1],
      ],
      [['esearch', 'gene alias', 2]],
    ]);
    expect(plan.calls.best).toBe(1);
  });

  it('looks at variables, directives and fragments', async () => {
    const query = `query ($uids: [ID!]!, $with: Boolean!) {
      records { gene(uids: $uids) { ...Summary @include(if: $with) } }
    }
    fragment Summary on Gene { symbol }`;
    const uids = Array.from({ length: 501 }, (_, index) => `${index + 1}`);
    expect((await planOf(query, { uids, with: true })).calls).toEqual({ best: 2, worst: 2 });
    expect((await planOf(query, { uids, with: false })).calls).toEqual({ best: 0, worst: 0 });
  });

  it('notes which fields will fail, and plans the others', async () => {
    const plan = await planOf('{ gene(uid: "7157") { pubmed(first: -1) { totalCount } omim { totalCount } } }');
    expect(plan.notes).toEqual(['gene.pubmed: Argument "first" is -1. Use a number from 0 to 1000.']);
    expect(plan.calls).toEqual({ best: 1, worst: 1 });
  });

  it('costs nothing itself, and does not look into a plan within', async () => {
    const plan = await planOf(
      `{ plan(query: "{ plan(query: \\"{ gene(uid: 7157) { symbol } }\\") { calls { worst } } }") { calls { worst } } rateLimit { limit } }`,
    );
    expect(plan).toMatchObject({ calls: { best: 0, worst: 0 }, complete: true });
  });

  it.each([
    ['{ gene(uid: "7157") { ', 'Line 1, column 23: Syntax Error: Expected Name, found <EOF>.'],
    ['{\n  gene(uid: "7157") { symbl }\n}', 'Line 2, column 23: Cannot query field "symbl" on type "Gene".'],
    ['query ($uid: ID!) { gene(uid: $uid) { symbol } }', 'Variable "$uid" of required type "ID!" was not provided.'],
    ['fragment F on Gene { symbol }', 'Fragment "F" is never used.'],
    ['mutation { gene }', 'Use an operation of the kind query.'],
  ])('refuses what could not be executed: %s', async (query, reason) => {
    const { data, errors } = await ask({ query });
    expect(data.plan).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining(reason), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('wants the name of one of several operations', async () => {
    const query = 'query A { gene(uid: "7157") { symbol } } query B { rateLimit { limit } }';
    const { errors } = await ask({ query });
    expect(errors).toMatchObject([
      {
        message: 'Argument "operationName" is missing. Use the name of an operation of the document: A, B.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect((await ask({ query, operationName: 'A' })).data.plan?.calls).toEqual({ best: 1, worst: 1 });
    expect((await ask({ query, operationName: 'B' })).data.plan?.calls).toEqual({ best: 0, worst: 0 });
  });

  it('holds the limits of documents for the planned one', async () => {
    const deep = `{ gene(uid: "1") { pubmed { nodes ${'{ related { nodes '.repeat(20)}{ uid }${' } }'.repeat(20)} } } }`;
    const { errors } = await ask({ query: deep });
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_LARGE' } }]);
  });

  it('refuses variables that are no object', async () => {
    const { errors } = await ask({ query: '{ rateLimit { limit } }', variables: [1] });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('what cannot be foreseen', () => {
  it('is said, never counted as nothing', () => {
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { mystery: { type: GraphQLString, resolve: (_root, _args, _context) => 'It may ask anything.' } },
      }),
    });
    const state = { limit: 3, remaining: 3, expectedWait: 0, slowedBy: 1 };
    const context = { loaders: {}, operation: { client: { pacer: { state } } } } as unknown as Context;
    const { complete, notes, fields } = planOperation({ query: '{ mystery }' }, context, schema);
    expect(complete).toBe(false);
    expect(fields).toMatchObject([{ path: 'mystery', cost: 'UNFORESEEN' }]);
    expect(notes).toEqual(['mystery: It cannot be foreseen what this field asks.']);
  });

  it('is no field of the schema: each that looks at the context says what it asks', () => {
    const silent = Object.values(buildSchema(loadCatalog()).getTypeMap())
      .filter(isObjectType)
      .filter((type) => !isIntrospectionType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
      )
      .filter(
        ({ field: { resolve, extensions } }) =>
          (resolve?.length ?? 0) > 2 && !extensions.estimate && !extensions.readsSummary,
      );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
