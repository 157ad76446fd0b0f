import { stat } from 'node:fs/promises';

import type { Config } from '../../config.js';
import { OutputFile } from '../output/output-file.js';
import type { Input } from './input.js';
import { Output } from './output.js';
import { fingerprintOf, ResumableFile } from './resumable-file.js';
import type { Reached, Sink } from './sink.js';

/** Where a command writes, and what becomes of that. */
export interface Target {
  readonly sink: Sink;
  /** Whether another run can go on where this one is stopped. */
  readonly isResumable: boolean;
  /** How far an earlier run has come. */
  readonly from?: Reached | undefined;
  /** Called when the rows have been written. */
  readonly end: () => Promise<void>;
  /** The rows are all there are. */
  readonly commit: () => Promise<void>;
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

/**
 * Opens standard output, or the file of a command. Rows for many inputs or of many pages go to a file that can be resumed.
 *
 * @throws Error naming the file when it cannot be written.
 */
export async function openTarget({ out, input, config, isSandbox, isNew }: TargetOptions): Promise<Target> {
  if (out === undefined) {
    const output = new Output(process.stdout);
    const nothing = (): Promise<void> => Promise.resolve();
    return {
      sink: output,
      isResumable: false,
      end: () => output.end(),
      commit: nothing,
      discard: nothing,
      stop: () => Promise.resolve(undefined),
    };
  }
  const { format, ids, all } = input;
  const isFile = await stat(out).then(
    (known) => known.isFile(),
    () => true,
  );
  if (format !== 'json' && (ids !== undefined || all === true) && isFile) {
    const { text, operationName, variables, rows, lists } = input;
    const fingerprint = fingerprintOf({
      'the query': [text, operationName],
      'the variables': variables,
      'the ids': ids && [ids.ids, ids.variable],
      'the form of the rows': [format, rows, lists, all],
      'the source': isSandbox ? 'sandbox' : config.NCBI_BASE_URL,
    });
    const file = await ResumableFile.open(out, fingerprint, isNew);
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
  const file = await OutputFile.open(out);
  const output = new Output(file.stream);
  const commit = (): Promise<void> => file.commit();
  return {
    sink: output,
    isResumable: false,
    end: () => output.end(),
    commit,
    discard: () => file.discard(),
    stop: () => commit().then(() => undefined),
  };
}
