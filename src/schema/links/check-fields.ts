import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { linkFieldName } from '../../catalog/names.js';
import { type AvailableLink, isExternalLink } from '../../eutils/links/check.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import type { AnyLink } from './link-arguments.js';
import { findLink } from './find-link.js';
import { questionOf } from '../cost/planned-query.js';
import { availableLinksQuestion, linksQuestion } from '../cost/record-queries.js';
import { asks, costsNothing, estimated } from '../cost/dry-run-extension.js';
import type { EntrezRecord } from '../core/record.js';
import type { SharedTypes } from '../records/record-interface.js';
import type { LinkRef } from '../../loading/definitions/links.js';
import { RecordSet } from '../cost/record-set.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';

/** A link name of a record, to be counted. */
interface LinkCount {
  readonly source: EntrezRecord;
  readonly link: Pick<LinkName, 'name' | 'from' | 'to'>;
}

interface CountArgs {
  readonly names?: readonly string[] | null;
}

/** Adds what tells of links without giving them: `availableLinks`, `hasRelated`, `hasLinkOut`, `linkCounts`. */
export function addCheckFields(builder: Builder, catalog: Catalog, { record, database }: SharedTypes): void {
  const availableLink = builder.objectRef<AvailableLink>('AvailableLink').implement({
    description: 'A kind of link under which a record has at least one link, as ELink reports it.',
    fields: (t) => ({
      name: t.exposeString('linkName', { nullable: false, description: 'Link name, such as gene_pubmed.' }),
      to: t.exposeString('to', {
        nullable: false,
        description: 'Database that the links lead to; LinkOut for pages outside NCBI.',
      }),
      menuLabel: t.exposeString('menuTag', { description: "Label in NCBI's menus; null for links not shown there." }),
      urlTemplate: t.exposeString('url', { description: 'Address of a page that shows the links, with placeholders.' }),
      priority: t.exposeInt('priority', { description: 'Place in the menus of NCBI; lower comes first.' }),
      isLinkOut: t.boolean({
        nullable: false,
        description: 'Whether these are pages outside NCBI, which linkOut gives.',
        resolve: isExternalLink,
      }),
      field: t.string({
        description: 'The field of this record that gives the links; null where there is none: then use links(name:).',
        resolve: ({ linkName }) => {
          const known = catalog.link(linkName);
          return known ? linkFieldName(known) : null;
        },
      }),
    }),
  });

  const linkCount = builder.objectRef<LinkCount>('LinkCount').implement({
    description: 'How many links a record has under a link name.',
    fields: (t) => ({
      name: t.string({ nullable: false, description: 'Link name.', resolve: ({ link }) => link.name }),
      to: t.field({ type: database, nullable: false, description: 'Target database.', resolve: ({ link }) => link.to }),
      field: t.string({
        nullable: false,
        description: 'The field of this record that gives the links.',
        resolve: ({ link }) => linkFieldName(link),
      }),
      count: t.int({
        description: 'How many links there are, exactly. Asks for them, together with those of sibling records.',
        // What it asks shows where the link names are known: in linkCounts.
        extensions: costsNothing,
        resolve: async ({ source, link }, _args, context) => {
          const { length } = (await source.links({ link, scored: false }, context)).uids;
          if (length === 0) {
            source.warnOfEmptyLinks(context);
          }
          return length;
        },
      }),
    }),
  });

  const named = (db: string, names: readonly string[]): AnyLink[] =>
    names.map((name) => findLink(catalog, db, name, undefined, 'names'));

  builder.interfaceFields(record, (t) => ({
    availableLinks: t.field({
      type: [availableLink],
      description: 'The kinds of links this record has, before any is followed. One call for all sibling records.',
      extensions: asks(availableLinksQuestion),
      resolve: (record, _args, context) => linksAvailable(record, context),
    }),
    hasRelated: t.boolean({
      description: 'Whether there are related records in the same database.',
      extensions: asks((loaders, db) => questionOf('elink', `ncheck ${db}`, loaders.checks({ command: 'ncheck', db }))),
      resolve: (source, _args, context) => check(source, 'ncheck', context),
    }),
    hasLinkOut: t.boolean({
      description: 'Whether there are pages about this record outside NCBI.',
      extensions: asks((loaders, db) => questionOf('elink', `lcheck ${db}`, loaders.checks({ command: 'lcheck', db }))),
      resolve: (source, _args, context) => check(source, 'lcheck', context),
    }),
    linkCounts: t.field({
      type: [linkCount],
      description:
        'Exact numbers of links, for a view that shows counts before anything is expanded. One call for each link name, shared with sibling records.',
      args: {
        names: t.arg.stringList({
          description: 'Link names to count. Default: those of availableLinks, which costs one call more.',
        }),
      },
      extensions: estimated((sources, { names }: CountArgs, scope) =>
        estimateLinkCounts(sources, names ? named(sources.db, names) : undefined, catalog, scope),
      ),
      resolve: async (source, { names }, context) => {
        const links = names
          ? named(source.db, names)
          : (await linksAvailable(source, context)).flatMap(({ linkName }) => catalog.link(linkName) ?? []);
        return links.map((link) => ({ source, link }));
      },
    }),
  }));
}

/** The kinds of links of a record, which are none also where there is no such record. */
async function linksAvailable(source: EntrezRecord, context: Context): Promise<readonly AvailableLink[]> {
  const links = await context.loaders.availableLinks(source.db).load(source.uid, context.operation);
  if (links.length === 0) {
    source.warnOfEmptyLinks(context);
  }
  return links;
}

async function check(source: EntrezRecord, command: 'ncheck' | 'lcheck', context: Context): Promise<boolean> {
  const { db, uid } = source;
  const { yes } = await context.loaders.checks({ command, db }).load(uid, context.operation);
  if (!yes) {
    source.warnOfEmptyLinks(context);
  }
  return yes;
}

/**
 * Acts out the counting of links.
 *
 * @param links - What is counted; those that each source has, where the caller named none.
 */
function estimateLinkCounts(
  sources: RecordSet,
  links: readonly LinkRef[] | undefined,
  catalog: Catalog,
  scope: EstimateScope,
): readonly RecordSet[] {
  const isCounted = scope.selects('count');
  const count = (link: LinkRef, counted: RecordSet): void => {
    if (isCounted) {
      scope.ask(linksQuestion(scope.loaders, { link, scored: false }), counted);
    }
  };
  if (links) {
    for (const link of links) {
      count(link, sources);
    }
    return [];
  }
  const { known, missing } = scope.ask(availableLinksQuestion(scope.loaders, sources.db), sources);
  for (const [uid, available] of known) {
    for (const link of available.flatMap(({ linkName }) => catalog.link(linkName) ?? [])) {
      count(link, RecordSet.known(sources.db, [uid], sources.since));
    }
  }
  if (missing) {
    // Each of them may have links of every kind, or none.
    const some = RecordSet.unknown(sources.db, missing.size, missing.since);
    for (const link of catalog.linksFrom(sources.db)) {
      count(link, some);
    }
  }
  return [];
}
