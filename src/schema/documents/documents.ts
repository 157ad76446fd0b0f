import { addArticleFields, ARTICLE_FIELDS } from './article-fields.js';
import { addPeopleFields } from './article-people-fields.js';
import type { Builder } from '../core/builder.js';
import type { RecordRef } from '../links/link-fields.js';
import { addIdenticalProteins, IDENTICAL_PROTEIN_FIELDS } from './identical-protein-fields.js';
import { addSequenceFields, SEQUENCE_FIELDS } from './sequence-fields.js';
import { addTaxonFields, TAXON_FIELDS } from './taxon-fields.js';

/** The names of the fields below, by database; a link field must not take them. */
export const DOCUMENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  nuccore: SEQUENCE_FIELDS,
  protein: [...SEQUENCE_FIELDS, ...IDENTICAL_PROTEIN_FIELDS],
  pubmed: ARTICLE_FIELDS,
  taxonomy: TAXON_FIELDS,
};

/** Adds the fields that come from whole records (EFetch) instead of their summaries. */
export function addDocuments(builder: Builder, recordOf: (db: string) => RecordRef): void {
  addArticleFields(builder, recordOf('pubmed'));
  addPeopleFields(builder, recordOf('pubmed'));
  addSequenceFields(builder, recordOf('protein'));
  addSequenceFields(builder, recordOf('nuccore'));
  addIdenticalProteins(builder, recordOf('protein'));
  addTaxonFields(builder, recordOf('taxonomy'));
}
