import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PlanATraversalDocument, RateLimitDocument } from '../../examples/generated/graphql.js';
import { ask, present } from '../support/ask-example.js';
import { HeldAnswers } from '../support/held-answers.js';
import { RunningGateway } from '../support/running-gateway.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** The operations of the examples that need no variables. */
const operations = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => parse(readFileSync(new URL(file, EXAMPLES), 'utf8')).definitions)
  .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  .filter(runsAsItStands)
  .map((operation) => ({ name: operation.name?.value ?? '', query: print(operation) }));

/** What makes NCBI store a set is asked anew each time, a refusal is not remembered, and a search goes where links lead. */
const NEVER_KNOWN = new Set(['ConnectTwoGenes', 'StoreSearch', 'StoreLinks', 'LibraryLinks']);

const PLAN = `query Plan($query: String!) {
  plan(query: $query) {
    calls { best worst }
    levels { calls { best worst } questions { utility about ids { best worst } calls { best worst } } }
    cached { utility about answers }
    fields { path cost asks }
    complete
    notes
  }
}`;

interface Plan {
  readonly calls: { readonly best: number; readonly worst: number };
  readonly levels: readonly { readonly questions: readonly { readonly utility: string; readonly about: string }[] }[];
  readonly cached: readonly { readonly utility: string; readonly about: string; readonly answers: number }[];
  readonly fields: readonly { readonly path: string; readonly cost: string; readonly asks: readonly string[] }[];
  readonly complete: boolean;
  readonly notes: readonly string[];
}

describe('the plan of an operation', () => {
  describe.each(operations)('such as the example $name', ({ name, query }) => {
    let gateway: RunningGateway;
    beforeAll(async () => {
      gateway = await RunningGateway.start();
    });
    afterAll(async () => {
      await gateway[Symbol.asyncDispose]();
    });

    it('asks nothing, and bounds what the operation costs when nothing is known', async () => {
      const plan = await planOf(gateway, query);
      expect(gateway.sandbox.requests).toEqual([]);
      expect(plan).toMatchObject({ complete: true, notes: [], cached: [] });
      const { calls } = (await gateway.query(query)).extensions.entrez;
      expect(calls.total).toBeGreaterThanOrEqual(plan.calls.best);
      expect(calls.total).toBeLessThanOrEqual(plan.calls.worst);
      const foreseen = plan.levels.flatMap(({ questions }) => questions.map(({ utility }) => utility));
      const made = gateway.sandbox.requests.map(({ utility }) => utility);
      expect(made.filter((utility) => !foreseen.includes(utility))).toEqual([]);
    });

    it.skipIf(NEVER_KNOWN.has(name))('says that it costs nothing when all is known', async () => {
      const plan = await planOf(gateway, query);
      expect(plan).toMatchObject({ calls: { best: 0, worst: 0 }, levels: [] });
      expect(plan.fields.filter(({ cost }) => cost !== 'CACHED' && cost !== 'FREE')).toEqual([]);
      expect((await gateway.query(query)).extensions.entrez.calls.total).toBe(0);
    });
  });
});

describe('a plan', () => {
  it('bounds the cost of whatever is asked, whatever was asked before', async () => {
    const queries = fc.array(anyQuery(), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom('off', 'pairs'), async (asked, fusion) => {
        await using gateway = await RunningGateway.start({ settings: { NCBI_RPS: '100', LINK_FUSION: fusion } });
        for (const query of asked) {
          const { calls } = await planOf(gateway, query);
          const made = (await gateway.query(query)).extensions.entrez.calls.total;
          expect([calls.best <= made, made <= calls.worst], `${calls.best} ${made} ${calls.worst}`).toEqual([
            true,
            true,
          ]);
          expect(await planOf(gateway, query)).toMatchObject({ calls: { worst: 0 }, complete: true });
        }
      }),
      // Lists that are cached in part: what stands below those leaves in a batch of its own.
      { numRuns: 12, seed: Number(process.env.PLAN_SEED ?? 24_318_910) },
    );
  });
});

