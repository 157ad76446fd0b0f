import type { Config } from '../../config.js';
import type { Gateway } from '../../server/gateway.js';
import { systemClock } from '../../upstream/clock.js';
import { EndedWith } from '../output/ended-with.js';
import { Interruption } from '../signals.js';
import { READER_GONE } from '../output/standard-streams.js';
import { type PreparedQuery, prepareQuery } from './document.js';
import { type Input, Mistakes } from './input.js';
import { Progress } from './progress.js';
import { type Outcome, runQuery } from './run.js';
import { openTarget, type Target } from './target/target.js';
import { withGateway } from './with-gateway.js';

const EXIT_CODES: Readonly<Record<Outcome, number>> = { complete: 0, failed: 1, partial: 3, cut: 4 };
const MISUSE = 2;
/** Larger ones are those of a command that was stopped. */
const LAST_OUTCOME = 4;

/** A command that runs an operation. */
export interface CommandRun {
  readonly input: Input;
  readonly config: Config;
  readonly isSandbox: boolean;
  readonly out: string | undefined;
  /** Whether what an earlier run has left is not resumed. */
  readonly isNew: boolean;
  readonly isQuiet: boolean;
  /** Default: what the input says. */
  readonly prepare?: (gateway: Gateway, input: Input) => PreparedQuery;
}

/**
 * Runs a command to its end.
 *
 * @throws EndedWith an exit code other than 0.
 */
export async function runCommand(command: CommandRun): Promise<void> {
  const { input, config, isSandbox, out, isNew, isQuiet } = command;
  const target = await openTarget({ out, input, config, isSandbox, isNew });
  const progress = new Progress({ notes: process.stderr, clock: systemClock, quiet: isQuiet });
  const code = await ending(target, progress, () =>
    withGateway(config, isSandbox, progress, (gateway) => run(gateway, command, target, progress)),
  );
  if (code !== 0) {
    throw new EndedWith(code);
  }
}

/** Runs a command. Whatever is neither complete nor a part of the answer leaves yesterday's file as it is. */
async function ending(target: Target, progress: Progress, run: () => Promise<number>): Promise<number> {
  let code: number | undefined;
  try {
    code = await run();
  } finally {
    if (code === 1 || (!target.isResumable && (code === undefined || code === MISUSE))) {
      await target.discard();
    } else if (code === undefined || code === MISUSE || code > LAST_OUTCOME) {
      note(await target.stop(), progress);
    } else {
      note(await target.commit(), progress);
    }
  }
  return code;
}

function note(line: string | undefined, progress: Progress): void {
  if (line !== undefined) {
    progress.note(line);
  }
}

async function run(
  gateway: Gateway,
  { input, prepare = prepareQuery }: CommandRun,
  target: Target,
  progress: Progress,
): Promise<number> {
  let prepared: PreparedQuery;
  try {
    prepared = prepare(gateway, input);
  } catch (error) {
    if (!(error instanceof Mistakes)) {
      throw error;
    }
    progress.note(error.message);
    return MISUSE;
  }
  if (!progress.quiet) {
    for (const note of notesOfInput(input, target)) {
      progress.note(note);
    }
  }
  const interruption = new Interruption();
  try {
    await gateway.prepare();
    const { sink: output, from } = target;
    const outcome = await runQuery({ ...prepared, gateway, output, progress, stop: interruption.signal, from });
    await target.end();
    if (output.gone.aborted) {
      return READER_GONE;
    }
    return interruption.code ?? EXIT_CODES[outcome];
  } finally {
    interruption.ignore();
  }
}

function notesOfInput({ ids }: Input, { from }: Target): readonly string[] {
  const header = ids?.header;
  return [
    ...(header === undefined ? [] : [`--ids: ${JSON.stringify(header)} in the first line is taken for a header.`]),
    ...(from ? [`Resuming after ${from.place.inputs.toLocaleString('en')} inputs.`] : []),
  ];
}
