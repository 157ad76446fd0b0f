import { expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { DESCRIPTIONS } from '../../src/tables/descriptions/descriptions.js';

/** Tables by what they save: those first whose links of Entrez are requested most and surely agree; keys and edges of their own last. */
const ORDER: readonly (readonly [table: string, linksOfEntrez: string])[] = [
  ['gene2pubmed', 'gene_pubmed pubmed_gene'],
  ['gene_info', 'gene_taxonomy'],
  ['gene_history', ''],
  ['medgen_pubmed_lnk', 'medgen_pubmed pubmed_medgen'],
  ['PMC-ids', 'pmc_pubmed pubmed_pmc'],
  ['MedGenIDMappings', ''],
  ['variation_allele', ''],
  ['variant_summary', 'clinvar_gene_specific gene_clinvar_specific clinvar_snp snp_clinvar clinvar_medgen medgen_clinvar'],
  ['var_citations', 'clinvar_pubmed pubmed_clinvar clinvar_pmc pmc_clinvar'],
  ['generifs_basic', 'gene_pubmed_rif pubmed_gene_rif'],
  ['mim2gene_medgen', 'gene_omim omim_gene gene_medgen_diseases medgen_gene_diseases omim_medgen medgen_omim'],
  ['gene_condition_source_id', 'gene_medgen_diseases medgen_gene_diseases'],
  ['gene2ensembl', ''],
  ['hgnc_complete_set', ''],
  ['gene_orthologs', ''],
  ['open_citation_collection', ''],
  ['gene2refseq', 'gene_nuccore_refseqrna gene_protein_refseq'],
  ['CID-PMID', 'pccompound_pubmed pubmed_pccompound pccompound_pubmed_mesh pubmed_pccompound_mesh pccompound_pubmed_publisher pubmed_pccompound_publisher'],
  ['taxdump', ''],
]; // prettier-ignore

it('tables are listed and updated in order of what they save, each with its link names of Entrez', () => {
  const catalog = loadCatalog();
  const tables = DESCRIPTIONS.map(({ name, edges }) => [
    name,
    edges
      .flatMap(({ forward, backward }) => [forward, backward ?? ''])
      .filter((link) => catalog.link(link))
      .join(' '),
  ]);
  expect(tables).toEqual(ORDER);
});

it('a table that others are looked up in comes before them, so that one update makes all of them new', () => {
  const names = DESCRIPTIONS.map(({ name }) => name);
  for (const { name, uses = [] } of DESCRIPTIONS) {
    for (const used of uses) {
      expect(names.slice(0, names.indexOf(name))).toContain(used);
    }
  }
});

it('link names of Entrez lead from and to the databases that the catalog names', () => {
  const catalog = loadCatalog();
  for (const { forward, backward = '', from, to } of DESCRIPTIONS.flatMap(({ edges }) => edges)) {
    for (const [link, ...ends] of [[forward, from, to], [backward, to, from]] as const) {
      const known = catalog.link(link);
      expect([link, ...(known ? [known.from, known.to] : ends)]).toEqual([link, ...ends]);
    }
  }
}); // prettier-ignore
