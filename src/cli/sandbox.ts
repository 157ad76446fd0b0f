import { Command } from 'commander';

import { ConfigError } from '../config.js';
import { parseLatency } from '../sandbox/latency.js';
import { type SandboxOptions, startSandbox } from '../sandbox/server.js';
import { untilStopped } from './until-stopped.js';

interface Flags {
  readonly host: string;
  readonly port: string;
  readonly rps: string;
  readonly keyedRps: string;
  readonly latency: string;
  readonly seed: string;
  readonly libraryLinks: boolean;
}

export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description('Serve a local stand-in of E-utilities with a small graph of true records. Every answer says so.')
    .option('--host <address>', 'Address to listen on', '127.0.0.1')
    .option('--port <number>', 'Port to listen on; 0 takes a free one', '4100')
    .option('--rps <number>', 'Requests a second without a key; 0 for no limit', '3')
    .option('--keyed-rps <number>', 'Requests a second with a key; 0 for no limit', '10')
    .option('--latency <model>', 'Milliseconds, "per-id:BASE+EACH", "heavy-tail" or "none"', 'none')
    .option('--seed <number>', 'Makes random latencies repeatable', '1')
    .option('--library-links', 'Answer llinkslib, which NCBI refuses since 2026-09', false)
    .action(async (flags: Flags) => {
      const sandbox = await startSandbox(readFlags(flags));
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
    latency: latency(flags.latency),
    libraryLinks: flags.libraryLinks,
  };
}

function wholeNumber(flag: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new ConfigError(`${flag} must be a whole number from 0 to ${max}, not ${JSON.stringify(text)}.`);
  }
  return value;
}

function latency(text: string): ReturnType<typeof parseLatency> {
  try {
    return parseLatency(text);
  } catch (error) {
    throw new ConfigError(`--latency: ${error instanceof Error ? error.message : String(error)}`);
  }
}
