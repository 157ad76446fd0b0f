import { conceptNumber, edgeToConcept, lostConcept } from '../concept.js';
import type { TableDescription } from '../description.js';
import { without } from '../read-pair.js';
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
        const isNull = concept === undefined && idOf(row.text(CONCEPT)) === NULL;
        if (gene <= NULL || isNull || concept === undefined) {
          without(out, gene, isNull || concept !== undefined ? NULL : BAD);
          lostConcept(out, kind, isNull ? NULL : gene, concept);
        } else {
          const why = edgeToConcept(out, kind, gene, concept);
          if (why !== undefined) {
            out.skip(why);
          }
        }
      },
    },
  ],
};
