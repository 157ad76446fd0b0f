import { stat } from 'node:fs/promises';

import { type Config, ConfigError } from '../../../config.js';
import { OutputFile } from '../../output/output-file.js';
import { OutputLock } from '../../output/output-lock.js';
import type { Format, Input } from '../input.js';
import { Output } from '../output.js';
import { type Convert, fingerprintOf, ResumableFile } from './resumable-file.js';
import type { Reached, Sink } from './sink.js';
import { writeKgx } from '../kgx/write-kgx.js';
import { writeParquet } from './write-parquet.js';

/** Where a command writes, and what becomes of that. */
export interface Target {
  readonly sink: Sink;
  /** Whether another run can go on where this one is stopped. */
  readonly isResumable: boolean;
  /** How far an earlier run has come. */
  readonly from?: Reached | undefined;
  /** Called when the rows have been written. */
  readonly end: () => Promise<void>;
  /** The rows are all there are. @returns What to say of them. */
  readonly commit: () => Promise<string | undefined>;
  /** Nothing but errors came, or nothing at all: what was there before stays. */
  readonly discard: () => Promise<void>;
  /** The command was stopped. @returns What to say of it. */
  readonly stop: () => Promise<string | undefined>;
}

/** What is written, and how. */
export interface TargetOptions {
  readonly out: string | undefined;
  readonly input: Input;
  readonly config: Pick<Config, 'NCBI_BASE_URL' | 'CATALOG_FILE'>;
  readonly isSandbox: boolean;
  readonly isNew: boolean;
}

/** Formats whose files are made of the rows when these are complete. */
const CONVERTERS: Partial<Record<Format, Convert>> = { parquet: writeParquet, kgx: writeKgx };

/**
 * Opens standard output, or the file of a command, which no other command can write meanwhile. Rows for many inputs or of
 * many pages go to a file that can be resumed.
 *
 * @throws ConfigError when the format needs a file, Error naming the file when it cannot be written.
 */
export async function openTarget(options: TargetOptions): Promise<Target> {
  const {
    out,
    input: { format },
  } = options;
  if (out === undefined) {
    if (CONVERTERS[format]) {
      throw new ConfigError(`--format ${format} needs --out.`);
    }
    return standardOutput();
  }
  const isFile = await stat(out).then(
    (known) => known.isFile(),
    () => true,
  );
  if (!isFile) {
    if (CONVERTERS[format]) {
      throw new ConfigError(`Cannot write ${out}: --format ${format} needs a regular file.`);
    }
    return replacedFile(out);
  }
  const lock = await OutputLock.take(out);
  try {
    return released(await fileTarget({ ...options, out }), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function standardOutput(): Target {
  const output = new Output(process.stdout);
  return {
    sink: output,
    isResumable: false,
    end: () => output.end(),
    commit: () => Promise.resolve(undefined),
    discard: () => Promise.resolve(),
    stop: () => Promise.resolve(undefined),
  };
}

async function fileTarget({
  out,
  input,
  config,
  isSandbox,
  isNew,
}: TargetOptions & { readonly out: string }): Promise<Target> {
  const { format, ids, all, text, operationName, variables, rows, lists } = input;
  const convert = CONVERTERS[format];
  if (!convert && (format === 'json' || (ids === undefined && all !== true))) {
    return replacedFile(out);
  }
  const fingerprint = fingerprintOf({
    'the query': [text, operationName],
    'the variables': variables,
    'the ids': ids && [ids.ids, ids.variable],
    'the form of the rows': [format, rows, lists, all],
    'the source': isSandbox ? 'sandbox' : config.NCBI_BASE_URL,
  });
  const file = await ResumableFile.open(out, fingerprint, { isNew, convert });
  return {
    sink: file,
    isResumable: true,
    from: file.from,
    end: () => Promise.resolve(),
    commit: () => file.commit(),
    discard: () => file.discard(),
    stop: () => file.keep(),
  };
}

/** A file that is replaced as a whole, or a device or pipe. */
async function replacedFile(out: string): Promise<Target> {
  const file = await OutputFile.open(out);
  const output = new Output(file.stream);
  const commit = (): Promise<undefined> => file.commit().then(() => undefined);
  return {
    sink: output,
    isResumable: false,
    end: () => output.end(),
    commit,
    discard: () => file.discard(),
    stop: commit,
  };
}

/** The same target, whose lock is released at its end. */
function released(target: Target, lock: OutputLock): Target {
  const then = async <Result>(end: () => Promise<Result>): Promise<Result> => {
    try {
      return await end();
    } finally {
      await lock.release();
    }
  };
  return {
    ...target,
    commit: () => then(target.commit),
    discard: () => then(target.discard),
    stop: () => then(target.stop),
  };
}
