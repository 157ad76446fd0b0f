import { Command, Option } from 'commander';

import { ConfigError } from '../config.js';
import { faultsHelp } from '../sandbox/faults/help.js';
import { parseFaults } from '../sandbox/faults/parse-faults.js';
import { parseLatency } from '../sandbox/latency.js';
import { readExchanges } from '../sandbox/replay/exchange-folder.js';
import { Replay } from '../sandbox/replay/replay.js';
import { type SandboxOptions, startSandbox } from '../sandbox/server.js';
import { untilStopped } from './until-stopped.js';

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
    .description('Serve a local stand-in of E-utilities with a small graph of true records. Every answer says so.')
    .option('--host <address>', 'Address to listen on', '127.0.0.1')
    .option('--port <number>', 'Port to listen on; 0 takes a free one', '4100')
    .option('--rps <number>', 'Requests a second without a key; 0 for no limit', '3')
    .option('--keyed-rps <number>', 'Requests a second with a key; 0 for no limit', '10')
    .option('--latency <model>', 'Milliseconds, "per-id:BASE+EACH", "heavy-tail" or "none"', 'none')
    .option('--faults <rules>', 'What goes wrong on purpose, see below')
    .option('--seed <number>', 'Makes random latencies and faults repeatable', '1')
    .option('--library-links', 'Answer llinkslib, which NCBI refuses since 2026-09', false)
    .addOption(
      new Option('--replay <folder>', 'Give recorded answers only, see "serve --record"').conflicts(['faults']),
    )
    .addHelpText('after', faultsHelp())
    .action(async (flags: Flags) => {
      const replay = flags.replay === undefined ? undefined : await readReplay(flags.replay);
      const sandbox = await startSandbox(readFlags(flags));
      if (replay !== undefined) {
        sandbox.intercept((request) => replay.answer(request));
      }
      process.stdout.write(`The sandbox serves ${sandbox.url}\n`);
      await untilStopped();
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

/** What a parser makes of a flag's value; its complaint names the flag. */
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
