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

/** A member that answers to an operation may have. */
export interface Shape {
  /** Its name in the answer: the alias, where there is one. */
  readonly name: string;
  readonly isList: boolean;
  /** Whether it holds records, or edges to them. */
  readonly holdsRecords: boolean;
  /** What its objects have; undefined for values. */
  readonly fields: readonly Shape[] | undefined;
}

interface Place {
  readonly type: GraphQLNamedType;
  readonly selections: SelectionSetNode;
}

const META_FIELDS = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map(({ name, type }) => [name, type]),
);

/** The members of the answers to an operation, in the order in which it names them. */
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

  /** Fields of the same name are one member, wherever fragments select it. */
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