it('reckons with a moment of its own for what is loaded below records in common, and below their sources', async () => {
  const query = `{
    gene(uid: "7157") { primaryLinkOut { url } pubmed(first: 1) { nodes { primaryLinkOut { url } } } }
    commonLinks(of: ["7157", "675"], name: "gene_pubmed", first: 3) {
      edges { node { primaryLinkOut { url } } sources { primaryLinkOut { url } } }
    }
  }`;
  await using gateway = await RunningGateway.start({ settings: { NCBI_RPS: '100', LINK_FUSION: 'off' } });
  const { calls } = await planOf(gateway, query);
  // The links of both genes, LinkOut of the first gene, of its paper, of the papers in common, and of the other gene.
  expect(calls.worst).toBeGreaterThanOrEqual(5);
  expect((await gateway.query(query)).extensions.entrez.calls.total).toBeLessThanOrEqual(calls.worst);
});

describe('examples/plan.graphql', () => {
  it('tells the calls of a traversal, level by level', async () => {
    await using gateway = await RunningGateway.start();
    const plan = present((await ask(gateway, PlanATraversalDocument, {})).plan);
    expect(plan.calls).toEqual({ best: 2, worst: 5 });
    expect(
      plan.levels.map(({ questions }) => questions.map(({ utility, about, ids }) => [utility, about, ids.worst])),
    ).toEqual([
      [
        ['elink', 'gene_pubmed', 1],
        ['esummary', 'gene', 1],
      ],
      [
        ['esummary', 'pubmed', 20],
        ['elink', 'pubmed_pubmed', 20],
      ],
      [['esummary', 'pubmed', 60]],
    ]);
    expect(gateway.sandbox.requests).toEqual([]);
  });
});

describe('examples/rate-limit.graphql', () => {
  it('tells the limit without spending any of it', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_RPS: '3' } });
    const { rateLimit } = await ask(gateway, RateLimitDocument, {});
    expect(rateLimit).toEqual({
      limit: 3,
      remaining: 3,
      queued: 0,
      inFlight: 0,
      expectedWaitMs: 0,
      cooling: 0,
      slowedBy: 1,
      key: 'NONE',
    });
    expect(gateway.sandbox.requests).toEqual([]);
  });

  it('counts requests under way', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_MAX_IN_FLIGHT: '1' } });
    const held = new HeldAnswers('esummary');
    gateway.sandbox.intercept(held.interceptor);
    const answer = gateway.query('{ gene(uid: "7157") { symbol } }');
    await held.arrived;
    expect((await ask(gateway, RateLimitDocument, {})).rateLimit).toMatchObject({ inFlight: 1, remaining: 0 });
    held.release();
    expect((await answer).data?.gene.symbol).toBe('TP53');
  });

  it('says whose key counts', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_API_KEY: 'key-of-the-server' } });
    expect((await ask(gateway, RateLimitDocument, {})).rateLimit).toMatchObject({ key: 'SERVER', limit: 50 });
    const answer = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-ncbi-api-key': 'key-of-the-caller' },
      body: JSON.stringify({ query: RateLimitDocument.toString() }),
    });
    expect(await answer.json()).toMatchObject({ data: { rateLimit: { key: 'CALLER', limit: 10, remaining: 10 } } });
  });
});

async function planOf(gateway: RunningGateway, query: string): Promise<Plan> {
  const { data, errors, extensions } = await gateway.query(PLAN, { query });
  expect(errors).toBeUndefined();
  expect(extensions.entrez.calls.total).toBe(0);
  return data?.plan as Plan;
}

function runsAsItStands({ variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue);
}

