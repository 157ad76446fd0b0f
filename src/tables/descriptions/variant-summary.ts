import { conceptNumber, edgeToConcept, lostConcept } from '../concept.js';
import type { RowSink, TableDescription } from '../description.js';
import { lostOf, NO_ID, NOT_AN_ID, wordsOf } from '../read-pair.js';
import { BAD, NULL, type Row, UNREADABLE } from '../reading/row.js';

const GENE = 0;
const SNP = 1;
const CONDITIONS = 2;
const VARIATION = 3;
const ALLELE = 4;

const GENES = 0;
const SNPS = 1;
const MEDGEN = 2;

/** How conditions that are concepts of MedGen begin. */
const CONCEPT = 'MedGen:';

/** How a row says that the variation has several genes, which it does not name. */
const SEVERAL = '-1';

export const variantSummary: TableDescription = {
  name: 'variant_summary',
  title: 'Genes, SNPs and conditions of variations',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/clinvar/tab_delimited/variant_summary.txt.gz',
  md5: true,
  edges: [
    { forward: 'clinvar_gene_specific', backward: 'gene_clinvar_specific', from: 'clinvar', to: 'gene' },
    { forward: 'clinvar_snp', backward: 'snp_clinvar', from: 'clinvar', to: 'snp' },
    { forward: 'clinvar_medgen', backward: 'medgen_clinvar', from: 'clinvar', to: 'medgen' },
  ],
  uses: ['MedGenIDMappings', 'variation_allele'],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['GeneID'], ['RS# (dbSNP)'], ['PhenotypeIDS', 'PhenotypeIDs'], ['VariationID'], ['AlleleID']],
      // Files before 2020 lack it.
      optional: [VARIATION],
      read: (row, out) => {
        const ids = [row.id(VARIATION), row.id(ALLELE), row.id(GENE), row.id(SNP)];
        const named = row.id(VARIATION);
        // An allele is a part of each of its variations.
        const variations = named > NULL ? [named] : out.look('allele_clinvar', row.id(ALLELE));
        if (ids.includes(BAD)) {
          out.bad(NOT_AN_ID);
          lose(row, variations, out);
        } else if (variations.length === 0) {
          out.skip('an allele whose variation is not known');
          lose(row, variations, out);
        } else {
          for (const variation of variations) {
            if (variation > NULL) {
              give(row, variation, out);
            } else {
              lose(row, [], out);
            }
          }
        }
      },
    },
  ],
};

function give(row: Row, variation: number, out: RowSink): void {
  let links = 0;
  const edge = (kind: number, target: number): void => {
    out.edge(kind, variation, target);
    links += 1;
  };
  if (row.id(GENE) > NULL) {
    edge(GENES, row.id(GENE));
  } else if (row.text(GENE) === SEVERAL) {
    out.lost(GENES, variation, BAD);
  }
  if (row.id(SNP) > NULL) {
    edge(SNPS, row.id(SNP));
  }
  for (const concept of conceptsOf(row)) {
    links += concept !== undefined && edgeToConcept(out, MEDGEN, variation, concept) === undefined ? 1 : 0;
    if (concept === undefined) {
      out.lost(MEDGEN, variation, BAD);
    }
  }
  if (links === 0) {
    out.skip(NO_ID);
  }
}

/** Notes the links of a row that does not say of which variation they are, or has an id that cannot be read. */
function lose(row: Row, variations: readonly number[], out: RowSink): void {
  for (const variation of variations.length > 0 ? variations : [BAD]) {
    lostOf(out, GENES, variation, row.text(GENE) === SEVERAL ? BAD : row.id(GENE));
    lostOf(out, SNPS, variation, row.id(SNP));
    for (const concept of conceptsOf(row)) {
      lostConcept(out, MEDGEN, variation, concept);
    }
  }
}

/** The concepts in `MONDO:MONDO:0013342,MedGen:C3150901||MedGen:CN169374`; undefined for one that cannot be read. */
function conceptsOf(row: Row): (number | undefined)[] {
  return wordsOf(row, CONDITIONS, /[|;,]/)
    .filter((word) => word.startsWith(CONCEPT) || word === UNREADABLE)
    .map((word) => conceptNumber(word.slice(CONCEPT.length)));
}
