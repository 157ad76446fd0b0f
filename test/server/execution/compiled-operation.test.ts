import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { compilableFields } from '../../../src/server/execution/compiled-operation.js';

const schema = buildSchema(`
  directive @defer(label: String, if: Boolean) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  interface Named { name: String it: Named }
  type Gene implements Named { name: String it: Named symbol: String papers: [Paper!]! }
  type Paper implements Named { name: String it: Named title: String genes: [Gene!]! }
  type Query { gene: Gene named: Named _entities: [Named] }
  type Mutation { gene: Gene }
`);

function fieldsOf(text: string): number | undefined {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return compilableFields(schema, document);
}

describe('compilableFields', () => {
  it.each([
    ['fields', '{ gene { symbol papers { title } } }', 4],
    ['each alias', '{ gene { s: symbol symbol } }', 3],
    ['the name of a type', '{ gene { __typename } }', 2],
    [
      'what a fragment selects, wherever it is spread',
      '{ gene { ...f } a: gene { ...f } } fragment f on Gene { name symbol }',
      6,
    ],
    ['the fields of each type behind an interface', '{ named { name } }', 3],
    [
      'those parts of a fragment that a type has',
      '{ named { name ... on Gene { symbol } ... on Paper { title } } }',
      5,
    ],
    ['fields that begin with an underscore', '{ _entities { ... on Gene { symbol } } }', 2],
  ])('counts %s', (_what, query, fields) => {
    expect(fieldsOf(query)).toBe(fields);
  });

  it.each([
    ['@include', 'query q($yes: Boolean!) { gene { symbol @include(if: $yes) } }'],
    ['@skip on a fragment', '{ gene { ... @skip(if: false) { symbol } } }'],
    ['@defer in a fragment', '{ gene { ...f } } fragment f on Gene { ... @defer { symbol } }'],
    ['several operations', 'query a { gene { symbol } } query b { gene { name } }'],
    ['a mutation', 'mutation { gene { symbol } }'],
    ['a field behind a fragment', '{ gene { ... on Gene { name } symbol } }'],
    ['two fragments for one type', '{ gene { ...f ... on Named { it { name } } } } fragment f on Gene { name symbol }'],
    ['an underscore in an alias', '{ gene { papers { title } } papers_gene: gene { name } }'],
    ['a question about the schema', '{ __schema { queryType { name } } }'],
  ])('turns down %s', (_what, query) => {
    expect(fieldsOf(query)).toBeUndefined();
  });

  it('turns down nested interfaces that would make it explode', () => {
    const nested = (depth: number): string => (depth === 0 ? '{ name }' : `{ it ${nested(depth - 1)} }`);
    expect(fieldsOf(`{ named ${nested(6)} }`)).toBe(255);
    expect(fieldsOf(`{ named ${nested(40)} }`)).toBeUndefined();
  });

  it('turns down fragments that would make it explode, soon', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) => `fragment f${i} on Gene { papers { genes { ...f${i + 1} } } more: papers { genes { ...f${i + 1} } } }`,
    );
    // Validation would take longer than anybody waits, so that such a document never gets this far; but who knows.
    const document = parse(`{ gene { ...f0 } } ${fragments.join(' ')} fragment f40 on Gene { symbol }`);
    expect(compilableFields(schema, document)).toBeUndefined();
  });
});
