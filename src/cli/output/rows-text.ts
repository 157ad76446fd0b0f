import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Rows as lines of CSV, which spreadsheets do not run, or of TSV, in whose cells tabs and line breaks are blanks. */
export function rowsText(rows: readonly (readonly Cell[])[], format: 'csv' | 'tsv'): string {
  return format === 'csv'
    ? stringify([...rows], { escape_formulas: true })
    : rows.map((row) => `${row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('');
}
