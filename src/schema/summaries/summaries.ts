import { assembly } from './databases/assemblies.js';
import { pcassay, pccompound, pcsubstance } from './databases/chemistry.js';
import { clinvar } from './databases/clinvar.js';
import { gtr, medgen, omim } from './databases/conditions.js';
import type { SummaryFields } from './field-spec.js';
import { gene, taxonomy } from './databases/genes.js';
import { genome } from './databases/genomes.js';
import { books, mesh, nlmcatalog } from './databases/library.js';
import { pmc, pubmed } from './databases/literature.js';
import { bioproject, gds } from './databases/projects.js';
import { ipg, proteinclusters, protfam } from './databases/protein-groups.js';
import { biosample, sra } from './databases/samples.js';
import { nuccore, protein } from './databases/sequences.js';
import { cdd, structure } from './databases/structures.js';
import { gap } from './databases/studies.js';
import { dbvar, snp } from './databases/variation.js';

/**
 * The typed summary fields of every database that has any. The others have their title, and the document as it came in
 * the field `docsum`.
 */
export const summaryFields: Readonly<Record<string, SummaryFields>> = {
  assembly,
  bioproject,
  biosample,
  books,
  cdd,
  clinvar,
  dbvar,
  gap,
  gds,
  gene,
  genome,
  gtr,
  ipg,
  medgen,
  mesh,
  nlmcatalog,
  nuccore,
  omim,
  pcassay,
  pccompound,
  pcsubstance,
  pmc,
  protein,
  proteinclusters,
  protfam,
  pubmed,
  snp,
  sra,
  structure,
  taxonomy,
};
