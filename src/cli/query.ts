import { Command, Option } from 'commander';

import { QUERY, QUERY_SANDBOX } from '../config/presets.js';
import { FORMATS, type InputFlags, readInput } from './query/input.js';
import { runCommand } from './query/run-command.js';
import { addSettings, configOf, flagsTakenAway } from './settings.js';

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
  parquet the same table with typed columns, and the errors of each row in the last one. Needs --out
  kgx     a knowledge graph, FILE_nodes.tsv and FILE_edges.tsv: records by CURIE with Biolink classes, links with Biolink
          predicates. Selects the names of all records, which takes their summaries. Needs --out

With --ids the first column, and the first member of each line, is the input as it is in the file, and the last column has
the errors of the row as CODE: message. Each input has at least one row or line, in the order of the file, also if it has no
results or failed.

The ids go to the only variable of type [ID!], else to the only one of type ID, else to --ids-variable. The file has one id
per line, with or without quotes; text behind a tab, a header such as PMID, blank lines, and a # at the start or behind a
blank with what follows do not count. Of CSV and TSV with a header, --ids-from selects a column. Each chunk is written as
soon as it is complete. If a chunk is rejected for MAX_NODES, choose a smaller --chunk.

Ctrl-C writes the results so far; a second Ctrl-C stops at once. --out replaces an existing file when the new one is
complete, and keeps the old one when nothing but errors came. Rows for --ids or of --all go to FILE.part until then: after
Ctrl-C, a crash or a full disk the same command resumes there, page by page, and refuses if the query or the ids changed. A
second command with the same --out is refused while the first one runs.

Exit codes: 0 complete, 4 complete but for lists cut at the end of a page (json: one without first or last), 3 partial (errors beside
data), 1 failed, 2 misuse, 130 stopped by Ctrl-C, 141 output pipe closed.`;

interface Flags extends InputFlags {
  readonly sandbox?: true;
  readonly out?: string;
  readonly restart?: true;
  readonly quiet?: true;
}

export function queryCommand(): Command {
  const command = new Command('query')
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
    .option('--all', 'Load all pages of all lists; --max-calls is then the limit of the whole command')
    .option('--out <file>', 'Write to a file instead of standard output')
    .option('--restart', 'Begin anew instead of resuming what an earlier run has left of --out')
    .option('--quiet', 'Print errors only')
    .addHelpText('after', HELP);
  return addSettings(command, QUERY).action(async (file: string, flags: Flags) => {
    const input = await readInput(file, flags);
    const config = configOf(command, flags.sandbox ? QUERY_SANDBOX : QUERY);
    await runCommand({
      input,
      config,
      isSandbox: flags.sandbox === true,
      out: flags.out,
      isNew: flags.restart === true,
      isQuiet: flags.quiet === true,
    });
  });
}
