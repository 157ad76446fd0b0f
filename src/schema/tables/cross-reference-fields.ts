import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { costsNothing } from '../cost/dry-run-extension.js';
import type { RecordRef } from '../links/link-fields.js';
import { factsOf, notImported } from './from-table.js';

/** As the descriptions of the tables keep it. */
type Reference = readonly [database: string, id: string, note?: string];

interface CrossReference {
  readonly database: string;
  readonly id: string;
  readonly note: string | null;
  readonly tables: string[];
}

/** The facts of genes that name them elsewhere, and the tables that hold them. */
const SOURCES = [
  ['gene_references', 'gene_info'],
  ['gene_hgnc', 'hgnc_complete_set'],
  ['gene_ensembl', 'gene2ensembl'],
  ['gene_refseq', 'gene2refseq'],
  ['gene_omim_entries', 'mim2gene_medgen'],
] as const;

/** Adds the identifiers of a gene in other databases. */
export function addCrossReferences(builder: Builder, gene: RecordRef): void {
  const reference = builder.objectRef<CrossReference>('CrossReference').implement({
    description: 'What a record, or the record of the same thing, is called in another database.',
    fields: (t) => ({
      database: t.exposeString('database', {
        nullable: false,
        description: 'The other database, such as HGNC, Ensembl, Ensembl transcript, MIM, UniProt or RefSeq RNA.',
      }),
      id: t.exposeString('id', { nullable: false, description: 'The identifier as the table prints it.' }),
      note: t.exposeString('note', {
        description: 'What the table adds: of an OMIM entry its type, its source, and comments such as question.',
      }),
      tables: t.exposeStringList('tables', { nullable: false, description: 'The tables that say so.' }),
    }),
  });
  builder.objectField(gene, 'crossReferences', (t) =>
    t.field({
      type: [reference],
      description:
        'Its identifiers in other databases. From the tables gene_info, hgnc_complete_set, gene2ensembl, gene2refseq and mim2gene_medgen, as far as they are imported, without calls; fails with TABLE_NOT_IMPORTED where none is.',
      extensions: costsNothing,
      resolve: ({ uid }, _args, context) => referencesOf(uid, context),
    }),
  );
}

/** The identifiers of a gene in other databases. @throws EntrezError `TABLE_NOT_IMPORTED` where no table is imported. */
export function referencesOf(uid: string, context: Context): CrossReference[] {
  const references = new Map<string, CrossReference>();
  let isImported = false;
  for (const [facts, table] of SOURCES) {
    const found = factsOf(facts, uid, context) as readonly Reference[] | undefined;
    isImported ||= found !== undefined;
    for (const [database, id, note = null] of found ?? []) {
      const key = `${database} ${id}`;
      const known = references.get(key);
      const tables = new Set([...(known?.tables ?? []), table]);
      references.set(key, { database, id, note: known?.note ?? note, tables: [...tables] });
    }
  }
  if (!isImported) {
    throw notImported(...SOURCES.map(([, table]) => table));
  }
  return [...references.values()];
}
