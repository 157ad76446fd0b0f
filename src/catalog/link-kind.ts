import type { LinkName } from './catalog-file.js';

/** How links come about: `curated` ones stand in the records, `computed` ones were found by comparing records. */
export type LinkKind = 'curated' | 'computed';

/** Words of link names and labels by which NCBI says that the links are computed. */
const COMPUTED = /\b(?:calculated|cdart|overlap|similar(?:ity)?|viewed|\w*neighbou?rs?)\b/i;

/** Called neighbours, but depositors of assays say themselves which belong together. */
const DEPOSITED = 'pcassay_pcassay_neighbor_list';

/**
 * Whether links of a name are curated or computed, as far as its name, its label and its scores tell. "Related" and "same"
 * mean a comparison inside one database only: `clinvar_gene_specific`, "Related genes (specific)", stands in the records.
 */
export function linkKind({ name, from, to, label, scored }: LinkName): LinkKind {
  const words = name.replaceAll('_', ' ');
  const isComputed =
    scored === true ||
    COMPUTED.test(`${words} ${label}`) ||
    /\brelated\b/.test(words) ||
    (from === to && /^(?:related|same)\b/i.test(label));
  return isComputed && name !== DEPOSITED ? 'computed' : 'curated';
}
