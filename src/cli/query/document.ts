import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

import { parseDocument } from '../../schema/limits/document-limits.js';
import type { Gateway } from '../../server/gateway.js';

/** What is wrong with a document or its variables; one line for each mistake. */
export class Mistakes extends Error {
  override readonly name = 'Mistakes';
}

/** An operation that can be executed, if its variables are right. */
export interface Written {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Reads a document as the server would.
 *
 * @param file - What mistakes call it.
 * @param operationName - Which operation is meant, where it holds several.
 * @throws Mistakes with the place of each, as `file:line:column`.
 */
export function readDocument(gateway: Gateway, text: string, file: string, operationName?: string): Written {
  let document: DocumentNode;
  try {
    document = parseDocument(text);
  } catch (error) {
    throw error instanceof GraphQLError ? mistakesIn(file, [error]) : error;
  }
  const operation = chooseOperation(document, file, operationName);
  const { validate } = envelopedBy(gateway, operation.name?.value);
  const mistakes = validate(gateway.schema, document) as readonly GraphQLError[];
  if (mistakes.length > 0) {
    throw mistakesIn(file, mistakes);
  }
  return { text, document, operation };
}

/**
 * Refuses variables that the operation does not have, lacks, or has with another type.
 *
 * @throws Mistakes naming each variable.
 */
export function checkVariables(
  schema: GraphQLSchema,
  { operation }: Written,
  variables: Readonly<Record<string, unknown>>,
): void {
  const declared = operation.variableDefinitions ?? [];
  const names = declared.map(({ variable }) => variable.name.value);
  const unknown = Object.keys(variables).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const known = names.length === 0 ? 'It has none.' : `It has ${names.map((name) => `$${name}`).join(', ')}.`;
    throw new Mistakes(`The operation has no variable ${unknown.map((name) => `$${name}`).join(', ')}. ${known}`);
  }
  const { errors } = getVariableValues(schema, declared, { ...variables });
  if (errors) {
    throw new Mistakes(errors.map(({ message }) => message).join('\n'));
  }
}

/** The functions of the server's GraphQL, with everything that its plugins do to them. */
export function envelopedBy({ yoga }: Gateway, operationName: string | undefined) {
  // What is not for a stream is answered as a whole: parts have no place in a file.
  const request = new Request('http://localhost/graphql', { method: 'POST', headers: { accept: 'application/json' } });
  return { request, ...yoga.getEnveloped({ request, params: { operationName } }) };
}

function chooseOperation(document: DocumentNode, file: string, name: string | undefined): OperationDefinitionNode {
  const chosen = getOperationAST(document, name);
  if (chosen) {
    return chosen;
  }
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? []) : [],
  );
  if (name !== undefined) {
    throw new Mistakes(`${file} has no operation ${name}${names.length > 0 ? `, but ${names.join(', ')}` : ''}.`);
  }
  throw new Mistakes(
    names.length === 0
      ? `${file} has no operation.`
      : `${file} has several operations. Say with --operation which is meant: ${names.join(', ')}.`,
  );
}

function mistakesIn(file: string, errors: readonly GraphQLError[]): Mistakes {
  const lines = errors.map(({ message, locations }) => {
    const [place] = locations ?? [];
    return place ? `${file}:${place.line}:${place.column}: ${message}` : `${file}: ${message}`;
  });
  return new Mistakes(lines.join('\n'));
}
