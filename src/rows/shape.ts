import {
  type DocumentNode,
  type FieldNode,
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

/** A member of the answers to an operation. */
export interface Shape {
  /** Name in the answer: the alias, where there is one. */
  readonly name: string;
  /** Name of the field in the schema. */
  readonly field: string;
  readonly isList: boolean;
  /** Whether its items are records, or edges to them. */
  readonly holdsRecords: boolean;
  /** Whether it is a page of a longer list. */
  readonly isConnection: boolean;
  /** Named type of its values. */
  readonly type: string;
  /** Whether its values are records. */
  readonly isNode: boolean;
  /** Members of its objects; undefined for scalars. */
  readonly fields: readonly Shape[] | undefined;
  /** Where the operation selects it. */
  readonly nodes: readonly FieldNode[];
  /** The type that it is a field of, for each of the nodes. */
  readonly owners: readonly string[];
}

interface Place {
  readonly type: GraphQLNamedType;
  readonly selections: SelectionSetNode;
}

/** A member while it is collected. */
interface Member {
  readonly field: string;
  readonly type: GraphQLOutputType;
  readonly nodes: FieldNode[];
  readonly owners: string[];
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
    const found = new Map<string, Member>();
    for (const place of places) {
      this.#collect(place, found);
    }
    return [...found].map(([name, { field, type, nodes, owners }]) => {
      const named = getNamedType(type);
      const below = nodes.flatMap(({ selectionSet }) =>
        selectionSet ? [{ type: named, selections: selectionSet }] : [],
      );
      return {
        name,
        field,
        isList: isListType(getNullableType(type)),
        holdsRecords: this.#isRecord(named),
        isConnection: isObjectType(named) && named.getFields().pageInfo !== undefined,
        type: named.name,
        isNode: this.#isNode(named),
        fields: isCompositeType(named) ? this.fieldsOf(below) : undefined,
        nodes,
        owners,
      };
    });
  }

  /** Merges fields of the same name, wherever fragments select them. */
  #collect({ type, selections }: Place, found: Map<string, Member>): void {
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = selection.name.value;
        const fieldType = fieldTypeOf(type, field);
        if (fieldType) {
          const name = selection.alias?.value ?? field;
          const known = found.get(name) ?? { field, type: fieldType, nodes: [], owners: [] };
          found.set(name, known);
          known.nodes.push(selection);
          known.owners.push(type.name);
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
    const node = isObjectType(type) || isInterfaceType(type) ? type.getFields().node?.type : undefined;
    return this.#isNode(type) || (node !== undefined && this.#isNode(getNamedType(node)));
  }

  #isNode(type: GraphQLNamedType): boolean {
    const all = this.#schema.getType('Node');
    return (
      type === all || ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some((one) => one === all))
    );
  }
}

function fieldTypeOf(type: GraphQLNamedType, name: string): GraphQLOutputType | undefined {
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
  return own ?? META_FIELDS.get(name);
}
