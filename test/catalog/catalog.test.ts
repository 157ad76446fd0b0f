import { describe, expect, it } from 'vitest';

import { Catalog, type CatalogFile, loadCatalog } from '../../src/catalog/catalog.js';
import { formatCatalogFile, parseCatalogFile } from '../../src/catalog/catalog-file.js';

const small: CatalogFile = {
  version: 1,
  sources: 'made for this test',
  databases: [
    { name: 'nuccore', label: 'Nucleotide' },
    { name: 'nucleotide', label: 'Nucleotide', aliasOf: 'nuccore' },
    { name: 'gene', label: 'Gene' },
  ],
  links: [
    { name: 'nuccore_gene', from: 'nuccore', to: 'gene', label: 'Gene Links', scored: false, origin: 'einfo' },
    { name: 'gene_nuccore', from: 'gene', to: 'nuccore', label: 'Nucleotide Links', scored: false, origin: 'elink' },
  ],
};

describe('the published catalog', () => {
  const catalog = loadCatalog();

  it('holds every active database and every usable link', () => {
    expect(catalog.databases).toHaveLength(39);
    expect(catalog.records).toHaveLength(38);
    expect(catalog.links).toHaveLength(589);
    expect(catalog.links.filter(({ from, to }) => from === to)).toHaveLength(67);
  });

  it('holds the links that only ELink knows', () => {
    const names = catalog.links.filter(({ origin }) => origin === 'elink').map(({ name }) => name);
    expect(names).toHaveLength(24);
    expect(names).toEqual(
      expect.arrayContaining([
        'pubmed_pubmed_citedin',
        'pubmed_pubmed_combined',
        'pubmed_pubmed_five',
        'pubmed_pubmed_reviews',
        'pubmed_pubmed_reviews_five',
      ]),
    );
  });

  it.each([
    ['nuccore_protein_wp', 'protein', 'nuccore'],
    ['nuccore_comp_nuccore', 'nuccore', 'nuccore'],
    ['nuccore_mrna_nuccore', 'nuccore', 'nuccore'],
    ['structure_mmdb', 'structure', 'structure'],
    ['pmc_refs_pubmed', 'pmc', 'pubmed'],
    ['taxonomy_nucleotide_exp', 'taxonomy', 'nuccore'],
    ['gene_genereviews', 'gene', 'books'],
    ['nucleotide_genome', 'nuccore', 'genome'],
    ['protein_nucleotide_mgc_url', 'protein', 'nuccore'],
  ])('%s leads from %s to %s, whatever its name says', (name, from, to) => {
    expect(catalog.link(name)).toMatchObject({ from, to });
    expect(catalog.linksFrom(from)).toContain(catalog.link(name));
  });

  it('scores only the similarity links of pubmed, and knows where it does not know', () => {
    expect(catalog.links.filter(({ scored }) => scored).map(({ name }) => name)).toEqual([
      'pubmed_pubmed',
      'pubmed_pubmed_combined',
      'pubmed_pubmed_five',
      'pubmed_pubmed_reviews',
      'pubmed_pubmed_reviews_five',
    ]);
    expect(catalog.links.every(({ from, to, scored }) => scored !== null || from === to)).toBe(true);
    expect(catalog.link('structure_mmdb')?.scored).toBeNull();
    expect(catalog.link('pubmed_pubmed_citedin')?.scored).toBe(false);
  });

  it('has no link to a database that is gone', () => {
    expect(catalog.link('pubmed_homologene')).toBeUndefined();
    expect(catalog.database('homologene')).toBeUndefined();
  });

  it('takes nucleotide for nuccore', () => {
    expect(catalog.database('nucleotide')?.name).toBe('nuccore');
    expect(catalog.linksFrom('nucleotide')).toBe(catalog.linksFrom('nuccore'));
    expect(catalog.records.map(({ name }) => name)).not.toContain('nucleotide');
  });

  it('gives no links for databases without any, known or not', () => {
    expect(catalog.linksFrom('grasp')).toEqual([]);
    expect(catalog.linksFrom('nonesuch')).toEqual([]);
  });
});

describe('a catalog file', () => {
  it('is written in a fixed order, an entry a line, and read back as it was', () => {
    const text = formatCatalogFile(small);
    expect(text.split('\n').filter((line) => line.includes('"name"'))).toEqual([
      '    {"name":"gene","label":"Gene"},',
      '    {"name":"nuccore","label":"Nucleotide"},',
      '    {"name":"nucleotide","label":"Nucleotide","aliasOf":"nuccore"}',
      expect.stringContaining('"gene_nuccore"'),
      expect.stringContaining('"nuccore_gene"'),
    ]);
    expect(formatCatalogFile(parseCatalogFile(text))).toBe(text);
    expect(formatCatalogFile({ ...small, links: small.links.toReversed() })).toBe(text);
  });

  it('is refused with the place of the fault', () => {
    const faulty = { ...small, links: [{ ...small.links[0], name: 'Nuccore Gene', origin: 'guess' }] };
    expect(() => parseCatalogFile(JSON.stringify(faulty))).toThrow(/links\[0\]\.name[^]*links\[0\]\.origin/);
    expect(() => parseCatalogFile(JSON.stringify({ ...small, version: 2 }))).toThrow(/version/);
  });
});

describe('a catalog', () => {
  const [link] = small.links;

  it('refuses a name that occurs twice', () => {
    expect(() => new Catalog({ ...small, links: [...small.links, ...small.links] })).toThrow(
      'names "nuccore_gene" twice',
    );
  });

  it.each(['homologene', 'nucleotide'])('refuses a link to %s, which holds no records of its own', (to) => {
    expect(() => new Catalog({ ...small, links: link === undefined ? [] : [{ ...link, to }] })).toThrow(
      `"nuccore_gene" names "${to}"`,
    );
  });

  it('refuses another name of a database that does not exist', () => {
    expect(() => new Catalog({ ...small, databases: [{ name: 'a', label: '', aliasOf: 'b' }], links: [] })).toThrow(
      '"a" names "b"',
    );
  });
});
