import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';

import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { linkKind } from '../../catalog/link-kind.js';
import { linkMeaning } from '../../catalog/link-meanings.js';
import { linkFieldName } from '../../catalog/names.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Links } from '../../loading/values/link-list.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import type { LongList } from '../../loading/long-lists/long-list.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { type AnyLink, checkLinkArgs, type LinkArgs, LITERATURE, parseLinkFilter } from './link-arguments.js';
import { LinkConnection, type LinkEdge } from './link-connection.js';
import { findLink } from './find-link.js';
import { loadLinks, type LinkRequest } from './load-links.js';
import type { RecordSet } from '../cost/record-set.js';
import { estimateLinks } from '../cost/estimates/links.js';
import { estimateYears } from '../cost/estimates/long-lists.js';
import { estimated } from '../cost/dry-run-extension.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { countYears } from './list-by-date.js';
import type { EntrezRecord } from '../core/record.js';
import { ownSelection, type Selected, selects } from '../core/selection.js';
import { warn } from '../core/warn.js';
import type { SharedTypes } from '../records/record-interface.js';

export type RecordRef = ObjectRef<Builder['$inferSchemaTypes'], EntrezRecord>;
type AnyRecordRef = RecordRef | InterfaceRef<Builder['$inferSchemaTypes'], EntrezRecord>;

type LinksByNameArgs = LinkArgs & { readonly name: string; readonly to?: string | null };

/**
 * Stands in the extensions of every link field: what it will ask about a record of `db`, as far as that is known before
 * the field is resolved.
 *
 * @throws EntrezError `BAD_USER_INPUT` for impossible arguments.
 */
export type PlanLinks = (
  db: string,
  args: LinkArgs,
  selected: Selected,
  info: GraphQLResolveInfo,
) => LinkQuestion | undefined;

/** Builds the connection type of links to the records of a database, or of any where `db` is not given. */
export function linkConnectionType(
  builder: Builder,
  { pageInfo, yearCount, linkSource }: SharedTypes,
  name: string,
  node: AnyRecordRef,
  db?: string,
) {
  const edge = builder.objectRef<LinkEdge>(`${name}Edge`).implement({
    description: `A link to a record of type ${name}.`,
    fields: (t) => ({
      node: t.expose('node', { type: node, nullable: false, description: 'The record that is linked to.' }),
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Where this edge stands; for after and before.',
      }),
      score: t.exposeFloat('score', {
        description: 'Similarity as NCBI computes it, higher is closer; null for links that are not scored.',
      }),
      linkName: t.exposeString('linkName', {
        nullable: false,
        description: 'The link name of ELink that owns this edge.',
      }),
    }),
  });
  const connection = builder.objectRef<LinkConnection>(`${name}Connection`).implement({
    description: `One page of links to ${name} records.`,
    fields: (t) => ({
      edges: t.expose('edges', { type: [edge], nullable: false, description: 'The links of this page.' }),
      nodes: t.expose('nodes', { type: [node], nullable: false, description: 'The linked records of this page.' }),
      pageInfo: t.expose('pageInfo', { type: pageInfo, nullable: false, description: 'Where this page stands.' }),
      totalCount: t.exposeInt('totalCount', {
        nullable: false,
        description: 'How many links there are in all, each of which can be paged to.',
      }),
      source: t.expose('source', {
        type: linkSource,
        nullable: false,
        description: 'Who gave the list; ELINK where only a part of it came from a table.',
      }),
      asOf: t.expose('asOf', {
        type: 'DateTime',
        nullable: false,
        description:
          'When NCBI gave the list, also where it has been known since: nothing that NCBI changed later is in it. Of a list that was filtered, or merged, the time of the oldest answer that decided what is in it.',
      }),
      unfilteredCount: t.int({
        nullable: false,
        description:
          'How many links there are without filter and minScore. Where ELink applies the filter, this costs one call more.',
        resolve: async ({ unfiltered }) => (await unfiltered()).uids.length,
      }),
    }),
  });
  if (db !== undefined && LITERATURE.has(db)) {
    builder.objectField(connection, 'countsByYear', (t) =>
      t.field({
        type: [yearCount],
        description:
          'How many of all these links lead to articles of each year, newest first. Loads the summaries of all links, or of a long list those that tell where its years begin.',
        extensions: estimated((page, _args, scope) => {
          estimateYears(page, scope);
          return [];
        }),
        resolve: ({ list }, _args, context) => countYears(list, context),
      }),
    );
  }
  return connection;
}

export type ConnectionRef = ReturnType<typeof linkConnectionType>;

/** Adds a connection field for each link name that starts in `db`. */
export function addLinkFields(
  builder: Builder,
  catalog: Catalog,
  { linkArguments }: SharedTypes,
  db: string,
  record: RecordRef,
  connectionTo: (db: string) => ConnectionRef,
): void {
  builder.objectFields(record, (t) =>
    Object.fromEntries(
      catalog.linksFrom(db).map((link) => [
        linkFieldName(link),
        t.field({
          type: connectionTo(link.to),
          description: describe(link, catalog),
          ...(link.lastSeen !== undefined && {
            deprecationReason: `NCBI last showed it in ${link.lastSeen}, and EInfo does not list it.`,
          }),
          extensions: {
            planLinks: ((_db, args, selected, info) => planLinks(link, args, selected, info)) satisfies PlanLinks,
            ...estimated((sources, args: LinkArgs, scope) => estimateField(sources, link, args, scope)),
          },
          args: linkArguments(t, { scored: link.scored === true }),
          resolve: (parent, args, context, info) => resolveLinks(parent, link, args, context, info),
        }),
      ]),
    ),
  );
}

