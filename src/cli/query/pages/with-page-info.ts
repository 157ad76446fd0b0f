import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  separateOperations,
  visit,
} from 'graphql';

import type { Shape } from '../../../rows/shape.js';
import { connectionsIn } from './connections.js';

const PAGE_INFO = selectionOf('pageInfo { hasNextPage hasPreviousPage endCursor }');

/**
 * The operation, selecting also whether its lists are longer than their pages. Where it gives another meaning to the name
 * `pageInfo`, that is not known of the list.
 */
export function withPageInfo(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  shape: readonly Shape[],
): DocumentNode {
  const added = new Map<FieldNode, readonly SelectionNode[]>();
  for (const { shape: connection } of connectionsIn(shape)) {
    if (isFree(connection, 'pageInfo')) {
      for (const node of connection.nodes) {
        added.set(node, PAGE_INFO);
      }
    }
  }
  return added.size === 0 ? document : selecting(document, operation, added);
}

function selecting(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  added: ReadonlyMap<FieldNode, readonly SelectionNode[]>,
): DocumentNode {
  const alone = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  return visit(alone, {
    Field: {
      enter(node) {
        const more = added.get(node);
        if (!more || !node.selectionSet) {
          return undefined;
        }
        const selections = [...node.selectionSet.selections, ...more];
        return { ...node, selectionSet: { ...node.selectionSet, selections } };
      },
    },
  });
}

function isFree({ fields = [] }: Shape, name: string): boolean {
  return fields.every((each) => each.name !== name || each.field === name);
}

function selectionOf(text: string): readonly SelectionNode[] {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}
