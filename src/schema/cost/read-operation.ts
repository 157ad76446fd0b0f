import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import { badInput } from '../core/arguments.js';
import { refuseInexactNumbers } from '../core/exact-numbers.js';
import { documentExcess, parseDocument, fragmentsOf } from '../limits/document-limits.js';
import { countNodes } from '../limits/node-limit.js';
import { validateDocument } from '../limits/validation.js';
import { variableValuesOf } from '../limits/variable-values.js';

/** An operation as a caller writes it. */
export interface WrittenOperation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** An operation that could be executed. */
export interface PlannedOperation {
  readonly schema: GraphQLSchema;
  readonly queryType: GraphQLObjectType;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** Mistakes that a message tells. */
const MISTAKES_TOLD = 3;

/**
 * Reads an operation as a server would before executing it.
 *
 * @throws EntrezError `BAD_USER_INPUT` with the place of the mistake; `OPERATION_TOO_LARGE`.
 */
export function readOperation(
  { query, variables, operationName }: WrittenOperation,
  schema: GraphQLSchema,
): PlannedOperation {
  const document = parse(query);
  refuse(documentExcess(schema, document));
  refuse(validateDocument(schema, document));
  const operation = chooseOperation(document, operationName);
  const queryType = schema.getQueryType();
  if (!queryType || operation.operation !== OperationTypeNode.QUERY) {
    throw badInput('query', operation.operation, 'Use an operation of the kind query.');
  }
  const given = variables ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw badInput('variables', JSON.stringify(given), 'Use an object with a member for each variable.');
  }
  refuseInexactNumbers(given, 'variables');
  const values = variableValuesOf(schema, operation, { ...given });
  refuse(values.errors ?? []);
  // Refuses what has too many fields to be walked through, its fragments spread out.
  countNodes({ schema, document, operationName: operation.name?.value, variableValues: { ...given } });
  return {
    schema,
    queryType,
    operation,
    fragments: Object.fromEntries(fragmentsOf(document)),
    variableValues: values.coerced ?? {},
  };
}

function parse(query: string): DocumentNode {
  try {
    return parseDocument(query);
  } catch (error) {
    refuse(error instanceof GraphQLError ? [error] : []);
    throw error;
  }
}

function chooseOperation(document: DocumentNode, operationName: string | null | undefined): OperationDefinitionNode {
  const chosen = getOperationAST(document, operationName);
  if (chosen) {
    return chosen;
  }
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? []) : [],
  );
  if (names.length === 0) {
    throw new EntrezError('BAD_USER_INPUT', 'Argument "query" has no operation. Use a document with an operation.');
  }
  const remedy = `Use the name of an operation of the document: ${names.join(', ')}.`;
  throw operationName == null
    ? new EntrezError('BAD_USER_INPUT', `Argument "operationName" is missing. ${remedy}`)
    : badInput('operationName', operationName, remedy);
}

/** Mistakes in the text are mistakes of the argument that holds it; what is too large stays that. */
function refuse(mistakes: readonly GraphQLError[]): void {
  const [first] = mistakes;
  if (!first) {
    return;
  }
  if (first.extensions.code === 'OPERATION_TOO_LARGE') {
    throw new EntrezError('OPERATION_TOO_LARGE', `Argument "query": ${first.message}`);
  }
  const told = mistakes.slice(0, MISTAKES_TOLD).map(describe).join(' ');
  const more = mistakes.length > MISTAKES_TOLD ? ` And ${mistakes.length - MISTAKES_TOLD} more.` : '';
  throw new EntrezError('BAD_USER_INPUT', `Argument "query" cannot be executed. ${told}${more}`);
}

function describe({ message, locations }: GraphQLError): string {
  const [place] = locations ?? [];
  return place ? `Line ${place.line}, column ${place.column}: ${message}` : message;
}
