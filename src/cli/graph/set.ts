import { basename, extname } from 'node:path';

import { Argument, Command, Option } from 'commander';

import { ConfigError } from '../../config/config-error.js';
import { readIdsFile } from '../query/input.js';
import { wholeNumber } from '../whole-number.js';
import type { GraphNode } from './graph-format.js';
import { addGraphFlags, type Found, type GraphFlags, type Run, runGraphCommand } from './graph-command.js';
import { loadPages, notesOf, type Page } from './pages.js';

const OPERATIONS = ['union', 'intersection', 'difference'] as const;

type Operation = (typeof OPERATIONS)[number];

/** What the records of a set are to the lists. */
const OF_LISTS: Readonly<Record<Operation, string>> = {
  union: 'in any of',
  intersection: 'in all of',
  difference: 'in the first alone of',
};

/** Characters of a label at most. */
const LABEL = 64;

const HELP = `
Each file is a list: all records that any of its sources is linked to. It has one source per line, as for common; up to 20 files and
1,000 sources in all. A difference is the first list without the records of all others. Each record of the set has one row: curie,
title, list_count, lists. GraphML has the lists, the records, and which list holds which record.

Exit codes: 0 complete; 3 the links of some sources are not known, which standard error names, and records may be missing; 1 failed,
as does a set that could be too long for want of links, 2 misuse.`;

interface Flags extends GraphFlags {
  readonly name: readonly string[];
  readonly to?: string;
  readonly order?: string;
  readonly first?: string;
  readonly idsFrom?: string;
}

interface SetEdge {
  readonly lists: readonly string[];
  readonly node: GraphNode;
}

/** A list, as `linkSet` takes it. */
interface List {
  readonly label: string;
  readonly of: readonly string[];
  readonly name: string;
  readonly to?: string;
}

export function setCommand(): Command {
  const command = new Command('set')
    .addArgument(new Argument('<operation>', 'How the lists are combined').choices(OPERATIONS))
    .argument('<files...>', 'Files of sources, one for each list; - reads standard input')
    .addOption(
      new Option('--name <link name>', 'Link name, such as gene_pubmed: once for all lists, or once for each')
        .makeOptionMandatory()
        .argParser((name, others: readonly string[] | undefined) => [...(others ?? []), name]),
    )
    .option('--to <database>', 'Database that the links lead to, of link names that the catalog does not list')
    .addOption(new Option('--order <order>', 'Default: what most lists have first').choices(['uid', 'date']))
    .option('--first <number>', 'Records at most (default: all)')
    .option('--ids-from <column>', 'Column of the sources, if the files are CSV or TSV: its name, or its number')
    .addHelpText('after', HELP);
  return addGraphFlags(command).action(async (operation: Operation, files: readonly string[], flags: Flags) => {
    const { name: names, to, order, first } = flags;
    if (names.length > 1 && names.length !== files.length) {
      throw new ConfigError(
        `--name is given ${names.length} times for ${files.length} files. Give it once, or for each.`,
      );
    }
    const most = first === undefined ? Infinity : wholeNumber('--first', first);
    const labels = labelsOf(files);
    const lists: List[] = [];
    for (const [index, file] of files.entries()) {
      const { ids } = await readIdsFile(file, flags.idsFrom);
      const name = names[index] ?? names[0] ?? '';
      lists.push({ label: labels[index] ?? file, of: ids, name, ...(to !== undefined && { to: to.toLowerCase() }) });
    }
    const variables = { operation, lists, ...(order !== undefined && { orderBy: order.toUpperCase() }) };
    await runGraphCommand(command, flags, (run) => findSet(run, variables, most));
  });
}

/** The names of files without folders and endings, each once. */
function labelsOf(files: readonly string[]): string[] {
  const labels: string[] = [];
  for (const file of files) {
    const plain = file === '-' ? 'standard input' : basename(file, extname(file)).slice(0, LABEL - 5);
    let label = plain;
    for (let count = 2; labels.includes(label); count += 1) {
      label = `${plain} (${count})`;
    }
    labels.push(label);
  }
  return labels;
}

async function findSet(
  run: Run,
  { operation, lists, ...order }: { readonly operation: Operation; readonly lists: readonly List[] },
  most: number,
): Promise<Found> {
  const page = await loadPages<SetEdge, Page<SetEdge>>(most, async (range) => {
    const variables = { ...order, ...range, lists, operation: operation.toUpperCase() };
    return ((await run(SET, variables)) as { readonly linkSet: Page<SetEdge> }).linkSet;
  });
  const { edges, complete } = page;
  const names = new Map(lists.map(({ label, name }) => [label, name]));
  const nodeOf = (label: string): GraphNode => ({ curie: `list:${label}`, db: 'list', uid: label, title: null });
  return {
    columns: ['curie', 'title', 'list_count', 'lists'],
    rows: edges.map(({ lists: labels, node: { curie, title } }) => ({
      curie,
      title,
      list_count: labels.length,
      lists: labels.join(';'),
    })),
    nodes: [...lists.map(({ label }) => nodeOf(label)), ...edges.map(({ node }) => node)],
    edges: edges.flatMap(({ lists: labels, node }) =>
      labels.map((label) => ({
        source: nodeOf(label).curie,
        target: node.curie,
        linkName: names.get(label) ?? '',
      })),
    ),
    complete,
    notes: notesOf(page, `${OF_LISTS[operation]} ${lists.length.toLocaleString('en')} lists`),
  };
}

const SET = `query Set($lists: [LinkSetInput!]!, $operation: SetOperation!, $orderBy: LinkOrder, $first: Int!, $after: String) {
  linkSet(lists: $lists, operation: $operation, orderBy: $orderBy, first: $first, after: $after) {
    totalCount complete
    missing { list input code message }
    pageInfo { hasNextPage endCursor }
    edges { lists node { curie db uid title } }
  }
}`;
