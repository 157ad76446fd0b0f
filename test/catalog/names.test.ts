import { describe, expect, it } from 'vitest';

import { Catalog, type LinkName, loadCatalog } from '../../src/catalog/catalog.js';
import { checkNames, linkFieldName, typeName } from '../../src/catalog/names.js';

describe('the type name of a database', () => {
  it.each([
    ['gene', 'Gene'],
    ['pubmed', 'PubMed'],
    ['nuccore', 'Nuccore'],
    ['clinvar', 'ClinVar'],
    ['pccompound', 'PcCompound'],
    ['snp', 'Snp'],
    ['books', 'Books'],
    ['blastdbinfo', 'BlastDbInfo'],
    ['newdatabase', 'Newdatabase'],
  ])('of %s is %s', (db, name) => {
    expect(typeName(db)).toBe(name);
  });
});

describe('the field name of a link', () => {
  it.each([
    ['gene', 'gene_pubmed', 'pubmed'],
    ['gene', 'gene_pubmed_rif', 'pubmedRif'],
    ['gene', 'gene_nuccore_refseqrna', 'nuccoreRefseqRna'],
    ['gene', 'gene_pubmed_citedinomim', 'pubmedCitedInOmim'],
    ['gene', 'gene_gene_h3k4me3', 'geneH3k4me3'],
    ['pubmed', 'pubmed_pubmed', 'related'],
    ['pubmed', 'pubmed_pubmed_citedin', 'citedIn'],
    ['pubmed', 'pubmed_pubmed_refs', 'references'],
    ['pubmed', 'pubmed_pmc_refs', 'citedInPmc'],
    ['structure', 'structure_mmdb', 'related'],
    ['protein', 'protein_protein_refseq2uniprot', 'proteinRefseqToUniprot'],
    ['cdd', 'cdd_cdd_superfamily_2', 'cddSuperfamily2'],
  ])('in %s, %s is %s', (from, name, field) => {
    expect(linkFieldName({ from, name })).toBe(field);
  });

  it.each([
    ['protein', 'nuccore_protein_wp', 'nuccoreProteinWp'],
    ['nuccore', 'nucleotide_genome', 'nucleotideGenome'],
    ['gene', 'genetic_thing', 'geneticThing'],
  ])('in %s keeps all of %s, which does not begin with its source', (from, name, field) => {
    expect(linkFieldName({ from, name })).toBe(field);
  });
});

describe('the check of names', () => {
  const nothingTaken = (): ReadonlySet<string> => new Set();

  function withLinks(...names: readonly string[]): Catalog {
    const link = (name: string): LinkName => ({
      name,
      from: 'gene',
      to: 'gene',
      label: '',
      scored: null,
      origin: 'einfo',
    });
    return new Catalog({
      version: 1,
      sources: '',
      databases: [{ name: 'gene', label: 'Gene' }],
      links: names.map(link),
    });
  }

  it('passes the published catalog, and every name is one GraphQL accepts', () => {
    const catalog = loadCatalog();
    expect(() => {
      checkNames(catalog, nothingTaken);
    }).not.toThrow();
    for (const name of [...catalog.records.map((db) => typeName(db.name)), ...catalog.links.map(linkFieldName)]) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
    }
  });

  it('passes two links of one field name that start in different databases', () => {
    expect(linkFieldName({ from: 'snp', name: 'snp_gene' })).toBe(linkFieldName({ from: 'omim', name: 'omim_gene' }));
  });

  it('names every clash at once', () => {
    const catalog = withLinks('gene_gene_rif', 'gene_generif', 'gene_title');
    expect(() => {
      checkNames(catalog, () => new Set(['title']));
    }).toThrow(/Gene\.geneRif: gene_gene_rif and gene_generif\nGene\.title: a field of the record and gene_title/);
  });
});
