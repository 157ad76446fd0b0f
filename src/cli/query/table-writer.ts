import { type Options, stringify } from 'csv-stringify/sync';

import type { AnswerWriter } from './answer-writer.js';
import { placeFailures } from './failure.js';
import type { Cell, Table } from './table.js';

/** Rows that are written at once. */
const ROWS = 1000;

/** For spreadsheets, which would take some texts for formulas and run them: these begin with an apostrophe. */
const CSV: Options = { escape_formulas: true };
/** For programs that cut lines at tabs: no quotes, and nothing is changed but blanks. */
const TSV: Options = { delimiter: '\t', quote: '' };

/** A table with commas between its cells. */
export function csvWriter(table: Table): AnswerWriter {
  return tableWriter(table, CSV, (cell) => cell);
}

/** A table with tabs between its cells; tabs and line ends inside cells become blanks. */
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
