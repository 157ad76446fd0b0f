import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { ConfigError } from '../../config.js';
import { describeInexactNumber } from '../../schema/core/exact-numbers.js';
import type { ListStyle } from '../../rows/lists.js';
import { type IdsOfFile, readColumn, readIds } from './ids-file.js';

export const FORMATS = ['json', 'ndjson', 'csv', 'tsv', 'parquet', 'kgx'] as const;

export type Format = (typeof FORMATS)[number];

export type Variables = Readonly<Record<string, unknown>>;

/** The flags that describe an operation, as they were written. */
export interface InputFlags {
  readonly variables?: string;
  readonly operation?: string;
  readonly ids?: string;
  readonly idsFrom?: string;
  readonly idsVariable?: string;
  readonly chunk?: string;
  readonly format: Format;
  readonly rows?: string;
  readonly lists?: ListStyle;
  readonly all?: true;
}

/** Ids for an operation, and how they are divided. */
export interface GivenIds {
  readonly ids: readonly string[];
  /** A first line that was taken for a header. */
  readonly header?: string | undefined;
  /** The variable that takes them. */
  readonly variable?: string | undefined;
  /** How many of them one operation takes; default: as many as list arguments accept. */
  readonly chunk?: number | undefined;
}

/** What a command line is to run, with the contents of its files. */
export interface Input {
  /** Name of the document in error messages. */
  readonly file: string;
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Variables;
  readonly ids: GivenIds | undefined;
  readonly format: Format;
  readonly rows: string | undefined;
  readonly lists?: ListStyle | undefined;
  readonly all?: boolean | undefined;
  /** Length of the pages of `all`. Default: as long as the memory allows. */
  readonly pageSize?: number | undefined;
}

/** Mistakes in a document, its variables or its ids, one line for each. */
export class Mistakes extends Error {
  override readonly name = 'Mistakes';
}

/**
 * Reads the files and the flags of a command line.
 *
 * @param file - The document; `-` is standard input.
 * @throws ConfigError naming the file or the flag that cannot be used.
 */
export async function readInput(file: string, flags: InputFlags): Promise<Input> {
  const { variables, ids, idsFrom, idsVariable, chunk } = flags;
  if (file === '-' && ids === '-') {
    throw new ConfigError('Only one of the document and --ids can come from standard input.');
  }
  const needing = { '--ids-from': idsFrom, '--ids-variable': idsVariable, '--chunk': chunk };
  const [flag] = Object.entries(needing).find(([, value]) => value !== undefined) ?? [];
  if (ids === undefined && flag !== undefined) {
    throw new ConfigError(`${flag} needs --ids.`);
  }
  const idsPerOperation = chunk === undefined ? undefined : readChunk(chunk);
  return {
    file: file === '-' ? 'standard input' : file,
    text: await readText(file),
    operationName: flags.operation,
    variables: variables === undefined ? {} : await readVariables(variables),
    ids:
      ids === undefined
        ? undefined
        : { ...(await readIdsFile(ids, idsFrom)), variable: idsVariable, chunk: idsPerOperation },
    format: flags.format,
    rows: flags.rows,
    lists: flags.lists,
    all: flags.all,
  };
}

/**
 * Reads the ids of a file, or of one of its columns.
 *
 * @param path - The file; `-` is standard input.
 * @throws ConfigError naming the file, or the column.
 */
export async function readIdsFile(path: string, column: string | undefined): Promise<IdsOfFile> {
  const text = await readText(path);
  return column === undefined ? readIds(text) : readColumn(text, column);
}

function readChunk(chunk: string): number {
  if (!/^[1-9]\d{0,5}$/.test(chunk)) {
    throw new ConfigError(`--chunk must be a whole number of at least 1, not ${JSON.stringify(chunk)}.`);
  }
  return Number(chunk);
}

async function readVariables(given: string): Promise<Variables> {
  const isFile = given.startsWith('@');
  const source = isFile ? `--variables: ${given.slice(1)}` : '--variables';
  let value: unknown;
  try {
    value = JSON.parse(isFile ? await readText(given.slice(1)) : given);
  } catch (error) {
    throw error instanceof SyntaxError ? new ConfigError(`${source} is not valid JSON: ${error.message}`) : error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${source} must be a JSON object with a member for each variable.`);
  }
  const mistake = describeInexactNumber(value, source);
  if (mistake !== undefined) {
    throw new ConfigError(mistake);
  }
  return value as Variables;
}

async function readText(path: string): Promise<string> {
  try {
    return decoded(path === '-' ? await buffer(process.stdin) : await readFile(path));
  } catch (error) {
    throw new ConfigError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Spreadsheets write "Unicode text" as UTF-16. */
function decoded(bytes: Buffer): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}
