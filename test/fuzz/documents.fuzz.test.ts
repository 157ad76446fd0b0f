import fc from 'fast-check';
import type { DocumentNode, GraphQLError } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { documentExcess, parseDocument } from '../../src/schema/limits/document-limits.js';
import { countNodes } from '../../src/schema/limits/node-limit.js';
import { validateDocument } from '../../src/schema/limits/validation.js';
import { servedSchema } from '../../src/schema/served-schema.js';
import { compilableFields } from '../../src/server/execution/compilable.js';
import { CompiledOperation } from '../../src/server/execution/compiled-operation.js';
import { rewrite } from '../../src/server/execution/rewritten-document.js';
import { CASES, TIMEOUT } from './run.js';

const schema = servedSchema(loadCatalog());

/** Seconds of CPU that everything before the execution of one document may take; most take a hundredth of it. */
const MAX_CPU_S = 2;
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
] as const;

const shapes: fc.Arbitrary<Shape> = fc.record({
  width: fc.constantFrom(1, 3, 30, 300, 2000, 5000),
  depth: fc.constantFrom(0, 1, 3, 6),
  fragments: fc.constantFrom(0, 0, 2, 12, 60, 400),
  spreads: fc.constantFrom(1, 2, 40, 1500),
  variables: fc.constantFrom(0, 0, 5, 1000),
  operations: fc.constantFrom(1, 1, 1, 3, 45),
  field: fc.constantFrom(...FIELDS),
  way: fc.constantFrom('side by side', 'chain', 'doubling', 'each in each', 'circle'),
});

function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(' ');
}

function documentOf({ width, depth, fragments, spreads, variables, operations, field, way }: Shape): string {
  const fields = repeat(width, (index) => field.replaceAll('#', String(index + 1)));
  const spread =
    fragments === 0 ? '' : repeat(spreads, (index) => `...f${way === 'side by side' ? index % fragments : 0}`);
  const nested = `${'pubmed(first: 2) { nodes { gene(first: 2) { nodes { '.repeat(depth)} ${spread} ${fields} ${'} } } }'.repeat(depth)}`;
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
    repeat(operations, (index) => `query q${index} ${declared} { gene(uid: "7157") { ${nested} } }`),
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

  it('is refused or prepared with little work', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const text = documentOf(shape);
        fc.pre(text.length < 256 * 1024);
        expect(
          cpuSeconds(() => prepare(text)),
          JSON.stringify(shape),
        ).toBeLessThan(MAX_CPU_S);
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
