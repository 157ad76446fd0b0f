import { Command, Option } from 'commander';

import { ConfigError } from '../config.js';
import { faultsHelp } from '../sandbox/faults/help.js';
import { parseFaults } from '../sandbox/faults/parse-faults.js';
import { parseLatency } from '../sandbox/latency.js';
import { readExchanges } from '../sandbox/replay/exchange-folder.js';
import { Replay } from '../sandbox/replay/replay.js';
import { type SandboxOptions, startSandbox } from '../sandbox/server.js';
import { untilStopped } from './signals.js';

interface Flags {
  readonly host: string;
  readonly port: string;
  readonly rps: string;
  readonly keyedRps: string;
  readonly latency: string;
  readonly faults?: string;
  readonly seed: string;
  readonly libraryLinks: boolean;
  readonly replay?: string;
}

export function sandboxCommand(): Command {
  return new Command('sandbox')
    .option('--host <address>', 'Address to listen on', '127.0.0.1')
    .option('--port <number>', 'Port to listen on; 0 selects a free port', '4100')
    .option('--rps <number>', 'Requests per second without a key; 0 for no limit', '3')
    .option('--keyed-rps <number>', 'Requests per second with a key; 0 for no limit', '10')
    .option(
      '--latency <model>',
      'Latency of each answer: milliseconds, "per-id:BASE+EACH", "heavy-tail" or "none"',
      'none',
    )
    .option('--faults <rules>', 'Faults to inject (see below)')
    .option('--seed <number>', 'Seed for random latency and faults', '1')
    .option('--library-links', 'Support llinkslib, which NCBI withdrew in 2026-09', false)
    .addOption(
      new Option('--replay <folder>', 'Serve only the exchanges recorded in this folder by "serve --record"').conflicts(
        ['faults'],
      ),
    )
    .addHelpText('after', faultsHelp())
    .action(async (flags: Flags) => {
      const replay = flags.replay === undefined ? undefined : await readReplay(flags.replay);
      const sandbox = await startSandbox(readFlags(flags));
      if (replay !== undefined) {
        sandbox.intercept((request) => replay.answer(request));
      }
      const stopped = untilStopped();
      process.stdout.write(`Sandbox listening on ${sandbox.url}\n`);
      await stopped;
      await sandbox.close();
    });
}

function readFlags(flags: Flags): SandboxOptions {
  return {
    host: flags.host,
    port: wholeNumber('--port', flags.port, 65_535),
    rps: wholeNumber('--rps', flags.rps, 10_000),
    keyedRps: wholeNumber('--keyed-rps', flags.keyedRps, 10_000),
    seed: wholeNumber('--seed', flags.seed, 2 ** 31),
    latency: read('--latency', flags.latency, parseLatency),
    faults: flags.faults === undefined ? undefined : read('--faults', flags.faults, parseFaults),
    libraryLinks: flags.libraryLinks,
  };
}

async function readReplay(folder: string): Promise<Replay> {
  try {
    return new Replay(await readExchanges(folder));
  } catch (error) {
    throw new ConfigError(`--replay: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function wholeNumber(flag: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new ConfigError(`${flag} must be a whole number from 0 to ${max}, not ${JSON.stringify(text)}.`);
  }
  return value;
}

/** Parses the value of a flag; the error names the flag. */
function read<T>(flag: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ConfigError(`${flag}: ${error.message}`);
    }
    throw error;
  }
}
