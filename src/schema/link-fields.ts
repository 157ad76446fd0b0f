import type { ArgBuilder, InterfaceRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';

import type { Catalog, LinkName } from '../catalog/catalog.js';
import { linkFieldName } from '../catalog/names.js';
import { EntrezError } from '../eutils/errors.js';
import type { Links } from '../loading/links.js';
import type { LinkAddress, LinkQuestion } from '../loading/questions/links.js';
import { badInput } from './arguments.js';
import type { Builder } from './builder.js';
import type { Context } from './context.js';
import { type LinkArgs, LinkConnection, type LinkEdge } from './link-connection.js';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE } from './paging.js';
import type { EntrezRecord } from './record.js';
import { ownSelection, type Selected, selects } from './selection.js';
import type { SharedTypes } from './shared-types.js';

export type RecordRef = ObjectRef<Builder['$inferSchemaTypes'], EntrezRecord>;
type AnyRecordRef = RecordRef | InterfaceRef<Builder['$inferSchemaTypes'], EntrezRecord>;
/** A link name as far as it is known: whether it is scored only where the catalog lists it. */
type AnyLink = LinkAddress & { readonly scored?: boolean | null };

type LinksByNameArgs = LinkArgs & { readonly name: string; readonly to?: string | null };

/**
 * Stands in the extensions of every link field: what it will ask about a record of `db`.
 *
 * @throws EntrezError `BAD_USER_INPUT` for impossible arguments.
 */
export type PlanLinks = (db: string, args: LinkArgs, selected: Selected, info: GraphQLResolveInfo) => LinkQuestion;

/** The connection type of links to records of one type. */
export function linkConnectionType(builder: Builder, { pageInfo }: SharedTypes, name: string, node: AnyRecordRef) {
  const edge = builder.objectRef<LinkEdge>(`${name}Edge`).implement({
    description: `A link to a ${name} record.`,
    fields: (t) => ({
      node: t.expose('node', { type: node, nullable: false, description: 'The record that is linked to.' }),
      cursor: t.exposeString('cursor', { nullable: false, description: 'Where this edge stands; for after and before.' }),
      score: t.exposeFloat('score', {
        description: 'Similarity as NCBI computes it, higher is closer; null for links that are not scored.',
      }),
      linkName: t.exposeString('linkName', { nullable: false, description: 'The link name of ELink that owns this edge.' }),
    }),
  });
  return builder.objectRef<LinkConnection>(`${name}Connection`).implement({
    description: `One page of links to ${name} records.`,
    fields: (t) => ({
      edges: t.expose('edges', { type: [edge], nullable: false, description: 'The links of this page.' }),
      nodes: t.expose('nodes', { type: [node], nullable: false, description: 'The linked records of this page.' }),
      pageInfo: t.expose('pageInfo', { type: pageInfo, nullable: false, description: 'Where this page stands.' }),
      totalCount: t.exposeInt('totalCount', {
        nullable: false,
        description: 'How many links there are in all, each of which can be paged to.',
      }),
    }),
  });
}

export type ConnectionRef = ReturnType<typeof linkConnectionType>;

/** Adds a connection field for each link name that starts in `db`. */
export function addLinkFields(
  builder: Builder,
  catalog: Catalog,
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
          extensions: { planLinks: ((_db, args, selected, info) => linkQuestion(link, args, selected, info)) satisfies PlanLinks },
          args: {
            ...pageArgs(t),
            ...(link.scored ? { minScore: t.arg.float({ description: 'Leaves out links with a lower score.' }) } : {}),
          },
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
  { record, database }: SharedTypes,
  connection: ConnectionRef,
): void {
  builder.interfaceField(record, 'links', (t) =>
    t.field({
      type: connection,
      description: 'Links under any link name of ELink, also one that is newer than this schema.',
      extensions: {
        planLinks: ((db, args, selected, info) => {
          const { name, to } = args as LinksByNameArgs;
          return linkQuestion(findLink(catalog, db, name, to), args, selected, info);
        }) satisfies PlanLinks,
      },
      args: {
        name: t.arg.string({ required: true, description: 'Link name, such as gene_pubmed_rif.' }),
        to: t.arg({
          type: database,
          description: 'Database that the links lead to. Needed only for a link name that linkNames does not list.',
        }),
        ...pageArgs(t),
        minScore: t.arg.float({ description: 'Leaves out links with a lower score. Only for scored link names.' }),
      },
      resolve: (parent, { name, to, ...args }, context, info) =>
        resolveLinks(parent, findLink(catalog, parent.db, name, to), args, context, info),
    }),
  );
}

function linkQuestion(link: AnyLink, args: LinkArgs, selected: Selected, info: GraphQLResolveInfo): LinkQuestion {
  checkPageSize(args);
  if (args.minScore != null && link.scored !== true) {
    throw badInput('minScore', `left out, since ${link.name} is not scored`, args.minScore);
  }
  // Only what the query selects is asked for: `neighbor_score` for those who look at scores, `neighbor` for the rest.
  return { link, scored: link.scored === true && (args.minScore != null || selects(info, selected, 'edges', 'score')) };
}

function resolveLinks(
  source: EntrezRecord,
  link: AnyLink,
  args: LinkArgs,
  context: Context,
  info: GraphQLResolveInfo,
): LinkConnection | Promise<LinkConnection> {
  const links = source.links(linkQuestion(link, args, ownSelection(info), info), context);
  const connect = (found: Links): LinkConnection => new LinkConnection(source, link, found, args);
  return links instanceof Promise ? links.then(connect) : connect(links);
}

function findLink(catalog: Catalog, db: string, name: string, to: string | null | undefined): AnyLink {
  const known = catalog.link(name);
  if (known?.from === db) {
    return known;
  }
  if (known) {
    throw badInput('name', `a link name that starts in ${db}; this one starts in ${known.from}`, name);
  }
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/i.test(name)) {
    throw badInput('name', 'a link name such as gene_pubmed', name);
  }
  const target = to == null ? undefined : catalog.database(to);
  if (!target) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "name": the catalog does not know ${name}. If NCBI does, say with "to" which database it leads to.`,
    );
  }
  return { name, from: db, to: target.name };
}

function describe({ name, to, label, scored, from }: LinkName, catalog: Catalog): string {
  const target = catalog.database(to)?.label ?? to;
  const order = scored ? 'Scored, closest first.' : from === to ? 'No scores are known for it.' : '';
  return `${label === '' ? `Links to ${target}` : label}. Link name \`${name}\`. ${order}`.trim();
}

function pageArgs(t: { readonly arg: ArgBuilder<Builder['$inferSchemaTypes']> }) {
  return {
    first: t.arg.int({ description: `How many from the start, 1 to ${MAX_PAGE}. Without it and last: ${DEFAULT_PAGE}.` }),
    after: t.arg.string({ description: 'Cursor behind which the page starts.' }),
    last: t.arg.int({ description: `How many from the end, 1 to ${MAX_PAGE}.` }),
    before: t.arg.string({ description: 'Cursor before which the page ends.' }),
  };
}
