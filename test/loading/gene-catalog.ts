import { Catalog } from '../../src/catalog/catalog.js';

/** Three link names from genes to papers, one to proteins. */
export const GENE_LINKS = ['gene_pubmed', 'gene_pubmed_rif', 'gene_pubmed_all', 'gene_protein'] as const;

/** A catalog of genes and what they are linked to. */
export const geneCatalog = new Catalog({
  version: 1,
  sources: 'made for this test',
  databases: ['gene', 'pubmed', 'protein'].map((name) => ({ name, label: name })),
  links: GENE_LINKS.map((name) => ({
    name,
    from: 'gene',
    to: name.startsWith('gene_pubmed') ? 'pubmed' : 'protein',
    label: name,
    scored: false,
    origin: 'einfo',
  })),
});
