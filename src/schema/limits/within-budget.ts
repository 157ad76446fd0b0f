import {
  defaultFieldResolver,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isListType,
  isObjectType,
  responsePathAsArray,
  type ASTNode,
  GraphQLError,
} from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import { fieldsBelow } from './fields-below.js';
import { entriesIn } from './named-length.js';
import type { ValueBudget } from './value-budget.js';

/** What is needed of the context of an operation. */
interface Context {
  readonly values?: ValueBudget;
}

/** Values that one name in a list of arguments counts as: to read and look up a name takes that much longer. */
const VALUES_PER_NAME = 50;
/** Names in a list that may take longer than a turn. Fewer are read at once, also where the response is known. */
const MANY_NAMES = 200;

/**
 * Makes each list field of a schema take its values from the budget of the operation, if there is one, before they are
 * resolved: the aliases of a field multiply with the members of a list. Long lists are resolved in turns. What fails takes
 * from it as well.
 */
export function withValueBudget(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) {
      for (const field of Object.values<GraphQLField<unknown, Context>>(type.getFields())) {
        const lists = field.args.filter((arg) => isListType(getNullableType(arg.type))).map(({ name }) => name);
        if (lists.length > 0) {
          field.resolve = paced(field, lists);
        }
        if (isListType(getNullableType(field.type))) {
          field.resolve = bounded(field);
        }
        if (field.resolve) {
          field.resolve = failing(field.resolve);
        }
      }
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Lets others have their turn between the fields of an operation that are given long lists. */
function paced(field: GraphQLField<unknown, Context>, lists: readonly string[]): Resolver {
  const length = field.resolve?.length ?? 0;
  const inTurn: Resolver = field.resolve ?? defaultFieldResolver;
  const resolve: Resolver = (source, args: Readonly<Record<string, unknown>>, context, info) => {
    const names = Math.max(...lists.map((list) => entriesIn(args[list] ?? [])));
    const { values } = context;
    const turn = names > MANY_NAMES ? values?.turnOf(names * VALUES_PER_NAME) : undefined;
    return turn
      ? turn.then(() => {
          values?.check();
          return inTurn(source, args, context, info);
        })
      : inTurn(source, args, context, info);
  };
  return Object.defineProperty(resolve, 'length', { value: length });
}

/** Counts what a field fails with. */
function failing(next: Resolver): Resolver {
  const resolve: Resolver = (source, args, context, info) => {
    const { values } = context;
    if (!values) {
      return next(source, args, context, info);
    }
    try {
      const value: unknown = next(source, args, context, info);
      return value instanceof Promise ? value.catch((error: unknown) => failureOf(error, values, info)) : value;
    } catch (error) {
      return failureOf(error, values, info);
    }
  };
  return Object.defineProperty(resolve, 'length', { value: next.length });
}

function failureOf(error: unknown, values: ValueBudget, info: GraphQLResolveInfo): unknown {
  return values.failure(() => located(error, info));
}

function bounded(field: GraphQLField<unknown, Context>): Resolver {
  const length = field.resolve?.length ?? 0;
  const next: Resolver = field.resolve ?? defaultFieldResolver;
  const resolve: Resolver = (source, args, context, info) => {
    const value: unknown = next(source, args, context, info);
    return value instanceof Promise
      ? value.then((late: unknown) => charged(late, context, info))
      : charged(value, context, info);
  };
  // Whether a resolver looks at the context can be seen by its length.
  return Object.defineProperty(resolve, 'length', { value: length });
}

function charged(value: unknown, { values }: Context, info: GraphQLResolveInfo): unknown {
  if (!values || !Array.isArray(value) || value.length === 0) {
    return value;
  }
  const { fields, effort } = fieldsBelow(info);
  values.take((1 + fields) * value.length);
  return inTurns(
    value.map((member: unknown, index) =>
      counted(member, (error) => values.failure(() => located(error, info, index))),
    ),
    1 + effort,
    values,
  );
}

/**
 * A member of a list whose failure is counted, and given as a value: nobody may watch a promise that is completed a turn
 * later, and a compiled operation would put the null of a rejected one at the end of the list.
 */
function counted(member: unknown, failed: (error: unknown) => unknown): unknown {
  if (member instanceof Promise) {
    return member.then((late: unknown) => (late instanceof Error ? failed(late) : late), failed);
  }
  return member instanceof Error ? failed(member) : member;
}

/** What clients are told has its place already; other errors are hidden, and logged with their frames. */
function located(error: unknown, { fieldNodes, path }: GraphQLResolveInfo, index?: number): unknown {
  const at = responsePathAsArray(path);
  return error instanceof EntrezError
    ? locatedError(error, fieldNodes, index === undefined ? at : [...at, index])
    : error;
}

/**
 * The list, or a promise of it, or promises of its members, where some must wait for their turn. Those are made once the
 * first is due: of hundreds of lists, they would take longer than the members.
 */
function inTurns(list: readonly unknown[], each: number, values: ValueBudget): unknown {
  const size = Math.ceil(values.perTurn / each);
  const first = values.turnOf(each * Math.min(size, list.length));
  const divided = (): readonly unknown[] => {
    let turn: Promise<void> | undefined;
    return list.map((member, index) => {
      if (index > 0 && index % size === 0) {
        turn = values.turnOf(each * Math.min(size, list.length - index));
      }
      return turn ? whenDue(turn, () => member, values) : member;
    });
  };
  return first ? whenDue(first, divided, values) : divided();
}

/** By then others may have taken too much, so that this need not be completed any more. */
async function whenDue<T>(turn: Promise<void>, value: () => T, values: ValueBudget): Promise<T> {
  await turn;
  values.check();
  return value();
}

/**
 * The error of a failure at its place in a response, which executors take as it is. Has no frames: to collect them takes
 * longer than all else, and whoever executes an operation would do so for each error.
 */
function locatedError(failure: Error, nodes: readonly ASTNode[], path: readonly (string | number)[]): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new GraphQLError(failure.message, { nodes, path, originalError: failure });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
