import { readFileSync } from 'node:fs';

import { Command, CommanderError, Help } from 'commander';

import { ConfigError } from '../config/config-error.js';
import { COMMANDS } from './commands.js';
import { EndedWith } from './output/ended-with.js';

const FAILURE = 1;
const MISUSE = 2;

/**
 * Runs a command line. Errors go to standard error, in one line each.
 *
 * @param args - The arguments after the program's name.
 * @returns The exit code: 0, 1 when the command failed, 2 for invalid flags or variables.
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const program = await createProgram(args);
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      return endOfCommander(error);
    }
    if (error instanceof EndedWith) {
      return error.exitCode;
    }
    complain(error instanceof Error ? error.message : String(error));
    return error instanceof ConfigError ? MISUSE : FAILURE;
  }
}

/** The program with the command that the arguments name; the others are there for the help. */
async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('entrez-graph').description(
    "One typed GraphQL API over the link graph of NCBI's Entrez databases.",
  );
  program.version(packageVersion(), '--version', 'Print the version');
  program.configureHelp({
    subcommandTerm: (command) => COMMANDS[command.name()]?.term ?? new Help().subcommandTerm(command),
  });
  const used = args.find((arg) => Object.hasOwn(COMMANDS, arg));
  for (const [name, { description, load }] of Object.entries(COMMANDS)) {
    const command = name === used ? await load() : new Command(name);
    program.addCommand(command.description(description));
  }
  leaveEndToUs(program);
  return program;
}

function packageVersion(): string {
  // Two folders up from both src/cli/ and dist/cli/.
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}

/** By default Commander ends the process itself, with messages of its own form. */
function leaveEndToUs(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  command.commands.forEach(leaveEndToUs);
}

/** Commander throws this after a mistake, and after it has written help: as an error where a command is missing. */
function endOfCommander({ exitCode, code, message }: CommanderError): number {
  if (exitCode === 0) {
    return 0;
  }
  if (code !== 'commander.help') {
    complain(`${message.replace(/^error: /, '').replace(/\n/g, ' ')}. See entrez-graph --help.`);
  }
  return MISUSE;
}

function complain(message: string): void {
  process.stderr.write(`entrez-graph: ${message}\n`);
}
