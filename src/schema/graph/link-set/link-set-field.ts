import type { InputRef } from '@pothos/core';

import type { Catalog } from '../../../catalog/catalog.js';
import type { Builder } from '../../core/builder.js';
import { costsNothing, estimated } from '../../cost/dry-run-extension.js';
import { AS_MANY_AS_NAMED } from '../../limits/named-length.js';
import { pageArguments } from '../../links/link-arguments.js';
import type { SharedTypes } from '../../records/record-interface.js';
import { enumOf, type GraphTypes } from '../graph-types.js';
import { type LinkSet, type LinkSetEdge, loadLinkSet, combine, orderOf } from './link-set.js';
import {
  type LinkSetArgs,
  type LinkSetInput,
  MAX_SETS,
  readLinkSet,
  type LinkSetRequest,
  type NamedList,
} from './link-set-request.js';
import { atOnce } from '../../../eutils/body/slices.js';
import type { Links } from '../../../loading/values/link-list.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import { arrangeLists, type LinkLists, openLists, pagesOf } from '../../cost/estimates/lists.js';
import { estimateFilter } from '../../cost/estimates/links.js';
import { estimateNames } from '../../cost/estimates/names.js';
import { linksQuestion } from '../../cost/record-queries.js';
import { type RecordSet, START, togetherOf, turnAfter } from '../../cost/record-set.js';
import { closerThan } from '../../links/load-links.js';
import { MAX_COMPARED } from '../common-links/estimate-common-links.js';

const OPERATIONS = {
  UNION: 'Records of any list.',
  INTERSECTION: 'Records of all lists.',
  DIFFERENCE: 'Records of the first list that no other has.',
};

/** Adds `linkSet`: union, intersection and difference of lists of links. */
export function addLinkSet(builder: Builder, catalog: Catalog, shared: SharedTypes, types: GraphTypes): void {
  const list = listType(builder, shared);
  const operation = builder.enumType('SetOperation', {
    description: 'How lists are combined.',
    values: enumOf(OPERATIONS),
  });
  builder.queryField('linkSet', (t) =>
    t.field({
      type: connectionType(builder, shared, types),
      description:
        'Union, intersection or difference of lists of links. If links are missing, the set can only be too short; one that could be too long fails.',
      args: {
        lists: t.arg({ type: [list], required: true, description: `From 1 to ${MAX_SETS} lists into one database.` }),
        operation: t.arg({ type: operation, required: true, description: 'How they are combined.' }),
        ...pageArguments(t),
        orderBy: t.arg({
          type: shared.linkOrder,
          description: 'UID or DATE. Default: what most lists have first, then the highest uid.',
        }),
      },
      extensions: estimated((_root, args: LinkSetArgs, scope) => estimateLinkSet(readLinkSet(args, catalog), scope)),
      resolve: async (_root, args, context, info) => loadLinkSet(readLinkSet(args, catalog), context, info),
    }),
  );
}

function listType(builder: Builder, { database, linkFilter }: SharedTypes): InputRef<LinkSetInput> {
  return builder.inputType('LinkSetInput', {
    description: 'What any of some sources is linked to.',
    fields: (t) => ({
      label: t.string({ required: true, description: 'Name of the list, which edges repeat.' }),
      of: t.idList({ required: true, description: 'Sources, as for commonLinks; 1,000 in all lists.' }),
      name: t.string({ required: true, description: 'Link name, such as gene_pubmed.' }),
      to: t.field({ type: database, description: 'As for commonLinks.' }),
      filter: t.field({ type: linkFilter, description: 'Which records are wanted.' }),
      minScore: t.float({ description: 'Leaves out links with a lower score.' }),
    }),
  });
}

