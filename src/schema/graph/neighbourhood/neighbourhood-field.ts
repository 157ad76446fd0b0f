import type { Catalog } from '../../../catalog/catalog.js';
import { MAX_HOPS } from '../../../catalog/routes.js';
import { type LeftOut, MAX_EDGES, MAX_NEIGHBOURS, type Neighbour } from '../../../loading/graph/neighbourhood.js';
import type { Builder } from '../../core/builder.js';
import { EntrezRecord } from '../../core/record.js';
import { costsNothing, estimated, passesOn } from '../../cost/dry-run-extension.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import { estimateNames } from '../../cost/estimates/names.js';
import { estimateGraphSearch } from '../link-reader.js';
import { RecordSet } from '../../cost/record-set.js';
import { AS_MANY_AS_NAMED, atMost } from '../../limits/named-length.js';
import type { SharedTypes } from '../../records/record-interface.js';
import type { GraphTypes } from '../graph-types.js';
import { type LoadedNeighbourhood, loadNeighbourhood } from './load-neighbourhood.js';
import {
  DEFAULT_PER_HOP,
  MAX_PER_HOP,
  MAX_STARTS,
  type NeighbourhoodArgs,
  type NeighbourhoodRequest,
  readNeighbourhood,
} from './neighbourhood-request.js';
import { DEFAULT_PATH_CALLS, MAX_PATH_CALLS } from '../paths/path-request.js';
import { MAX_CHOICES } from '../step-choice.js';

/** Adds `neighbourhood`: the records around some, with the links between them. */
export function addNeighbourhood(builder: Builder, catalog: Catalog, shared: SharedTypes, types: GraphTypes): void {
  const type = neighbourhoodType(builder, shared, types);
  builder.queryField('neighbourhood', (t) =>
    t.field({
      type,
      description: `The records around some and the links between them, breadth first: at most ${MAX_NEIGHBOURS} records and ${MAX_EDGES} links. Each list of links brings its first records, and what is left out is counted.`,
      args: {
        of: t.arg.idList({
          required: true,
          description: `From 1 to ${MAX_STARTS} records: ids, CURIEs, page addresses or accessions.`,
        }),
        hops: t.arg.int({ defaultValue: 1, description: `How many links away from these, 1 to ${MAX_HOPS}.` }),
        perHop: t.arg.int({
          defaultValue: DEFAULT_PER_HOP,
          description: `Records that each list of links brings, 1 to ${MAX_PER_HOP}.`,
        }),
        via: t.arg.stringList({
          description: `Databases whose records are shown, and link names to be followed instead of the usual ones. At most ${MAX_CHOICES}. Default: the most general curated link name between each two databases.`,
        }),
        avoid: t.arg.stringList({
          description: `Databases, link names, or records by their CURIEs, that are left out. At most ${MAX_CHOICES}.`,
        }),
        maxCalls: t.arg.int({
          defaultValue: DEFAULT_PATH_CALLS,
          description: `Calls that may be planned, 1 to ${MAX_PATH_CALLS}; retries are not counted.`,
        }),
      },
      extensions: estimated((_root, args: NeighbourhoodArgs, scope) =>
        estimateNeighbourhood(readNeighbourhood(args, catalog), scope),
      ),
      resolve: (_root, args, context, info) => loadNeighbourhood(readNeighbourhood(args, catalog), context, info),
    }),
  );
}

function neighbourhoodType(builder: Builder, { record }: SharedTypes, { edge, skipped, missing }: GraphTypes) {
  const leftOut = builder.objectRef<LeftOut>('LeftOutLinks').implement({
    description: 'Links of a record that are not shown.',
    fields: (t) => ({
      linkName: t.exposeString('linkName', { nullable: false, description: 'Link name.' }),
      count: t.exposeInt('count', { nullable: false, description: 'How many.' }),
    }),
  });
  const node = builder.objectRef<Neighbour>('Neighbour').implement({
    description: 'A record of a neighbourhood.',
    fields: (t) => ({
      record: t.field({
        type: record,
        nullable: false,
        description: 'The record.',
        resolve: ({ record: { db, uid } }) => new EntrezRecord(db, uid),
      }),
      hop: t.exposeInt('hop', { nullable: false, description: 'How many links away; 0 for those that were named.' }),
      leftOut: t.field({
        type: [leftOut],
        nullable: false,
        description: 'Links of its loaded lists that are not shown.',
        extensions: costsNothing,
        resolve: (neighbour) => neighbour.leftOut,
      }),
    }),
  });
  return builder.objectRef<LoadedNeighbourhood>('Neighbourhood').implement({
    description: 'Records and the links between them.',
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        nullable: false,
        description: 'The records, the nearest first.',
        extensions: { ...atMost(MAX_NEIGHBOURS), ...passesOn((found) => [found]) },
        resolve: ({ nodes }) => [...nodes],
      }),
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'The links of loaded lists between these records.',
        extensions: { ...atMost(MAX_EDGES), ...passesOn((found) => [found]) },
        resolve: ({ edges }) => [...edges],
      }),
      complete: t.boolean({
        nullable: false,
        description: 'Whether all links of so many hops over these link names are shown.',
        resolve: ({ nodes, frontier, missing: lost }) =>
          frontier.length === 0 && lost.length === 0 && nodes.every((each) => each.leftOut.length === 0),
      }),
      frontier: t.field({
        type: [skipped],
        nullable: false,
        description: 'Lists that were not loaded, and why.',
        extensions: costsNothing,
        resolve: ({ frontier }) => [...frontier],
      }),
      linkNames: t.stringList({
        nullable: false,
        description: 'The link names that were looked at.',
        resolve: ({ linkNames }) => [...linkNames],
      }),
      missing: t.field({
        type: [missing],
        nullable: false,
        description: 'The records of the argument that could not be found.',
        extensions: { ...AS_MANY_AS_NAMED, ...costsNothing },
        resolve: ({ missing: lost }) => [...lost],
      }),
    }),
  });
}

/** Acts out a search: the kinds of links of the starts for sure, and as many calls as it may make at worst. */
function estimateNeighbourhood({ starts, links, limits }: NeighbourhoodRequest, scope: EstimateScope): RecordSet[] {
  const named = estimateNames(
    starts.map(({ name }) => name),
    scope,
  );
  const linked = named.filter(({ db }) => links.some(({ from }) => from === db));
  const found = estimateGraphSearch('neighbourhood', linked, limits.maxCalls, scope);
  const reached = new Set(named.map(({ db }) => db));
  for (let hop = 0; hop < limits.hops; hop += 1) {
    links.filter(({ from }) => reached.has(from)).forEach(({ to }) => reached.add(to));
  }
  return [...reached].map((db) => RecordSet.unknown(db, MAX_NEIGHBOURS, found));
}
