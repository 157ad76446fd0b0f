import fc from 'fast-check';
import type { DocumentNode, GraphQLError } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { readConfig } from '../../src/config.js';
import { planSteps } from '../../src/schema/cost/estimate.js';
import { documentExcess, parseDocument } from '../../src/schema/limits/document-limits.js';
import { countNodes } from '../../src/schema/limits/node-limit.js';
import { validateDocument } from '../../src/schema/limits/validation.js';
import { compilableFields, CompiledOperation } from '../../src/server/execution/compiled-operation.js';
import { rewrite } from '../../src/server/execution/rewritten-document.js';
import { createGateway } from '../../src/server/gateway.js';
import { CASES, TIMEOUT } from './run.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const gateway = createGateway(readConfig({ NCBI_BASE_URL: 'http://127.0.0.1:9/' }), silent);
const { schema, loaders } = gateway;

/** Seconds of CPU that everything before the execution of one document may take; most take a hundredth of it. */
const MAX_CPU_S = 2;
/** Seconds of CPU of a plan between two pauses. */
const MAX_STRETCH_S = 0.5;
/** Documents up to the length of a body, of which each takes as long as some hundred everyday ones. */
const DOCUMENTS = Math.ceil(CASES / 50);

/** How a document is built: each number is how often something is repeated. */
interface Shape {
  readonly width: number;
  readonly depth: number;
  readonly fragments: number;
  readonly spreads: number;
  readonly variables: number;
  readonly operations: number;
  readonly roots: number;
  /** What the fields are selected from, in place of `$`. */
  readonly root: string;
  /** What they are nested in. */
  readonly nest: string;
  /** What every field has. */
  readonly field: string;
  /** How fragments lead to each other. */
  readonly way: 'side by side' | 'chain' | 'doubling' | 'each in each' | 'circle';
}

const FIELDS = [
  'uid',
  '__typename',
  'a: uid',
  'a#: uid',
  'uid @include(if: true)',
  'uid @skip(if: false) @include(if: true)',
  'pubmed(first: 10) { totalCount }',
  'pubmed(first: #) { nodes { uid title } }',
  'b#: pubmed(first: 10, after: null) { nodes { ... on PubMed { uid } ... { title } } }',
  '... { uid }',
  '... on Node { id }',
  '... on Gene @defer(label: "l#") { symbol }',
  'unknown#',
  '... on Unknown# { uid }',
  'pubmed(unknown#: 1) { totalCount }',
  'links(name: "gene_pubmed", first: #) { nodes { __typename ... on PubMed { uid } ... on Protein { uid } } }',
  'then: uid',
  '__proto__: symbol',
  'linkCounts { name count } availableLinks { name }',
  'p#: pubmed(filter: { term: "x#" }, orderBy: DATE) { nodes { uid } totalCount countsByYear { year count } }',
  'n#: protein { nodes { pubmed { nodes { gene { nodes { uid } } } } } }',
  'docsum successor { ... on Gene { uid } } taxonomy { nodes { lineage { uid } children { nodes { uid } } } }',
  'r#: links(name: "gene_new", to: pubmed) { nodes { ... on Record { links(name: "pubmed_gene", to: gene) { nodes { uid } } } } }',
] as const;

const UIDS = JSON.stringify(Array.from({ length: 400 }, (_, index) => String(index + 1)));
const ROOTS = [
  'gene(uid: "7157") { $ }',
  'node(id: "gene:7157") { ... on Gene { $ } }',
  `records { gene(uids: ${UIDS}) { $ } }`,
  'search { gene(term: "tp53") { nodes { $ } } }',
  `resolve(names: ${UIDS}) { matches { record { ... on Gene { $ } } } }`,
  'citationMatch(citations: [{ journal: "x", year: 1990 }]) { pubmed { gene { nodes { $ } } } }',
  `commonLinks(of: ${UIDS}, name: "gene_pubmed") { edges { lift sources { ... on Gene { $ } } } }`,
  `linkSet(lists: [{ label: "a", of: ${UIDS}, name: "gene_pubmed" }], operation: UNION) { nodes { ... on PubMed { gene { nodes { $ } } } } }`,
  'paths(from: "gene:7157", to: "omim:1", maxHops: 4) { paths { records { ... on Gene { $ } } } }',
] as const;

const NESTS = [
  'pubmed(first: 2) { nodes { gene(first: 2) { nodes {',
  'links(name: "gene_pubmed", to: pubmed) { nodes { ... on PubMed { gene { nodes {',
  '... on Record { ... on Gene { ... { ... {',
] as const;

