import type { Lookup } from '../../loading/definitions/lookups.js';
import type { ServedTable } from '../../loading/operation/used-tables.js';
import type { Loaders } from '../../loading/loaders.js';
import { preferredLinks } from '../tables/from-table.js';

/** Records that a table names, and which table that is. */
interface TabledNames {
  readonly uids: readonly string[];
  readonly table: ServedTable;
}

/**
 * The records that have an identifier in a table, which takes no call.
 *
 * @param notBefore - Tables that NCBI made before are too old.
 * @returns Undefined where NCBI must be searched: a table that lacks the identifier is no proof that there is none, and genes
 * that are gone have successors that it does not name.
 */
export function tabledNames(
  loaders: Loaders,
  { named }: Lookup,
  key: string,
  notBefore: number,
): TabledNames | undefined {
  const { tables } = loaders;
  const found = named && preferredLinks(loaders, named.links, String(named.numberOf(key)), notBefore);
  if (!named || !tables || !found) {
    return undefined;
  }
  const hasName = (uid: string): boolean =>
    (tables.facts(named.facts, uid)?.facts ?? []).some(
      (fact) =>
        Array.isArray(fact) &&
        fact[0] === named.database &&
        String(fact[1])
          .replace(/\.\d+$/, '')
          .toUpperCase() === key,
    );
  const uids = found.links.uids.slice().filter(hasName);
  const isGone = (uid: string): boolean => {
    const successors = tables.ownLinks(named.successors, uid);
    return successors !== undefined && (successors.links.uids.length > 0 || successors.isIncomplete === true);
  };
  return uids.length === 0 || uids.some(isGone) ? undefined : { uids, table: found.table };
}
