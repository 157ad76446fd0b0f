import { conceptNumber, medgenOf } from '../concept.js';
import type { TableDescription } from '../description.js';
import { incompleteOf, without } from '../read-pair.js';
import { BAD, idOf, NULL } from '../reading/row.js';

const GENE = 0;
const CONCEPT = 1;
const RELATED = 2;

const COLUMNS = [
  'GeneID',
  'AssociatedGenes',
  'RelatedGenes',
  'ConceptID',
  'DiseaseName',
  'SourceName',
  'SourceID',
  'DiseaseMIM',
  'LastUpdated',
];

/** A gene is associated with a condition, or, which says less, related to it: then its symbol is in the second column. */
export const geneCondition: TableDescription = {
  name: 'gene_condition_source_id',
  title: 'Conditions of genes',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/clinvar/gene_condition_source_id',
  edges: [
    { forward: 'gene_medgen_diseases', backward: 'medgen_gene_diseases', from: 'gene', to: 'medgen' },
    { forward: 'gene_medgen_related', backward: 'medgen_gene_related', from: 'gene', to: 'medgen' },
  ],
  uses: ['MedGenIDMappings'],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['GeneID'], ['ConceptID'], ['RelatedGenes']],
      optional: [RELATED],
      withoutHeader: COLUMNS,
      read: (row, out) => {
        const gene = row.id(GENE);
        const concept = conceptNumber(row.text(CONCEPT));
        const kind = row.text(RELATED) === '' ? 0 : 1;
        if (!(gene > NULL)) {
          without(out, gene);
        } else if (concept === undefined) {
          const isNull = idOf(row.text(CONCEPT)) === NULL;
          without(out, isNull ? NULL : BAD);
          incompleteOf(out, isNull ? NULL : gene, kind);
        } else {
          const medgen = medgenOf(out, concept);
          if (typeof medgen === 'string') {
            out.incomplete(kind, gene);
            out.skip(medgen);
          } else {
            out.edge(kind, gene, medgen);
          }
        }
      },
    },
  ],
};
