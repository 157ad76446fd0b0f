import { assembly } from './assemblies.js';
import { pcassay, pccompound, pcsubstance } from './chemistry.js';
import { clinvar } from './clinvar.js';
import { gtr, medgen, omim } from './conditions.js';
import type { SummaryFields } from './field-spec.js';
import { gene, taxonomy } from './genes.js';
import { genome } from './genomes.js';
import { books, mesh, nlmcatalog } from './library.js';
import { pmc, pubmed } from './literature.js';
import { bioproject, gds } from './projects.js';
import { ipg, proteinclusters, protfam } from './protein-groups.js';
import { biosample, sra } from './samples.js';
import { nuccore, protein } from './sequences.js';
import { cdd, structure } from './structures.js';
import { gap } from './studies.js';
import { dbvar, snp } from './variation.js';

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