function connectionType(builder: Builder, { record, pageInfo, linkSource }: SharedTypes, { missing }: GraphTypes) {
  const edge = builder.objectRef<LinkSetEdge>('LinkSetEdge').implement({
    description: 'A record of a set.',
    fields: (t) => ({
      node: t.expose('node', { type: record, nullable: false, description: 'The record.' }),
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Where this edge stands; for after and before.',
      }),
      lists: t.stringList({
        nullable: false,
        description: 'Labels of the lists that hold it.',
        resolve: ({ lists }) => [...lists],
      }),
    }),
  });
  return builder.objectRef<LinkSet>('LinkSetConnection').implement({
    description: 'One page of a set.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'The records of this page, each with its lists.',
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [record],
        nullable: false,
        description: 'The records of this page.',
        resolve: ({ page }) => [...page.nodes],
      }),
      pageInfo: t.field({
        type: pageInfo,
        nullable: false,
        description: 'Where this page stands.',
        resolve: ({ page }) => page.pageInfo,
      }),
      totalCount: t.int({
        nullable: false,
        description: 'How many records there are in all, each of which can be paged to.',
        resolve: ({ page }) => page.totalCount,
      }),
      complete: t.exposeBoolean('complete', {
        nullable: false,
        description: 'Whether the links of all sources are known. If not, records may be missing.',
      }),
      missing: t.field({
        type: [missing],
        nullable: false,
        description: 'The sources whose links are not known.',
        extensions: { ...AS_MANY_AS_NAMED, ...costsNothing },
        resolve: (set) => [...set.missing],
      }),
      source: t.field({
        type: linkSource,
        nullable: false,
        description: 'Who gave the lists; ELINK where only some came from a table.',
        resolve: ({ page }) => page.source,
      }),
      asOf: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When NCBI gave the oldest of the lists.',
        resolve: ({ page }) => page.asOf,
      }),
    }),
  });
}

/** Acts out `linkSet`, from the lists of its sources to the records on its page. */
function estimateLinkSet({ lists, operation, link, owner, args }: LinkSetRequest, scope: EstimateScope): RecordSet[] {
  const parts = lists.map((list) => estimateList(list, scope));
  const known = parts.flatMap((part) => part.known.map(({ links }) => links));
  const open = parts.flatMap((part) => part.open.map(({ members }) => members));
  const combined: LinkLists =
    open.length > 0 || known.length < lists.length || isLarge(known)
      ? { link, since: START, known: [], open: [openLists(link, 1, turnAfter(togetherOf(open, link.to).since), args)] }
      : {
          link,
          since: turnAfter(START),
          known: [{ owner, links: atOnce(combine(known, operation, orderOf(args))) }],
          open: [],
        };
  const { orderBy } = args;
  return pagesOf(orderBy === 'DATE' ? arrangeLists(combined, { ...args, orderBy }, scope) : combined, args);
}

/** Acts out how one list is loaded and filtered. */
function estimateList({ label, sources, question, filter, minScore }: NamedList, scope: EstimateScope): LinkLists {
  const { link } = question;
  const names = sources.names.map(({ name }) => name);
  const held: Links[] = [];
  const missing: RecordSet[] = [];
  for (const each of estimateNames(names, scope).filter(({ size }) => size > 0)) {
    const outcome = scope.ask(linksQuestion(scope.loaders, question), each);
    held.push(...outcome.known.values());
    missing.push(...(outcome.missing ? [outcome.missing] : []));
  }
  const lists: LinkLists =
    missing.length > 0 || isLarge(held)
      ? { link, since: START, known: [], open: [openLists(link, 1, togetherOf(missing, link.to).since, {})] }
      : { link, since: START, known: [{ owner: label, links: union(held, minScore, link.name) }], open: [] };
  return filter ? estimateFilter(lists, filter, {}, scope) : lists;
}

function union(lists: readonly Links[], minScore: number | null | undefined, linkName: string): Links {
  const close = minScore == null ? lists : lists.map((links) => closerThan(minScore, links, linkName));
  return atOnce(combine(close, 'UNION'));
}

function isLarge(lists: readonly Links[]): boolean {
  return lists.reduce((sum, { uids }) => sum + uids.length, 0) > MAX_COMPARED;
}
