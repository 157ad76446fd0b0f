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
  /**
   * Notes a link that the row has, but does not name as a whole. The lists of the ends that it names are then not served: ELink
   * has all of them. Of an end that is `BAD`, any list may lack the link; of one that is `NULL`, none.
   */
  lost(kind: number, source: number, target: number): void;
  /** One fact of a source; all facts of a source are kept together. */
  fact(kind: number, source: number, fact: unknown): void;
  /** Notes why a row gives nothing. */
  skip(reason: string): void;
  /** Notes that a row is not what the table should hold; too many of them, and the table is refused. */
  bad(reason: string): void;
  /** What another table links to a number, with `NULL` for what it lost; nothing where it has no links, or is not imported. */
  look(edges: string, source: number): readonly number[];
}

/** How the lines of a file are divided. */
export interface Layout {
  /** `csv` may quote delimiters and line ends; `dmp` has a bar and tabs around it between fields, `comma` no quoted ones. */
  readonly fields: 'tab' | 'pipe' | 'comma' | 'csv' | 'dmp';
  /** Where the column names are: the last line that starts with `#` before the first row, the first line, or nowhere. */
  readonly header: 'hash' | 'first' | 'none';
  /** Whether a field may stand in a pair of quotes, in which there are no delimiters and no line ends. */
  readonly quoted?: true;
  /** Whether a field may contain the character between fields: rows may then have more of them than the header. */
  readonly freeText?: true;
}

/** One file of a table: most have only one. */
export interface TablePart {
  /** Matches the name of the file inside an archive or a folder. */
  readonly member?: RegExp;
  readonly layout: Layout;
  /** For each column that is read, the names it had over the years; without a header, the columns from the left. */
  readonly columns: readonly (readonly string[])[];
  /** Columns that older files lack: their fields are then null. */
  readonly optional?: readonly number[];
  /** Whether rows with more fields than the header give nothing, instead of being bad. */
  readonly skipsLongRows?: true;
  /** The columns of files that lack the header, which are accepted if their first row has as many fields, and no `#`. */
  readonly withoutHeader?: readonly string[];
  readonly read: (row: Row, out: RowSink) => void;
}

/** A table that NCBI or NIH publishes: where it is, how it is read, and what it gives. */
export interface TableDescription {
  readonly name: string;
  /** What it holds, in a noun phrase. */
  readonly title: string;
  readonly url: string;
  /** Whether an MD5 checksum is beside it, at the same address with `.md5`. */
  readonly md5?: boolean;
  readonly edges: readonly EdgeKind[];
  /** Facts of records, by names of their own. */
  readonly facts?: readonly string[];
  readonly parts: readonly TablePart[];
  /** Tables whose lists its rows look into. What is not imported before leaves lists incomplete. */
  readonly uses?: readonly string[];
  /** The database whose records it lists completely, and the edges whose sources they are. */
  readonly live?: { readonly db: string; readonly edges: string };
  /** The database of which it lists records that are gone, and the edges whose sources they are: ELink is asked for them. */
  readonly retired?: { readonly db: string; readonly edges: string };
}
