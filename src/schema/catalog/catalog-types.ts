import type { Catalog, Database, LinkName } from '../../catalog/catalog.js';
import { linkKind } from '../../catalog/link-kind.js';
import { linkMeaning } from '../../catalog/link-meanings.js';
import { linkFieldName } from '../../catalog/names.js';
import type { Builder } from '../core/builder.js';
import { linkCriteria, linkOrders } from '../links/link-arguments.js';
import { RecordSet, START } from '../cost/record-set.js';
import { questionOf } from '../cost/planned-query.js';
import { asks, costsNothing, estimated } from '../cost/dry-run-extension.js';
import type { SharedTypes } from '../records/record-interface.js';
import { recordType } from '../core/type-prefix.js';

interface NamesArgs {
  readonly names?: readonly string[] | null | undefined;
}

const asksForInfo = asks(({ databaseLoader }) => questionOf('einfo', 'databases', databaseLoader));

/** Adds the catalog as data: `databases` and `linkNames`. Gives the type of link names. */
export function addCatalog(builder: Builder, catalog: Catalog, { database, linkOrder }: SharedTypes) {
  const kind = builder.enumType('LinkKind', {
    description: 'How links come about, as far as their name and label tell.',
    values: {
      CURATED: { value: 'curated', description: 'They stand in the records, or whoever keeps those stated them.' },
      COMPUTED: { value: 'computed', description: 'They were found by comparing records, such as by similarity.' },
    } as const,
  });
  const criterion = builder.enumType('LinkCriterion', {
    description: 'What links can be selected by.',
    values: {
      ORGANISM: { description: 'The organism of the linked record: filter.organism.' },
      PUBLICATION_DATE: { description: 'The date of publication of the linked record: filter.publishedBetween.' },
      SCORE: { description: 'The similarity score of the link: minScore.' },
    } as const,
  });
  const linkNameType = builder.objectRef<LinkName>('LinkName').implement({
    description: 'A kind of link that ELink offers.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Link name, such as gene_pubmed.' }),
      from: t.field({
        type: database,
        nullable: false,
        description: 'Database of the sources.',
        resolve: ({ from }) => from,
      }),
      to: t.field({
        type: database,
        nullable: false,
        description: 'Database of the targets.',
        resolve: ({ to }) => to,
      }),
      label: t.exposeString('label', {
        nullable: false,
        description: "NCBI's menu label; empty for links not meant for menus.",
      }),
      meaning: t.string({
        description: 'What the links lead to; null where nothing is known beyond the databases and the label.',
        resolve: linkMeaning,
      }),
      scored: t.exposeBoolean('scored', {
        description: 'Whether the links carry similarity scores; null when not known.',
      }),
      kind: t.field({
        type: kind,
        nullable: false,
        description: 'Whether the links are curated or computed.',
        resolve: linkKind,
      }),
      criteria: t.field({
        type: [criterion],
        nullable: false,
        description: 'What these links can be selected by, beside filter.term.',
        resolve: linkCriteria,
      }),
      orders: t.field({
        type: [linkOrder],
        nullable: false,
        description: 'The values that orderBy accepts for these links.',
        resolve: linkOrders,
      }),
      field: t.string({
        nullable: false,
        description: 'The field of the source type that gives these links.',
        resolve: linkFieldName,
      }),
    }),
  });

  const databaseType = builder.objectRef<Database>('Database').implement({
    description: 'A database of Entrez.',
    fields: (t) => ({
      name: t.field({
        type: database,
        nullable: false,
        description: 'Name in E-utilities.',
        resolve: ({ name }) => name,
      }),
      label: t.exposeString('label', { nullable: false, description: 'Name for human readers.' }),
      typeName: t.string({
        nullable: false,
        description: 'The GraphQL type of its records.',
        extensions: costsNothing,
        resolve: ({ name, aliasOf = name }, _args, _context, { schema }) => recordType(schema, aliasOf).name,
      }),
      aliasOf: t.field({
        type: database,
        description: 'The database of which this is only another name.',
        resolve: ({ aliasOf }) => aliasOf ?? null,
      }),
      links: t.field({
        type: [linkNameType],
        nullable: false,
        description: 'The links that start here.',
        resolve: ({ name }) => [...catalog.linksFrom(name)],
      }),
      recordCount: t.float({
        description: 'How many records it holds. Asks EInfo.',
        extensions: asksForInfo,
        resolve: async ({ name }, _args, { loaders, operation }) => (await loaders.databaseInfo(name, operation)).count,
      }),
      lastUpdate: t.string({
        description: 'When it was last updated, as NCBI writes it. Asks EInfo.',
        extensions: asksForInfo,
        resolve: async ({ name }, _args, { loaders, operation }) =>
          (await loaders.databaseInfo(name, operation)).lastUpdate ?? null,
      }),
    }),
  });

  const chosen = (names: NamesArgs['names']): Database[] =>
    catalog.databases.filter(({ name }) => !names || names.includes(name));
  builder.queryField('databases', (t) =>
    t.field({
      type: [databaseType],
      nullable: false,
      description: 'The databases of Entrez.',
      args: { names: t.arg({ type: [database], description: 'Only these.' }) },
      extensions: estimated((_root, { names }: NamesArgs) => [
        RecordSet.known(
          '',
          chosen(names).map(({ name }) => name),
          START,
        ),
      ]),
      resolve: (_root, { names }) => chosen(names),
    }),
  );
  builder.queryField('linkNames', (t) =>
    t.field({
      type: [linkNameType],
      nullable: false,
      description: 'The kinds of links between databases.',
      args: {
        from: t.arg({ type: database, description: 'Only those that start here.' }),
        to: t.arg({ type: database, description: 'Only those that lead here.' }),
      },
      resolve: (_root, { from, to }) => {
        const source = from == null ? undefined : catalog.database(from);
        const target = to == null ? undefined : catalog.database(to);
        return catalog.links.filter(
          (link) => (!source || link.from === source.name) && (!target || link.to === target.name),
        );
      },
    }),
  );
  return linkNameType;
}
