import type { Builder } from '../core/builder.js';
import type { ConnectionRef, RecordRef } from '../links/link-fields.js';
import { addCrossReferences, addGeneIdentifiers } from './cross-reference-fields.js';
import { addGeneRifs } from './gene-rif-fields.js';
import { addOpenCitations } from './open-citation-fields.js';

/** Adds the fields that only imported tables can answer. */
export function addTableFields(
  builder: Builder,
  recordOf: (db: string) => RecordRef,
  connectionOf: (db: string) => ConnectionRef,
): void {
  addGeneRifs(builder, recordOf('gene'), recordOf('pubmed'));
  addCrossReferences(builder, recordOf('gene'));
  addGeneIdentifiers(builder, recordOf('gene'));
  addOpenCitations(builder, recordOf('pubmed'), connectionOf('pubmed'));
}
