import { type Doc, textAt } from '../docsum.js';
import { date, derived, integer, objects, type SummaryFields, type SummaryShape, text } from '../field-spec.js';

/** The members that hold what a record is, of which each record has one; the names of their members begin like them. */
const KINDS = ['study', 'variable', 'document', 'analysis', 'dataset'] as const;

function ofAnyKind(member: string, description: string) {
  return derived(description, (doc) => readOfAnyKind(doc, member));
}

function readOfAnyKind(doc: Doc, member: string): string | null {
  const values = KINDS.map((kind) => textAt(doc, `d_${kind}_results.d_${kind}_${member}`));
  return values.find((value) => value !== null) ?? null;
}

/** The dbGaP accession of a record of any kind. */
export function accessionOfStudy(doc: Doc): string | null {
  return readOfAnyKind(doc, 'id');
}

function named(name: string, description: string, member: string, what: string): SummaryShape {
  return { name, description, fields: { name: text(member, what) } };
}

const disease: SummaryShape = {
  name: 'GapDisease',
  description: 'A disease that a study is about.',
  fields: {
    name: text('d_disease_name', 'The disease.'),
    importance: text('d_disease_importance', 'Its weight in the study, such as primary.'),
  },
};

const genotypePlatform: SummaryShape = {
  name: 'GapGenotypePlatform',
  description: 'What a study genotyped with.',
  fields: {
    name: text('d_genotype_platform', 'The platform.'),
    vendor: text('d_genotype_vendor', 'Who makes it.'),
  },
};

const dataType = named('GapDataType', 'A kind of molecular data.', 'd_molecular_data_type_name', 'The kind.');
const project = named('GapProject', 'A project that a study belongs to.', 'd_project_name', 'The project.');
const tumor = named('GapTumorType', 'A kind of tumor.', 'd_tumor_type', 'The kind.');

const ancestor: SummaryShape = {
  name: 'GapAncestor',
  description: 'A study above a record of dbGaP.',
  fields: {
    accession: text('d_ancestor_id', 'Its accession, such as phs000201.v1.p1.'),
    name: text('d_ancestor_name', 'Its name.'),
  },
};

/** Studies, variables, documents, analyses and data sets of dbGaP. */
export const gap: SummaryFields = {
  objectType: text('d_object_type', 'study, variable, document, analysis or dataset.'),
  accession: ofAnyKind('id', 'dbGaP accession, such as phs000007.v1.p1 of a study.'),
  description: ofAnyKind('description', 'What it is about; studies have none.'),
  studyType: text('d_study_results.d_study_type', 'Kind of study, such as Case-Control.'),
  studyDesign: text('d_study_results.d_study_design', 'Design of the study.'),
  participantCount: integer('d_study_results.d_num_participants_in_subtree', 'Participants, with those of substudies.'),
  variableCount: integer('d_study_results.d_num_variables_in_subtree', 'Variables, with those of substudies.'),
  documentCount: integer('d_study_results.d_num_documents_in_subtree', 'Documents, with those of substudies.'),
  analysisCount: integer('d_study_results.d_num_analyses_in_subtree', 'Analyses, with those of substudies.'),
  diseases: objects(disease, 'd_study_results.d_study_disease_list', 'Diseases that the study is about.'),
  genotypePlatforms: objects(genotypePlatform, 'd_study_results.d_study_genotype_platform_list', 'Platforms used.'),
  molecularDataTypes: objects(dataType, 'd_study_results.d_study_molecular_data_type_list', 'Molecular data it has.'),
  projects: objects(project, 'd_study_results.d_study_project_list', 'Projects that the study belongs to.'),
  tumorTypes: objects(tumor, 'd_study_results.d_study_tumor_type_list', 'Tumors that the study is about.'),
  studyAncestors: objects(ancestor, 'd_study_results.d_study_ancestor', 'Studies above the study.'),
  variableAncestors: objects(ancestor, 'd_variable_results.d_variable_ancestor', 'Studies of the variable.'),
  variableType: text('d_variable_results.d_variable_type', 'Kind of values of the variable.'),
  hasSra: text('d_study_results.d_study_has_sra', 'Whether its reads are in SRA, as NCBI writes it.'),
  archive: text('d_study_results.d_study_archive', 'Archive of its data.'),
  releaseDate: date('d_study_results.d_study_release_date', 'Day of release.'),
  embargoDate: date('d_study_results.d_study_embargo_date', 'Last day on which nobody else may publish about it.'),
};
