import type { Builder } from '../core/builder.js';
import { costsNothing } from '../cost/dry-run-extension.js';
import type { RecordRef } from '../links/link-fields.js';
import { referencesOf } from './cross-reference-fields.js';

/** The fields: the database that gives the identifiers of genes, their form, and an example. */
const FIELDS = {
  ensemblId: ['Ensembl', /^ENS[A-Z]*G\d+/i, 'ENSG00000141510'],
  hgncId: ['HGNC', /^HGNC:\d+$/i, 'HGNC:11998'],
  mgiId: ['MGI', /^MGI:\d+$/i, 'MGI:98834'],
} as const;

/** Adds the identifiers by which other registries know a gene; other subgraphs refer to genes by them. */
export function addGeneIdentifiers(builder: Builder, gene: RecordRef): void {
  for (const [field, [database, form, example]] of Object.entries(FIELDS)) {
    builder.objectField(gene, field, (t) =>
      t.string({
        description: `Its ${database} identifier, such as ${example}; null where it has none, or several. From the tables of crossReferences.`,
        extensions: costsNothing,
        resolve: ({ uid }, _args, context) => {
          const own = referencesOf(uid, context)
            .filter((reference) => reference.database === database && form.test(reference.id))
            .map(({ id }) => id.replace(/\.\d+$/, ''));
          const [only, ...others] = new Set(own);
          return others.length === 0 ? (only ?? null) : null;
        },
      }),
    );
  }
}
