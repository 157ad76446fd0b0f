import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OverlappingFieldsCanBeMergedRule,
  validate,
} from 'graphql';
import { type Plugin, processRegularResult } from 'graphql-yoga';

import { inSlices, mapInSlices } from '../../eutils/body/slices.js';
import { turns } from '../../turns.js';
import type { CostReport } from '../../loading/operation/cost-report.js';
import { CutLists } from '../../rows/cut-lists.js';
import { placeFailures } from '../../rows/failures.js';
import { ndjsonWriter } from '../../rows/ndjson-writer.js';
import { pagedOperation } from '../../rows/paged-operation.js';
import type { Piece, RowsWriter } from '../../rows/piece.js';
import { project } from '../../rows/project.js';
import { RowsError } from '../../rows/rows-error.js';
import { linesPath, rowsPath } from '../../rows/rows-path.js';
import { type Shape, shapeOf } from '../../rows/shape.js';
import { Table } from '../../rows/table.js';
import { csvWriter, tsvWriter } from '../../rows/text-writers.js';
import { responseTooLarge } from '../execution/response-too-large.js';
import { type RowsType, rowsTypeOf } from '../accept/rows-type.js';

/** Header that names the list whose items become rows: a dotted path. */
export const ROWS_HEADER = 'x-entrez-rows';
/** Header that names the lists of a response that go on behind their pages. */
export const CUT_HEADER = 'x-entrez-cut';
/** Header that names what a caller should know although nothing failed, for which rows have no place. */
export const WARNINGS_HEADER = 'x-entrez-warnings';
/** Lists that the one names, and warnings that the other does. */
const MAX_NAMED = 20;

const CONTENT_TYPES: Readonly<Record<RowsType, string>> = {
  'text/csv': 'text/csv; charset=utf-8; header=present',
  'text/tab-separated-values': 'text/tab-separated-values; charset=utf-8',
  'application/x-ndjson': 'application/x-ndjson; charset=utf-8',
};

const JSON_TYPE = 'application/graphql-response+json';

/** Characters that are written before other requests have their turn. */
const CHARACTERS_PER_TURN = 64 * 1024;

/**
 * Sends the responses to clients that prefer rows as CSV, TSV or NDJSON, piece by piece. What is refused before it is
 * executed is JSON, with its status; so are rows of more than `maxBytes`: each repeats the lists beside it.
 */
