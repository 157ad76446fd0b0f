import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  separateOperations,
  visit,
} from 'graphql';

import { type Shape, shapeOf } from './shape.js';
import { connectionsIn } from './connections.js';

/** An operation that selects also what paging needs. */
export interface PagedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly shape: readonly Shape[];
}

const PAGE_INFO = selectionOf('pageInfo { hasNextPage hasPreviousPage endCursor }');
const TOTAL_COUNT = selectionOf('totalCount');
const ID = selectionOf('id');

/**
 * The operation, selecting also whether its lists are longer than their pages. Where it gives another meaning to the name
 * `pageInfo`, that is not known of the list.
 *
 * @param pageSize - Length of all pages, which also makes the records tell their ids. Without it, pages stay as they are.
 */
export function pagedOperation(
  schema: GraphQLSchema,
  { document, operation }: Pick<PagedOperation, 'document' | 'operation'>,
  pageSize?: number,
): PagedOperation {
  const changes = new Map<FieldNode, Change>();
  const change = ({ nodes, fields = [] }: Shape, name: string, made: Change): void => {
    // An alias of this name means something else.
    if (fields.every((each) => each.name !== name || each.field === name)) {
      for (const node of nodes) {
        const { added = [], first } = changes.get(node) ?? {};
        changes.set(node, { added: [...added, ...(made.added ?? [])], first: first ?? made.first });
      }
    }
  };
  for (const { shape, way } of connectionsIn(shapeOf(schema, document, operation))) {
    change(shape, 'pageInfo', { added: PAGE_INFO, first: pageSize });
    const type = schema.getType(shape.type);
    if (pageSize !== undefined && isObjectType(type) && type.getFields().totalCount) {
      change(shape, 'totalCount', { added: TOTAL_COUNT });
    }
    for (const above of pageSize === undefined ? [] : way.filter(({ isNode }) => isNode)) {
      change(above, 'id', { added: ID });
    }
  }
  const name = operation.name?.value;
  const alone = changes.size === 0 ? document : (separateOperations(document)[name ?? ''] ?? document);
  const changed = withoutUnused(visit(alone, { Field: { enter: (node) => changedField(node, changes.get(node)) } }));
  const own = getOperationAST(changed, name) ?? operation;
  return { document: changed, operation: own, shape: shapeOf(schema, changed, own) };
}

/** What a field gets. */
interface Change {
  readonly added?: readonly SelectionNode[];
  readonly first?: number | undefined;
}

function changedField(node: FieldNode, change: Change | undefined): FieldNode | undefined {
  if (!change || !node.selectionSet) {
    return undefined;
  }
  const { added = [], first } = change;
  const selections = [...node.selectionSet.selections, ...added];
  const paged = first === undefined ? {} : { arguments: withArguments(node, { first: String(first) }) };
  return { ...node, ...paged, selectionSet: { ...node.selectionSet, selections } };
}

/** The arguments of a field with another page size, from the start. */
function withArguments({ arguments: given = [] }: FieldNode, { first }: { readonly first: string }) {
  return [
    ...given.filter(({ name }) => name.value !== 'first'),
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'first' },
      value: { kind: Kind.INT, value: first },
    } as const,
  ];
}

/** The document without variables and fragments that nothing uses. */
export function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    // Definitions are no uses.
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}

function selectionOf(text: string): readonly SelectionNode[] {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}
