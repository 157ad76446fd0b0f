import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { linkMeaning, MEANINGS } from '../../src/catalog/link-meanings.js';

const catalog = loadCatalog();

describe('What links mean', () => {
  it.each(Object.keys(MEANINGS))('is said of %s, which the catalog lists', (name) => {
    expect(catalog.link(name)).toBeDefined();
  });

  it('is said in a phrase that starts a sentence and does not end it', () => {
    expect(Object.values(MEANINGS).filter((meaning) => !/^[A-Z].*[^.\s]$/.test(meaning))).toEqual([]);
  });

  it('is not the same for two link names between the same databases', () => {
    const all = catalog.links.map((link) => `${link.from} ${link.to} ${linkMeaning(link) ?? link.name}`);
    expect(all.filter((meaning, i) => all.indexOf(meaning) !== i)).toEqual([]);
  });

  it('is said of all links of a taxon and of what is below it, by the end of their names', () => {
    expect(linkMeaning({ name: 'taxonomy_snp_exp' })).toBe('Records of the taxon and of all taxa below it');
    expect(linkMeaning({ name: 'gene_biosystems' })).toBeUndefined();
  });
});
