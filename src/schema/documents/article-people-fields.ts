import type { Author, Grant, PartialList } from '../../eutils/records/article-people.js';
import type { Builder } from '../core/builder.js';
import type { RecordRef } from '../links/link-fields.js';
import { articleOf, asksForArticle } from './article-fields.js';

/** Adds who wrote an article and who paid for it, in full: summaries have names with initials only. */
export function addPeopleFields(builder: Builder, record: RecordRef): void {
  const author = builder.objectRef<Author>('ListedAuthor').implement({
    description: 'An author of an article: a person, or a group.',
    fields: (t) => ({
      name: t.string({
        description: 'The whole name, such as Ada M Lovelace, or that of the group.',
        resolve: nameOf,
      }),
      lastName: t.string({
        description: 'Last name; null for a group.',
        resolve: ({ lastName }) => lastName ?? null,
      }),
      foreName: t.string({ description: 'First names as printed.', resolve: ({ foreName }) => foreName ?? null }),
      initials: t.string({ description: 'Initials.', resolve: ({ initials }) => initials ?? null }),
      suffix: t.string({ description: 'What follows the name, such as Jr.', resolve: ({ suffix }) => suffix ?? null }),
      collectiveName: t.string({
        description: 'Name of a group; null for a person.',
        resolve: ({ collectiveName }) => collectiveName ?? null,
      }),
      orcid: t.string({
        description: 'ORCID, such as 0000-0002-1825-0097.',
        resolve: ({ orcid }) => orcid ?? null,
      }),
      affiliations: t.exposeStringList('affiliations', {
        nullable: false,
        description: 'Where the author worked, in the words of the publisher.',
      }),
      contributedEqually: t.exposeBoolean('contributedEqually', {
        nullable: false,
        description: 'Whether this is one of several authors who contributed equally.',
      }),
    }),
  });
  const grant = builder.objectRef<Grant>('ListedGrant').implement({
    description: 'A grant that paid for the work of an article.',
    fields: (t) => ({
      number: t.string({ description: 'Number of the grant.', resolve: ({ number }) => number ?? null }),
      acronym: t.string({
        description: 'Short name of the funder inside its agency, such as CA.',
        resolve: ({ acronym }) => acronym ?? null,
      }),
      agency: t.string({ description: 'Who gave it.', resolve: ({ agency }) => agency ?? null }),
      country: t.string({ description: 'Country of the agency.', resolve: ({ country }) => country ?? null }),
    }),
  });
  const authorList = builder.objectRef<PartialList<Author>>('ListedAuthors').implement({
    description: 'The authors of an article in order.',
    fields: (t) => ({
      authors: t.expose('items', { type: [author], nullable: false, description: 'The authors; editors are none.' }),
      isComplete: t.exposeBoolean('isComplete', {
        nullable: false,
        description: 'False where PubMed left authors out, as it did in some years.',
      }),
    }),
  });
  const grantList = builder.objectRef<PartialList<Grant>>('ListedGrants').implement({
    description: 'The grants of an article.',
    fields: (t) => ({
      grants: t.expose('items', { type: [grant], nullable: false, description: 'The grants.' }),
      isComplete: t.exposeBoolean('isComplete', {
        nullable: false,
        description: 'False where PubMed left grants out.',
      }),
    }),
  });
  builder.objectFields(record, (t) => ({
    authorList: t.field({
      type: authorList,
      description: 'The authors with first names, affiliations and ORCID. Asks EFetch.',
      extensions: asksForArticle,
      resolve: async (parent, _args, context) => (await articleOf(parent, context)).authors,
    }),
    grantList: t.field({
      type: grantList,
      description: 'The grants that paid for the work. Asks EFetch.',
      extensions: asksForArticle,
      resolve: async (parent, _args, context) => (await articleOf(parent, context)).grants,
    }),
  }));
}

function nameOf({ collectiveName, foreName, initials, lastName, suffix }: Author): string | null {
  const parts = [foreName ?? initials, lastName, suffix].filter((part) => part !== undefined);
  return collectiveName ?? (parts.length === 0 ? null : parts.join(' '));
}