/** Adds `links(name:)`, which reaches link names that have no field. */
export function addLinksByName(
  builder: Builder,
  catalog: Catalog,
  { record, database, linkArguments }: SharedTypes,
  connection: ConnectionRef,
): void {
  builder.interfaceField(record, 'links', (t) =>
    t.field({
      type: connection,
      description: 'Links under any link name of ELink, also one that is newer than this schema.',
      extensions: {
        planLinks: ((db, args, selected, info) => {
          const { name, to } = args as LinksByNameArgs;
          return planLinks(findLink(catalog, db, name, to), args, selected, info);
        }) satisfies PlanLinks,
        ...estimated((sources, { name, to, ...args }: LinksByNameArgs, scope) =>
          estimateField(sources, findLink(catalog, sources.db, name, to), args, scope),
        ),
      },
      args: {
        name: t.arg.string({ required: true, description: 'Link name, such as gene_pubmed_rif.' }),
        to: t.arg({
          type: database,
          description: 'Database that the links lead to. Needed only for a link name that linkNames does not list.',
        }),
        ...linkArguments(t, { scored: true }),
      },
      resolve: (parent, { name, to, ...args }, context, info) =>
        resolveLinks(parent, findLink(catalog, parent.db, name, to), args, context, info),
    }),
  );
}

/** What to ask for a list of links, as the arguments and the selection below the field decide. */
export function linkQuestion(
  link: AnyLink,
  args: LinkArgs,
  selected: Selected,
  info: GraphQLResolveInfo,
): LinkQuestion {
  checkLinkArgs(link, args);
  // Only what the query selects is asked for: `neighbor_score` for those who look at scores, `neighbor` for the rest.
  const scored =
    link.scored === true &&
    (args.minScore != null || args.orderBy === 'SCORE' || selects(info, selected, 'edges', 'score'));
  // NCBI's own order is that of the scores; only which links pass a minimum cannot be told without them.
  return { link, scored, scoresMayLack: args.minScore == null };
}

function planLinks(
  link: AnyLink,
  args: LinkArgs,
  selected: Selected,
  info: GraphQLResolveInfo,
): LinkQuestion | undefined {
  const question = linkQuestion(link, args, selected, info);
  return parseLinkFilter(args.filter, link.to) ? undefined : question;
}

function resolveLinks(
  source: EntrezRecord,
  link: AnyLink,
  args: LinkArgs,
  context: Context,
  info: GraphQLResolveInfo,
): LinkConnection | Promise<LinkConnection> {
  const request = linkRequest(link, args, source.uid, info);
  const { question } = request;
  const unfiltered = (): Links | Promise<Links> => source.links(question, context);
  const connect = ({ links, origin }: LongList): LinkConnection => {
    if (links.uids.length === 0 && args.filter == null && args.minScore == null) {
      source.warnOfEmptyLinks(context);
      if (link.isListed === false) {
        warn(
          context,
          info,
          'UNLISTED_LINK_NAME',
          `NCBI returned no links named ${link.name}, which the catalog does not list.`,
        );
      }
    }
    return new LinkConnection(source.uid, link, links, args, { origin, unfiltered });
  };
  const list = loadLinks(source, request, context);
  return list instanceof Promise
    ? list.then(connect, (error: unknown) => {
        throw withCount(error, question, source, context);
      })
    : connect(list);
}

/** What a link field needs for what is selected below it: no order where no page is shown, no filter for the whole. */
function linkRequest(link: AnyLink, args: LinkArgs, owner: string, info: GraphQLResolveInfo): LinkRequest {
  const selected = ownSelection(info);
  const question = linkQuestion(link, args, selected, info);
  const filter = parseLinkFilter(args.filter, link.to);
  const shows = (...names: readonly string[]): boolean => names.some((name) => selects(info, selected, name));
  const isPage = shows('edges', 'nodes', 'pageInfo');
  if (!isPage && !shows('totalCount', 'countsByYear')) {
    return { question, filter: undefined, args: { ...args, orderBy: null, minScore: null }, owner };
  }
  const arranged = isPage ? { ...args, countsYears: shows('countsByYear') } : { ...args, orderBy: null };
  return { question, filter, args: arranged, owner };
}

/** A failure that tells how many links there are, where that is known. */
function withCount(error: unknown, question: LinkQuestion, { uid }: EntrezRecord, { loaders }: Context): unknown {
  const known = [false, true].map((scored) => loaders.linkLoader({ ...question, scored }).peek(uid)?.value);
  const links = known.find((value) => value !== undefined && !(value instanceof EntrezError));
  return links && 'uids' in links && error instanceof EntrezError
    ? error.with({ unfilteredCount: links.uids.length })
    : error;
}

function estimateField(sources: RecordSet, link: AnyLink, args: LinkArgs, scope: EstimateScope): RecordSet[] {
  return estimateLinks(sources, linkRequest(link, args, '', scope.info), scope);
}

function describe(link: LinkName, catalog: Catalog): string {
  const { name, to, label, scored } = link;
  const target = catalog.database(to)?.label ?? to;
  const meaning = linkMeaning(link);
  const how = linkKind(link) === 'computed' ? ', found by comparison' : '';
  const labelled = meaning !== undefined || isMenuLabel(label, to, target) ? '' : ` NCBI's label: ${label}.`;
  const order = scored ? 'Scored, closest first.' : '';
  return `${meaning ?? `Linked ${target} records${how}`}.${labelled} Link name \`${name}\`. ${order}`.trim();
}

/** Whether a label says no more than its target: "PubMed Links". */
function isMenuLabel(label: string, to: string, target: string): boolean {
  const said = label.toLowerCase().replace(/s? ?links?$/, '');
  return to === said || target.toLowerCase().includes(said);
}
