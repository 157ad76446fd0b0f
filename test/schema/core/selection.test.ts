import { buildSchema, graphql, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';

import { ownSelection, selectedBelow, selects } from '../../../src/schema/core/selection.js';

const schema = buildSchema(`
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { list(size: Int): Connection  thing: Named }
  type Connection { edges: [Edge!]! totalCount: Int }
  type Edge { score: Float node: Thing! }
  interface Named { name: String }
  type Thing implements Named { name: String list: Connection }
`);

/** Runs an operation and gives what `look` saw of the root field `list` or `thing`. */
async function seen<T>(
  source: string,
  storeLookup: (info: GraphQLResolveInfo) => T,
  variableValues: Record<string, unknown> = {},
): Promise<T> {
  const found: T[] = [];
  const resolve = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    found.push(storeLookup(info));
    return null;
  };
  const { errors } = await graphql({ schema, source, variableValues, rootValue: { list: resolve, thing: resolve } });
  expect(errors).toBeUndefined();
  expect(found).toHaveLength(1);
  return found[0] as T;
}

const wantsScore = (info: GraphQLResolveInfo): boolean => selects(info, ownSelection(info), 'edges', 'score');

describe('selects', () => {
  it.each([
    ['the field itself', '{ list { edges { score } } }', true],
    ['an alias of it', '{ list { e: edges { s: score } } }', true],
    [
      'it in a named fragment',
      '{ list { ...f } } fragment f on Connection { edges { ...g } } fragment g on Edge { score }',
      true,
    ],
    ['it in an inline fragment', '{ list { ... on Connection { edges { ... { score } } } } }', true],
    ['it in the second of two selections', '{ list { edges { node { name } } edges { score } } }', true],
    ['its siblings only', '{ list { totalCount edges { node { name } } } }', false],
    ['it only further below', '{ list { edges { node { list { edges { score } } } } } }', false],
    ['it under @skip(if: true)', '{ list { edges { score @skip(if: true) } } }', false],
    ['it under @include(if: false)', '{ list { edges @include(if: false) { score } } }', false],
    ['it in a fragment that is left out', '{ list { ... @skip(if: true) { edges { score } } } }', false],
    ['another field under its name', '{ list { edges { score: __typename } } }', false],
  ])('heeds %s', async (_what, query, expected) => {
    expect(await seen(query, wantsScore)).toBe(expected);
  });

  it.each([true, false])('heeds variables in @include and @skip (%s)', async (wanted) => {
    const include = 'query q($wanted: Boolean!) { list { edges { score @include(if: $wanted) } } }';
    const skip = 'query q($wanted: Boolean!) { list { edges { score @skip(if: $wanted) } } }';
    expect(await seen(include, wantsScore, { wanted })).toBe(wanted);
    expect(await seen(skip, wantsScore, { wanted })).toBe(!wanted);
  });

  it('does not mix up two operations with different variables', async () => {
    const query = 'query q($wanted: Boolean!) { list { edges { score @include(if: $wanted) } } }';
    const answers = await Promise.all([true, false, true].map((wanted) => seen(query, wantsScore, { wanted })));
    expect(answers).toEqual([true, false, true]);
  });
});

describe('selectedBelow', () => {
  const below = (info: GraphQLResolveInfo): string[] =>
    selectedBelow(info, ownSelection(info), schema.getType('Thing') as GraphQLObjectType).map(
      ({ field, nodes }) => `${field.name} x ${nodes.length}`,
    );

  it('gives the fields of the concrete type behind an interface', async () => {
    expect(await seen('{ thing { name ... on Thing { list { totalCount } } } }', below)).toEqual([
      'name x 1',
      'list x 1',
    ]);
  });

  it('gives every alias of a field on its own, and equal selections together', async () => {
    const query =
      '{ thing { ... on Thing { list { totalCount } list { edges { score } } more: list { totalCount } } } }';
    expect(await seen(query, below)).toEqual(['list x 2', 'list x 1']);
  });

  it('marks what waits in deferred fragments, of which the rest of the answer is independent', async () => {
    const deferred = (info: GraphQLResolveInfo): string[] =>
      selectedBelow(info, ownSelection(info), schema.getType('Thing') as GraphQLObjectType).map(
        (selected) => `${selected.field.name}: ${selected.deferred}`,
      );
    const query =
      'query q($later: Boolean!) { thing { name ... on Thing @defer(if: $later) { name list { totalCount } } } }';
    expect(await seen(query, deferred, { later: true })).toEqual(['name: false', 'name: true', 'list: true']);
    expect(await seen(query, deferred, { later: false })).toEqual(['name: false', 'list: false']);
  });

  it('leaves __typename out, which is no field of the type', async () => {
    expect(await seen('{ thing { __typename name } }', below)).toEqual(['name x 1']);
  });
});
