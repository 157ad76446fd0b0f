import { Command } from 'commander';

import { addGraphFlags, type Found, type GraphFlags, type Run, runGraphCommand } from './graph-command.js';
import { wholeNumber } from '../whole-number.js';
import type { GraphNode } from './graph-format.js';

const HELP = `
Records are given by ids, CURIEs (NCBIGene:7157), page addresses or accessions; a number alone names no record. Each path has
one row: hops, score, records, link_names, hubs. GraphML has the records and links of all paths.

Exit codes: 0 paths were found, or there are none; 3 not known: the search did not follow all ways; 1 failed, 2 misuse.`;

interface Flags extends GraphFlags {
  readonly maxHops: string;
  readonly first: string;
  readonly pathCalls: string;
  readonly via?: string;
  readonly avoid?: string;
}

interface FoundPath {
  readonly hops: number;
  readonly score: number | null;
  readonly records: readonly GraphNode[];
  readonly hubs: readonly Pick<GraphNode, 'curie'>[];
  readonly edges: readonly {
    readonly linkName: string;
    readonly from: Pick<GraphNode, 'curie'>;
    readonly to: Pick<GraphNode, 'curie'>;
  }[];
}

interface ConnectingPaths {
  readonly status: 'FOUND' | 'NONE' | 'NOT_KNOWN';
  readonly summary: string;
  readonly paths: readonly FoundPath[];
  readonly frontier: readonly {
    readonly reason: string;
    readonly linkName: string;
    readonly ways: number;
    readonly message: string | null;
  }[];
}

export function pathsCommand(): Command {
  const command = new Command('paths')
    .argument('<from>', 'One record, such as NCBIGene:7157')
    .argument('<to>', 'The other record')
    .option('--max-hops <number>', 'Links of a path at most, 1 to 4', '3')
    .option('--via <names>', 'Databases between the records, or link names, such as pubmed,omim')
    .option('--avoid <names>', 'Databases, link names, or records by their CURIEs')
    .option('--first <number>', 'Paths at most', '5')
    .option('--path-calls <number>', 'Calls that the search may plan', '40')
    .addHelpText('after', HELP);
  return addGraphFlags(command).action(async (from: string, to: string, flags: Flags) => {
    const variables = {
      from,
      to,
      maxHops: wholeNumber('--max-hops', flags.maxHops),
      first: wholeNumber('--first', flags.first),
      maxCalls: wholeNumber('--path-calls', flags.pathCalls),
      ...(flags.via !== undefined && { via: listOf(flags.via) }),
      ...(flags.avoid !== undefined && { avoid: listOf(flags.avoid) }),
    };
    await runGraphCommand(command, flags, (run) => findPaths(run, variables));
  });
}

function listOf(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

async function findPaths(run: Run, variables: Readonly<Record<string, unknown>>): Promise<Found> {
  const answer = (await run(PATHS, variables)) as { readonly paths: ConnectingPaths };
  const { status, summary, paths, frontier } = answer.paths;
  const namesOf = (records: readonly Pick<GraphNode, 'curie'>[], separator: string): string =>
    records.map(({ curie }) => curie).join(separator);
  return {
    columns: ['hops', 'score', 'records', 'link_names', 'hubs'],
    rows: paths.map(({ hops, score, records, edges, hubs }) => ({
      hops,
      score,
      records: namesOf(records, ' > '),
      link_names: edges.map(({ linkName }) => linkName).join(' > '),
      hubs: namesOf(hubs, ';'),
    })),
    nodes: paths.flatMap(({ records }) => records),
    edges: paths.flatMap(({ edges }) =>
      edges.map(({ from, to, linkName }) => ({ source: from.curie, target: to.curie, linkName })),
    ),
    complete: status !== 'NOT_KNOWN',
    notes: [
      ...frontier.map(
        ({ reason, linkName, ways, message }) =>
          `Not followed: ${linkName} (${reason}, ${ways} ${ways === 1 ? 'way' : 'ways'})${message === null ? '.' : `. ${message}`}`,
      ),
      summary,
    ],
  };
}

const PATHS = `query Paths($from: ID!, $to: ID!, $maxHops: Int!, $via: [String!], $avoid: [String!], $first: Int!, $maxCalls: Int!) {
  paths(from: $from, to: $to, maxHops: $maxHops, via: $via, avoid: $avoid, first: $first, maxCalls: $maxCalls) {
    status summary
    paths {
      hops score
      records { curie db uid title }
      hubs { curie }
      edges { linkName from { curie } to { curie } }
    }
    frontier { reason linkName ways message }
  }
}`;
