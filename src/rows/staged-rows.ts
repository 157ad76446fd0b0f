import { Failure } from './failures.js';
import { errorCell } from './lists.js';
import { ERROR, INPUT, type RowsWriter } from './piece.js';
import type { Cell, Table } from './table.js';

/** A value of a staged row. */
export type StagedValue = string | number | boolean | null;

/** A column of staged rows. */
export interface StagedColumn {
  readonly name: string;
  /** Scalar type of its values; null for texts. */
  readonly type: string | null;
}

/**
 * Rows with typed values, to be made into a file of another format when all are there: a line of JSON each, after a line
 * with the columns. A failed value is null; the errors are in the last column.
 */
export function stagedWriter(table: Table): RowsWriter {
  const columns: readonly StagedColumn[] = [
    ...(table.hasInputs ? [{ name: INPUT, type: null }] : []),
    ...table.columns.map(({ name, type = null }) => ({ name, type })),
    ...(table.hasErrors ? [{ name: ERROR, type: null }] : []),
  ];
  return {
    begin: () => lineOf(columns),
    *add(piece) {
      for (const { cells, errors } of table.rowsOf(piece)) {
        yield lineOf([
          ...(table.hasInputs ? [piece.input ?? null] : []),
          ...cells.map(valueOf),
          ...(table.hasErrors ? [errors.size > 0 ? errorCell(errors) : null] : []),
        ]);
      }
    },
  };
}

function lineOf(values: readonly unknown[]): string {
  return `${JSON.stringify(values)}\n`;
}

function valueOf(cell: Cell): StagedValue {
  return cell instanceof Failure ? null : cell;
}
