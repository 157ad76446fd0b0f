import { type Command, Option } from 'commander';
import { type ExecutionResult, parse } from 'graphql';

import { QUERY, QUERY_SANDBOX } from '../../config/presets.js';
import { systemClock } from '../../upstream/clock.js';
import { EndedWith } from '../output/ended-with.js';
import { Progress } from '../query/progress.js';
import { withGateway } from '../query/with-gateway.js';
import { addSettings, configOf, flagsTakenAway } from '../settings.js';
import { Interruption } from '../signals.js';
import { GRAPH_FORMATS, type GraphAnswer, type GraphFormat, textOf } from './graph-format.js';

export interface GraphFlags {
  readonly format: GraphFormat;
  readonly sandbox?: true;
  readonly quiet?: true;
}

/** Runs an operation with the variables that it declares. */
export type Run = (document: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** What a command found, and whether that is all. */
export interface Found extends GraphAnswer {
  readonly complete: boolean;
  /** Lines for people. */
  readonly notes: readonly string[];
}

/** An error of a whole operation, by its code. */
class OperationFailure extends Error {
  override readonly name = 'OperationFailure';

  constructor(
    message: string,
    readonly code: unknown,
  ) {
    super(message);
  }
}

const FAILED = 1;
const MISUSE = 2;
const INCOMPLETE = 3;

/** Adds what commands about the graph have in common. */
export function addGraphFlags(command: Command): Command {
  command
    .addOption(new Option('--format <format>', 'Output format').choices(GRAPH_FORMATS).default('tsv'))
    .addOption(
      new Option('--sandbox', 'Use sample data instead of NCBI').conflicts(flagsTakenAway(QUERY_SANDBOX, QUERY)),
    )
    .option('--quiet', 'Print errors only');
  return addSettings(command, QUERY);
}

/**
 * Runs a command about the graph and prints what it finds.
 *
 * @throws EndedWith 1 where it fails, 2 for misuse, 3 where parts are not known.
 */
export async function runGraphCommand(
  command: Command,
  { format, sandbox, quiet }: GraphFlags,
  find: (run: Run) => Promise<Found>,
): Promise<void> {
  const config = configOf(command, sandbox ? QUERY_SANDBOX : QUERY);
  const progress = new Progress({ notes: process.stderr, clock: systemClock, quiet: quiet === true });
  const interruption = new Interruption();
  const { signal } = interruption;
  try {
    const found = await withGateway(config, sandbox === true, progress, async (gateway) => {
      await gateway.prepare();
      return find(async (document, variables) =>
        dataOf(await gateway.execute({ document: parse(document), variables, signal })),
      );
    });
    if (!quiet) {
      found.notes.forEach((line) => {
        progress.note(line);
      });
    }
    process.stdout.write(textOf(found, format));
    if (!found.complete) {
      throw new EndedWith(INCOMPLETE);
    }
  } catch (error) {
    if (!(error instanceof OperationFailure)) {
      throw error;
    }
    progress.note(error.message);
    throw new EndedWith(interruption.code ?? (error.code === 'BAD_USER_INPUT' ? MISUSE : FAILED));
  } finally {
    interruption.ignore();
  }
}

function dataOf({ data, errors = [] }: ExecutionResult): unknown {
  const [error] = errors;
  if (error) {
    throw new OperationFailure(error.message, error.extensions.code);
  }
  return data;
}
