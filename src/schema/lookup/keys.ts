import { summaryFields } from '../summaries/summaries.js';
import { TABLE_FIELDS } from '../tables/table-fields.js';
import type { Identifier } from './identifier.js';
import { identifiersOf } from './identifiers.js';

/** Fields that hold an identifier under another name than its argument has. */
const FIELDS: Readonly<Record<string, string>> = {
  'structure.pdb': 'pdbAccession',
  'protein.accession': 'accessionVersion',
  'nuccore.accession': 'accessionVersion',
  'omim.mim': 'mimNumber',
};

/** Fields that hold the scope of an identifier, by its argument. */
const SCOPES: Readonly<Record<string, string>> = { 'gene.organism': 'organismTaxid' };

/** Identifiers that several records may have. */
const SHARED: ReadonlySet<string> = new Set(['pcsubstance.sourceId', 'pcassay.sourceId']);

/** What names one record by itself, in one field, or in one within the records of a scope. */
interface Key {
  readonly identifier: Identifier;
  readonly field: string;
  readonly scope?: string;
}

/** The keys of a record type besides `uid`, `id` and `curie`, by their fields as Federation writes them. */
export function keysOf(db: string): ReadonlyMap<string, Key> {
  const isField = (name: string): boolean =>
    name in (summaryFields[db] ?? {}) || TABLE_FIELDS[db]?.includes(name) === true;
  return new Map(
    identifiersOf(db).flatMap((identifier) => {
      const field = FIELDS[`${db}.${identifier.argument}`] ?? identifier.argument;
      const scope = identifier.scope && SCOPES[`${db}.${identifier.scope.argument}`];
      const isUnique =
        identifier.how !== 'NAME' &&
        identifier.how !== 'TITLE' &&
        !SHARED.has(`${db}.${identifier.argument}`) &&
        (identifier.scope === undefined || scope !== undefined);
      return isUnique && isField(field)
        ? [
            [
              [field, scope ?? []].flat().join(' '),
              { identifier, field, ...(scope !== undefined && { scope }) },
            ] as const,
          ]
        : [];
    }),
  );
}
