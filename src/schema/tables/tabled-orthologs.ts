import type { LinkTables } from '../../loading/link-tables.js';
import type { ServedTable } from '../../loading/operation/used-tables.js';

/** The lists of the table gene_orthologs. */
const ORTHOLOGS = 'gene_orthologs';
const TAXON = 'gene_ortholog_taxon';
const REFERENCE = 'gene_ortholog_reference';

/** The orthologs of a gene as a table knows them. */
export interface TabledOrthologs {
  /** Highest first. */
  readonly uids: readonly string[];
  /** The genes after which NCBI names the groups, where that is not the gene itself: the others are orthologs through them. */
  readonly through: readonly string[];
  readonly table: ServedTable;
}

/**
 * The orthologs of a gene, from the table gene_orthologs, which has pairs with the gene of a reference organism only.
 *
 * @param organism - Only those of this organism.
 * @returns Undefined where NCBI is to be asked: no such table, too old a one, one that lacks the gene, or an organism that
 * is not given by the taxonomy uid that genes have.
 */
export function tabledOrthologs(
  tables: LinkTables | undefined,
  uid: string,
  organism: string | undefined,
  isYoungEnough: (asOf: number) => boolean,
): TabledOrthologs | undefined {
  const listOf = (name: string, gene: string): readonly string[] => {
    const uids = tables?.ownLinks(name, gene)?.links.uids;
    return uids ? uids.slice(0, uids.length) : [];
  };
  const found = tables?.use === 'prefer' ? tables.ownLinks(ORTHOLOGS, uid) : undefined;
  if (!found || found.isIncomplete || found.links.uids.length === 0 || !isYoungEnough(found.links.asOf)) {
    return undefined;
  }
  const through = listOf(REFERENCE, uid);
  const all = new Set([...listOf(ORTHOLOGS, uid), ...through.flatMap((gene) => listOf(ORTHOLOGS, gene))]);
  all.delete(uid);
  const uids = [...all]
    .filter((gene) => organism === undefined || listOf(TAXON, gene).includes(organism))
    .toSorted((a, b) => Number(b) - Number(a));
  // It may be a name, or a taxon that contains those of the genes.
  return organism !== undefined && uids.length === 0 ? undefined : { uids, through, table: found.table };
}
