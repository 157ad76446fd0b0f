const MAX_ID = 0xff_ff_ff_ff;

/** What an id field says that holds none. */
export const NULL = 0;
/** What an id field says that holds something else than an id. */
export const BAD = -1;

/** The text in a column that a row is cut off before. */
export const UNREADABLE = '\uFFFD';

/** Copies that passed through a program for statistics have fractions, where a column has nulls. */
const ID = /^\d{1,10}(\.0)?$/;
const NULL_MARKS: ReadonlySet<string> = new Set(['', '-', '-1', 'na', 'n/a', 'nan', 'null', '0']);

/** A row of a table. Columns are numbered as the description lists them. */
export interface Row {
  /** The number of the line in the file, from 1. */
  readonly line: number;
  /** The uid in a column; {@link NULL} where there is none, {@link BAD} where it is no number up to 4294967295, or cut off. */
  id(column: number): number;
  /**
   * The text in a column, without blanks around it; empty for `-` and for a column that the file lacks, {@link UNREADABLE} where the
   * row is cut off.
   */
  text(column: number): string;
  /** The text in a column that may contain the character between fields: all as far as the columns behind it. */
  rest(column: number): string;
  /** The text in a column as counted from the end: one before it may contain the character between fields. */
  textFromEnd(column: number): string;
}

/** Takes a row; `fault` says what is wrong with one that cannot be read. */
export type TakeRow = (row: Row, fault?: string) => void;

/** The fault of a row with text behind the last field of the header. */
export const TOO_LONG = 'more fields than the header';

/** Reads an id of PMC from `PMC123`, `123`, or with the version of the article, `PMC123.1`. */
export function pmcIdOf(text: string): number {
  return idOf(text.replace(/^PMC/i, '').replace(/^(\d+)\.\d+$/, '$1'));
}

/** Reads an id from text; see {@link Row.id}. */
export function idOf(text: string): number {
  const digits = text.trim();
  if (NULL_MARKS.has(digits.toLowerCase())) {
    return NULL;
  }
  const value = ID.test(digits) ? Number(digits) : BAD;
  return value > MAX_ID ? BAD : value;
}

/** Text without its null mark. */
export function textOf(text: string): string {
  const trimmed = text.trim();
  return trimmed === '-' ? '' : trimmed;
}
