import { createWriteStream } from 'node:fs';

import { Command, Option } from 'commander';

import type { Config, SettingName } from '../config.js';
import { startSandbox } from '../sandbox/server.js';
import { createGateway, type Gateway } from '../server/gateway.js';
import { systemClock } from '../upstream/clock.js';
import { EndedWith } from './ended-with.js';
import { type Asked, type AskedFlags, readAsked } from './query/asked.js';
import { FORMATS } from './query/choose-writer.js';
import { Mistakes } from './query/document.js';
import { Interruption } from './query/interruption.js';
import { noteLogger } from './query/note-logger.js';
import { Output } from './query/output.js';
import { type Prepared, prepareQuery } from './query/prepare-query.js';
import { Progress } from './query/progress.js';
import { type Outcome, runQuery } from './query/run-query.js';
import { addSettings, configOf } from './settings.js';

const EXIT_CODES: Readonly<Record<Outcome, number>> = { complete: 0, failed: 1, partial: 3 };
const MISUSE = 2;
/** As shells have it for a program whose reader has gone: 128 and SIGPIPE. */
const READER_GONE = 141;

/** What only a server needs, whatever the environment says. */
const NO_SERVER: Partial<Record<SettingName, string>> = {
  HOST: '',
  PORT: '',
  DRAIN_GRACE_MS: '',
  DRAIN_TIMEOUT_MS: '',
  AUTH_TOKENS_FILE: '',
  REQUESTS_PER_MINUTE: '',
  CALLS_PER_HOUR: '',
  CORS_ORIGINS: '',
  CSRF_HEADER: '',
  TRUSTED_DOCUMENTS: '',
  INTROSPECTION: '',
  GRAPHIQL: '',
  EXPLORE: '',
  METRICS: 'off',
};

/** Nothing of a caller's own goes to a sandbox, and nothing of a sandbox to where others look for true answers. */
const FOR_SANDBOX: Partial<Record<SettingName, string>> = {
  NCBI_BASE_URL: '',
  NCBI_API_KEY: '',
  NCBI_TOOL: '',
  NCBI_EMAIL: '',
  REDIS_URL: '',
  CACHE_DIR: '',
};

const HELP = `
Formats:
  json    the answer as GraphQL gives it; with --ids a list of answers, one for each chunk
  ndjson  a line for each item of one list: the first list of records or edges from the root, or --rows. Items of which
          something failed have a member "__errors"
  csv     a table: a column for each value, named by the way to it, and a row for each item of the innermost lists.
          Lists side by side follow each other; lists of values share a cell. --rows takes one list and what is in it.
          What failed says ERROR and its code. Texts that a spreadsheet would run begin with an apostrophe
  tsv     the same with tabs, without quotes or apostrophes

The variable for --ids is the only one of type [ID!], else the only ID. One id a line; # begins a comment. They are asked
about in chunks, each of which is written as soon as it is answered. Where a chunk is refused for MAX_NODES, take smaller
ones.

Ctrl-C writes what is known by then; a second one ends at once. With CACHE_DIR the same command goes on where it was
stopped: what was answered comes from disk. There is no deadline and no limit of calls unless you set one.

Exit codes: 0 complete, 3 partial (errors beside data), 1 failed, 2 misuse, 130 stopped by Ctrl-C, 141 nobody reads on.`;

interface Flags extends AskedFlags {
  readonly sandbox?: true;
  readonly out?: string;
  readonly quiet?: true;
}

export function queryCommand(): Command {
  const command = new Command('query')
    .description('Ask a GraphQL operation once, without a server, and write the answer.')
    .argument('<file>', 'GraphQL document; - reads standard input')
    .option('--variables <json>', 'Variables as a JSON object, or @FILE')
    .option('--operation <name>', 'Which operation, where the document holds several')
    .addOption(new Option('--sandbox', 'Ask sample data instead of NCBI').conflicts(['ncbiBaseUrl']))
    .option('--ids <file>', 'Ids to ask about, however many; - reads standard input')
    .option('--ids-variable <name>', 'The variable that takes the ids')
    .option('--chunk <number>', 'Ids of one operation (default: 1000)')
    .addOption(new Option('--format <format>', 'How the answer is written').choices(FORMATS).default('json'))
    .option('--rows <path>', 'The list that makes lines or rows, such as gene.pubmed.nodes')
    .option('--out <file>', 'Write it to a file instead')
    .option('--quiet', 'Tell errors only: no progress, no cost')
    .addHelpText('after', HELP);
  return addSettings(command, (name) => !(name in NO_SERVER)).action(async (file: string, flags: Flags) => {
    const asked = await readAsked(file, flags);
    const config = configOf(command, { ...NO_SERVER, ...(flags.sandbox && FOR_SANDBOX) });
    const isGiven = (flag: string, name: SettingName): boolean =>
      (command.getOptionValue(flag) ?? process.env[name] ?? '') !== '';
    const limits = {
      deadline: isGiven('deadlineMs', 'DEADLINE_MS') ? config.DEADLINE_MS : Infinity,
      maxCalls: isGiven('maxCalls', 'MAX_CALLS') ? config.MAX_CALLS : Infinity,
    };
    const progress = new Progress({ notes: process.stderr, clock: systemClock, quiet: flags.quiet === true });
    const code = await withGateway(config, flags, progress, (gateway) =>
      ask(gateway, asked, flags.out, limits, progress),
    );
    if (code !== 0) {
      throw new EndedWith(code);
    }
  });
}

async function ask(
  gateway: Gateway,
  asked: Asked,
  out: string | undefined,
  limits: { readonly deadline: number; readonly maxCalls: number },
  progress: Progress,
): Promise<number> {
  let prepared: Prepared;
  try {
    prepared = prepareQuery(gateway, asked);
  } catch (error) {
    if (!(error instanceof Mistakes)) {
      throw error;
    }
    progress.note(error.message);
    return MISUSE;
  }
  const output = new Output(out === undefined ? process.stdout : createWriteStream(out));
  const interruption = new Interruption();
  try {
    await gateway.prepare();
    const outcome = await runQuery({ gateway, ...prepared, output, progress, ...limits, stop: interruption.signal });
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
  { sandbox: wantsSandbox }: Flags,
  progress: Progress,
  use: (gateway: Gateway) => Promise<number>,
): Promise<number> {
  const sandbox = wantsSandbox
    ? await startSandbox({ rps: config.rps, latency: { kind: 'constant', ms: 100 } })
    : undefined;
  if (!progress.quiet) {
    if (sandbox) {
      progress.note('Sample data from the built-in sandbox, not from NCBI.');
    } else if (config.NCBI_EMAIL === undefined) {
      progress.note('NCBI_EMAIL is not set. NCBI asks for an address, so that it can warn you before it blocks you.');
    }
  }
  try {
    const logger = noteLogger(config.LOG_LEVEL, (line) => {
      progress.note(line);
    });
    const gateway = createGateway(sandbox ? { ...config, NCBI_BASE_URL: sandbox.url } : config, logger);
    try {
      return await use(gateway);
    } finally {
      await gateway.close();
    }
  } finally {
    await sandbox?.close();
  }
}
