import type { GraphQLResolveInfo } from 'graphql';

import { MAX_HOPS } from '../../../catalog/routes.js';
import { type FoundPath, HUB_LINKS } from '../../../loading/graph/paths.js';
import type { Builder } from '../../core/builder.js';
import { EntrezRecord } from '../../core/record.js';
import { costsNothing, passesOn } from '../../cost/dry-run-extension.js';
import { atMost } from '../../limits/named-length.js';
import type { SharedTypes } from '../../records/record-interface.js';
import type { ConnectingPaths } from './connecting-paths.js';
import { enumOf, type GraphTypes } from '../graph-types.js';

const STATUSES = {
  FOUND: 'There is at least one path.',
  NONE: 'There is no path of so many hops over these link names: all ways were followed to their end.',
  NOT_KNOWN: 'No path was found, and not all ways were followed; frontier says where the search stopped.',
};

/** Builds the type of `paths`. */
export function pathsType(
  builder: Builder,
  shared: SharedTypes,
  types: GraphTypes,
  isStreamed: (info: GraphQLResolveInfo) => boolean,
) {
  const status = builder.enumType('PathStatus', {
    description: 'Whether two records are connected, as far as it is known.',
    values: enumOf(STATUSES),
  });
  const { skipped } = types;
  const path = pathType(builder, shared, types);
  return builder.objectRef<ConnectingPaths>('ConnectingPaths').implement({
    description: 'How two records are connected.',
    fields: (t) => ({
      status: t.field({
        type: status,
        nullable: false,
        description: 'Whether they are connected, as far as it is known.',
        resolve: async (search) => {
          await search.done;
          return search.status;
        },
      }),
      summary: t.string({
        nullable: false,
        description: 'The outcome in a sentence.',
        resolve: async (search) => {
          await search.done;
          return search.summary;
        },
      }),
      paths: t.field({
        type: [path],
        nullable: false,
        description:
          'The paths, those of fewest hops first, then those without hubs, then the rarest. With @stream, each as soon as it is found.',
        resolve: async (search, _args, _context, info) => {
          if (isStreamed(info)) {
            return search.stream() as unknown as FoundPath[];
          }
          await search.done;
          return [...search.found];
        },
        extensions: passesOn((found) => [found]),
      }),
      complete: t.boolean({
        nullable: false,
        description: 'Whether all ways over these link names were followed to their end.',
        resolve: async (search) => {
          await search.done;
          return search.complete;
        },
      }),
      frontier: t.field({
        type: [skipped],
        nullable: false,
        description: 'What the search did not look at, and why; empty where complete is true.',
        extensions: costsNothing,
        resolve: async (search) => {
          await search.done;
          return [...search.frontier];
        },
      }),
      linkNames: t.stringList({
        nullable: false,
        description: 'The link names that the paths could have led over.',
        resolve: async (search) => {
          await search.done;
          return [...search.linkNames];
        },
      }),
      hubLinks: t.int({
        nullable: false,
        description: 'A record with more links than that is a hub.',
        resolve: () => HUB_LINKS,
      }),
    }),
  });
}

function pathType(builder: Builder, { record }: SharedTypes, { edge }: GraphTypes) {
  return builder.objectRef<FoundPath>('ConnectingPath').implement({
    description: 'Records that are connected by links, one after the other.',
    fields: (t) => ({
      hops: t.int({ nullable: false, description: 'How many links.', resolve: ({ edges }) => edges.length }),
      records: t.field({
        type: [record],
        nullable: false,
        description: 'The records from one end to the other.',
        extensions: atMost(MAX_HOPS + 1),
        resolve: ({ records }) => records.map(({ db, uid }) => new EntrezRecord(db, uid)),
      }),
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'The links, in the order of the records.',
        extensions: atMost(MAX_HOPS),
        resolve: ({ edges }) => [...edges],
      }),
      score: t.exposeFloat('score', {
        description:
          'Rarity: one over the product of the numbers of links of the records between the ends. 1 for a direct link; null where such a number is not known.',
      }),
      hubs: t.field({
        type: [record],
        nullable: false,
        description: 'Records between the ends that are hubs.',
        extensions: atMost(MAX_HOPS),
        resolve: ({ hubs }) => hubs.map(({ db, uid }) => new EntrezRecord(db, uid)),
      }),
    }),
  });
}
