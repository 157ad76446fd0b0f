import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { TableError } from '../table-error.js';
import type { PageIndex } from './page-file.js';

/** Raise this when generations are written differently: older ones are then not served, and imported anew. */
export const FORMAT = 6;

/** A member of lists that lack others: no record has this uid. */
export const INCOMPLETE = 0;

/** Whether a record has links that its list does not name. */
export function isIncomplete(members: Uint32Array): boolean {
  return members[members.length - 1] === INCOMPLETE;
}

/** Where the rows of a generation came from. */
export interface TableSource {
  /** Path or address; `-` for standard input. */
  readonly from: string;
  readonly lastModified?: string | undefined;
  readonly etag?: string | undefined;
  /** Whether the rows are those of the sandbox. */
  readonly isSample?: true;
  /** Bytes as they came, compressed or not. */
  readonly bytes: number;
  readonly sha256: string;
}

/** The lists of one direction. */
export interface ListsSummary {
  readonly from: string;
  readonly to: string;
  readonly sources: number;
  readonly edges: number;
  /** Whether any source may have links that the rows do not name: that one is not there then proves nothing. */
  readonly isPartial?: true | undefined;
  /** Links of rows that do not say of which source they are: any list may lack one of them. */
  readonly unattributed?: number | undefined;
  readonly index: PageIndex;
}

/** The facts of one name. */
export interface FactsSummary {
  readonly sources: number;
  readonly index: PageIndex;
}

/** Rows that became no edge, by reason, with the first of them. */
export type SkippedRows = Readonly<Record<string, { readonly rows: number; readonly firstLine: number }>>;

/** What a generation is, beside its data. */
export interface Manifest {
  readonly format: number;
  readonly name: string;
  readonly generation: string;
  readonly source: TableSource;
  /** When NCBI made the data, as the operator, the server or the file says: an ISO date. */
  readonly asOf: string;
  readonly importedAt: string;
  readonly rows: number;
  /** Bytes of the rows, decompressed. */
  readonly bytes: number;
  readonly skipped: SkippedRows;
  readonly lists: Readonly<Record<string, ListsSummary>>;
  readonly facts: Readonly<Record<string, FactsSummary>>;
  /** The generations of other tables that its rows were looked up in. */
  readonly uses: Readonly<Record<string, string>>;
}

/** How far the lists of one link name agree with ELink. */
export interface Agreement {
  /** Sources that were compared. */
  readonly sampled: number;
  /** Sources with the same links in both. */
  readonly exact: number;
  /** Sources of which ELink has links that the table lacks, and the number of those links. */
  readonly missing: { readonly sources: number; readonly links: number };
  /** Sources of which the table has links that ELink lacks, and the number of those links. */
  readonly extra: { readonly sources: number; readonly links: number };
  /** Share of the sources that are exact, from 0 to 1; null where none could be compared. */
  readonly agreement: number | null;
  readonly examples: readonly string[];
}

/** What `verify` found out about a generation. */
export interface Verification {
  readonly at: string;
  readonly links: Readonly<Record<string, Agreement>>;
}

/** Which generation of a table is served. One file holds it all, so that a rename changes it at once. */
export interface Current {
  readonly generation: string;
  readonly verification?: Verification | undefined;
}

export const CURRENT = 'current.json';
export const MANIFEST = 'manifest.json';
export const DATA = 'data.bin';

/** The generation of a table that is served; undefined where there is none. */
export function readCurrent(tablesDir: string, name: string): Current | undefined {
  return readJson(join(tablesDir, name, CURRENT)) as Current | undefined;
}

/** What a generation is; undefined where it is gone. */
export function readManifest(tablesDir: string, name: string, generation: string): Manifest | undefined {
  return readJson(join(tablesDir, name, generation, MANIFEST)) as Manifest | undefined;
}

/** @throws TableError when it is there, and damaged. */
function readJson(path: string): unknown {
  const text = readIfThere(path);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    throw new TableError(`The file ${path} is damaged. Remove it, and import the table again.`);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  }
}
