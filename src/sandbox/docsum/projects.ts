import type { RecordFacts } from '../sample-graph.js';
import { type Docsum, type DocsumBuilder, listOf, ZERO } from '../records/docsum.js';
import { text, texts, timestamp } from '../records/facts.js';

/** Studies, samples and what came out of them. */
export const projects: Readonly<Record<'gds' | 'bioproject' | 'biosample' | 'assembly', DocsumBuilder>> = {
  gds: { build: buildGeoSeries },
  bioproject: { build: buildProject },
  biosample: { build: buildSample },
  assembly: { build: buildAssembly },
};

function buildGeoSeries(_: string, facts: RecordFacts): Docsum {
  const accession = text(facts, 'accession');
  return {
    Accession: accession,
    GDS: '',
    title: text(facts, 'title'),
    summary: '',
    GPL: '',
    GSE: accession.replace(/^GSE/, ''),
    taxon: text(facts, 'taxon'),
    entryType: text(facts, 'entryType'),
    gdsType: text(facts, 'gdsType'),
    ptechType: '',
    valType: '',
    SSInfo: '',
    subsetInfo: '',
    PDAT: text(facts, 'pdat'),
    suppFile: '',
    Samples: listOf(
      'Sample',
      texts(facts, 'samples').map((sample) => ({ Accession: sample, Title: '' })),
    ),
    Relations: listOf('Relation', []),
    ExtRelations: listOf('ExtRelation', []),
    n_samples: Number(text(facts, 'nSamples')),
    SeriesTitle: '',
    PlatformTitle: '',
    PlatformTaxa: '',
    SamplesTaxa: '',
    PubMedIds: listOf('string', []),
    Projects: listOf('string', []),
    FTPLink: '',
    GEO2R: '',
    BioProject: text(facts, 'bioproject'),
  };
}

function buildProject(uid: string, facts: RecordFacts): Docsum {
  const accession = text(facts, 'accession');
  const title = text(facts, 'title') || accession;
  return {
    TaxId: text(facts, 'taxid') === '' ? ZERO : Number(text(facts, 'taxid')),
    Project_Id: Number(uid),
    Project_Acc: accession,
    Project_Type: text(facts, 'type'),
    Project_Data_Type: text(facts, 'dataType'),
    Sort_By_ProjectType: ZERO,
    Sort_By_DataType: ZERO,
    Sort_By_Organism: ZERO,
    Project_Subtype: '',
    Project_Target_Scope: '',
    Project_Target_Material: '',
    Project_Target_Capture: '',
    Project_MethodType: '',
    Project_Method: '',
    Project_Objectives_List: listOf('Project_Objectives_Struct', []),
    Registration_Date: timestamp(text(facts, 'registrationDate')),
    Project_Name: title,
    Project_Title: title,
    Project_Description: '',
    Keyword: '',
    Relevance_Agricultural: '',
    Relevance_Medical: '',
    Relevance_Industrial: '',
    Relevance_Environmental: '',
    Relevance_Evolution: '',
    Relevance_Model: '',
    Relevance_Other: '',
    Organism_Name: text(facts, 'organism'),
    Organism_Strain: '',
    Organism_Label: '',
    Sequencing_Status: '',
    Submitter_Organization: '',
    Submitter_Organization_List: listOf('string', []),
    Supergroup: '',
  };
}

function buildSample(_: string, facts: RecordFacts): Docsum {
  const accession = text(facts, 'accession');
  return {
    Title: text(facts, 'title') || accession,
    Accession: accession,
    Date: text(facts, 'date'),
    PublicationDate: '',
    ModificationDate: '',
    Organization: '',
    Taxonomy: text(facts, 'taxid'),
    Organism: text(facts, 'organism'),
    SourceSample: `BioSample:${accession}`,
    SampleData: '',
    Identifiers: `BioSample: ${accession}`,
    Infraspecies: text(facts, 'infraspecies'),
    Package: text(facts, 'package'),
    SortKey: ZERO,
  };
}

function buildAssembly(_: string, facts: RecordFacts): Docsum {
  const accession = text(facts, 'accession');
  return {
    RsUid: '',
    GbUid: '',
    AssemblyAccession: accession,
    LastMajorReleaseAccession: accession,
    LatestAccession: '',
    ChainId: '',
    AssemblyName: text(facts, 'name'),
    UCSCName: '',
    EnsemblName: '',
    Taxid: text(facts, 'taxid'),
    Organism: text(facts, 'organism'),
    SpeciesTaxid: '',
    SpeciesName: text(facts, 'speciesName'),
    AssemblyType: text(facts, 'type'),
    AssemblyStatus: text(facts, 'status'),
    WGS: text(facts, 'wgs'),
    GB_BioProjects: listOf('Bioproj', []),
    GB_Projects: listOf('string', []),
    RS_BioProjects: listOf('Bioproj', []),
    RS_Projects: listOf('string', []),
    BioSampleAccn: text(facts, 'biosample'),
    BioSampleId: '',
    Coverage: text(facts, 'coverage'),
    PartialGenomeRepresentation: '',
    ReleaseLevel: '',
    SubmissionDate: '',
    LastUpdateDate: '',
    SubmitterOrganization: '',
    PropertyList: listOf('string', []),
    Synonym: { Genbank: '', RefSeq: accession, Similarity: '' },
    Meta: '',
  };
}
