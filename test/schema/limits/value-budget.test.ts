import { buildSchema, execute, type ExecutionResult, type GraphQLObjectType, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { tooManyFailures, ValueBudget, VALUES_PER_FAILURE } from '../../../src/schema/limits/value-budget.js';
import { withValueBudget } from '../../../src/schema/limits/within-budget.js';

const COUNT = 600;
/** Failures whose errors are made in one turn. */
const PER_TURN = 200;

/** A schema in which everything fails in one of the ways that there are. */
function failingSchema() {
  const schema = buildSchema(
    'type Query { items(count: Int!, how: String!): [Item] } type Item { name: String late: String }',
  );
  const query = schema.getQueryType()?.getFields();
  const item = (schema.getType('Item') as GraphQLObjectType).getFields();
  const failure = (): EntrezError => new EntrezError('BAD_USER_INPUT', 'It fails.');
  const throws = (): never => {
    throw failure();
  };
  const members: Readonly<Record<string, () => unknown>> = {
    value: failure,
    promise: async () => Promise.resolve(failure()),
    rejected: async () => Promise.reject(failure()),
    fields: () => ({}),
  };
  Object.assign(query?.items ?? {}, {
    resolve: (_root: unknown, { count, how }: { count: number; how: string }) =>
      Array.from({ length: count }, () => members[how]?.()),
  });
  Object.assign(item.name ?? {}, { resolve: throws });
  Object.assign(item.late ?? {}, { resolve: async () => Promise.reject(failure()) });
  return withValueBudget(schema);
}

const schema = failingSchema();

async function interpreted(query: string, values: ValueBudget): Promise<ExecutionResult> {
  return execute({ schema, document: parse(query), contextValue: { values } });
}

async function compiled(query: string, values: ValueBudget): Promise<ExecutionResult> {
  const able = compileQuery(schema, parse(query));
  expect(isCompiledQuery(able)).toBe(true);
  return isCompiledQuery(able) ? able.query({}, { values }, {}) : {};
}

/** Turns that other work has until a promise is settled. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  const state = { turns: 0, isOver: false };
  const over = work.finally(() => (state.isOver = true));
  while (!state.isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    state.turns += 1;
  }
  await over;
  return state.turns;
}

const KINDS = [
  ['members of a list', '{ items(count: 600, how: "value") { __typename } }'],
  ['members of a list that come late', '{ items(count: 600, how: "promise") { __typename } }'],
  ['members of a list that are rejected', '{ items(count: 600, how: "rejected") { __typename } }'],
  ['fields', '{ items(count: 600, how: "fields") { name } }'],
  ['fields that fail late', '{ items(count: 600, how: "fields") { late } }'],
] as const;

describe.each([
  ['interpreted', interpreted],
  ['compiled', compiled],
])('an operation, %s, of which hundreds fail as', (_way, run) => {
  it.each(KINDS)('%s has the error of each at its place', async (_kind, query) => {
    const { errors = [] } = await run(query, new ValueBudget(COUNT * VALUES_PER_FAILURE));
    const places = errors.map(({ path }) => path?.[1]);
    expect(places.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: COUNT }, (_, index) => index),
    );
    expect(errors.every((error) => error.extensions.code === 'BAD_USER_INPUT')).toBe(true);
    expect(tooManyFailures(errors)).toBeUndefined();
  });

  it.each(KINDS)('%s leaves other work its turns', async (_kind, query) => {
    const turns = await turnsDuring(run(query, new ValueBudget(COUNT * VALUES_PER_FAILURE)));
    expect(turns).toBeGreaterThanOrEqual(COUNT / PER_TURN);
  });

  it.each(KINDS)('%s has one error for all where so many are not allowed', async (_kind, query) => {
    const { errors = [] } = await run(query, new ValueBudget((COUNT - 1) * VALUES_PER_FAILURE));
    expect(tooManyFailures(errors)).toMatchObject({ extensions: { code: 'RESPONSE_TOO_LARGE' } });
  });
});

/** Values that are completed between two turns of other work, at most. */
async function longestStretch(run: (count: () => void) => Promise<unknown>): Promise<number> {
  const state = { inTurn: 0, longest: 0 };
  await turnsDuring(
    run(() => {
      if (state.inTurn === 0) {
        setImmediate(() => (state.inTurn = 0));
      }
      state.inTurn += 1;
      state.longest = Math.max(state.longest, state.inTurn);
    }),
  );
  return state.longest;
}

describe('long lists of one operation', () => {
  it.each([
    ['one of 20,000 members', 1, 20_000],
    ['100 of 500 members', 100, 500],
    ['10 of 5,000 members', 10, 5000],
  ])('are completed in turns of some milliseconds: %s', async (_lists, lists, members) => {
    const wide = buildSchema('type Query { items: [Item] } type Item { name: String }');
    const of = Array.from({ length: members }, (_, index) => ({ name: String(index) }));
    const list = wide.getQueryType()?.getFields().items;
    Object.assign(list ?? {}, { resolve: () => of });
    const query = `{ ${Array.from({ length: lists }, (_, index) => `a${index}: items { name }`).join(' ')} }`;
    const longest = await longestStretch(async (count) => {
      Object.assign((wide.getType('Item') as GraphQLObjectType).getFields().name ?? {}, {
        resolve: ({ name }: { name: string }) => {
          count();
          return name;
        },
      });
      const contextValue = { values: new ValueBudget(Infinity) };
      return execute({ schema: withValueBudget(wide), document: parse(query), contextValue });
    });
    // Each member is two values, and two turns may come between two looks of others.
    expect(longest).toBeLessThanOrEqual(2500);
  });
});
