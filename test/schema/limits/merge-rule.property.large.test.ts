import fc from 'fast-check';
import { buildSchema, OverlappingFieldsCanBeMergedRule, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { MergeableFieldsRule } from '../../../src/schema/limits/merge-rule.js';
import { CASES, TIMEOUT } from '../../fuzz/run.js';

const schema = buildSchema(`
  interface Node { id: ID name(lang: String): String }
  type Gene implements Node { id: ID name(lang: String): String size: Int next: Gene other: Protein list: [Gene] }
  type Protein implements Node { id: ID name(lang: String): String size: String next: Protein other: Gene list: Protein }
  type Alone { id: Int next: Alone }
  union Any = Gene | Protein | Alone
  type Query { node: Node gene: Gene any: Any }
`);

function mine(query: string): readonly string[] {
  return validate(schema, parse(query), [MergeableFieldsRule]).map(({ message }) => message);
}

function theirs(query: string): readonly string[] {
  return validate(schema, parse(query), [OverlappingFieldsCanBeMergedRule]).map(({ message }) => message);
}

const LEAVES: Readonly<Record<string, readonly string[]>> = {
  Gene: ['id', 'size', 'name', 'name(lang: "a")', 'name(lang: "b")', '__typename'],
  Protein: ['id', 'size', 'name', 'name(lang: "a")', '__typename'],
  Alone: ['id', '__typename'],
  Node: ['id', 'name', 'name(lang: "a")'],
  Any: ['__typename'],
  Query: ['__typename'],
};
const OBJECTS: Readonly<Record<string, readonly (readonly [field: string, type: string])[]>> = {
  Gene: [
    ['next', 'Gene'],
    ['other', 'Protein'],
    ['list', 'Gene'],
  ],
  Protein: [
    ['next', 'Protein'],
    ['other', 'Gene'],
    ['list', 'Protein'],
  ],
  Alone: [['next', 'Alone']],
  Node: [],
  Any: [],
  Query: [
    ['node', 'Node'],
    ['gene', 'Gene'],
    ['any', 'Any'],
  ],
};
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  Node: ['Gene', 'Protein', 'Node'],
  Any: ['Gene', 'Protein', 'Alone', 'Node', 'Any'],
  Gene: ['Gene', 'Node'],
  Protein: ['Protein', 'Node'],
};

/** Selections from a type, three levels deep, with aliases that clash often. */
function selections(type: string, depth: number): fc.Arbitrary<string> {
  const alias = fc.constantFrom('', '', 'a: ', 'b: ');
  const leaf = fc.tuple(alias, fc.constantFrom(...(LEAVES[type] ?? []))).map((parts) => parts.join(''));
  const objects = OBJECTS[type] ?? [];
  const conditions = CONDITIONS[type] ?? [];
  const one = fc.oneof(
    leaf,
    ...(depth > 0 && objects.length > 0
      ? [
          fc
            .tuple(alias, fc.constantFrom(...objects))
            .chain(([name, [field, below]]) => selections(below, depth - 1).map((set) => `${name}${field} ${set}`)),
        ]
      : []),
    ...(depth > 0 && conditions.length > 0
      ? [
          fc
            .constantFrom(...conditions)
            .chain((condition) => selections(condition, depth - 1).map((set) => `... on ${condition} ${set}`)),
        ]
      : []),
  );
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((set) => `{ ${set.join(' ')} }`);
}

describe('fields that fill one member of a response', () => {
  it(
    'are judged as graphql-js judges them, whatever the document',
    () => {
      fc.assert(
        fc.property(selections('Query', 4), (query) => {
          expect(mine(query).length > 0, query).toBe(theirs(query).length > 0);
        }),
        { numRuns: CASES / 5 },
      );
    },
    TIMEOUT,
  );

  it.each([
    ['{ gene { a: id a: size } }'],
    ['{ gene { name(lang: "a") name(lang: "b") } }'],
    ['{ gene { next { a: id } next { a: size } } }'],
    ['{ any { ... on Gene { size } ... on Protein { size } } }'],
    ['{ gene { ...f } } fragment f on Gene { a: id ...g } fragment g on Gene { a: size }'],
  ])('are told of in the words of graphql-js: %s', (query) => {
    expect(mine(query)).toEqual(theirs(query));
    expect(mine(query)).toHaveLength(1);
  });

  it('may have their arguments, and the members of objects in them, in any order', () => {
    const ordered = buildSchema('input I { x: Int y: Int } type Query { f(a: I, b: Int): Int }');
    const query = '{ f(a: { x: 1, y: 2 }, b: 3) f(b: 3, a: { y: 2, x: 1 }) }';
    expect(validate(ordered, parse(query), [MergeableFieldsRule])).toEqual([]);
  });

  it('must be streamed alike', () => {
    expect(mine('{ gene { list @stream(initialCount: 1) { id } list @stream(initialCount: 2) { id } } }')).toEqual([
      expect.stringContaining('differing stream directives'),
    ]);
    expect(mine('{ gene { list @stream(initialCount: 1) { id } list @stream(initialCount: 1) { id } } }')).toEqual([]);
  });

  it('are left to another rule where fragments contain each other', () => {
    expect(mine('{ gene { ...f } } fragment f on Gene { next { ...f } a: id a: size }')).toEqual([]);
  });
});