const shapes: fc.Arbitrary<Shape> = fc.record({
  width: fc.constantFrom(1, 3, 30, 300, 2000, 5000),
  depth: fc.constantFrom(0, 1, 3, 6),
  fragments: fc.constantFrom(0, 0, 2, 12, 60, 400),
  spreads: fc.constantFrom(1, 2, 40, 1500),
  variables: fc.constantFrom(0, 0, 5, 1000),
  operations: fc.constantFrom(1, 1, 1, 3, 45),
  roots: fc.constantFrom(1, 1, 12, 200),
  root: fc.constantFrom(ROOTS[0], ...ROOTS),
  nest: fc.constantFrom(...NESTS),
  field: fc.constantFrom(...FIELDS),
  way: fc.constantFrom('side by side', 'chain', 'doubling', 'each in each', 'circle'),
});

/** Repeats a part, no further than to a text that is longer than any body. */
function repeat(count: number, part: (index: number) => string): string {
  let text = '';
  for (let index = 0; index < count && text.length < 300_000; index += 1) {
    text += `${part(index)} `;
  }
  return text;
}

function documentOf(shape: Shape): string {
  const { width, depth, fragments, spreads, variables, operations, field, way, roots, root, nest } = shape;
  const fields = repeat(width, (index) => field.replaceAll('#', String(index + 1)));
  const spread =
    fragments === 0 ? '' : repeat(spreads, (index) => `...f${way === 'side by side' ? index % fragments : 0}`);
  const braces = '} '.repeat(nest.split('{').length - 1);
  const nested = `${nest.repeat(depth)} ${spread} ${fields} ${braces.repeat(depth)}`;
  const selected = repeat(roots, (index) => `r${index}: ${root.replaceAll('$', nested)}`);
  const next = (index: number): string => {
    switch (way) {
      case 'side by side':
        return '';
      case 'chain':
        return index + 1 < fragments ? `...f${index + 1}` : '';
      case 'doubling':
        return index + 1 < fragments
          ? `a: pubmed { nodes { gene { nodes { ...f${index + 1} } } } } ...f${index + 1}`
          : '';
      case 'each in each':
        return repeat(Math.max(0, fragments - index - 1), (other) => `...f${index + other + 1}`);
      case 'circle':
        return `...f${(index + 1) % fragments}`;
    }
  };
  const declared = variables === 0 ? '' : `(${repeat(variables, (index) => `$v${index}: ID`)})`;
  return [
    repeat(operations, (index) => `query q${index} ${declared} { ${selected} }`),
    repeat(fragments, (index) => `fragment f${index} on Gene { uid ${next(index)} }`),
  ].join(' ');
}

/** All that is done with a document before it is executed; gives its mistakes. */
function prepare(text: string): readonly GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parseDocument(text);
  } catch (error) {
    return [error as GraphQLError];
  }
  const excess = documentExcess(schema, document);
  const mistakes = excess.length > 0 ? excess : validateDocument(schema, document);
  if (mistakes.length > 0) {
    return mistakes;
  }
  countNodes({ schema, document, operationName: 'q0' });
  rewrite(document, false);
  const fields = compilableFields(schema, document);
  if (fields !== undefined) {
    CompiledOperation.create(schema, document, fields);
  }
  return [];
}

/** The most CPU that a plan takes between two pauses. */
function longestStretch(text: string): number {
  const operation = gateway.createOperation();
  operation.close();
  const steps = planSteps({ query: text, operationName: 'q0' }, { loaders, operation }, schema);
  let [longest, done] = [0, false];
  while (!done) {
    longest = Math.max(
      longest,
      cpuSeconds(() => {
        done = steps.next().done === true;
      }),
    );
  }
  return longest;
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('a document of any shape', { timeout: TIMEOUT }, () => {
  beforeAll(() => {
    prepare('{ gene(uid: "1") { uid } }');
  });

  it('is refused, or prepared and planned with little work at a time', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const text = documentOf(shape);
        fc.pre(text.length < 256 * 1024);
        let mistakes: readonly GraphQLError[] = [];
        const seconds = cpuSeconds(() => {
          mistakes = prepare(text);
        });
        expect(seconds, JSON.stringify(shape)).toBeLessThan(MAX_CPU_S);
        if (mistakes.length === 0) {
          expect(longestStretch(text), JSON.stringify(shape)).toBeLessThan(MAX_STRETCH_S);
        }
      }),
      { numRuns: DOCUMENTS },
    );
  });

  it('of which the shapes are both accepted and refused, so that both are measured', () => {
    const mistakes = fc.sample(shapes, { numRuns: 150, seed: 1 }).map((shape) => {
      const text = documentOf(shape);
      return text.length < 64 * 1024 ? prepare(text).length : 1;
    });
    expect(mistakes.filter((count) => count === 0).length).toBeGreaterThan(5);
    expect(mistakes.filter((count) => count > 0).length).toBeGreaterThan(5);
  });
});
