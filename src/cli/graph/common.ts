import { Command } from 'commander';

import { addGraphFlags, type Found, type GraphFlags, type Run, runGraphCommand } from './graph-command.js';
import { wholeNumber } from '../whole-number.js';
import type { GraphNode, Row } from './graph-format.js';
import { readIdsFile } from '../query/input.js';
import { loadPages, notesOf, type Page } from './pages.js';

const HELP = `
The file has one source per line: uids of the database that the link name starts in, CURIEs, page addresses, or other
identifiers; up to 1,000. Each record that they share has one row: curie, title, source_count, sources, score_sum, and with
--lift expected and lift. GraphML has the sources, the records and the links between them.

Exit codes: 0 complete; 3 the links of some sources are not known, which standard error names; 1 failed, 2 misuse.`;

interface Flags extends GraphFlags {
  readonly name: string;
  readonly to?: string;
  readonly atLeast: string;
  readonly first?: string;
  readonly lift?: true;
  readonly idsFrom?: string;
}

interface CommonEdge {
  readonly sourceCount: number;
  readonly scoreSum: number | null;
  readonly expected?: number | null;
  readonly lift?: number | null;
  readonly sources: readonly GraphNode[];
  readonly node: GraphNode;
}

interface CommonPage extends Page<CommonEdge> {
  readonly sourceCount: number;
}

export function commonCommand(): Command {
  const command = new Command('common')
    .argument('<file>', 'File of sources; - reads standard input')
    .requiredOption('--name <link name>', 'Link name, such as gene_pubmed')
    .option('--to <database>', 'Database that the links lead to, of a link name that the catalog does not list')
    .option('--at-least <number>', 'Sources that a record must have', '2')
    .option('--first <number>', 'Records at most (default: all)')
    .option('--lift', 'Add how much more often than by chance, and put the highest first')
    .option('--ids-from <column>', 'Column of the sources, if the file is CSV or TSV: its name, or its number')
    .addHelpText('after', HELP);
  return addGraphFlags(command).action(async (file: string, flags: Flags) => {
    const { name, to, lift, first } = flags;
    const { ids } = await readIdsFile(file, flags.idsFrom);
    const most = first === undefined ? Infinity : wholeNumber('--first', first);
    const variables = {
      of: ids,
      name,
      atLeast: wholeNumber('--at-least', flags.atLeast),
      ...(to !== undefined && { to: to.toLowerCase() }),
      orderBy: lift ? 'LIFT' : 'SOURCES',
      lift: lift === true,
    };
    await runGraphCommand(command, flags, (run) => findCommon(run, variables, most));
  });
}

async function findCommon(
  run: Run,
  variables: Readonly<Record<string, unknown>> & { readonly name: string; readonly lift: boolean },
  most: number,
): Promise<Found> {
  const page = await loadPages<CommonEdge, CommonPage>(most, async (range) => {
    const answer = (await run(COMMON, { ...variables, ...range })) as { readonly commonLinks: CommonPage };
    return answer.commonLinks;
  });
  const { edges, sourceCount, complete } = page;
  return {
    columns: [
      'curie',
      'title',
      'source_count',
      'sources',
      'score_sum',
      ...(variables.lift ? ['expected', 'lift'] : []),
    ],
    rows: edges.map((edge) => rowOf(edge, variables.lift)),
    nodes: edges.flatMap(({ node, sources }) => [...sources, node]),
    edges: edges.flatMap(({ node, sources }) =>
      sources.map(({ curie }) => ({ source: curie, target: node.curie, linkName: variables.name })),
    ),
    complete,
    notes: notesOf(page, `in common of ${sourceCount.toLocaleString('en')} sources`),
  };
}

function rowOf(
  { node, sourceCount, sources, scoreSum, expected = null, lift = null }: CommonEdge,
  hasLift: boolean,
): Row {
  return {
    curie: node.curie,
    title: node.title,
    source_count: sourceCount,
    sources: sources.map(({ curie }) => curie).join(';'),
    score_sum: scoreSum,
    ...(hasLift && { expected, lift }),
  };
}

const COMMON = `query Common($of: [ID!]!, $name: String!, $to: DatabaseName, $atLeast: Int!, $orderBy: CommonLinkOrder,
  $first: Int!, $after: String, $lift: Boolean!) {
  commonLinks(of: $of, name: $name, to: $to, atLeast: $atLeast, orderBy: $orderBy, first: $first, after: $after) {
    totalCount sourceCount complete
    missing { input code message }
    pageInfo { hasNextPage endCursor }
    edges {
      sourceCount scoreSum
      ... @include(if: $lift) { expected lift }
      sources { curie db uid title }
      node { curie db uid title }
    }
  }
}`;
