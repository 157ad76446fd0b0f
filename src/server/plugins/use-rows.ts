import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { type Plugin, processRegularResult } from 'graphql-yoga';

import { placeFailures } from '../../rows/failures.js';
import { ndjsonWriter } from '../../rows/ndjson-writer.js';
import type { RowsWriter } from '../../rows/piece.js';
import { RowsError } from '../../rows/rows-error.js';
import { linesPath, rowsPath } from '../../rows/rows-path.js';
import { type Shape, shapeOf } from '../../rows/shape.js';
import { Table } from '../../rows/table.js';
import { csvWriter, tsvWriter } from '../../rows/text-writers.js';
import { type RowsType, rowsTypeOf } from '../accept/rows-type.js';

/** Header that names the list whose items become rows: a dotted path. */
export const ROWS_HEADER = 'x-entrez-rows';

const CONTENT_TYPES: Readonly<Record<RowsType, string>> = {
  'text/csv': 'text/csv; charset=utf-8; header=present',
  'text/tab-separated-values': 'text/tab-separated-values; charset=utf-8',
  'application/x-ndjson': 'application/x-ndjson; charset=utf-8',
};

const JSON_TYPE = 'application/graphql-response+json';

/**
 * Sends the responses to clients that prefer rows as CSV, TSV or NDJSON, piece by piece. What is refused before it is
 * executed is JSON, with its status.
 */
export function useRows(): Plugin {
  const writers = new WeakMap<Request, RowsWriter>();
  return {
    onExecute({ args, context, setResultAndStopExecution }) {
      const { request } = context as { readonly request?: Request };
      const type = request && rowsTypeOf(request.headers.get('accept'));
      const document = args.document as DocumentNode;
      const operation = getOperationAST(document, args.operationName as string | undefined);
      if (!request || !type || !operation) {
        return;
      }
      try {
        const shape = shapeOf(args.schema as GraphQLSchema, document, operation);
        writers.set(request, writerOf(type, shape, request.headers.get(ROWS_HEADER) ?? undefined));
      } catch (error) {
        if (!(error instanceof RowsError)) {
          throw error;
        }
        const extensions = { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } };
        setResultAndStopExecution({ errors: [new GraphQLError(`${ROWS_HEADER}: ${error.message}`, { extensions })] });
      }
    },
    onResultProcess(payload) {
      const { request, result } = payload;
      const type = rowsTypeOf(request.headers.get('accept'));
      if (!type || Array.isArray(result) || Symbol.asyncIterator in result) {
        return;
      }
      const writer = writers.get(request);
      if (!writer || (result as ExecutionResult).data === undefined) {
        payload.setResultProcessor(
          (refused, fetchAPI) => processRegularResult(refused as ExecutionResult, fetchAPI, JSON_TYPE),
          JSON_TYPE,
        );
        return;
      }
      const headers = { 'content-type': CONTENT_TYPES[type], vary: ROWS_HEADER };
      payload.setResultProcessor(
        (answer, { Response }) => new Response(streamOf(textsOf(writer, answer as ExecutionResult)), { headers }),
        type,
      );
    },
  };
}

function writerOf(type: RowsType, shape: readonly Shape[], rows: string | undefined): RowsWriter {
  if (type === 'application/x-ndjson') {
    return ndjsonWriter(shape, linesPath(shape, rows));
  }
  const table = new Table(shape, { rows: rowsPath(shape, rows), lists: 'joined', hasInputs: false, hasErrors: true });
  return type === 'text/csv' ? csvWriter(table) : tsvWriter(table);
}

function* textsOf(writer: RowsWriter, { data, errors: given = [] }: ExecutionResult): Generator<string, void> {
  const errors = given.map(shown);
  // Other requests may be sent the same data.
  const own: unknown = errors.length > 0 ? structuredClone(data) : data;
  yield writer.begin();
  yield* writer.add({ data: placeFailures(own, errors), errors });
}

/** An error as clients see it. */
function shown(error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const others = Object.fromEntries(
    Object.entries(extensions ?? {}).filter(([name]) => name !== 'http' && name !== 'unexpected'),
  );
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: others };
}

/** Sends texts no faster than they are read. */
function streamOf(texts: Generator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = texts.next();
      if (next.done) {
        controller.close();
      } else {
        controller.enqueue(encoder.encode(next.value));
      }
    },
  });
}
