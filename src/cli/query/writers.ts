import type { ListStyle } from '../../rows/lists.js';
import { ndjsonWriter } from '../../rows/ndjson-writer.js';
import { RowsError } from '../../rows/rows-error.js';
import { linesPath, rowsPath } from '../../rows/rows-path.js';
import type { Shape } from '../../rows/shape.js';
import { Table } from '../../rows/table.js';
import { csvWriter, tsvWriter } from '../../rows/text-writers.js';
import type { Answer } from './answer.js';
import { type Format, Mistakes } from './input.js';
import { type InputList, type InputsOfPart, piecesOf } from './inputs.js';

/** Turns answers into text. */
export interface AnswerWriter {
  readonly hasRows: boolean;
  /** Text before the first answer. */
  readonly begin: () => string;
  /** The text of an answer, in pieces. */
  readonly add: (answer: Answer, inputs: InputsOfPart) => Iterable<string>;
  /** Text after the last answer, also after an interruption, so that the whole is valid. */
  readonly end: () => string;
}

/** What the rows of an operation are to be. */
export interface RowsChoice {
  readonly rows?: string | undefined;
  readonly lists?: ListStyle | undefined;
  /** The lists with an item for each input; undefined where there are no inputs. */
  readonly inputLists?: readonly InputList[] | undefined;
}

/**
 * Returns the writer of a format.
 *
 * @throws Mistakes when the answer has no list at `rows`, or the format has no rows.
 */
export function chooseWriter(format: Format, shape: readonly Shape[], choice: RowsChoice): AnswerWriter {
  const { rows, lists, inputLists } = choice;
  if (format === 'json') {
    if (rows !== undefined || lists !== undefined) {
      throw new Mistakes(`${rows === undefined ? '--lists' : '--rows'} needs --format ndjson, csv or tsv.`);
    }
    return jsonWriter(inputLists !== undefined);
  }
  const writer = rowsWriter(format, shape, choice);
  return {
    hasRows: true,
    begin: writer.begin,
    *add(answer, inputs) {
      for (const piece of piecesOf(answer, inputs, inputLists ?? [])) {
        yield* writer.add(piece);
      }
    },
    end: () => '',
  };
}

function rowsWriter(format: Exclude<Format, 'json'>, shape: readonly Shape[], { rows, lists, inputLists }: RowsChoice) {
  try {
    const hasInputs = inputLists !== undefined;
    if (format === 'ndjson') {
      return ndjsonWriter(shape, linesPath(shape, rows), hasInputs);
    }
    const table = new Table(shape, {
      rows: rowsPath(shape, rows),
      lists: lists ?? 'joined',
      hasInputs,
      hasErrors: hasInputs,
    });
    return format === 'csv' ? csvWriter(table) : tsvWriter(table);
  } catch (error) {
    throw error instanceof RowsError ? new Mistakes(`--rows: ${error.message}`) : error;
  }
}

/** JSON: one answer as GraphQL over HTTP has it, or a list of answers, one per line. */
function jsonWriter(isList: boolean): AnswerWriter {
  let count = 0;
  return {
    hasRows: false,
    begin: () => (isList ? '[' : ''),
    add: (answer) => {
      count += 1;
      return isList
        ? [`${count === 1 ? '' : ','}\n${JSON.stringify(membersOf(answer))}`]
        : [`${JSON.stringify(membersOf(answer), undefined, 2)}\n`];
    },
    end: () => (isList ? '\n]\n' : ''),
  };
}

function membersOf({ data, errors, account }: Answer): object {
  return { ...(errors.length > 0 && { errors }), data, extensions: { entrez: account } };
}
