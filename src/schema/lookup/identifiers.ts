import type { Lookup } from '../../loading/definitions/lookups.js';
import type { DatabaseRules, Identifier } from './identifier.js';
import { chemistry } from './rules/chemistry.js';
import { genes } from './rules/genes.js';
import { literature } from './rules/literature.js';
import { projects } from './rules/projects.js';
import { sequences } from './rules/sequences.js';
import { variation } from './rules/variation.js';
import { vocabularies } from './rules/vocabularies.js';

/** Databases of which no search by another identifier is known whose answer would prove what it found. */
const UIDS_ONLY: Readonly<Record<string, DatabaseRules>> = Object.fromEntries(
  ['annotinfo', 'biocollections', 'blastdbinfo', 'gapplus', 'grasp', 'orgtrack'].map((db) => [db, {}]),
);

/**
 * By database. The search fields are those of EInfo (recorded 2025) and of EDirect's manual; `doi` and `pmcid` are tags
 * of PubMed, `ConceptId` and `nlmid` are known from clients only.
 */
const RULES: Readonly<Record<string, DatabaseRules>> = {
  ...literature,
  ...genes,
  ...vocabularies,
  ...variation,
  ...sequences,
  ...projects,
  ...chemistry,
  ...UIDS_ONLY,
};

/** What the identifiers of the records of a database look like. */
export function rulesOf(db: string): DatabaseRules {
  return RULES[db] ?? {};
}

/** The ways to name a record of a database besides its uid. */
export function identifiersOf(db: string): readonly Identifier[] {
  return rulesOf(db).identifiers ?? [];
}

/** How records of a database are searched by accession; undefined where they have none. */
export function accessionLookup(db: string): Lookup | undefined {
  const found = identifiersOf(db).find(({ how, search }) => how === 'ACCESSION' && search);
  return found?.search && { db, identifier: found.argument, ...found.search };
}

/** The databases, in the order in which names are tried. */
export const DATABASES: readonly string[] = Object.keys(RULES);
