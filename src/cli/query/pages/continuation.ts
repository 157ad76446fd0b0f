import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionNode,
  separateOperations,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

import type { Shape } from '../../../rows/shape.js';
import type { Connection } from '../../../rows/connections.js';
import { type PagedOperation, withoutUnused } from '../../../rows/paged-operation.js';

/** Variables of the operations that load further pages. */
export const RECORD_ID = 'entrezRecordId';
export const AFTER = 'entrezAfter';

/** How a list is paged on. */
export interface Continuation {
  readonly connection: Connection;
  readonly document: DocumentNode;
  /** Place on the way of the record that the operation begins with; undefined if it begins at the root. */
  readonly anchor: number | undefined;
  /** Names from the root of its answer to the page. */
  readonly path: readonly string[];
}

/** Most items of a page. */
export const PAGE_SIZE = 1000;

/**
 * The operation that loads further pages of a list: from the record next above it or, if there are no lists above, from the
 * root. Undefined where neither leads there.
 */
export function continuationOf(
  paged: PagedOperation,
  connection: Connection,
  pageSize: number,
  isValid: (document: DocumentNode) => boolean,
): Continuation | undefined {
  const { way, isLast } = connection;
  const list = way.findLastIndex(({ isList }) => isList);
  const anchor = way.findLastIndex(({ isNode }, index) => isNode && index >= list && index < way.length - 1);
  if (isLast || (anchor < 0 && list >= 0)) {
    return undefined;
  }
  const rest = way.slice(anchor + 1);
  const selections = selectionsOf(rest, pageSize);
  const root: SelectionNode = { kind: Kind.FIELD, name: nameOf('node'), arguments: [argument('id', RECORD_ID)] };
  const whole =
    anchor < 0 ? selections : [{ ...root, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const];
  const document = documentOf(paged, whole);
  const names = rest.map(({ name }) => name);
  return isValid(document)
    ? { connection, document, anchor: anchor < 0 ? undefined : anchor, path: anchor < 0 ? names : ['node', ...names] }
    : undefined;
}

/** The fields on the way, the last one with all that is selected of it. */
function selectionsOf([shape, ...rest]: readonly Shape[], pageSize: number): readonly InlineFragmentNode[] {
  return (shape?.nodes ?? []).map((node, index) => ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: nameOf(shape?.owners[index] ?? '') },
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [rest.length > 0 ? leadingTo(node, rest, pageSize) : continued(node, pageSize)],
    },
  }));
}

function leadingTo(
  { directives: _directives, ...node }: FieldNode,
  rest: readonly Shape[],
  pageSize: number,
): FieldNode {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: selectionsOf(rest, pageSize) } };
}

function continued(
  { directives: _directives, arguments: given = [], ...node }: FieldNode,
  pageSize: number,
): FieldNode {
  const kept = given.filter(({ name }) => !['first', 'after'].includes(name.value));
  const size: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: nameOf('first'),
    value: { kind: Kind.INT, value: String(pageSize) },
  };
  return { ...node, arguments: [...kept, size, argument('after', AFTER)] };
}

function documentOf({ document, operation }: PagedOperation, selections: readonly SelectionNode[]): DocumentNode {
  const [own] = parse(`query ($${RECORD_ID}: ID!, $${AFTER}: String) { __typename }`, { noLocation: true }).definitions;
  const added: readonly VariableDefinitionNode[] =
    own?.kind === Kind.OPERATION_DEFINITION ? (own.variableDefinitions ?? []) : [];
  const query: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...added],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [query, ...fragments] };
  return withoutUnused(separateOperations(whole)[''] ?? whole);
}

function argument(name: string, variable: string): ArgumentNode {
  const value: ValueNode = { kind: Kind.VARIABLE, name: nameOf(variable) };
  return { kind: Kind.ARGUMENT, name: nameOf(name), value };
}

function nameOf(value: string) {
  return { kind: Kind.NAME, value } as const;
}
