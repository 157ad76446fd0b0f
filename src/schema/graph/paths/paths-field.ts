import { Kind, responsePathAsArray, type GraphQLResolveInfo } from 'graphql';

import type { Catalog } from '../../../catalog/catalog.js';
import { DEFAULT_HOPS, MAX_HOPS } from '../../../catalog/routes.js';
import { PathSearch } from '../../../loading/graph/path-search.js';
import { HUB_LINKS } from '../../../loading/graph/paths.js';
import { databasesBetween, stepsOf } from '../../../loading/graph/steps.js';
import type { Builder } from '../../core/builder.js';
import { estimated } from '../../cost/dry-run-extension.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import { estimateNames } from '../../cost/estimates/names.js';
import { RecordSet } from '../../cost/record-set.js';
import { lookUp } from '../../lookup/lookup.js';
import type { SharedTypes } from '../../records/record-interface.js';
import { ConnectingPaths } from './connecting-paths.js';
import type { GraphTypes } from '../graph-types.js';
import { ContextLinkReader, estimateGraphSearch } from '../link-reader.js';
import {
  DEFAULT_PATH_CALLS,
  DEFAULT_PATHS,
  MAX_PATH_CALLS,
  MAX_PATHS,
  type PathArgs,
  type PathRequest,
  readPaths,
} from './path-request.js';
import { pathsType } from './paths-types.js';
import { checkNotAvoided, inHops, MAX_CHOICES, warnOfUnused } from '../step-choice.js';

/** Adds `paths`: how two records are connected. */
export function addPaths(builder: Builder, catalog: Catalog, shared: SharedTypes, types: GraphTypes): void {
  const type = pathsType(builder, shared, types, isStreamed);
  builder.queryField('paths', (t) =>
    t.field({
      type,
      description: `How two records are connected: the shortest paths of links, found from both ends, curated links before others. The search says where its number of calls or the operation stopped it. Paths over hubs, records with more than ${HUB_LINKS} links, come last.`,
      args: {
        from: t.arg.id({ required: true, description: 'One record: its id, CURIE, page address or accession.' }),
        to: t.arg.id({ required: true, description: 'The other record.' }),
        maxHops: t.arg.int({ defaultValue: DEFAULT_HOPS, description: `Links of a path at most, 1 to ${MAX_HOPS}.` }),
        via: t.arg.stringList({
          description: `What paths may lead over: databases between the ends, and link names to be followed instead of the usual ones. At most ${MAX_CHOICES}. Default: curated link names that can be read from both ends, the most general between each two databases.`,
        }),
        avoid: t.arg.stringList({
          description: `What paths must not lead over: databases between the ends, link names, or records by their CURIEs. At most ${MAX_CHOICES}.`,
        }),
        first: t.arg.int({ defaultValue: DEFAULT_PATHS, description: `How many paths, 1 to ${MAX_PATHS}.` }),
        maxCalls: t.arg.int({
          defaultValue: DEFAULT_PATH_CALLS,
          description: `Calls that the search may plan, 1 to ${MAX_PATH_CALLS}; retries are not counted. The limit of the operation holds as well.`,
        }),
      },
      extensions: estimated((_root, args: PathArgs, scope) => estimatePaths(readPaths(args, catalog), catalog, scope)),
      resolve: async (_root, args, context, info) => {
        const { from, to, limits, choice, unused } = readPaths(args, catalog);
        const path = responsePathAsArray(info.path);
        const ends = await Promise.all([lookUp(from, context, path), lookUp(to, context, path)]);
        for (const [index, end] of ends.entries()) {
          end.namedAt(path);
          checkNotAvoided(end, index === 0 ? 'from' : 'to', limits.avoidRecords);
        }
        warnOfUnused(unused, `over which no way of at most ${inHops(limits.maxHops)} leads`, context, info);
        const reader = new ContextLinkReader(context);
        const { operation } = context;
        const maxCalls = Math.min(limits.maxCalls, operation.maxCalls - operation.callsMade);
        const [first, last] = ends;
        const search = new PathSearch(catalog, reader, { from: first, to: last }, { ...limits, maxCalls }, choice);
        return new ConnectingPaths(search, ends, limits.maxHops, context);
      },
    }),
  );
}

/** Whether the client wants the members of a list one by one. */
function isStreamed({ fieldNodes }: GraphQLResolveInfo): boolean {
  return fieldNodes.some(({ directives = [] }) =>
    directives.some(
      ({ name, arguments: given = [] }) =>
        name.value === 'stream' &&
        !given.some((each) => each.name.value === 'if' && each.value.kind === Kind.BOOLEAN && !each.value.value),
    ),
  );
}

/** Acts out a search: the kinds of links of both ends for sure, and as many calls as it may make at worst. */
function estimatePaths({ from, to, limits, choice }: PathRequest, catalog: Catalog, scope: EstimateScope): RecordSet[] {
  const ends = estimateNames([from, to], scope);
  if (from.db === to.db && 'uid' in from && 'uid' in to && from.uid === to.uid) {
    return ends;
  }
  const { maxHops, maxCalls, first } = limits;
  const found = estimateGraphSearch('paths', ends, maxCalls, scope);
  const databases = databasesBetween(stepsOf(catalog, choice), { from: from.db, to: to.db }, maxHops, choice);
  const between = [...databases].map((db) => RecordSet.unknown(db, first * (maxHops - 1), found));
  return [...ends.map((end) => RecordSet.unknown(end.db, end.size, found)), ...between];
}
