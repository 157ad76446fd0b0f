import { type Options, stringify } from 'csv-stringify/sync';

import { Failure } from './failures.js';
import { errorCell, errorCellLength } from './lists.js';
import type { RowsWriter } from './piece.js';
import type { Cell, Table } from './table.js';

/** Characters of the cells of one write, at which it ends: rows that repeat long lists are written one by one. */
const CHARACTERS = 64 * 1024;

/** For spreadsheets, which would run some texts as formulas: these get an apostrophe in front. */
const CSV: Options = { escape_formulas: true };
/** For programs that split lines at tabs: no quotes, and only whitespace is changed. */
const TSV: Options = { delimiter: '\t', quote: '' };

type Text = Exclude<Cell, Failure>;

/** CSV. */
export function csvWriter(table: Table): RowsWriter {
  return tableWriter(table, CSV, (cell) => cell);
}

/** Tab-separated values; tabs and line ends inside cells become blanks. */
export function tsvWriter(table: Table): RowsWriter {
  return tableWriter(table, TSV, (cell) => (typeof cell === 'string' ? cell.replace(/[\t\r\n]+/g, ' ') : cell));
}

function tableWriter(table: Table, format: Options, fit: (cell: Text) => Text): RowsWriter {
  const options: Options = { ...format, cast: { boolean: String } };
  const write = (rows: readonly (readonly unknown[])[]): string => stringify([...rows], options);
  return {
    begin: () => write([table.header]),
    *lengths(piece) {
      for (const { cells, errors } of table.rowsOf(piece)) {
        yield (
          cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0) + 1, 0) +
          (table.hasErrors ? errorCellLength(errors) : 0)
        );
      }
    },
    *add(piece) {
      const inputs = table.hasInputs ? [fit(piece.input ?? null)] : [];
      let rows: Text[][] = [];
      let length = 0;
      for (const { cells, errors } of table.rowsOf(piece)) {
        const values = cells.map((cell) => fit(cell instanceof Failure ? cell.cell : cell));
        const failures = table.hasErrors ? [errors.size > 0 ? fit(errorCell(errors)) : null] : [];
        const row = [...inputs, ...values, ...failures];
        rows.push(row);
        length += lengthOf(row);
        if (length > CHARACTERS) {
          yield write(rows);
          rows = [];
          length = 0;
        }
      }
      if (rows.length > 0) {
        yield write(rows);
      }
    },
  };
}

/** Characters of a row, near enough. */
function lengthOf(row: readonly Text[]): number {
  return row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0) + 8, 0);
}
