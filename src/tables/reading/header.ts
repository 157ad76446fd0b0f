import type { TablePart } from '../description.js';
import { TableError } from '../table-error.js';

const DELIMITERS = { tab: '\t', dmp: '\t', pipe: '|', comma: ',', csv: ',' } as const;

/** The first line of what `tables export` writes. */
export const EXPORT_HEADER = '#link_name\tsource\ttarget\n';

/** The character between the fields of a file. */
export function delimiterOf({ layout }: TablePart): string {
  return DELIMITERS[layout.fields];
}

/**
 * The names in a header line, in both styles of NCBI: `#tax_id⇥GeneID`, and the older
 * `#Format: tax_id GeneID (tab is used as a separator, pound sign - start of a comment)`.
 */
export function namesIn(line: string, part: TablePart): string[] {
  const old = /^#?\s*Format:\s*([^(]*)/.exec(line);
  if (old?.[1] !== undefined) {
    return oldNamesIn(old[1], part);
  }
  // Lines with bars between fields end with one.
  const text = part.layout.fields === 'pipe' ? line.replace(/\|$/, '') : line;
  return text
    .replace(/^#/, '')
    .split(delimiterOf(part))
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}

/** Blanks are between names, and in some of those that are known. */
function oldNamesIn(text: string, { columns }: TablePart): string[] {
  const TIED = '\u00A0';
  const tied = columns
    .flat()
    .filter((name) => name.includes(' '))
    .reduce((names, name) => names.replace(name, name.replaceAll(' ', TIED)), text);
  return tied
    .trim()
    .split(/[ \t]+/)
    .map((name) => name.replaceAll(TIED, ' '));
}

/** Whether names are those of a header: all columns that are not optional are among them. */
export function namesAllColumns({ columns, optional = [] }: TablePart, names: readonly string[]): boolean {
  return columns.every(
    (accepted, column) => optional.includes(column) || names.some((name) => isOneOf(accepted, name)),
  );
}

/** Whether a line with these names is about columns, not a comment. */
export function namesAColumn({ columns }: TablePart, names: readonly string[]): boolean {
  return columns.some((accepted) => names.some((name) => isOneOf(accepted, name)));
}

/**
 * The field of each column that a part reads; -1 for an optional one that is not there.
 *
 * @throws TableError when a column is missing: the table is then another one, or has changed.
 */
export function fieldsOf(part: TablePart, names: readonly string[]): number[] {
  return part.columns.map((accepted, column) => {
    const field = names.findIndex((name) => isOneOf(accepted, name));
    if (field < 0 && !part.optional?.includes(column)) {
      const expected = part.columns.map(([name]) => name).join(', ');
      throw new TableError(
        `The column ${accepted[0] ?? ''} is missing. Expected the columns ${expected}; the header has ${shortened(names.join(', ') || 'none')}.`,
      );
    }
    return field;
  });
}

/** Whether a header names a column, as one year or another writes it: `PhenotypeIDS` and `PhenotypeIDs`, `GeneID` and `Gene ID`. */
function isOneOf(accepted: readonly string[], name: string): boolean {
  return accepted.some((each) => withoutStyle(each) === withoutStyle(name));
}

function withoutStyle(name: string): string {
  return name.toLowerCase().replaceAll(/[ _]/g, '');
}

/** How many fields every row must have: as many as the columns that are not optional need. */
export function neededOf({ optional = [] }: TablePart, fieldOf: readonly number[]): number {
  return Math.max(...fieldOf.filter((_field, column) => !optional.includes(column))) + 1;
}

/** A file may begin with anything, such as a page of HTML. */
function shortened(text: string): string {
  const MAX = 300;
  const printable = text.replace(/\p{Cc}/gu, ' ');
  return printable.length > MAX ? `${printable.slice(0, MAX)}…` : printable;
}
