import type { TableDescription } from '../description.js';
import { edgeOr } from '../read-pair.js';

const VARIATION = 0;
const TYPE = 1;
const ALLELE = 2;

/** ClinVar's older files name alleles, not the variations that are its records. */
export const variationAllele: TableDescription = {
  name: 'variation_allele',
  title: 'Variations of alleles',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/clinvar/tab_delimited/variation_allele.txt.gz',
  md5: true,
  edges: [
    { forward: 'allele_clinvar', from: 'allele', to: 'clinvar' },
    { forward: 'allele_compound', from: 'allele', to: 'clinvar' },
  ],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['VariationID'], ['Type'], ['AlleleID']],
      // A simple variant is one allele; haplotypes and others are made of several.
      read: (row, out) => {
        edgeOr(out, row.text(TYPE) === 'Variant' ? 0 : 1, row.id(ALLELE), row.id(VARIATION));
      },
    },
  ],
};
