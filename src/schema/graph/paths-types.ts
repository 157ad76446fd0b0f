import type { GraphQLResolveInfo } from 'graphql';

import { MAX_HOPS } from '../../catalog/routes.js';
import type { Skipped } from '../../loading/graph/frontier.js';
import { HUB_LINKS } from '../../loading/graph/path-search.js';
import type { FoundPath, PathEdge } from '../../loading/graph/paths.js';
import type { Builder } from '../core/builder.js';
import { EntrezRecord } from '../core/record.js';
import { costsNothing } from '../cost/dry-run-extension.js';
import { atMost } from '../limits/named-length.js';
import type { SharedTypes } from '../records/record-interface.js';
import type { ConnectingPaths } from './connecting-paths.js';

const STATUSES = {
  FOUND: 'There is at least one path.',
  NONE: 'There is no path of so many hops over these link names: all ways were followed to their end.',
  NOT_KNOWN: 'No path was found, and not all ways were followed; frontier says where the search stopped.',
};

const REASONS = {
  BUDGET: 'The search may not plan so many calls.',
  TIME: 'The operation ended.',
  HUB: 'A record with very many links lies on the way, and following all of them would take too many calls.',
  FAILED: 'The links could not be loaded.',
  ENOUGH: 'As many paths as were wanted, or as one search looks at, had been found.',
  ONE_WAY: 'No link name can be read from either end of what is left of the way.',
};

function enumOf<K extends string>(texts: Readonly<Record<K, string>>): Record<K, { readonly description: string }> {
  const values = Object.entries(texts).map(([name, description]) => [name, { description }]);
  return Object.fromEntries(values) as Record<K, { readonly description: string }>;
}

/** Builds the type of `paths`. */
export function pathsType(builder: Builder, shared: SharedTypes, isStreamed: (info: GraphQLResolveInfo) => boolean) {
  const status = builder.enumType('PathStatus', {
    description: 'Whether two records are connected, as far as it is known.',
    values: enumOf(STATUSES),
  });
  const skipped = skippedType(builder, shared);
  const path = pathType(builder, shared);
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
        extensions: { estimate: (found: unknown) => [found] },
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

function skippedType(builder: Builder, { errorCode }: SharedTypes) {
  const reason = builder.enumType('SkipReason', {
    description: 'Why a search did not follow links.',
    values: enumOf(REASONS),
  });
  return builder.objectRef<Skipped>('SkippedLinks').implement({
    description: 'Links that a search did not follow.',
    fields: (t) => ({
      reason: t.expose('reason', { type: reason, nullable: false, description: 'Why.' }),
      linkName: t.exposeString('linkName', { nullable: false, description: 'Link name that was to be read next.' }),
      records: t.exposeInt('records', {
        nullable: false,
        description: 'Records whose links were not loaded, as far as they are known.',
      }),
      ways: t.exposeInt('ways', { nullable: false, description: 'Ways that were not followed to their end.' }),
      code: t.expose('code', { type: errorCode, description: 'What failed; null where nothing did.' }),
      message: t.exposeString('message', { description: 'What failed, in words.' }),
    }),
  });
}

function pathType(builder: Builder, { record, linkSource }: SharedTypes) {
  const edge = builder.objectRef<PathEdge>('PathEdge').implement({
    description: 'A link on a path, as NCBI states it.',
    fields: (t) => ({
      from: t.field({
        type: record,
        nullable: false,
        description: 'The record whose links hold it; the farther one where the search came from the other end.',
        resolve: ({ from: { db, uid } }) => new EntrezRecord(db, uid),
      }),
      to: t.field({
        type: record,
        nullable: false,
        description: 'The record that is linked to.',
        resolve: ({ to: { db, uid } }) => new EntrezRecord(db, uid),
      }),
      linkName: t.exposeString('linkName', { nullable: false, description: 'Link name, such as gene_pubmed.' }),
      linkCount: t.int({
        nullable: false,
        description: 'How many links the list holds that has this one.',
        resolve: ({ links }) => links.uids.length,
      }),
      source: t.field({
        type: linkSource,
        nullable: false,
        description: 'Who gave that list.',
        resolve: ({ links }) => links.source,
      }),
      asOf: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When NCBI gave that list.',
        resolve: ({ links }) => links.asOf,
      }),
    }),
  });
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
