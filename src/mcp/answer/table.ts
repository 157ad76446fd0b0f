/** What would end a cell or a line of a table, or is no text at all. */

const BREAKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;

export type Cell = string | number | boolean | null | undefined;

/** One line of a table of tab-separated values. What is absent is an empty cell. */
export function row(cells: readonly Cell[]): string {
  return cells.map((value) => (value == null ? '' : oneLine(String(value)))).join('\t');
}

/** A text without line breaks, tabs and control characters. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(BREAKS, ' ').trim();
}

/** A text without halves of characters, such as a cut leaves. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
