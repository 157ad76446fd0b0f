import type { Catalog } from '../../../catalog/catalog.js';
import { inSlices } from '../../../eutils/body/slices.js';
import { searchAmong } from '../../../loading/definitions/filtered-links.js';
import { commonTargets } from '../../../loading/graph/common-targets.js';
import { sourcesOf } from '../../../loading/graph/sources-of.js';
import { type Links, mixedOrigin } from '../../../loading/values/link-list.js';
import type { Builder } from '../../core/builder.js';
import type { Context } from '../../core/context.js';
import { estimated } from '../../cost/dry-run-extension.js';
import { LinkConnection, linkCursors } from '../../links/link-connection.js';
import { listByDate } from '../../links/list-by-date.js';
import { MAX_RECORDS } from '../../records/list-roots.js';
import type { SharedTypes } from '../../records/record-interface.js';
import { commonConnectionType } from './common-links-types.js';
import {
  checkEnoughSources,
  type CommonLinksArgs,
  type CommonRequest,
  countedAs,
  MAX_RANKED,
  type Order,
  ownerOf,
  readCommon,
} from './common-request.js';
import { CommonLinks, degreeForRank, rankLinks } from './common-links.js';
import { estimateCommonLinks } from './estimate-common-links.js';
import type { GraphTypes } from '../graph-types.js';
import { degreesOfTables, LinkDegrees } from './link-degrees.js';
import { loadSourceLists, type SourceLists } from '../source-lists.js';

/** Adds `commonLinks`: what many records are linked to in common. */
export function addCommonLinks(builder: Builder, catalog: Catalog, shared: SharedTypes, types: GraphTypes): void {
  const connection = commonConnectionType(builder, shared, types);
  const order = builder.enumType('CommonLinkOrder', {
    description: 'Order of the records that several sources are linked to.',
    values: {
      SOURCES: {
        description: `Most sources first. Among equals, the rarest first where link counts are known: from a table, or because the operation selects expected or lift; else the highest uid first. Link counts rank the first ${MAX_RANKED} records.`,
      },
      LIFT: {
        description: `Highest lift first, among the ${MAX_RANKED} records of most sources; the others follow. Loads the link counts of these.`,
      },
      SCORE: { description: 'Highest sum of scores first; for scored link names.' },
      UID: { description: 'Highest uid first.' },
      DATE: { description: 'Newest first; for links to literature. Loads the dates of all records.' },
    } as const,
  });
  builder.queryField('commonLinks', (t) =>
    t.field({
      type: connection,
      description:
        'What many records are linked to in common: the records that at least so many of them are linked to under one link name, each with the sources that link to it. Loads the lists of the link fields. A list that fails makes the answer incomplete, and missing names it.',
      args: {
        of: t.arg.idList({
          required: true,
          description: `From 1 to ${MAX_RECORDS} sources of one database: uids, CURIEs, page addresses, ids or other identifiers. A source counts once, however often it is given.`,
        }),
        name: t.arg.string({ required: true, description: 'Link name, such as gene_pubmed.' }),
        to: t.arg({
          type: shared.database,
          description: 'Database that the links lead to. Needed only for a link name that linkNames does not list.',
        }),
        atLeast: t.arg.int({ defaultValue: 2, description: 'Sources that a record must have, from 1.' }),
        ...shared.linkArguments(t, { scored: true }),
        orderBy: t.arg({
          type: order,
          description: 'Order of the whole list. Default: SOURCES.',
        }),
      },
      extensions: estimated((_root, args: CommonLinksArgs, scope) =>
        estimateCommonLinks(readCommon(args, catalog, scope.info), catalog, scope),
      ),
      resolve: async (_root, args, context, info) => {
        const request = readCommon(args, catalog, info);
        const { sources, question } = request;
        const found = await loadSourceLists(sources, question, args.minScore, context, info);
        checkEnoughSources(found.lists.length + found.missing.length, request.atLeast);
        const degrees = new LinkDegrees(sources.link, catalog, context);
        const links = await arrange(found, request, { catalog, degrees }, context);
        return new CommonLinks(new LinkConnection(ownerOf(request), sources.link, links, request.args), found, degrees);
      },
    }),
  );
}

/** The common targets of lists as the arguments want them, before they are cut into pages. */
async function arrange(
  { lists }: SourceLists,
  request: CommonRequest,
  { catalog, degrees }: { readonly catalog: Catalog; readonly degrees: LinkDegrees },
  context: Context,
): Promise<Links> {
  const { sources, filter, order, atLeast, args } = request;
  const all = lists.map((list) => list.links);
  const links = await commonList(all, atLeast, order);
  const whole = { links, db: sources.link.to };
  const passing = filter
    ? { ...whole, links: await searchAmong(context.loaders, whole, filter, context.operation) }
    : whole;
  if (order === 'DATE') {
    return listByDate(passing, args, linkCursors(ownerOf(request), sources.link), context);
  }
  const first = passing.links.uids.slice(0, MAX_RANKED);
  if ((order !== 'SOURCES' && order !== 'LIFT') || first.length < 2) {
    return passing.links;
  }
  const counted = request.countsLinks
    ? await Promise.all(first.map((uid) => degreeForRank(degrees, uid)))
    : degreesOfTables(sources.link, first, catalog, context.loaders);
  if (!counted) {
    return passing.links;
  }
  const counts = (await inSlices(sourcesOf(first, all))).map((target) => target.lists.length);
  return rankLinks(passing.links, { counts, degrees: counted }, order === 'LIFT' ? 'lift' : 'rarity');
}

/** The records that at least so many lists hold. */
async function commonList(lists: readonly Links[], atLeast: number, order: Order): Promise<Links> {
  const { uids } = await inSlices(commonTargets(lists, atLeast, countedAs(order)));
  const [first, ...others] = lists;
  return { uids, bytes: uids.bytes, ...mixedOrigin(first ?? { source: 'ELINK', asOf: Date.now() }, others) };
}
