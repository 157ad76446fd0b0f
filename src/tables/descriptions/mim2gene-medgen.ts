import { conceptNumber, edgeToConcept, lostConcept } from '../concept.js';
import type { RowSink, TableDescription } from '../description.js';
import { lostOf, without, wordsOf } from '../read-pair.js';
import { BAD, idOf, NULL, type Row } from '../reading/row.js';

const MIM = 0;
const GENE = 1;
const TYPE = 2;
const SOURCE = 3;
const CONCEPT = 4;
const COMMENT = 5;

const GENE_OMIM = 0;
const GENE_MEDGEN = 1;
const OMIM_MEDGEN = 2;

/** A row of a gene is its own entry in OMIM; one of a phenotype may name a gene that is involved. */
export const mim2geneMedgen: TableDescription = {
  name: 'mim2gene_medgen',
  title: 'OMIM entries of genes and conditions',
  url: 'https://ftp.ncbi.nlm.nih.gov/gene/DATA/mim2gene_medgen',
  edges: [
    { forward: 'gene_omim', backward: 'omim_gene', from: 'gene', to: 'omim' },
    { forward: 'gene_medgen_diseases', backward: 'medgen_gene_diseases', from: 'gene', to: 'medgen' },
    { forward: 'omim_medgen', backward: 'medgen_omim', from: 'omim', to: 'medgen' },
  ],
  facts: ['gene_omim_entries'],
  uses: ['MedGenIDMappings'],
  parts: [
    {
      layout: { fields: 'tab', header: 'hash' },
      columns: [['MIM number', 'MIM'], ['GeneID'], ['type'], ['Source'], ['MedGenCUI'], ['Comment']],
      optional: [SOURCE, CONCEPT, COMMENT],
      read: (row, out) => {
        const mim = row.id(MIM);
        const gene = row.id(GENE);
        const concept = conceptNumber(row.text(CONCEPT));
        const isConcept = concept !== undefined || idOf(row.text(CONCEPT)) === NULL;
        if (mim === BAD || gene === BAD || !isConcept) {
          without(out, BAD);
          lostOf(out, GENE_OMIM, gene, mim);
          if (idOf(row.text(CONCEPT)) !== NULL) {
            lostConcept(out, GENE_MEDGEN, gene, concept);
            lostConcept(out, OMIM_MEDGEN, mim, concept);
          }
        } else if (mim === NULL) {
          without(out, NULL);
          if (concept !== undefined && row.text(TYPE) !== 'gene') {
            lostConcept(out, GENE_MEDGEN, gene, concept);
          }
        } else if (gene === NULL && concept === undefined) {
          out.skip('neither a gene nor a concept');
        } else {
          giveGene(row, out);
          giveConcept(out, row, concept);
        }
      },
    },
  ],
};

function giveGene(row: Row, out: RowSink): void {
  const gene = row.id(GENE);
  if (gene !== NULL) {
    const notes = [row.text(TYPE), ...wordsOf(row, SOURCE, /;/), ...wordsOf(row, COMMENT, /;/)];
    out.edge(GENE_OMIM, gene, row.id(MIM));
    out.fact(0, gene, ['MIM', String(row.id(MIM)), notes.join('; ')]);
  }
}

function giveConcept(out: RowSink, row: Row, concept: number | undefined): void {
  if (concept === undefined) {
    return;
  }
  const why = edgeToConcept(out, OMIM_MEDGEN, row.id(MIM), concept);
  if (row.id(GENE) === NULL) {
    if (why !== undefined) {
      out.skip(why);
    }
  } else if (row.text(TYPE) !== 'gene') {
    edgeToConcept(out, GENE_MEDGEN, row.id(GENE), concept);
  }
}
