import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { type LinkKind, linkKind } from '../../src/catalog/link-kind.js';

const catalog = loadCatalog();

function kindOf(name: string): LinkKind | undefined {
  const link = catalog.link(name);
  return link && linkKind(link);
}

describe('the kind of a link', () => {
  it.each([
    ['pubmed_pubmed', 'its scores'],
    ['clinvar_pubmed_calculated', 'its name'],
    ['gds_gds_similar', 'its label, "Similar studies"'],
    ['structure_mmdb', 'its label, "Related Structures", inside one database'],
    ['pcassay_pcassay_targetneighbor_list', 'its label, "by Target Similarity"'],
    ['pccompound_pccompound_samestereochem_pulldown', 'its label, "Same, Stereochemistry", inside one database'],
    ['protein_structure_related', 'its name, though its label is empty'],
  ])('%s is computed, as %s says', (name) => {
    expect(kindOf(name)).toBe('computed');
  });

  it.each([
    ['gene_pubmed', 'nothing says otherwise'],
    ['pubmed_pubmed_citedin', 'citing is no comparison'],
    ['clinvar_gene_specific', '"Related genes" of a variant stand in its record'],
    ['geoprofiles_gds', '"Related DataSets" are those of the profile'],
    ['pccompound_pccompound_mixture', 'a mixture has its components'],
    ['pcassay_pcassay_neighbor_list', 'depositors say which assays are related'],
  ])('%s is curated: %s', (name) => {
    expect(kindOf(name)).toBe('curated');
  });

  it('is computed for everything that is scored, and for few links between databases', () => {
    const computed = catalog.links.filter((link) => linkKind(link) === 'computed');
    expect(computed).toEqual(expect.arrayContaining(catalog.links.filter(({ scored }) => scored === true)));
    expect(computed.filter(({ from, to }) => from !== to).map(({ name }) => name)).toEqual([
      'clinvar_pubmed_calculated',
      'omim_pubmed_calculated',
      'protein_structure_related',
      'protein_structure_related_list',
      'pubmed_clinvar_calculated',
      'pubmed_omim_calculated',
      'structure_protein_related_list',
    ]);
  });
});
