import { type Doc, docAt, docsAt, textAt } from '../docsum.js';
import { embeddedXml, inside } from '../embedded-xml.js';
import {
  bigInteger,
  date,
  derived,
  flag,
  integer,
  objects,
  type SummaryFields,
  type SummaryShape,
  text,
  texts,
} from '../field-spec.js';

const attribute: SummaryShape = {
  name: 'BioSampleAttribute',
  description: 'A fact about a sample, as submitted.',
  fields: {
    name: text('attribute_name', 'What it is about, in the words of the submitter.'),
    harmonizedName: text('harmonized_name', 'The same in the words of NCBI.'),
    displayName: text('display_name', 'The same for people.'),
    value: text('value', 'The fact.'),
  },
};

const sampleId: SummaryShape = {
  name: 'BioSampleId',
  description: 'An identifier of a sample.',
  fields: {
    source: text('db', 'Database it belongs to.'),
    label: text('db_label', 'What kind of identifier it is.'),
    value: text('value', 'The identifier.'),
  },
};

const sampleLink: SummaryShape = {
  name: 'BioSampleReference',
  description: 'A record that the submitter of a sample named.',
  fields: {
    type: text('type', 'entrez or url.'),
    target: text('target', 'Database.'),
    label: text('label', 'Accession or words for it.'),
    value: text('value', 'Uid or address.'),
  },
};

const sample = embeddedXml('sampledata');

export const biosample: SummaryFields = {
  accession: text('accession', 'BioSample accession.'),
  organism: text('organism', 'Organism.'),
  taxid: text('taxonomy', 'Taxonomy uid of the organism.', { none: ['0'] }),
  infraspecies: text('infraspecies', 'Strain or breed.'),
  organization: text('organization', 'Who submitted it.'),
  package: text('package', 'Set of attributes it was submitted with.'),
  sourceSample: text('sourcesample', 'Identifier of the sample it comes from.'),
  identifiers: inside(sample, objects(sampleId, 'BioSample.Ids.Id', 'Its identifiers.')),
  attributes: inside(sample, objects(attribute, 'BioSample.Attributes.Attribute', 'Facts about the sample.')),
  description: inside(sample, texts('BioSample.Description.Comment.Paragraph', 'Remarks, paragraph by paragraph.')),
  owner: inside(sample, text('BioSample.Owner.Name', 'Who owns it.')),
  models: inside(sample, texts('BioSample.Models.Model', 'Models of the sample, such as Generic.')),
  submittedReferences: inside(sample, objects(sampleLink, 'BioSample.Links.Link', 'Records that the submitter named.')),
  recordStatus: inside(sample, text('BioSample.Status.status', 'State of the record, such as live.')),
  recordDate: date('date', 'Day of the record.'),
  publicationDate: date('publicationdate', 'Day of publication.'),
  modificationDate: date('modificationdate', 'Day of the last change.'),
};

const run: SummaryShape = {
  name: 'SraRun',
  description: 'A run of a sequencing experiment.',
  fields: {
    accession: text('acc', 'Run accession.'),
    totalSpots: bigInteger('total_spots', 'Spots.'),
    totalBases: bigInteger('total_bases', 'Bases.'),
    isPublic: flag('is_public', 'Whether anybody may read it.'),
    loadDone: flag('load_done', 'Whether it is loaded.'),
  },
};

const experiment = embeddedXml('expxml');
const runElements = embeddedXml('runs');

