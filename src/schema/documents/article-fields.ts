import type {
  AbstractParagraph,
  Article,
  MeshHeading,
  MeshQualifier,
  Reference,
} from '../../eutils/records/efetch-articles.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import type { RecordRef } from '../links/link-fields.js';
import { questionOf } from '../cost/planned-query.js';
import { asks } from '../cost/dry-run-extension.js';
import type { EntrezRecord } from '../core/record.js';

/** The names of the fields that {@link addArticleFields} adds. */
export const ARTICLE_FIELDS = [
  'abstract',
  'abstractSections',
  'authorList',
  'grantList',
  'meshHeadings',
  'referenceList',
];

export const asksForArticle = asks(({ articles }) => questionOf('efetch', 'pubmed', articles));

/** Adds what only the whole record of an article says, which EFetch gives: its text, subjects and references. */
export function addArticleFields(builder: Builder, record: RecordRef): void {
  const section = builder.objectRef<AbstractParagraph>('AbstractSection').implement({
    description: 'A paragraph of an abstract.',
    fields: (t) => ({
      label: t.string({
        description: 'Its heading, such as METHODS; null in an abstract without headings.',
        resolve: ({ label }) => label ?? null,
      }),
      text: t.exposeString('text', { nullable: false, description: 'Its text, without markup.' }),
    }),
  });
  const qualifier = builder.objectRef<MeshQualifier>('MeshQualifier').implement({
    description: 'The aspect of a subject that an article is about.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'The aspect, such as genetics.' }),
      ui: t.string({ description: 'Its identifier in MeSH, such as Q000235.', resolve: ({ ui }) => ui ?? null }),
      isMajor: t.exposeBoolean('isMajor', {
        nullable: false,
        description: 'Whether the subject in this aspect is a main subject of the article.',
      }),
    }),
  });
  const heading = builder.objectRef<MeshHeading>('MeshHeading').implement({
    description: 'A subject of an article, by the controlled vocabulary MeSH.',
    fields: (t) => ({
      descriptor: t.exposeString('descriptor', { nullable: false, description: 'The subject, such as Neoplasms.' }),
      ui: t.string({ description: 'Its identifier in MeSH, such as D009369.', resolve: ({ ui }) => ui ?? null }),
      isMajor: t.exposeBoolean('isMajor', {
        nullable: false,
        description: 'Whether it is a main subject of the article as a whole; a qualifier may be one instead.',
      }),
      qualifiers: t.field({
        type: [qualifier],
        nullable: false,
        description: 'The aspects of it that the article is about.',
        resolve: ({ qualifiers }) => qualifiers,
      }),
    }),
  });
  const reference = builder.objectRef<Reference>('ListedReference').implement({
    description: 'An entry in the reference list of an article.',
    fields: (t) => ({
      citation: t.string({
        description: 'The entry as the publisher wrote it; null where only identifiers are known.',
        resolve: ({ citation }) => (citation === '' ? null : citation),
      }),
      pmid: t.string({ description: 'PubMed uid of the cited article.', resolve: ({ pmid }) => pmid ?? null }),
      pmcid: t.string({
        description: 'Identifier of its full text in PMC, with its prefix PMC.',
        resolve: ({ pmcid }) => pmcid ?? null,
      }),
      doi: t.string({ description: 'Its digital object identifier.', resolve: ({ doi }) => doi ?? null }),
    }),
  });

  builder.objectFields(record, (t) => ({
    abstract: t.string({
      description:
        'The abstract, its paragraphs parted by blank lines and headed by their labels. Null without an error when the article has none, with one when it could not be loaded. Asks EFetch, for all sibling records at once.',
      extensions: asksForArticle,
      resolve: async (parent, _args, context) => abstractOf(await articleOf(parent, context)),
    }),
    abstractSections: t.field({
      type: [section],
      description: 'The paragraphs of the abstract in order; empty when the article has none. Asks EFetch.',
      extensions: asksForArticle,
      resolve: async (parent, _args, context) => (await articleOf(parent, context)).abstract,
    }),
    meshHeadings: t.field({
      type: [heading],
      description: 'The subjects of the article; empty until it is indexed. Asks EFetch.',
      extensions: asksForArticle,
      resolve: async (parent, _args, context) => (await articleOf(parent, context)).meshHeadings,
    }),
    referenceList: t.field({
      type: [reference],
      description:
        'The reference list as text, as far as the publisher gave it to PubMed. The cited articles as records are the field references. Asks EFetch.',
      extensions: asksForArticle,
      resolve: async (parent, _args, context) => (await articleOf(parent, context)).references,
    }),
  }));
}

/** @throws EntrezError `UNKNOWN_ID` when there is no such article; the failure of EFetch. */
export function articleOf({ uid }: EntrezRecord, { loaders, operation }: Context): Article | Promise<Article> {
  return loaders.articles.load(uid, operation);
}

function abstractOf({ abstract }: Article): string | null {
  const paragraphs = abstract.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`));
  return paragraphs.length === 0 ? null : paragraphs.join('\n\n');
}