export function useRows(maxBytes: number): Plugin {
  const prepared = new WeakMap<Request, Prepared>();
  const rowTexts = new WeakMap<Request, readonly string[]>();
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
        const pages = pagesOf(args.schema as GraphQLSchema, document, operation);
        const writer = writerOf(type, pages.shape, request.headers.get(ROWS_HEADER) ?? undefined);
        prepared.set(request, { ...pages, writer });
        args.document = pages.document;
      } catch (error) {
        if (!(error instanceof RowsError)) {
          throw error;
        }
        const extensions = { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } };
        setResultAndStopExecution({ errors: [new GraphQLError(`${ROWS_HEADER}: ${error.message}`, { extensions })] });
      }
    },
    // Before it is told what becomes of the request, and for how long it may be kept.
    async onExecutionResult(payload) {
      const { request, result } = payload;
      const rows = prepared.get(request);
      const { data } = (result ?? {}) as ExecutionResult;
      if (!rows || data === undefined) {
        return;
      }
      const texts = await textsOf(rows, result as ExecutionResult, maxBytes);
      if (texts) {
        rowTexts.set(request, texts);
      } else {
        payload.setResult({ errors: [responseTooLarge(maxBytes)] });
      }
    },
    onResultProcess(payload) {
      const { request, result } = payload;
      const type = rowsTypeOf(request.headers.get('accept'));
      if (!type || Array.isArray(result) || Symbol.asyncIterator in result) {
        return;
      }
      const rows = prepared.get(request);
      const texts = rowTexts.get(request);
      if (!rows || !texts) {
        payload.setResultProcessor(
          (refused, fetchAPI) => processRegularResult(refused as ExecutionResult, fetchAPI, JSON_TYPE),
          JSON_TYPE,
        );
        return;
      }
      const cuts = cutsIn((result as ExecutionResult).data, rows);
      const warnings = warningsIn(result as ExecutionResult);
      const headers = {
        'content-type': CONTENT_TYPES[type],
        ...(cuts !== '' && { [CUT_HEADER]: cuts }),
        ...(warnings !== '' && { [WARNINGS_HEADER]: warnings }),
      };
      payload.setResultProcessor(
        (_answer, fetchAPI) => new fetchAPI.Response(streamOf(texts.values()), { headers }),
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

/** What is known of an operation whose response is rows. */
interface Pages {
  /** What the client selects. */
  readonly shape: readonly Shape[];
  /** What is executed: it selects also whether lists go on behind their pages. */
  readonly document: DocumentNode;
}

interface Prepared extends Pages {
  readonly writer: RowsWriter;
}

const PAGES = new WeakMap<OperationDefinitionNode, Pages>();

function pagesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Pages {
  const known = PAGES.get(operation);
  if (known) {
    return known;
  }
  const shape = shapeOf(schema, document, operation);
  // It is another document, also to those who go by the text.
  const { loc: _loc, ...paged } = pagedOperation(schema, { document, operation }).document;
  // Members of the client may have the names of those that are added.
  const isValid = validate(schema, paged, [OverlappingFieldsCanBeMergedRule]).length === 0;
  const pages: Pages = { shape, document: isValid ? paged : document };
  PAGES.set(operation, pages);
  return pages;
}

/** The lists that go on behind their pages, each with how many there are: a list of RFC 8941. */
function cutsIn(data: unknown, { shape }: Pages): string {
  const cuts = new CutLists(shape);
  cuts.add(data);
  return Object.entries(cuts.counts)
    .slice(0, MAX_NAMED)
    .map(([path, count]) => `${path};lists=${count}`)
    .join(', ');
}

/** The codes of the warnings, each with the path of the field or record: a list of RFC 8941. */
function warningsIn({ extensions }: ExecutionResult): string {
  const { warnings = [] } = Object(extensions?.entrez) as Partial<CostReport>;
  return warnings
    .slice(0, MAX_NAMED)
    .map(({ code, path }) => `${code};path="${path.join('.')}"`)
    .join(', ');
}

/** The texts of a response, which are written before the first is sent: it cannot be refused later. Undefined when too long. */
async function textsOf(
  { writer, shape }: Prepared,
  { data, errors: given = [] }: ExecutionResult,
  max: number,
): Promise<readonly string[] | undefined> {
  const errors = await inSlices(mapInSlices(given, shown));
  const turn = turns.begin();
  if (turn) {
    await turn;
  }
  // Other requests may be sent the same data.
  const own: unknown = errors.length > 0 ? structuredClone(project(data, shape)) : project(data, shape);
  const piece: Piece = { data: placeFailures(own, errors), errors };
  // To write, and to forget, rows that are refused takes far longer than to count them.
  const fits = await withinBound(writer.lengths?.(piece) ?? [], (length) => length, max);
  const header = writer.begin();
  const texts = fits && (await withinBound(writer.add(piece), ({ length }) => length, max - header.length));
  return texts && [header, ...texts];
}

/** An error as clients see it. */
function shown(error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const others = Object.fromEntries(
    Object.entries(extensions ?? {}).filter(([name]) => name !== 'http' && name !== 'unexpected'),
  );
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: others };
}

/** Collects parts with pauses. Undefined as soon as they are longer than `max` together. */
async function withinBound<T>(
  parts: Iterable<T>,
  lengthOf: (part: T) => number,
  max: number,
): Promise<readonly T[] | undefined> {
  const all: T[] = [];
  let [length, due] = [0, 0];
  for (const part of parts) {
    all.push(part);
    length += lengthOf(part);
    if (length > max) {
      return undefined;
    }
    if (length > due) {
      due = length + CHARACTERS_PER_TURN;
      await turns.next();
    }
  }
  return all;
}

/** Sends texts no faster than they are read. */
function streamOf(texts: Iterator<string, undefined>): ReadableStream<Uint8Array> {
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
