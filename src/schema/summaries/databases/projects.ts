import {
  type SummaryField,
  date,
  flag,
  integer,
  objects,
  type SummaryFields,
  type SummaryShape,
  text,
  texts,
} from '../field-spec.js';
import { textsAt } from '../docsum.js';

const objective: SummaryShape = {
  name: 'BioProjectObjective',
  description: 'What a project is to yield.',
  fields: {
    type: text('project_objectivestype', 'Kind of data, such as Expression.'),
    text: text('project_objectives', 'The objective in words.'),
  },
};

const relevance: SummaryShape = {
  name: 'BioProjectRelevance',
  description: 'What a project matters for; null where nothing is said.',
  fields: {
    agricultural: flag('relevance_agricultural', 'Agriculture.'),
    environmental: flag('relevance_environmental', 'The environment.'),
    evolution: flag('relevance_evolution', 'Evolution.'),
    industrial: flag('relevance_industrial', 'Industry.'),
    medical: flag('relevance_medical', 'Medicine.'),
    model: flag('relevance_model', 'It is about a model organism.'),
    other: text('relevance_other', 'Something else, in words.'),
  },
};

export const bioproject: SummaryFields = {
  accession: text('project_acc', 'Project accession.'),
  name: text('project_name', 'Short name.'),
  description: text('project_description', 'What the project is about.'),
  projectType: text('project_type', 'Primary submission, RefSeq genome, Umbrella ...'),
  projectSubtype: text('project_subtype', 'Kind within the kind.'),
  dataType: text('project_data_type', 'Kind of data.'),
  targetScope: text('project_target_scope', 'Scope, such as Monoisolate or Multispecies.'),
  targetMaterial: text('project_target_material', 'Material, such as Genome or Transcriptome.'),
  targetCapture: text('project_target_capture', 'Part of the material, such as Whole or Exome.'),
  methodType: text('project_methodtype', 'Method, such as Sequencing.'),
  method: text('project_method', 'Method in detail.'),
  objectives: objects(objective, 'project_objectives_list', 'What it is to yield.'),
  keywords: text('keyword', 'Keywords as given.'),
  relevance: { description: 'What it matters for.', type: relevance, list: false, read: (doc) => doc },
  organism: text('organism_name', 'Organism.'),
  strain: text('organism_strain', 'Strain.'),
  taxid: text('taxid', 'Taxonomy uid of the organism.', { none: ['0'] }),
  supergroup: text('supergroup', 'Supergroup of the organism, such as Eukaryotes.'),
  sequencingStatus: text('sequencing_status', 'State of sequencing.'),
  submitter: text('submitter_organization', 'First submitter.'),
  submitters: texts('submitter_organization_list', 'All submitters.'),
  registrationDate: date('registration_date', 'Day of registration.'),
};

const geoSample: SummaryShape = {
  name: 'GeoSample',
  description: 'A sample of a GEO series or data set.',
  fields: {
    accession: text('accession', 'GSM accession.'),
    title: text('title', 'Its title.'),
  },
};

const geoRelation: SummaryShape = {
  name: 'GeoRelation',
  description: 'A tie of a GEO record to a record elsewhere.',
  fields: {
    type: text('relationtype', 'Kind of tie, such as SRA.'),
    accession: text('targetobject', 'Accession there.'),
    ftpLink: text('targetftplink', 'Folder for download.'),
  },
};

/** GEO accessions, of which summaries show the numbers alone. */
function accessions(prefix: string, path: string, description: string): SummaryField {
  return {
    ...texts(path, description),
    read: (doc) => textsAt(doc, path, ';')?.map((name) => `${prefix}${name.replace(/^G[A-Z]{2}/, '')}`) ?? null,
  };
}

export const gds: SummaryFields = {
  accession: text('accession', 'GEO accession: GSE, GDS, GPL or GSM and a number.'),
  entryType: text('entrytype', 'GSE (series), GDS (data set), GPL (platform) or GSM (sample).'),
  summary: text('summary', 'What it is about.'),
  studyType: text('gdstype', 'Kind of study, such as Expression profiling by array.'),
  organisms: texts('taxon', 'Organisms.', ';'),
  seriesAccessions: accessions('GSE', 'gse', 'Accessions of its series.'),
  platformAccessions: accessions('GPL', 'gpl', 'Accessions of its platforms.'),
  dataSetAccessions: accessions('GDS', 'gds', 'Accessions of its data sets.'),
  seriesTitle: text('seriestitle', 'Title of the series.'),
  platformTitle: text('platformtitle', 'Title of the platform.'),
  platformTechnology: text('ptechtype', 'Technology of the platform.'),
  valueType: text('valtype', 'Kind of values, such as transformed count.'),
  samples: objects(geoSample, 'samples', 'Its samples.'),
  sampleCount: integer('n_samples', 'Samples.'),
  pubmedUids: texts('pubmedids', 'PubMed uids of its publications.'),
  bioprojectAccession: text('bioproject', 'BioProject accession.'),
  relations: objects(geoRelation, 'relations', 'Other GEO records it belongs to.'),
  externalRelations: objects(geoRelation, 'extrelations', 'Records of other archives it belongs to.'),
  supplementaryFiles: texts('suppfile', 'Kinds of supplementary files.', ','),
  ftpLink: text('ftplink', 'Folder for download.'),
  geo2r: flag('geo2r', 'Whether NCBI offers its analysis with GEO2R.'),
  publicationDate: date('pdat', 'Day of publication.'),
};