/** Queries of some depth over the sample, with everything that costs something. */
function anyQuery(): fc.Arbitrary<string> {
  const page = fc.integer({ min: 1, max: 4 });
  const selection = (fields: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc
      .subarray([...fields], { minLength: 1, maxLength: 4 })
      .chain((chosen) => fc.tuple(...chosen))
      // Aliases, since the same field may come with different arguments.
      .map((texts) => `{ ${texts.map((text, index) => `f${index}: ${text}`).join(' ')} }`);
  const free = fc.constant('uid');
  const common = [
    'exists',
    'title',
    'availableLinks { name }',
    'hasLinkOut',
    'linkOut { url }',
    'primaryLinkOut { url }',
  ];
  const plain = [free, ...common.map((field) => fc.constant(field))];
  const list = (name: string, args: readonly string[], node: fc.Arbitrary<string>, more = ''): fc.Arbitrary<string> =>
    fc
      .tuple(page, fc.constantFrom('', ...args), node)
      .map(([first, arg, below]) => `${name}(first: ${first}${arg}) { totalCount ${more} nodes ${below} }`);
  const dated = [', orderBy: DATE', ', orderBy: UID', ', filter: { publishedBetween: { from: "2005", to: "2020" } }'];
  const paper = (depth: number): fc.Arbitrary<string> =>
    selection([
      ...plain,
      fc.constant('abstract'),
      ...(depth === 0
        ? []
        : [
            list('related', [...dated, ', orderBy: SCORE'], paper(depth - 1)),
            list('citedIn', dated, paper(depth - 1), 'countsByYear { year count }'),
            list('gene', [', orderBy: UID'], gene(depth - 1)),
          ]),
    ]);
  const gene = (depth: number): fc.Arbitrary<string> =>
    selection([
      ...plain,
      fc.constant('linkCounts(names: ["gene_pubmed", "gene_omim"]) { name count }'),
      fc.constant('linkCounts { name count }'),
      ...(depth === 0
        ? []
        : [
            list('pubmed', dated, paper(depth - 1)),
            list('pubmedRif', dated, paper(depth - 1)),
            list('omim', [], selection(plain)),
            list('protein', [', filter: { organism: "9606" }'], selection(plain)),
          ]),
    ]);
  const uids = fc.subarray(['7157', '672', '675'], { minLength: 1 }).map((some) => JSON.stringify(some));
  const ids = fc
    .subarray(['7157', 'TP53', 'BRCA1', 'NCBIGene:675'], { minLength: 1 })
    .map((some) => JSON.stringify(some));
  return selection([
    gene(2).map((below) => `gene(uid: "7157") ${below}`),
    fc.tuple(fc.constantFrom('TP53', 'BRCA1'), gene(1)).map(([symbol, below]) => `gene(symbol: "${symbol}") ${below}`),
    fc.tuple(uids, gene(2)).map(([some, below]) => `records { gene(uids: ${some}) ${below} }`),
    fc.constantFrom('', '(from: 94)', '(to: 90)').map((stretch) => `protein(uid: "120407068") { sequence${stretch} }`),
    paper(2).map((below) => `pubmed(uid: "26186194") ${below}`),
    list('pubmed', [], paper(1)).map((search) => `search { ${search.replace('(', '(term: "TP53 cancer", ')} }`),
    fc
      .tuple(uids, selection(plain))
      .map(
        ([some, below]) => `unionLinks(from: gene, uids: ${some}, name: "gene_pubmed", first: 3) { nodes ${below} }`,
      ),
    fc
      .tuple(ids, selection(plain))
      .map(([some, below]) => `unionLinks(from: gene, ids: ${some}, name: "gene_pubmed", first: 3) { nodes ${below} }`),
    fc
      .tuple(uids, selection(plain), fc.constantFrom('', 'lift', 'expected'))
      .map(
        ([some, below, rarity]) =>
          `commonLinks(of: ${some}, name: "gene_pubmed", first: 3) { edges { ${rarity} node ${below} sources ${below} } }`,
      ),
    fc
      .tuple(uids, uids, selection(plain), fc.constantFrom('UNION', 'INTERSECTION', 'DIFFERENCE'))
      .map(
        ([some, others, below, operation]) =>
          `linkSet(lists: [{ label: "a", of: ${some}, name: "gene_pubmed" }, { label: "b", of: ${others}, name: "gene_pubmed", filter: { minDate: "2010", maxDate: "2030" } }], operation: ${operation}, first: 3) { edges { lists node ${below} } }`,
      ),
  ]);
}
