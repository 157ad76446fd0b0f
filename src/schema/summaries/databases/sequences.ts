import { type Doc, textAt } from '../docsum.js';
import { date, integer, objects, type SummaryFields, type SummaryShape, text } from '../field-spec.js';

const qualifier: SummaryShape = {
  name: 'SourceQualifier',
  description: 'A fact about the source of a sequence, such as its strain or country.',
  fields: {
    name: text('name', 'What it is about.'),
    value: text('value', 'The fact.'),
  },
};

const featureCount: SummaryShape = {
  name: 'FeatureCount',
  description: 'How many features of a kind a sequence has.',
  fields: {
    type: text('type', 'Kind of feature.'),
    subtype: text('subtype', 'Kind within the kind.'),
    source: text('source', 'Where the annotation comes from.'),
    count: integer('count', 'How many.'),
  },
};

const sequence: SummaryFields = {
  accession: text('caption', 'Accession without version.'),
  accessionVersion: text('accessionversion', 'Accession and version.'),
  length: integer('slen', 'Length in residues.'),
  organism: text('organism', 'Organism.'),
  taxid: text('taxid', 'Taxonomy uid of the organism.', { none: ['0'] }),
  strain: text('strain', 'Strain.'),
  biomolecule: text('biomol', 'What was sequenced: genomic, mRNA, peptide ...'),
  moleculeType: text('moltype', 'dna, rna or aa.'),
  topology: text('topology', 'linear or circular.', { none: ['not-set'] }),
  strandedness: text('strand', 'single or double.'),
  completeness: text('completeness', 'complete, partial ...'),
  sourceDatabase: text('sourcedb', 'insd, refseq, pdb, swissprot ...'),
  technique: text('tech', 'How it was made, such as wgs or tsa.'),
  genomeLocation: text('genome', 'Part of the genome it comes from, such as mitochondrion.'),
  geneticCode: integer('geneticcode', 'Number of the genetic code.', { none: ['0'] }),
  bioprojectUid: text('projectid', 'BioProject uid.', { none: ['0'] }),
  assemblyAccession: text('assemblyacc', 'Accession of the record it was made from.'),
  sourceQualifiers: {
    description: 'Facts about the source in order.',
    type: qualifier,
    list: true,
    read: (doc) => pairs(textAt(doc, 'subtype'), textAt(doc, 'subname')),
  },
  featureCounts: objects(featureCount, 'statistics', 'Features of the sequence, counted.'),
  recordStatus: text('status', 'State of the record, such as live or suppressed.'),
  recordComment: text('comment', 'Why the record was replaced or removed.'),
  replacedBy: text('replacedby', 'Accession of the record that took the place of this one.'),
  createDate: date('createdate', 'Day on which it became public.'),
  updateDate: date('updatedate', 'Day of the last change.'),
};

export const protein: SummaryFields = sequence;

export const nuccore: SummaryFields = sequence;

/** NCBI writes names and values as two texts cut by `|`, entry for entry. */
function pairs(names: string | null, values: string | null): readonly Doc[] | null {
  const valueList = values?.split('|') ?? [];
  return names?.split('|').map((name, index) => ({ name, value: valueList[index] })) ?? null;
}
