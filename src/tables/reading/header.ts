import type { Layout } from '../description.js';
import { TableError } from '../table-error.js';

const DELIMITERS = { tab: '\t', pipe: '|', csv: ',' } as const;

/** The character between the fields of a file. */
export function delimiterOf({ fields }: Layout): string {
  return DELIMITERS[fields];
}

/**
 * The names in a header line, in both styles of NCBI: `#tax_id⇥GeneID`, and the older
 * `#Format: tax_id GeneID (tab is used as a separator, pound sign - start of a comment)`.
 */
export function namesIn(line: string, delimiter: string): string[] {
  const old = /^#\s*Format:\s*([^(]*)/.exec(line);
  if (old?.[1] !== undefined) {
    return old[1].trim().split(/\s+/);
  }
  return line
    .replace(/^#/, '')
    .split(delimiter)
    .map((name) => name.trim());
}

/**
 * The field of each column that is read.
 *
 * @throws TableError when a column is missing: the table is then another one, or has changed.
 */
export function fieldsOf({ columns }: Layout, names: readonly string[]): number[] {
  return columns.map((accepted) => {
    const field = names.findIndex((name) => accepted.includes(name));
    if (field < 0) {
      const expected = columns.map(([name]) => name).join(', ');
      throw new TableError(
        `The column ${accepted[0] ?? ''} is missing. Expected the columns ${expected}; the header has ${shortened(names.join(', ') || 'none')}.`,
      );
    }
    return field;
  });
}

/** A file may begin with anything, such as a page of HTML. */
function shortened(text: string): string {
  const MAX = 300;
  const printable = text.replace(/\p{Cc}/gu, ' ');
  return printable.length > MAX ? `${printable.slice(0, MAX)}…` : printable;
}
