import { type Options, stringify } from 'csv-stringify/sync';

import { type AnswerWriter, Failure, placeFailures } from './formats.js';
import type { RowsPath, Shape } from './shape.js';

/** Rows per write. */
const ROWS = 1000;

/** For spreadsheets, which would run some texts as formulas: these get an apostrophe in front. */
const CSV: Options = { escape_formulas: true };
/** For programs that split lines at tabs: no quotes, and only whitespace is changed. */
const TSV: Options = { delimiter: '\t', quote: '' };

export type Cell = string | number | boolean | null;

/** A member of an answer and its columns. */
interface Part {
  readonly name: string;
  readonly isList: boolean;
  readonly parts: readonly Part[] | undefined;
  /** First column, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** The items of a list, each of which becomes one row or more. */
interface Branch {
  readonly part: Part;
  readonly items: readonly unknown[];
}

/**
 * Flattens answers to rows. Objects become columns; each item of a list becomes a row that repeats the values above it;
 * sibling lists are appended. So there is one row for each path from the root to an item without lists.
 */
export class Table {
  /** Dotted path of each column. */
  readonly columns: readonly string[];
  readonly #root: Part;

  /** @param rows - Only this list and those inside it become rows; the others are left out. */
  constructor(shape: readonly Shape[], rows?: RowsPath) {
    const columns: string[] = [];
    this.#root = {
      name: '',
      isList: false,
      parts: layOut(rows ? alongPath(shape, rows) : shape, '', columns),
      from: 0,
      to: columns.length,
    };
    this.columns = columns;
  }

  /** The rows of an answer. A failure fills all columns of what failed. */
  *rowsOf(data: unknown): Generator<readonly Cell[], void> {
    const empty = Array.from<Cell>({ length: this.columns.length }).fill(null);
    yield* rowsOf(this.#root, data, empty);
  }
}

function layOut(shape: readonly Shape[], above: string, columns: string[]): readonly Part[] {
  return shape.map(({ name, isList, fields }) => {
    const from = columns.length;
    const here = `${above}${name}`;
    if (!fields) {
      columns.push(here);
    }
    const parts = fields && layOut(fields, `${here}.`, columns);
    return { name, isList, parts, from, to: columns.length };
  });
}

/** The values above a list on its path, and the list with its contents. */
function alongPath(shape: readonly Shape[], [name, ...rest]: RowsPath): readonly Shape[] {
  return shape.flatMap((field) => {
    if (field.name === name) {
      return rest.length === 0 || !field.fields ? field : { ...field, fields: alongPath(field.fields, rest) };
    }
    return withoutLists(field);
  });
}

function withoutLists(field: Shape): readonly Shape[] {
  if (!field.fields) {
    return [field];
  }
  return field.isList ? [] : [{ ...field, fields: field.fields.flatMap(withoutLists) }];
}

function* rowsOf(part: Part, value: unknown, above: readonly Cell[]): Generator<readonly Cell[], void> {
  const row = [...above];
  const branches: Branch[] = [];
  fill(part, value, row, branches);
  if (branches.length === 0) {
    yield row;
  }
  for (const { part: list, items } of branches) {
    for (const item of items) {
      yield* rowsOf({ ...list, isList: false }, item, row);
    }
  }
}

/** Fills the columns of a value; its lists are added to `branches` instead. */
function fill(part: Part, value: unknown, row: Cell[], branches: Branch[]): void {
  if (value instanceof Failure) {
    row.fill(value.cell, part.from, part.to);
  } else if (!part.parts) {
    row[part.from] = cellOf(value);
  } else if (Array.isArray(value) && part.isList) {
    if (value.length > 0) {
      branches.push({ part, items: value });
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const below of part.parts) {
      fill(below, (value as Readonly<Record<string, unknown>>)[below.name], row, branches);
    }
  }
}

/** Scalar lists share a cell; structured values are JSON. */
function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) {
    return value.map((item) => String(item instanceof Failure ? item.cell : (cellOf(item) ?? ''))).join('; ');
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return value == null ? null : JSON.stringify(value);
}

/** CSV. */
export function csvWriter(table: Table): AnswerWriter {
  return tableWriter(table, CSV, (cell) => cell);
}

/** Tab-separated values; tabs and line ends inside cells become blanks. */
export function tsvWriter(table: Table): AnswerWriter {
  return tableWriter(table, TSV, (cell) => (typeof cell === 'string' ? cell.replace(/[\t\r\n]+/g, ' ') : cell));
}

function tableWriter(table: Table, format: Options, fit: (cell: Cell) => Cell): AnswerWriter {
  const options: Options = { ...format, cast: { boolean: String } };
  const write = (rows: readonly (readonly Cell[])[]): string => stringify([...rows], options);
  return {
    begin: () => write([table.columns]),
    *add(answer) {
      let rows: Cell[][] = [];
      for (const row of table.rowsOf(placeFailures(answer))) {
        rows.push(row.map(fit));
        if (rows.length === ROWS) {
          yield write(rows);
          rows = [];
        }
      }
      yield write(rows);
    },
    end: () => '',
  };
}
