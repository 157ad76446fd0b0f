import { collectFields, collectSubFields } from '@graphql-tools/utils';
import {
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

import { turns } from '../../turns.js';

/** Time that is spent on a response before other work has its turn, in milliseconds. */
const TURN_MS = 4;
/** Objects after which the clock is looked at. */
const OBJECTS_PER_LOOK = 50;

const META: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  [SchemaMetaFieldDef.name]: SchemaMetaFieldDef,
  [TypeMetaFieldDef.name]: TypeMetaFieldDef,
  [TypeNameMetaFieldDef.name]: TypeNameMetaFieldDef,
};

type Groups = ReadonlyMap<string, FieldNode[]>;
interface Variables {
  readonly coerced: Record<string, unknown>;
  readonly sources: Record<string, never>;
}

/** A field to be written, for each object of a place. */
interface Step {
  readonly start: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLOutputType;
  readonly args: Readonly<Record<string, unknown>>;
  readonly info: GraphQLResolveInfo;
  readonly nodes: FieldNode[];
}

/** What a query is about. */
interface Place {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
  readonly root: GraphQLObjectType;
}

/** Thrown when a response gets longer than allowed. */
export class TooLong extends Error {}

/** The part of a query that is about the schema itself. */
export class Introspection {
  /** Whether nothing else is queried. */
  readonly isWhole: boolean;
  readonly #schema: GraphQLSchema;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #operation: OperationDefinitionNode;
  readonly #root: GraphQLObjectType;
  readonly #groups: Groups;
  /** By the nodes, which belong to one type. */
  readonly #steps = new Map<FieldNode[], readonly Step[]>();
  #chunks: string[] = [];
  #length = 0;

  private constructor({ schema, operation, fragments, variables, root }: Place) {
    this.#schema = schema;
    this.#operation = operation;
    this.#fragments = fragments;
    this.#variables = { coerced: variables, sources: {} };
    this.#root = root;
    const all = mergedGroups(collectFields(schema, fragments, this.#variables, this.#root, operation.selectionSet));
    this.#groups = new Map([...all].filter(([, [node]]) => node && node.name.value in META));
    this.isWhole = this.#groups.size === all.size;
  }

  /** Undefined where a query does not select `__schema` or `__type`. */
  static of(
    args: ExecutionArgs,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): Introspection | undefined {
    const { schema, document } = args;
    const root = schema.getQueryType();
    if (!root) {
      return undefined;
    }
    const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        fragments[definition.name.value] = definition;
      }
    }
    const introspection = new Introspection({ schema, operation, fragments, variables, root });
    return [...introspection.#groups.values()].some(([node]) => node?.name.value !== TypeNameMetaFieldDef.name)
      ? introspection
      : undefined;
  }

  /**
   * Gives the data as JSON.
   *
   * @throws {@link TooLong} as soon as it has more characters than allowed.
   */
  writeNow(maxLength: number): string {
    const steps = this.#object(this.#stepsOf(this.#root, this.#groups), undefined, maxLength);
    while (steps.next().done !== true) {
      // To the end, without a rest.
    }
    return this.#text();
  }

  /** As {@link writeNow}, but lets other work have its turn. */
  async write(maxLength: number): Promise<string> {
    const steps = this.#object(this.#stepsOf(this.#root, this.#groups), undefined, maxLength);
    let [since, objects] = [performance.now(), 0];
    while (steps.next().done !== true) {
      objects += 1;
      if (objects % OBJECTS_PER_LOOK === 0 && performance.now() - since > TURN_MS) {
        await turns.next();
        since = performance.now();
      }
    }
    return this.#text();
  }

  #text(): string {
    const text = this.#chunks.join('');
    this.#chunks = [];
    return text;
  }

  #put(text: string, maxLength: number): void {
    this.#length += text.length;
    if (this.#length > maxLength) {
      throw new TooLong();
    }
    this.#chunks.push(text);
  }

  /** Writes an object, and yields after each. */
  *#object(steps: readonly Step[], source: unknown, maxLength: number): Generator<void, void> {
    let separator = '{';
    for (const { start, field, type, args, info, nodes } of steps) {
      this.#put(separator + start, maxLength);
      separator = ',';
      const value: unknown = field.resolve
        ? field.resolve(source, args, undefined, info)
        : (source as Readonly<Record<string, unknown>>)[field.name];
      yield* this.#value(type, value, nodes, maxLength);
    }
    this.#put(separator === '{' ? '{}' : '}', maxLength);
    yield;
  }

  *#value(type: GraphQLOutputType, value: unknown, nodes: FieldNode[], maxLength: number): Generator<void, void> {
    if (value === null || value === undefined) {
      this.#put('null', maxLength);
    } else if (isListType(type)) {
      const inner = getNullableType(type.ofType as GraphQLOutputType);
      let separator = '[';
      for (const member of value as Iterable<unknown>) {
        this.#put(separator, maxLength);
        separator = ',';
        yield* this.#value(inner, member, nodes, maxLength);
      }
      this.#put(separator === '[' ? '[]' : ']', maxLength);
    } else if (isLeafType(type)) {
      this.#put(JSON.stringify(type.serialize(value)), maxLength);
    } else if (isObjectType(type)) {
      yield* this.#object(this.#stepsBelow(type, nodes), value, maxLength);
    }
  }

  /** The fields of all objects of a type in one place of the query. */
  #stepsBelow(type: GraphQLObjectType, nodes: FieldNode[]): readonly Step[] {
    const known = this.#steps.get(nodes);
    if (known) {
      return known;
    }
    const groups = mergedGroups(collectSubFields(this.#schema, this.#fragments, this.#variables, type, nodes));
    const steps = this.#stepsOf(type, groups);
    this.#steps.set(nodes, steps);
    return steps;
  }

  #stepsOf(parentType: GraphQLObjectType, groups: Groups): readonly Step[] {
    return [...groups].flatMap(([name, nodes]) => {
      const [node] = nodes;
      const field = node && (META[node.name.value] ?? parentType.getFields()[node.name.value]);
      return node && field
        ? [
            {
              start: `${JSON.stringify(name)}:`,
              field,
              type: getNullableType(field.type),
              args: getArgumentValues(field, node, this.#variables.coerced),
              info: this.#info(field, parentType, nodes),
              nodes,
            },
          ]
        : [];
    });
  }

  #info(
    field: GraphQLField<unknown, unknown>,
    parentType: GraphQLObjectType,
    fieldNodes: FieldNode[],
  ): GraphQLResolveInfo {
    return {
      fieldName: field.name,
      fieldNodes,
      returnType: field.type,
      parentType,
      path: { prev: undefined, key: field.name, typename: parentType.name },
      schema: this.#schema,
      fragments: this.#fragments,
      rootValue: undefined,
      operation: this.#operation,
      variableValues: this.#variables.coerced,
    };
  }
}

/** What `@defer` puts off is as good as at hand. */
function mergedGroups({ fields, patches }: ReturnType<typeof collectSubFields>): Groups {
  if (patches.length === 0) {
    return fields;
  }
  const merged = new Map(fields);
  for (const patch of patches) {
    for (const [name, nodes] of patch.fields) {
      merged.set(name, [...(merged.get(name) ?? []), ...nodes]);
    }
  }
  return merged;
}
