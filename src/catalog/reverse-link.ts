import type { Catalog, LinkName } from './catalog.js';

/** Link names that are read backwards under a name of another form. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['pubmed_pubmed_refs', 'pubmed_pubmed_citedin'],
  ['pubmed_pmc_refs', 'pmc_refs_pubmed'],
];

const REVERSED: ReadonlyMap<string, string> = new Map(PAIRS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

/**
 * The link name under which the same links are read backwards, such as `pubmed_gene` for `gene_pubmed`; undefined where
 * the catalog lists none. Links inside one database have only the pairs that are known.
 */
export function reverseLink(
  catalog: Catalog,
  { name, from, to }: Pick<LinkName, 'name' | 'from' | 'to'>,
): LinkName | undefined {
  const prefix = `${from}_${to}`;
  const mirrored = from !== to && name.startsWith(prefix) ? `${to}_${from}${name.slice(prefix.length)}` : undefined;
  const reverse = catalog.link(REVERSED.get(name) ?? mirrored ?? '');
  return reverse?.from === to && reverse.to === from ? reverse : undefined;
}
