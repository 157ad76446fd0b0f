import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

import { Mistakes } from './input.js';

/** A member of the answers to an operation. */
export interface Shape {
  /** Name in the answer: the alias, where there is one. */
  readonly name: string;
  readonly isList: boolean;
  /** Whether its items are records, or edges to them. */
  readonly holdsRecords: boolean;
  /** Members of its objects; undefined for scalars. */
  readonly fields: readonly Shape[] | undefined;
}

interface Place {
  readonly type: GraphQLNamedType;
  readonly selections: SelectionSetNode;
}

const META_FIELDS = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map(({ name, type }) => [name, type]),
);

/** Returns the members of the answers to an operation, in the order of its selections. */
export function shapeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Shape[] {
  const type = schema.getRootType(operation.operation);
  return type ? new ShapeReader(schema, document).fieldsOf([{ type, selections: operation.selectionSet }]) : [];
}

class ShapeReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  fieldsOf(places: readonly Place[]): readonly Shape[] {
    const found = new Map<string, { readonly type: GraphQLOutputType; readonly below: Place[] }>();
    for (const place of places) {
      this.#collect(place, found);
    }
    return [...found].map(([name, { type, below }]) => {
      const named = getNamedType(type);
      return {
        name,
        isList: isListType(getNullableType(type)),
        holdsRecords: this.#isRecord(named),
        fields: isCompositeType(named) ? this.fieldsOf(below) : undefined,
      };
    });
  }

  /** Merges fields of the same name, wherever fragments select them. */
  #collect(
    { type, selections }: Place,
    found: Map<string, { readonly type: GraphQLOutputType; readonly below: Place[] }>,
  ): void {
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const fieldType = fieldTypeOf(type, name);
        if (fieldType) {
          const member = selection.alias?.value ?? name;
          const known = found.get(member) ?? { type: fieldType, below: [] };
          found.set(member, known);
          if (selection.selectionSet) {
            known.below.push({ type: getNamedType(fieldType), selections: selection.selectionSet });
          }
        }
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (fragment) {
        const condition = fragment.typeCondition?.name.value;
        const fragmentType = condition === undefined ? type : this.#schema.getType(condition);
        this.#collect({ type: fragmentType ?? type, selections: fragment.selectionSet }, found);
      }
    }
  }

  #isRecord(type: GraphQLNamedType): boolean {
    if (!isObjectType(type) && !isInterfaceType(type)) {
      return false;
    }
    const all = this.#schema.getType('Node');
    const isNode = (each: GraphQLNamedType): boolean =>
      each === all ||
      ((isObjectType(each) || isInterfaceType(each)) && each.getInterfaces().some((one) => one === all));
    const node = type.getFields().node?.type;
    return isNode(type) || (node !== undefined && isNode(getNamedType(node)));
  }
}

function fieldTypeOf(type: GraphQLNamedType, name: string): GraphQLOutputType | undefined {
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
  return own ?? META_FIELDS.get(name);
}

/** Names of the members from the root of an answer to a list. */
export type RowsPath = readonly string[];

/**
 * Finds the list whose items become lines or rows: the one at a path, else the first list of records or edges from the
 * root, else the first list of other objects. Undefined where there is none: the answer is then one item.
 *
 * @param written - Dotted path, such as `gene.pubmed.nodes`.
 * @throws Mistakes when no list of objects has this path.
 */
export function rowsPath(shape: readonly Shape[], written?: string): RowsPath | undefined {
  const lists = [...objectLists(shape, [])];
  if (written === undefined) {
    return (
      lists.find(({ list, within }) => list.holdsRecords && within === 0) ?? lists.find(({ within }) => within === 0)
    )?.path;
  }
  const found = lists.find(({ path }) => path.join('.') === written);
  if (!found) {
    const known = lists.map(({ path }) => path.join('.')).join(', ');
    throw new Mistakes(
      `--rows: no list of objects at ${written}.${known === '' ? '' : ` Lists of this operation: ${known}.`}`,
    );
  }
  return found.path;
}

interface Found {
  readonly path: RowsPath;
  readonly list: Shape;
  /** Number of lists around it. */
  readonly within: number;
}

function* objectLists(fields: readonly Shape[], path: RowsPath, within = 0): Generator<Found, void> {
  for (const field of fields) {
    if (field.fields) {
      const here = [...path, field.name];
      if (field.isList) {
        yield { path: here, list: field, within };
      }
      yield* objectLists(field.fields, here, within + (field.isList ? 1 : 0));
    }
  }
}
