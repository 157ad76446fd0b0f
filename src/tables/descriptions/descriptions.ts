import type { TableDescription } from '../description.js';
import { TableError } from '../table-error.js';
import { cidPmid } from './cid-pmid.js';
import { geneCondition } from './gene-condition.js';
import { geneHistory } from './gene-history.js';
import { geneInfo } from './gene-info.js';
import { geneOrthologs } from './gene-orthologs.js';
import { gene2ensembl } from './gene2ensembl.js';
import { gene2pubmed } from './gene2pubmed.js';
import { gene2refseq } from './gene2refseq.js';
import { generifsBasic } from './generifs-basic.js';
import { hgnc } from './hgnc.js';
import { medgenIdMappings } from './medgen-id-mappings.js';
import { medgenPubmed } from './medgen-pubmed.js';
import { mim2geneMedgen } from './mim2gene-medgen.js';
import { openCitations } from './open-citations.js';
import { pmcIds } from './pmc-ids.js';
import { taxdump } from './taxdump.js';
import { varCitations } from './var-citations.js';
import { variantSummary } from './variant-summary.js';
import { variationAllele } from './variation-allele.js';

/** Every table that can be imported, those first that save the most calls; one whose lists another uses comes before it. */
export const DESCRIPTIONS: readonly TableDescription[] = [
  gene2pubmed,
  geneInfo,
  geneHistory,
  medgenPubmed,
  pmcIds,
  medgenIdMappings,
  variationAllele,
  variantSummary,
  varCitations,
  generifsBasic,
  mim2geneMedgen,
  geneCondition,
  gene2ensembl,
  hgnc,
  geneOrthologs,
  openCitations,
  gene2refseq,
  cidPmid,
  taxdump,
];

/** @throws TableError when there is no such table. */
export function descriptionOf(name: string): TableDescription {
  const found = DESCRIPTIONS.find((description) => description.name === name);
  if (!found) {
    throw new TableError(
      `Unknown table ${JSON.stringify(name)}. The tables are ${DESCRIPTIONS.map((each) => each.name).join(', ')}.`,
    );
  }
  return found;
}
