import type { LineageTaxon, Taxon } from '../../eutils/records/efetch-taxa.js';
import type { LinkTables, LinksOfTable } from '../../loading/link-tables.js';
import type { Loaders } from '../../loading/loaders.js';
import type { ServedTable } from '../../loading/operation/used-tables.js';
import { preferredLinks } from '../tables/from-table.js';

/** The lists and facts of the table taxdump. */
const PARENT = 'taxonomy_parent';
const CHILDREN = 'taxonomy_children';
const RANK = 'taxonomy_rank';
const NAME = 'taxonomy_name';

const ROOT = '1';
/** More than any lineage has; a table with a circle is not believed. */
const DEEPEST = 500;

/** A taxon of the table taxdump. */
interface TabledTaxon {
  readonly taxon: Taxon;
  readonly table: ServedTable;
}

/**
 * A taxon with its lineage, from the table taxdump.
 *
 * @param notBefore - Tables that NCBI made before are too old.
 * @returns Undefined where EFetch is to be asked: no table that is preferred, too old a one, or one without this taxon.
 */
export function tabledTaxon(loaders: Loaders, uid: string, notBefore: number): TabledTaxon | undefined {
  const { tables } = loaders;
  const found = preferredLinks(loaders, PARENT, uid, notBefore);
  if (!tables || !found) {
    return undefined;
  }
  const lineage: LineageTaxon[] = [];
  const parentUid = parentOf(found, uid);
  for (let above = parentUid; above !== undefined && above !== ROOT;) {
    const taxon = namedTaxon(tables, above);
    const next = tables.ownLinks(PARENT, above);
    if (!taxon || !next || next.isIncomplete || next.links.uids.length === 0 || lineage.length > DEEPEST) {
      return undefined;
    }
    lineage.unshift(taxon);
    above = parentOf(next, above);
  }
  const taxon = namedTaxon(tables, uid);
  return taxon && { taxon: { ...taxon, lineage, ...(parentUid !== undefined && { parentUid }) }, table: found.table };
}

/** The taxa directly below one, from the table taxdump; undefined where NCBI is to be asked. */
export function tabledChildren(
  loaders: Loaders,
  uid: string,
  notBefore: number,
): { readonly uids: readonly string[]; readonly table: ServedTable } | undefined {
  const found = preferredLinks(loaders, PARENT, uid, notBefore);
  const children = found && loaders.tables?.ownLinks(CHILDREN, uid);
  return children && !children.isIncomplete
    ? { uids: children.links.uids.slice().filter((child) => child !== uid), table: found.table }
    : undefined;
}

/** The root is its own parent in the table. */
function parentOf({ links: { uids } }: LinksOfTable, uid: string): string | undefined {
  const parent = uids.at(0);
  return parent === uid ? undefined : parent;
}

function namedTaxon(tables: LinkTables, uid: string): LineageTaxon | undefined {
  const [scientificName] = (tables.facts(NAME, uid)?.facts ?? []) as readonly string[];
  const [rank] = (tables.facts(RANK, uid)?.facts ?? []) as readonly string[];
  return scientificName === undefined ? undefined : { uid, scientificName, ...(rank && { rank }) };
}
