import { Command, Option } from 'commander';

import { QUERY, QUERY_SANDBOX } from '../config/presets.js';
import { configWarnings } from '../config/warnings.js';
import type { Config } from '../config.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import { createGateway, type Gateway } from '../server/gateway.js';
import { systemClock } from '../upstream/clock.js';
import { EndedWith } from './ended-with.js';
import { OutputFile } from './output-file.js';
import { type PreparedQuery, prepareQuery } from './query/document.js';
import { FORMATS, type Input, type InputFlags, Mistakes, readInput } from './query/input.js';
import { Output } from './query/output.js';
import { Progress } from './query/progress.js';
import { type Outcome, runQuery } from './query/run.js';
import { addSettings, configOf, flagsTakenAway } from './settings.js';
import { Interruption } from './signals.js';
import { READER_GONE } from './standard-streams.js';

const EXIT_CODES: Readonly<Record<Outcome, number>> = { complete: 0, failed: 1, partial: 3, cut: 4 };
const MISUSE = 2;

const HELP = `
Formats:
  json    the GraphQL response; with --ids a list of responses, one per chunk
  ndjson  one line per item of a list: the first list of records or edges from the root, or --rows. An item with errors
          has them in a member "__errors"
  csv     a table: one column per field (dotted path), one row per item of that list or, without --rows, of the list inside
          it, if there is only one. Other lists share a cell: "a;b", with a backslash before ; and \\ inside a value, or
          with --lists json as JSON. A failed value is ERROR and its code. Text that a spreadsheet would run as a formula
          starts with an apostrophe
  tsv     the same separated by tabs, without quotes or apostrophes

With --ids the first column, and the first member of each line, is the input as it is in the file, and the last column has
the errors of the row as CODE: message. Each input has at least one row or line, in the order of the file, also if it has no
results or failed.

The ids go to the only variable of type [ID!], else to the only one of type ID, else to --ids-variable. The file has one id
per line, with or without quotes; text behind a tab, a header such as PMID, blank lines, and a # at the start or behind a
blank with what follows do not count. Of CSV and TSV with a header, --ids-from selects a column. Each chunk is written as
soon as it is complete. If a chunk is rejected for MAX_NODES, choose a smaller --chunk.

Ctrl-C writes the results so far; a second Ctrl-C stops at once. With CACHE_DIR, rerunning the command resumes. --out
replaces an existing file when the new one is complete, and keeps the old one when nothing but errors came.

Exit codes: 0 complete, 4 complete but for lists cut at the end of a page (json: one without first or last), 3 partial (errors beside
data), 1 failed, 2 misuse, 130 stopped by Ctrl-C, 141 output pipe closed.`;

interface Flags extends InputFlags {
  readonly sandbox?: true;
  readonly out?: string;
  readonly quiet?: true;
}

export function queryCommand(): Command {
  const command = new Command('query')
    .description('Run one GraphQL operation without a server and print the result.')
    .argument('<file>', 'GraphQL document; - reads standard input')
    .option('--variables <json>', 'Variables as a JSON object, or @FILE')
    .option('--operation <name>', 'Operation to run, if the document contains several')
    .addOption(
      new Option('--sandbox', 'Use sample data instead of NCBI').conflicts(flagsTakenAway(QUERY_SANDBOX, QUERY)),
    )
    .option('--ids <file>', 'File of ids, any number; - reads standard input')
    .option('--ids-from <column>', 'Column of the ids, if the file is CSV or TSV: its name, or its number')
    .option('--ids-variable <name>', 'Variable that takes the ids')
    .option('--chunk <number>', 'Ids per operation (default: 1000)')
    .addOption(new Option('--format <format>', 'Output format').choices(FORMATS).default('json'))
    .option('--rows <path>', 'List whose items become lines or rows, such as gene.pubmed.nodes')
    .addOption(new Option('--lists <style>', 'Lists that share a cell (default: joined)').choices(['joined', 'json']))
    .option('--out <file>', 'Write to a file instead of standard output')
    .option('--quiet', 'Print errors only')
    .addHelpText('after', HELP);
  return addSettings(command, QUERY).action(async (file: string, flags: Flags) => {
    const input = await readInput(file, flags);
    const config = configOf(command, flags.sandbox ? QUERY_SANDBOX : QUERY);
    const outputFile = flags.out === undefined ? undefined : await OutputFile.open(flags.out);
    const progress = new Progress({ notes: process.stderr, clock: systemClock, quiet: flags.quiet === true });
    let code = 1;
    try {
      code = await withGateway(config, flags.sandbox === true, progress, (gateway) =>
        run(gateway, input, new Output(outputFile?.stream ?? process.stdout), progress),
      );
    } finally {
      // Whatever is neither complete nor a part of the answer leaves yesterday's file as it is.
      await (code === 1 || code === MISUSE ? outputFile?.discard() : outputFile?.commit());
    }
    if (code !== 0) {
      throw new EndedWith(code);
    }
  });
}

async function run(gateway: Gateway, input: Input, output: Output, progress: Progress): Promise<number> {
  let prepared: PreparedQuery;
  try {
    prepared = prepareQuery(gateway, input);
  } catch (error) {
    if (!(error instanceof Mistakes)) {
      throw error;
    }
    progress.note(error.message);
    return MISUSE;
  }
  const header = input.ids?.header;
  if (header !== undefined && !progress.quiet) {
    progress.note(`--ids: ${JSON.stringify(header)} in the first line is taken for a header.`);
  }
  const interruption = new Interruption();
  try {
    await gateway.prepare();
    const outcome = await runQuery({ ...prepared, gateway, output, progress, stop: interruption.signal });
    await output.end();
    if (output.gone.aborted) {
      return READER_GONE;
    }
    return interruption.code ?? EXIT_CODES[outcome];
  } finally {
    interruption.ignore();
  }
}

async function withGateway(
  config: Config,
  wantsSandbox: boolean,
  progress: Progress,
  use: (gateway: Gateway) => Promise<number>,
): Promise<number> {
  const sandbox = wantsSandbox
    ? await startSandbox({ rps: config.rps, latency: { kind: 'constant', ms: 100 } })
    : undefined;
  if (!progress.quiet) {
    for (const note of notesOf(config, sandbox)) {
      progress.note(note);
    }
  }
  try {
    const gateway = createGateway(
      sandbox ? { ...config, NCBI_BASE_URL: sandbox.url } : config,
      progress.logger(config.LOG_LEVEL),
    );
    try {
      return await use(gateway);
    } finally {
      await gateway.close();
    }
  } finally {
    await sandbox?.close();
  }
}

function notesOf(config: Config, sandbox: Sandbox | undefined): readonly string[] {
  return sandbox ? ['Sample data from the built-in sandbox, not from NCBI.'] : configWarnings(config, process.env);
}
