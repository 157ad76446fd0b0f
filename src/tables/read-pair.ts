import type { Row } from './reading/row.js';
import type { RowSink, TablePart } from './description.js';
import { BAD, NULL } from './reading/row.js';

/** Why rows give nothing, in words that several tables share. */
export const NO_ID = 'no id';
export const NOT_AN_ID = 'no id in a column of ids';

/** Reads an edge between the ids of two columns. */
export function pair(source: number, target: number, kind = 0): TablePart['read'] {
  return (row, out) => {
    edgeOr(out, kind, row.id(source), row.id(target));
  };
}

/** Gives an edge, or notes why there is none, and which lists then lack one. */
export function edgeOr(out: RowSink, kind: number, source: number, target: number): void {
  if (source > NULL && target > NULL) {
    out.edge(kind, source, target);
  } else {
    without(out, source, target);
    lostOf(out, kind, source, target);
  }
}

/** Notes the link of a row with an id that cannot be read. Where one of its ends is null, the row has none. */
export function lostOf(out: RowSink, kind: number, source: number, target: number): void {
  if (source !== NULL && target !== NULL) {
    out.lost(kind, source, target);
  }
}

/** Notes that a row lacks an id. */
export function without(out: RowSink, ...ids: readonly number[]): void {
  if (ids.includes(BAD)) {
    out.bad(NOT_AN_ID);
  } else {
    out.skip(NO_ID);
  }
}

/** The words of a column that holds several, between any of these characters. */
export function wordsOf(row: Row, column: number, separators: RegExp): string[] {
  return row
    .text(column)
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
