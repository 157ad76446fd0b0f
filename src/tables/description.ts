import type { Row } from './reading/row.js';

/** Lists of links that a table gives, in one direction or both. */
export interface EdgeKind {
  /** The link name, or a name of its own for links that Entrez does not have. */
  readonly forward: string;
  /** The name of the other direction, where there is one. */
  readonly backward?: string;
  readonly from: string;
  readonly to: string;
}

/** Takes what a row gives. Kinds are named by their place in the description. */
export interface RowSink {
  edge(kind: number, source: number, target: number): void;
  /** Notes why a row gives nothing. */
  skip(reason: string): void;
  /** Notes that a row is not what the table should hold; too many of them, and the table is refused. */
  bad(reason: string): void;
}

/** How the lines of a file are divided, and which columns are read. */
export interface Layout {
  readonly fields: 'tab' | 'pipe' | 'csv';
  /** Where the column names are: the last line that starts with `#` before the first row, or the first line. */
  readonly header: 'hash' | 'first';
  /** For each column that is read, the names it had over the years. */
  readonly columns: readonly (readonly string[])[];
}

/** Reads what one row gives. */
export type ReadRow = (row: Row, out: RowSink) => void;

/** A table that NCBI or NIH publishes: where it is, how it is read, and what it gives. */
export interface TableDescription {
  readonly name: string;
  /** What it holds, in a noun phrase. */
  readonly title: string;
  readonly url: string;
  readonly edges: readonly EdgeKind[];
  readonly layout: Layout;
  readonly read: ReadRow;
  /** The database whose records it lists completely, and the edges whose sources they are. */
  readonly live?: { readonly db: string; readonly edges: string };
  /** The database of which it lists records that are gone, and the edges whose sources they are: ELink is asked for them. */
  readonly retired?: { readonly db: string; readonly edges: string };
}
