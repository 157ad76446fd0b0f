import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

import { parseDocument } from '../../schema/limits/document-limits.js';
import type { Gateway } from '../../server/gateway.js';
import type { PagedOperation } from '../../rows/paged-operation.js';
import { linesPath } from '../../rows/rows-path.js';
import { type Shape, shapeOf } from '../../rows/shape.js';
import { type Input, Mistakes } from './input.js';
import { type InputList, inputLists } from './inputs.js';
import { graphDocument, isOfGoneRecord } from './kgx/graph-document.js';
import { graphWriter } from './kgx/graph-writer.js';
import { allPages, firstPages } from './pages/choose-pages.js';
import { type Parts, partsOf, type ValidDocument } from './parts.js';
import { chooseWriter, type Writer } from './writers.js';

/** A query that can be run. */
export interface PreparedQuery {
  readonly valid: ValidDocument;
  readonly shape: readonly Shape[];
  /** What is executed: it selects also whether lists go on behind their pages. */
  readonly paged: PagedOperation;
  /** Whether all pages are loaded. */
  readonly all: boolean;
  /** Length of further pages. Default: the most that NCBI's lists are cut into. */
  readonly pageSize?: number | undefined;
  readonly parts: Parts;
  /** The lists of an answer that have an item for each input. */
  readonly inputLists: readonly InputList[];
  readonly writer: Writer;
  /** Errors that are none to the caller. */
  readonly ignores?: ((error: GraphQLFormattedError) => boolean) | undefined;
}

/**
 * Finds every mistake that can be found before a request is sent.
 *
 * @throws Mistakes in the document, its variables, its ids or the format.
 */
export function prepareQuery(gateway: Gateway, input: Input): PreparedQuery {
  const { schema } = gateway;
  const { rows, lists, format, all = false, pageSize } = input;
  const valid = format === 'kgx' ? readGraphDocument(gateway, input) : readDocument(gateway, input);
  const parts = partsOf(schema, valid, input.variables, input.ids);
  const shape = shapeOf(schema, valid.document, valid.operation);
  const hasInputs = parts.variable !== undefined;
  const [first] = parts.from(0);
  return {
    valid,
    shape,
    paged: all
      ? allPages(gateway, valid, { variables: first?.variables ?? {}, format, pageSize })
      : firstPages(gateway, valid),
    all,
    pageSize,
    parts,
    inputLists: parts.variable === undefined ? [] : inputLists(shape, parts.variable),
    writer:
      format === 'kgx'
        ? { format, path: linesPath(shape) ?? [], ...graphWriter(gateway.catalog, shape) }
        : chooseWriter(format, shape, { rows, lists, hasInputs }),
    ignores: format === 'kgx' ? isOfGoneRecord : undefined,
  };
}

/**
 * Reads a document, and has it select what graphs are made of.
 *
 * @throws Mistakes, also if that is too much.
 */
function readGraphDocument(gateway: Gateway, input: Input): ValidDocument {
  const flag = Object.entries({ '--rows': input.rows, '--lists': input.lists }).find(
    ([, value]) => value !== undefined,
  );
  if (flag) {
    throw new Mistakes(`${flag[0]} has no meaning in KGX. Choose another --format.`);
  }
  const valid = graphDocument(gateway.schema, readDocument(gateway, input));
  const [mistake] = gateway.validate(valid.document);
  if (mistake) {
    throw new Mistakes(`--format kgx cannot select the names of all records. ${mistake.message}`);
  }
  return valid;
}

/**
 * Parses and validates a document as the server does.
 *
 * @throws Mistakes, each with its place as `file:line:column`.
 */
function readDocument(gateway: Gateway, { text, file, operationName }: Input): ValidDocument {
  let document: DocumentNode;
  try {
    document = parseDocument(text);
  } catch (error) {
    throw error instanceof GraphQLError ? mistakesIn(file, [error]) : error;
  }
  const operation = chooseOperation(document, file, operationName);
  const mistakes = gateway.validate(document);
  if (mistakes.length > 0) {
    throw mistakesIn(file, mistakes);
  }
  return { text, document, operation };
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
    throw new Mistakes(
      `${file} has no operation ${name}.${names.length > 0 ? ` Its operations are ${names.join(', ')}.` : ''}`,
    );
  }
  throw new Mistakes(
    names.length === 0
      ? `${file} has no operation.`
      : `${file} has several operations. Choose one with --operation: ${names.join(', ')}.`,
  );
}

function mistakesIn(file: string, errors: readonly GraphQLError[]): Mistakes {
  const lines = errors.map(({ message, locations }) => {
    const [place] = locations ?? [];
    return place ? `${file}:${place.line}:${place.column}: ${message}` : `${file}: ${message}`;
  });
  return new Mistakes(lines.join('\n'));
}
