import { Command, Option } from 'commander';

import { QUERY, QUERY_SANDBOX } from '../config/presets.js';
import { prepareQuery } from './query/document.js';
import { readIdsFile } from './query/input.js';
import { RESOLUTION_FORMATS, type ResolutionFormat, RESOLVE, resolutionWriter } from './query/resolutions.js';
import { runCommand } from './query/run-command.js';
import { addSettings, configOf, flagsTakenAway } from './settings.js';

const HELP = `
The file has one name per line: symbols, accessions, DOIs, CURIEs, page addresses, taxa, in any mixture, with or without
quotes. Each has one row per record, in the order of the file: input, kind, status (FOUND, AMBIGUOUS, NOT_FOUND, or ERROR and a
code), curie, title, note. A name without records has a row as well.

Exit codes: 0 complete, also with names that are not found; 3 some names failed, 1 all did, 2 misuse, 130 stopped by Ctrl-C.
With --out, the same command resumes after that.`;

interface Flags {
  readonly idsFrom?: string;
  readonly in?: string;
  readonly organism?: string;
  readonly format: ResolutionFormat;
  readonly sandbox?: true;
  readonly out?: string;
  readonly restart?: true;
  readonly quiet?: true;
}

export function resolveCommand(): Command {
  const command = new Command('resolve')
    .argument('<file>', 'File of names, any number; - reads standard input')
    .option('--ids-from <column>', 'Column of the names, if the file is CSV or TSV: its name, or its number')
    .option('--in <databases>', 'Databases whose records are meant, such as gene,protein')
    .option('--organism <name>', 'Organism of symbols (default: human)')
    .addOption(new Option('--format <format>', 'Output format').choices(RESOLUTION_FORMATS).default('tsv'))
    .addOption(
      new Option('--sandbox', 'Use sample data instead of NCBI').conflicts(flagsTakenAway(QUERY_SANDBOX, QUERY)),
    )
    .option('--out <file>', 'Write to a file instead of standard output')
    .option('--restart', 'Begin anew instead of resuming what an earlier run has left of --out')
    .option('--quiet', 'Print errors only')
    .addHelpText('after', HELP);
  return addSettings(command, QUERY).action(async (file: string, flags: Flags) => {
    const { in: databases, organism, format } = flags;
    const names = await readIdsFile(file, flags.idsFrom);
    await runCommand({
      input: {
        file: 'resolve',
        text: RESOLVE,
        operationName: undefined,
        variables: {
          ...(databases !== undefined && { in: databases.split(',').map((each) => each.trim().toLowerCase()) }),
          ...(organism !== undefined && { organism }),
        },
        ids: { ...names, variable: 'names' },
        format,
        rows: undefined,
      },
      config: configOf(command, flags.sandbox ? QUERY_SANDBOX : QUERY),
      isSandbox: flags.sandbox === true,
      out: flags.out,
      isNew: flags.restart === true,
      isQuiet: flags.quiet === true,
      prepare: (gateway, input) => ({ ...prepareQuery(gateway, input), writer: resolutionWriter(format) }),
    });
  });
}
