import { ndjsonWriter } from '../../rows/ndjson-writer.js';
import type { ListStyle } from '../../rows/lists.js';
import type { RowsWriter } from '../../rows/piece.js';
import { RowsError } from '../../rows/rows-error.js';
import { linesPath, rowsPath, type RowsPath } from '../../rows/rows-path.js';
import type { Shape } from '../../rows/shape.js';
import { stagedWriter } from '../../rows/staged-rows.js';
import { Table } from '../../rows/table.js';
import { csvWriter, tsvWriter } from '../../rows/text-writers.js';
import type { Answer } from './answer.js';
import { type Format, Mistakes } from './input.js';

/** Turns whole answers into text. */
export interface JsonWriter {
  readonly format: 'json';
  readonly begin: () => string;
  readonly add: (answer: Answer) => string;
  /** Text after the last answer, also after an interruption, so that the whole is valid. */
  readonly end: () => string;
}

/** Turns the pieces of answers into rows or lines. */
export interface PiecesWriter extends RowsWriter {
  readonly format: Exclude<Format, 'json'>;
  /** The list whose items they are. */
  readonly path: RowsPath;
}

export type Writer = JsonWriter | PiecesWriter;

const TABLE_WRITERS = { csv: csvWriter, tsv: tsvWriter, parquet: stagedWriter } as const;

/** What the rows of an operation are to be. */
export interface RowsChoice {
  readonly rows?: string | undefined;
  readonly lists?: ListStyle | undefined;
  /** Whether there are inputs. */
  readonly hasInputs: boolean;
}

/**
 * Returns the writer of a format.
 *
 * @throws Mistakes when the answer has no list at `rows`, or the format has no rows.
 */
export function chooseWriter(format: Exclude<Format, 'kgx'>, shape: readonly Shape[], choice: RowsChoice): Writer {
  const { rows, lists, hasInputs } = choice;
  if (format === 'json') {
    if (rows !== undefined || lists !== undefined) {
      throw new Mistakes(
        `${rows === undefined ? '--lists' : '--rows'} has no meaning in JSON. Choose another --format.`,
      );
    }
    return jsonWriter(hasInputs);
  }
  try {
    if (format === 'ndjson') {
      const path = linesPath(shape, rows) ?? [];
      return { format, path, ...ndjsonWriter(shape, path, hasInputs) };
    }
    const path = rowsPath(shape, rows) ?? [];
    // Typed columns have no room for the text of an error.
    const hasErrors = hasInputs || format === 'parquet';
    const table = new Table(shape, { rows: path, lists: lists ?? 'joined', hasInputs, hasErrors });
    return { format, path, ...TABLE_WRITERS[format](table) };
  } catch (error) {
    throw error instanceof RowsError ? new Mistakes(`--rows: ${error.message}`) : error;
  }
}

/** JSON: one answer as GraphQL over HTTP has it, or a list of answers, one per line. */
function jsonWriter(isList: boolean): JsonWriter {
  let count = 0;
  return {
    format: 'json',
    begin: () => (isList ? '[' : ''),
    add: (answer) => {
      count += 1;
      return isList
        ? `${count === 1 ? '' : ','}\n${JSON.stringify(membersOf(answer))}`
        : `${JSON.stringify(membersOf(answer), undefined, 2)}\n`;
    },
    end: () => (isList ? '\n]\n' : ''),
  };
}

function membersOf({ data, errors, account }: Answer): object {
  return { ...(errors.length > 0 && { errors }), data, extensions: { entrez: account } };
}
