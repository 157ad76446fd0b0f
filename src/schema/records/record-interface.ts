import type { GraphQLResolveInfo } from 'graphql';

import type { Builder } from '../core/builder.js';
import type { Catalog } from '../../catalog/catalog.js';
import { typeName } from '../../catalog/names.js';
import { ERROR_CODES, type ErrorCode } from '../../eutils/failures/errors.js';
import { type PageInfo } from '../links/link-connection.js';
import type { EntrezRecord } from '../core/record.js';
import { INACCESSIBLE, INTERFACE_ENTITY, SHAREABLE } from '../core/federation-directives.js';
import type { LinkSource } from '../../loading/values/link-list.js';
import { encodeId } from '../core/global-id.js';
import { buildDates } from '../core/date-arguments.js';
import { buildLinkArguments, buildLinkOrder } from '../links/link-arguments.js';
import { summaryQuestion } from '../cost/record-queries.js';
import { asks } from '../cost/dry-run-extension.js';
import { recordUrl } from '../core/record-url.js';
import { CURIE_FIELDS } from '../lookup/curie.js';
import { titleOf } from '../summaries/titles.js';
import { nameIn } from '../core/type-prefix.js';

interface YearCount {
  readonly year: number | null;
  readonly count: number;
}

export type SharedTypes = ReturnType<typeof buildSharedTypes>;

/** The name of a record's object type. */
function typeOfRecord({ db }: EntrezRecord, _context: unknown, { schema }: GraphQLResolveInfo): string {
  return nameIn(schema, typeName(db));
}

/** The types that all record types have in common. */
export function buildSharedTypes(builder: Builder, catalog: Catalog) {
  const database = builder.enumType('DatabaseName', {
    description: 'The databases of Entrez, by the names that E-utilities use.',
    values: Object.fromEntries(
      catalog.databases.map(({ name, label, aliasOf }) => [
        name,
        { description: aliasOf === undefined ? label : `Only another name of ${aliasOf}; accepted as input.` },
      ]),
    ),
  });

  const pageInfo = builder.objectRef<PageInfo>('PageInfo').implement({
    description: 'Where a page of a connection stands in the whole.',
    extensions: SHAREABLE,
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', {
        nullable: false,
        description: 'Whether there are edges behind this page.',
      }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        nullable: false,
        description: 'Whether there are edges before this page.',
      }),
      startCursor: t.exposeString('startCursor', { description: 'Cursor of the first edge; null on an empty page.' }),
      endCursor: t.exposeString('endCursor', { description: 'Cursor of the last edge; null on an empty page.' }),
      window: t.exposeInt('window', {
        description:
          'How many edges NCBI lists in its own order, such as 9999 in a PubMed search; null where no limit is known. Further hits of a search follow by falling uids.',
        extensions: INACCESSIBLE,
      }),
    }),
  });

  const node = builder.interfaceRef<EntrezRecord>('Node').implement({
    description: 'Anything with an identifier that is unique in the whole graph.',
    resolveType: typeOfRecord,
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description:
          'Identifier in the whole graph, for node(id:). Opaque; use uid for the identifier that NCBI gives.',
        resolve: ({ db, uid }) => encodeId(db, uid),
      }),
    }),
  });

  const record = builder.interfaceRef<EntrezRecord>('Record').implement({
    description: 'A record of an Entrez database.',
    interfaces: [node],
    extensions: INTERFACE_ENTITY,
    resolveType: typeOfRecord,
    fields: (t) => ({
      uid: t.exposeID('uid', {
        nullable: false,
        description: 'Identifier in its database, such as a PMID or a gene id. Costs no request.',
      }),
      db: t.field({
        type: database,
        nullable: false,
        description: 'The database that holds the record.',
        resolve: ({ db }) => db,
      }),
      url: t.field({
        type: 'URI',
        nullable: false,
        description: 'Page of the record for human readers.',
        resolve: ({ db, uid }) => recordUrl(db, uid),
      }),
      ...Object.fromEntries(
        Object.entries(CURIE_FIELDS).map(([field, { type, description, of }]) => [
          field,
          t.field({ type, description, resolve: ({ db, uid }) => of({ db, uid }) }),
        ]),
      ),
      exists: t.boolean({
        description:
          'Whether NCBI has a summary of this record: links may lead to records that are gone. Null when it could not be asked.',
        extensions: asks(summaryQuestion),
        resolve: (parent, _args, context) => parent.exists(context),
      }),
      title: t.string({
        description: 'Title, or what comes nearest to one in this database.',
        extensions: { readsSummary: true },
        resolve: (parent, _args, context) => {
          const summary = parent.summary(context);
          return summary instanceof Promise
            ? summary.then((doc) => titleOf(parent.db, doc))
            : titleOf(parent.db, summary);
        },
      }),
      docsum: t.field({
        type: 'JSON',
        description:
          'The whole document summary as NCBI gave it (ESummary 2.0), for members that have no field of their own.',
        extensions: { readsSummary: true },
        resolve: (parent, _args, context) => parent.summary(context),
      }),
    }),
  });

  const yearCount = builder.objectRef<YearCount>('YearCount').implement({
    description: 'How many articles were published in a year.',
    extensions: SHAREABLE,
    fields: (t) => ({
      year: t.exposeInt('year', { description: 'The year; null for articles whose date is not known.' }),
      count: t.exposeInt('count', { nullable: false, description: 'How many articles.' }),
    }),
  });

  const errorCode = builder.enumType('ErrorCode', {
    description: 'What extensions.code of an error may be. A failed field is null; its siblings live.',
    values: Object.fromEntries(
      Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
    ) as Record<ErrorCode, { readonly description: string }>,
  });

  const linkOrder = buildLinkOrder(builder);
  const dates = buildDates(builder);
  const { linkFilter, linkArguments } = buildLinkArguments(builder, linkOrder, dates);
  const linkSource = builder.enumType('LinkSource', {
    description: 'Who gave a list of links.',
    values: {
      ELINK: { description: 'ELink, of which NCBI made the answer on the spot.' },
      TABLE: { description: 'A table that NCBI or NIH publishes of the same links, imported here.' },
    } satisfies Record<LinkSource, object>,
  });
  return {
    ...{ database, pageInfo, node, record, yearCount, errorCode },
    ...{ dates, linkOrder, linkFilter, linkArguments, linkSource },
  };
}
