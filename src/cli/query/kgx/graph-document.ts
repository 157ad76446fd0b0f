import {
  type FieldNode,
  getNamedType,
  getOperationAST,
  type GraphQLFormattedError,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  separateOperations,
  visit,
} from 'graphql';

import { codeOf } from '../../../rows/failures.js';
import { type Shape, shapeOf } from '../../../rows/shape.js';
import { nameIn } from '../../../schema/core/type-prefix.js';
import type { ValidDocument } from '../parts.js';

/** Members that are selected of each record. */
export const RECORD = {
  curie: 'entrezCurie',
  db: 'entrezDb',
  uid: 'entrezUid',
  title: 'entrezTitle',
  symbol: 'entrezSymbol',
} as const;

/** Members that are selected of lists of links, and of steps of paths. */
export const LINK = { name: 'entrezLink', edges: 'entrezEdges', from: 'entrezFrom', to: 'entrezTo' } as const;

/** The operation, selecting also what the nodes and edges of a knowledge graph are made of. */
export function graphDocument(schema: GraphQLSchema, { document, operation }: ValidDocument): ValidDocument {
  const name = operation.name?.value;
  const alone = separateOperations(document)[name ?? ''] ?? document;
  const added = new Map<FieldNode, readonly SelectionNode[]>();
  const additionsOf = additions(schema);
  const collect = (shapes: readonly Shape[]): void => {
    for (const shape of shapes) {
      const more = additionsOf(shape);
      shape.nodes.forEach((node) => added.set(node, more));
      collect(shape.fields ?? []);
    }
  };
  collect(shapeOf(schema, alone, getOperationAST(alone, name) ?? operation));
  const whole = visit(alone, {
    Field: {
      enter: (node) => {
        const { selectionSet } = node;
        const more = added.get(node) ?? [];
        return selectionSet && more.length > 0
          ? { ...node, selectionSet: { ...selectionSet, selections: [...selectionSet.selections, ...more] } }
          : undefined;
      },
    },
  });
  return { text: print(whole), document: whole, operation: getOperationAST(whole, name) ?? operation };
}

/** Whether an error says that a record has no name since NCBI does not have it: links lead to such records, too. */
export function isOfGoneRecord(error: GraphQLFormattedError): boolean {
  const added: readonly unknown[] = Object.values(RECORD);
  return codeOf(error) === 'UNKNOWN_ID' && added.includes(error.path?.at(-1));
}

/** What is to be selected of a member besides. */
function additions(schema: GraphQLSchema): (shape: Shape) => readonly SelectionNode[] {
  const record = `... on ${nameIn(schema, 'Record')} {
    ${RECORD.curie}: curie ${RECORD.db}: db ${RECORD.uid}: uid ${RECORD.title}: title
    ... on ${nameIn(schema, 'Gene')} { ${RECORD.symbol}: symbol }
  }`;
  const ofRecord = selectionsIn(record);
  const ofLink = selectionsIn(`${LINK.name}: linkName`);
  const ofLinks = selectionsIn(`${LINK.edges}: edges { ${LINK.name}: linkName }`);
  const ofStep = selectionsIn(`${LINK.name}: linkName ${LINK.from}: from { ${record} } ${LINK.to}: to { ${record} }`);
  const has = (typeName: string, ...fields: readonly string[]): boolean => {
    const type = schema.getType(typeName);
    return isObjectType(type) && fields.every((field) => type.getFields()[field] !== undefined);
  };
  return ({ type, isNode, isConnection, fields = [] }) => {
    if (isNode) {
      return ofRecord;
    }
    if (isConnection) {
      const connection = schema.getType(type);
      const edge = isObjectType(connection) ? connection.getFields().edges?.type : undefined;
      const hasNodes = fields.some(({ field }) => field === 'nodes');
      return hasNodes && edge && has(getNamedType(edge).name, 'linkName') ? ofLinks : [];
    }
    if (has(type, 'linkName', 'from', 'to')) {
      return ofStep;
    }
    return has(type, 'linkName', 'node') ? ofLink : [];
  };
}

function selectionsIn(text: string): readonly SelectionNode[] {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}
