import { type DefinitionNode, type DocumentNode, Kind, type TypeNode, visit } from 'graphql';

/**
 * The part of a schema that is about some databases: without the types of others, the fields that lead to them, and
 * what nothing leads to any more.
 *
 * @param owners - Databases by the names of their types.
 */
export function sliceOf(
  schema: DocumentNode,
  owners: ReadonlyMap<string, string>,
  databases: ReadonlySet<string>,
): DocumentNode {
  const isOutside = outsideOf(schema, (name) => {
    const owner = owners.get(name);
    return owner !== undefined && !databases.has(owner);
  });
  const inside: DocumentNode = visit(schema, {
    ObjectTypeDefinition: ({ name }) => (isOutside(name.value) ? null : undefined),
    FieldDefinition: ({ type }) => (isOutside(namedType(type)) ? null : false),
  });
  const reached = reachedTypes(inside, owners);
  return {
    ...inside,
    definitions: inside.definitions.filter((each) => !('name' in each) || reached.has(nameOf(each))),
  };
}

/**
 * Whether fields of a type may give what a slice does not have: types of other databases, interfaces that those implement,
 * and what is made of such interfaces alone, as the pages and paths of any record.
 */
function outsideOf({ definitions }: DocumentNode, isOther: (name: string) => boolean): (name: string) => boolean {
  const objects = definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
  const open = new Set(
    objects.flatMap(({ name, interfaces = [] }) =>
      isOther(name.value) ? interfaces.map((each) => each.name.value) : [],
    ),
  );
  // An object without a field that it always has says nothing; its other fields tell of the same records.
  const holders = objects.filter(({ interfaces = [] }) => interfaces.length === 0);
  for (let before = -1; before < open.size;) {
    before = open.size;
    for (const { name, fields = [] } of holders) {
      if (fields.some(({ type }) => type.kind === Kind.NON_NULL_TYPE && open.has(namedType(type)))) {
        open.add(name.value);
      }
    }
  }
  return (name) => isOther(name) || open.has(name);
}

/** The types that the roots lead to, and records: those that only fields of any record can hold are part of a slice, too. */
function reachedTypes({ definitions }: DocumentNode, owners: ReadonlyMap<string, string>): ReadonlySet<string> {
  const byName = new Map(definitions.map((definition) => [nameOf(definition), definition]));
  const reached = new Set<string>();
  const ways = definitions.flatMap((each) =>
    each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION
      ? (each.operationTypes?.map(({ type }) => type.name.value) ?? [])
      : [],
  );
  ways.push(...[...byName.keys()].filter((name) => owners.has(name)));
  for (let name = ways.pop(); name !== undefined; name = ways.pop()) {
    const definition = byName.get(name);
    if (definition && !reached.has(name)) {
      reached.add(name);
      visit(definition, {
        NamedType: ({ name: { value } }) => {
          ways.push(value);
        },
      });
    }
  }
  return reached;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition ? definition.name.value : '';
}
