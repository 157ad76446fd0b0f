import type { LinkOut, LinkOutProvider } from '../../eutils/links/link-out.js';
import type { LinkOutParams } from '../../loading/definitions/link-out.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import type { EntrezRecord } from '../core/record.js';
import { questionOf } from '../cost/planned-query.js';
import { asks } from '../cost/dry-run-extension.js';
import type { SharedTypes } from '../records/record-interface.js';

/** Adds pages outside NCBI: `linkOut`, `primaryLinkOut`, `libraryLinks`. */
export function addLinkOutFields(builder: Builder, { record }: SharedTypes): void {
  const provider = builder.objectRef<LinkOutProvider>('LinkOutProvider').implement({
    description: 'Who offers a page.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Name of the provider.' }),
      abbreviation: t.exposeString('nameAbbr', { description: 'Short name, by which libraries are asked for.' }),
      id: t.exposeString('id', { description: 'Number of the provider at NCBI.' }),
      url: t.expose('url', { type: 'URI', description: 'Home page; NCBI leaves it out today.' }),
    }),
  });
  const linkOut = builder.objectRef<LinkOut>('LinkOut').implement({
    description: 'A page about a record outside NCBI.',
    fields: (t) => ({
      url: t.expose('url', { type: 'URI', nullable: false, description: 'Address of the page.' }),
      iconUrl: t.expose('iconUrl', { type: 'URI', description: 'Absolute address of an icon.' }),
      linkName: t.exposeString('linkName', { description: 'What the provider calls the link.' }),
      subjectTypes: t.field({
        type: ['String'],
        nullable: false,
        description: 'What the page is about; NCBI leaves it out today.',
        resolve: ({ subjectTypes }) => subjectTypes,
      }),
      categories: t.field({
        type: ['String'],
        nullable: false,
        description: 'Groups of the page, such as Full Text Sources.',
        resolve: ({ categories }) => categories,
      }),
      attributes: t.field({
        type: ['String'],
        nullable: false,
        description: 'What to expect, such as free resource.',
        resolve: ({ attributes }) => attributes,
      }),
      provider: t.expose('provider', { type: provider, description: 'Who offers the page.' }),
    }),
  });

  builder.interfaceFields(record, (t) => ({
    linkOut: t.field({
      type: [linkOut],
      description: 'Pages outside NCBI, libraries left out. The same page may come twice, from different providers.',
      args: {
        category: t.arg.string({ description: 'Only those of this category, such as Full Text Sources.' }),
        provider: t.arg.string({ description: 'Only those of the provider with this name or abbreviation.' }),
      },
      extensions: asks((loaders, db) =>
        questionOf('elink', `llinks ${db}`, loaders.linkOut({ command: 'llinks', db })),
      ),
      resolve: async (source, { category, provider: by }, context) => {
        const pages = await pagesOf(source, 'llinks', context);
        return pages.filter(
          (page) =>
            (category == null || page.categories.some((own) => isSame(own, category))) &&
            (by == null || isSame(page.provider?.name, by) || isSame(page.provider?.nameAbbr, by)),
        );
      },
    }),
    primaryLinkOut: t.field({
      type: linkOut,
      description: 'The page of the primary provider, for articles the publisher; null when there is none.',
      extensions: asks((loaders, db) =>
        questionOf('elink', `prlinks ${db}`, loaders.linkOut({ command: 'prlinks', db })),
      ),
      resolve: async (source, _args, context) => (await pagesOf(source, 'prlinks', context))[0] ?? null,
    }),
    libraryLinks: t.field({
      type: [linkOut],
      description:
        'Pages including those of libraries. NCBI refuses this since September 2026: expect UNSUPPORTED_COMMAND.',
      args: { holding: t.arg.string({ description: 'Only the library with this abbreviation.' }) },
      extensions: asks((loaders, db, { holding }: { holding?: string | null }) =>
        questionOf('elink', `llinkslib ${db}`, loaders.linkOut(libraries(db, holding)), { variant: holding ?? '' }),
      ),
      resolve: ({ db, uid }, { holding }, { loaders, operation }) =>
        loaders.linkOut(libraries(db, holding)).load(uid, operation),
    }),
  }));
}

async function pagesOf(
  source: EntrezRecord,
  command: 'llinks' | 'prlinks',
  context: Context,
): Promise<readonly LinkOut[]> {
  const { db, uid } = source;
  const pages = await context.loaders.linkOut({ command, db }).load(uid, context.operation);
  if (pages.length === 0) {
    source.warnOfEmptyLinks(context);
  }
  return pages;
}

function libraries(db: string, holding: string | null | undefined): LinkOutParams {
  return { command: 'llinkslib', db, holding: holding ?? undefined };
}

function isSame(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.trim().toLowerCase();
}
