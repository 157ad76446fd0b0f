import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { ConfigError } from '../../config.js';

export const FORMATS = ['json', 'ndjson', 'csv', 'tsv'] as const;

export type Format = (typeof FORMATS)[number];

export type Variables = Readonly<Record<string, unknown>>;

/** The flags that describe an operation, as they were written. */
export interface InputFlags {
  readonly variables?: string;
  readonly operation?: string;
  readonly ids?: string;
  readonly idsVariable?: string;
  readonly chunk?: string;
  readonly format: Format;
  readonly rows?: string;
}

/** Ids for an operation, and how they are divided. */
export interface GivenIds {
  readonly ids: readonly string[];
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
  const { variables, ids, idsVariable, chunk } = flags;
  if (file === '-' && ids === '-') {
    throw new ConfigError('Only one of the document and --ids can come from standard input.');
  }
  if (ids === undefined && (idsVariable !== undefined || chunk !== undefined)) {
    throw new ConfigError(`${idsVariable === undefined ? '--chunk' : '--ids-variable'} needs --ids.`);
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
        : { ids: idsIn(await readText(ids)), variable: idsVariable, chunk: idsPerOperation },
    format: flags.format,
    rows: flags.rows,
  };
}

/**
 * Returns the ids of a text, one per line. Blank lines do not count, nor does what follows a `#`. Repeated ids are kept:
 * each of them gets a result.
 */
function idsIn(list: string): readonly string[] {
  return list
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((id) => id !== '');
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
  return value as Variables;
}

async function readText(path: string): Promise<string> {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