export const sra: SummaryFields = {
  accession: inside(experiment, text('Experiment.acc', 'Accession of the experiment.')),
  experimentName: inside(experiment, text('Experiment.name', 'Name of the experiment.')),
  recordStatus: inside(experiment, text('Experiment.status', 'State of the record, such as public.')),
  studyAccession: inside(experiment, text('Study.acc', 'Accession of the study.')),
  studyName: inside(experiment, text('Study.name', 'Name of the study.')),
  sampleAccession: inside(experiment, text('Sample.acc', 'SRA accession of the sample.')),
  submissionAccession: inside(experiment, text('Submitter.acc', 'Accession of the submission.')),
  centerName: inside(experiment, text('Submitter.center_name', 'Who submitted it.')),
  bioprojectAccession: inside(experiment, text('Bioproject', 'BioProject accession.')),
  biosampleAccession: inside(experiment, text('Biosample', 'BioSample accession.')),
  organism: inside(experiment, text('Organism.ScientificName', 'Organism.')),
  taxid: inside(experiment, text('Organism.taxid', 'Taxonomy uid of the organism.', { none: ['0'] })),
  platform: inside(experiment, text('Summary.Platform', 'Sequencing platform, such as ILLUMINA.')),
  instrument: inside(experiment, text('Summary.Platform.instrument_model', 'Model of the instrument.')),
  libraryName: inside(experiment, text('Library_descriptor.LIBRARY_NAME', 'Name of the library.')),
  libraryStrategy: inside(experiment, text('Library_descriptor.LIBRARY_STRATEGY', 'Strategy, such as RNA-Seq.')),
  librarySource: inside(experiment, text('Library_descriptor.LIBRARY_SOURCE', 'Source, such as TRANSCRIPTOMIC.')),
  librarySelection: inside(experiment, text('Library_descriptor.LIBRARY_SELECTION', 'Selection, such as RANDOM.')),
  libraryLayout: inside(
    experiment,
    derived('PAIRED or SINGLE.', (doc) => {
      const layout = docAt(doc, 'Library_descriptor.LIBRARY_LAYOUT') ?? {};
      return ['PAIRED', 'SINGLE'].find((name) => name in layout) ?? null;
    }),
  ),
  totalRuns: inside(experiment, integer('Summary.Statistics.total_runs', 'Runs.')),
  totalSpots: inside(experiment, bigInteger('Summary.Statistics.total_spots', 'Spots of all runs.')),
  totalBases: inside(experiment, bigInteger('Summary.Statistics.total_bases', 'Bases of all runs.')),
  totalSize: inside(experiment, bigInteger('Summary.Statistics.total_size', 'Size of all runs in bytes.')),
  runs: inside(runElements, objects(run, 'Run', 'The runs of the experiment.')),
  createDate: date('createdate', 'Day on which it became public.'),
  updateDate: date('updatedate', 'Day of the last change.'),
};

/** The title of a sequencing experiment, which is inside its XML. */
export function experimentTitle(doc: Doc): string | null {
  const inner = experiment(doc);
  return inner === null ? null : textAt(inner, 'Summary.Title');
}

/** The accessions of a sequencing experiment and of its runs. */
export function accessionsOf(doc: Doc): readonly string[] {
  const inner = experiment(doc) ?? {};
  const runs = docsAt(runElements(doc) ?? {}, 'Run') ?? [];
  return [textAt(inner, 'Experiment.acc'), ...runs.map((each) => textAt(each, 'acc'))].filter((acc) => acc !== null);
}

/**
 * The accessions of what a sequencing experiment is part of, as others may be, too: study, sample, submission, project. GEO
 * begins titles with the sample that it describes: "GSM2453023: ...".
 */
export function holdersOf(doc: Doc): readonly string[] {
  const inner = experiment(doc) ?? {};
  const holders = ['Study.acc', 'Sample.acc', 'Submitter.acc', 'Bioproject', 'Biosample'];
  const titles = ['Summary.Title', 'Experiment.name'].flatMap((path) => textAt(inner, path) ?? []);
  return [
    ...holders.flatMap((path) => textAt(inner, path) ?? []),
    ...titles.flatMap((title) => /^GSM\d+(?=:)/.exec(title) ?? []),
  ];
}

/** The accessions of a sample, in BioSample and elsewhere. */
export function sampleNamesOf(doc: Doc): readonly string[] {
  const others = docsAt(sample(doc) ?? {}, 'BioSample.Ids.Id') ?? [];
  return [textAt(doc, 'accession'), ...others.map((each) => textAt(each, 'value'))].filter((name) => name !== null);
}
