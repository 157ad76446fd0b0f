import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { ConfigError } from '../../config.js';
import type { Variables } from './asker.js';
import type { Format } from './choose-writer.js';
import { idsIn } from './ids.js';
import type { GivenIds } from './parts.js';

/** The flags that say what is asked, as they were written. */
export interface AskedFlags {
  readonly variables?: string;
  readonly operation?: string;
  readonly ids?: string;
  readonly idsVariable?: string;
  readonly chunk?: string;
  readonly format: Format;
  readonly rows?: string;
}

/** What a command line asks for. */
export interface Asked {
  /** What mistakes in the document call it. */
  readonly file: string;
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Variables;
  readonly ids: GivenIds | undefined;
  readonly format: Format;
  readonly rows: string | undefined;
}

/**
 * Reads the files and the flags of a command line.
 *
 * @param file - The document; `-` is standard input.
 * @throws ConfigError naming the file or the flag that cannot be used.
 */
export async function readAsked(file: string, flags: AskedFlags): Promise<Asked> {
  const { variables, ids, idsVariable, chunk } = flags;
  if (file === '-' && ids === '-') {
    throw new ConfigError('Only one of the document and --ids can come from standard input.');
  }
  if (ids === undefined && (idsVariable !== undefined || chunk !== undefined)) {
    throw new ConfigError(`${idsVariable === undefined ? '--chunk' : '--ids-variable'} needs --ids.`);
  }
  const atOnce = chunk === undefined ? undefined : readChunk(chunk);
  return {
    file: file === '-' ? 'standard input' : file,
    text: await readInput(file),
    operationName: flags.operation,
    variables: variables === undefined ? {} : await readVariables(variables),
    ids: ids === undefined ? undefined : { ids: idsIn(await readInput(ids)), variable: idsVariable, chunk: atOnce },
    format: flags.format,
    rows: flags.rows,
  };
}

function readChunk(chunk: string): number {
  if (!/^[1-9]\d{0,5}$/.test(chunk)) {
    throw new ConfigError(`--chunk must be a whole number of at least 1, not ${JSON.stringify(chunk)}.`);
  }
  return Number(chunk);
}

async function readVariables(given: string): Promise<Variables> {
  const isFile = given.startsWith('@');
  const what = isFile ? `--variables: ${given.slice(1)}` : '--variables';
  let value: unknown;
  try {
    value = JSON.parse(isFile ? await readInput(given.slice(1)) : given);
  } catch (error) {
    throw error instanceof SyntaxError ? new ConfigError(`${what} is no JSON: ${error.message}`) : error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${what} must be a JSON object with a member for each variable.`);
  }
  return value as Variables;
}

async function readInput(path: string): Promise<string> {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
