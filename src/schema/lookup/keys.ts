import { summaryFields } from '../summaries/summaries.js';
import type { Identifier } from './identifier.js';
import { identifiersOf } from './identifiers.js';

/** Fields that hold an identifier under another name than its argument has. */
const FIELDS: Readonly<Record<string, string>> = {
  'structure.pdb': 'pdbAccession',
  'protein.accession': 'accessionVersion',
  'nuccore.accession': 'accessionVersion',
  'omim.mim': 'mimNumber',
};

/** The fields of a record type that name one record by themselves, besides `uid` and `id`, with their identifiers. */
export function keysOf(db: string): ReadonlyMap<string, Identifier> {
  const fields = summaryFields[db] ?? {};
  return new Map(
    identifiersOf(db).flatMap((identifier) => {
      const field = FIELDS[`${db}.${identifier.argument}`] ?? identifier.argument;
      const isUnique = identifier.scope === undefined && identifier.how !== 'NAME';
      return isUnique && field in fields ? [[field, identifier] as const] : [];
    }),
  );
}
