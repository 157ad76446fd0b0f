import {
  defaultFieldResolver,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import { entriesIn } from './named-length.js';

/** What is needed of the context of an operation. */
interface Context {
  readonly values?: ValueBudget;
}

/** Values that are completed before other work has its turn: some 20 ms. */
const VALUES_PER_TURN = 10_000;

/** Values that one name in a list of arguments counts as: to read and look up a name takes that much longer. */
const VALUES_PER_NAME = 50;

/** Values that the response to one operation may still hold, and when those of its lists are completed. */
export class ValueBudget {
  readonly #max: number;
  #taken = 0;
  /** Values that are completed in the last turn that was begun or planned. */
  #inTurn = 0;
  /** Begins the last turn that is planned; undefined while there is room in the present one. */
  #turn: Promise<void> | undefined;

  constructor(max: number) {
    this.#max = max;
  }

  /** A budget of the same size of which nothing is taken. */
  renewed(): ValueBudget {
    return new ValueBudget(this.#max);
  }

  /** @throws EntrezError `RESPONSE_TOO_LARGE` when the values are more than are left. */
  take(values: number): void {
    this.#taken += values;
    this.check();
  }

  /** @throws EntrezError `RESPONSE_TOO_LARGE` when too many values were taken. */
  check(): void {
    if (this.#taken > this.#max) {
      throw new EntrezError(
        'RESPONSE_TOO_LARGE',
        `The response holds more than the ${this.#max.toLocaleString('en')} values allowed. Request smaller pages or fewer fields.`,
      );
    }
  }

  /** When values may be completed: undefined for at once. Other requests have their turn in between. */
  turnOf(values: number): Promise<void> | undefined {
    if (this.#inTurn + values <= VALUES_PER_TURN || this.#inTurn === 0) {
      if (this.#inTurn === 0) {
        setImmediate(() => {
          if (!this.#turn) {
            this.#inTurn = 0;
          }
        });
      }
      this.#inTurn += values;
      return this.#turn;
    }
    const turn: Promise<void> = (this.#turn ?? Promise.resolve()).then(nextTurn).then(() => {
      if (this.#turn === turn) {
        this.#turn = undefined;
        this.#inTurn = 0;
      }
    });
    this.#turn = turn;
    this.#inTurn = values;
    return turn;
  }
}

/**
 * Makes each list field of a schema take its values from the budget of the operation, if there is one, before they are
 * resolved: the aliases of a field multiply with the members of a list. Long lists are resolved in turns.
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
    const names = Math.max(...lists.map((list) => entriesIn([args[list] ?? []].flat())));
    const { values } = context;
    const turn = names > VALUES_PER_TURN / VALUES_PER_NAME ? values?.turnOf(names * VALUES_PER_NAME) : undefined;
    return turn
      ? turn.then(() => {
          values?.check();
          return inTurn(source, args, context, info);
        })
      : inTurn(source, args, context, info);
  };
  return Object.defineProperty(resolve, 'length', { value: length });
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
  const each = 1 + fieldsBelow(info);
  for (const member of value as readonly unknown[]) {
    if (member instanceof Promise) {
      // Whoever completes it may come a turn later, or never: a failure that nobody watches ends the process.
      member.catch(() => undefined);
    }
  }
  values.take(each * value.length);
  return inTurns(value, each, values);
}

/** The list, or promises of its members, or of all of it, where some must wait for their turn. */
function inTurns(list: readonly unknown[], each: number, values: ValueBudget): unknown {
  const size = Math.ceil(VALUES_PER_TURN / each);
  if (list.length <= size) {
    const turn = values.turnOf(each * list.length);
    return turn ? whenDue(turn, list, values) : list;
  }
  let turn: Promise<void> | undefined;
  return list.map((member, index) => {
    if (index % size === 0) {
      turn = values.turnOf(each * Math.min(size, list.length - index));
    }
    return turn ? whenDue(turn, member, values) : member;
  });
}

/** By then others may have taken too much, so that this need not be completed any more. */
async function whenDue<T>(turn: Promise<void>, value: T, values: ValueBudget): Promise<T> {
  await turn;
  values.check();
  return value;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const known = new WeakMap<FieldNode, number>();

/** Fields that each member of a list has, without those of lists below. Of several object types, the largest counts. */
function fieldsBelow({ fieldNodes, fragments, schema, returnType }: GraphQLResolveInfo): number {
  const type = getNamedType(returnType);
  const count = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): number => {
    let own = 0;
    const byType = new Map<string, number>();
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        own += 1 + (selection.selectionSet ? countField(selection, selection.selectionSet, parent) : 0);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = part?.typeCondition?.name.value ?? '';
      const partType = condition === '' ? parent : schema.getType(condition);
      const below = part ? count(part.selectionSet, partType) : 0;
      if (partType === parent || !isObjectType(partType)) {
        own += below;
      } else {
        byType.set(condition, (byType.get(condition) ?? 0) + below);
      }
    }
    return own + Math.max(0, ...byType.values());
  };
  const countField = (
    node: FieldNode,
    selectionSet: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
  ): number => {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // A list below takes from the budget itself, once it is known how long it is.
    return field && !isListType(getNullableType(field.type)) ? count(selectionSet, getNamedType(field.type)) : 0;
  };
  let total = 0;
  for (const node of fieldNodes) {
    const fields = known.get(node) ?? (node.selectionSet ? count(node.selectionSet, type) : 0);
    known.set(node, fields);
    total += fields;
  }
  return total;
}
