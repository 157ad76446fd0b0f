import { type ASTNode, type FieldNode, Kind, parse, print, visit } from 'graphql';

/** No list that the examples ask the sample for is longer, and two levels of it stay below what an operation may ask. */
const LONGEST = '500';

/**
 * The same operation with all pages in one and the uids of all records: other clients know no pages, and their ids are
 * what can be compared.
 */
export function withWholeLists(query: string): string {
  return print(
    visit(parse(query), {
      VariableDefinition: ({ variable }) => (variable.name.value === 'first' ? null : undefined),
      Field: (field) => {
        if (isNode(field)) {
          return withSelected(field, 'uid');
        }
        return isConnection(field) ? withAll(field) : undefined;
      },
    }),
  );
}

/** A record inside a connection; `nodes(ids:)` at the root is none. */
function isNode({ name, arguments: given }: FieldNode): boolean {
  return ['node', 'nodes'].includes(name.value) && given?.length === 0;
}

function isConnection({ selectionSet }: FieldNode): boolean {
  return selects(selectionSet, 'nodes') || selects(selectionSet, 'edges');
}

function selects(selectionSet: FieldNode['selectionSet'], name: string): boolean {
  return (
    selectionSet?.selections.some((each: ASTNode) => each.kind === Kind.FIELD && each.name.value === name) ?? false
  );
}

function withSelected(field: FieldNode, name: string): FieldNode {
  const selections = field.selectionSet?.selections ?? [];
  const added: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
  return selects(field.selectionSet, name)
    ? field
    : { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: [added, ...selections] } };
}

function withAll(field: FieldNode): FieldNode {
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'first');
  const most = { kind: Kind.INT, value: LONGEST } as const;
  return {
    ...field,
    arguments: [...others, { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'first' }, value: most }],
  };
}
