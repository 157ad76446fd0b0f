import { embeddedXml, inside } from '../embedded-xml.js';
import {
  date,
  decimal,
  flag,
  integer,
  objects,
  type SummaryFields,
  type SummaryShape,
  text,
  texts,
} from '../field-spec.js';

const assemblyProject: SummaryShape = {
  name: 'AssemblyProject',
  description: 'A BioProject that an assembly belongs to.',
  fields: {
    accession: text('bioprojectaccn', 'BioProject accession.'),
    uid: text('bioprojectid', 'BioProject uid.'),
  },
};

const infraspecies: SummaryShape = {
  name: 'AssemblyInfraspecies',
  description: 'What the sequenced organism is called below its species.',
  fields: {
    type: text('sub_type', 'strain, breed, cultivar ...'),
    name: text('sub_value', 'The name.'),
  },
};

const statistic: SummaryShape = {
  name: 'AssemblyStatistic',
  description: 'A number about the sequences of an assembly.',
  fields: {
    category: text('category', 'What is counted or measured, such as contig_n50.'),
    sequences: text('sequence_tag', 'Which sequences it is about, such as all.'),
    value: decimal('value', 'The number.'),
  },
};

const meta = embeddedXml('meta');

export const assembly: SummaryFields = {
  accession: text('assemblyaccession', 'GCF or GCA accession and version.'),
  name: text('assemblyname', 'Name of the assembly.'),
  genbankAccession: text('synonym.genbank', 'Accession of the GenBank assembly.'),
  refseqAccession: text('synonym.refseq', 'Accession of the RefSeq assembly.'),
  genbankRefseqSimilarity: text('synonym.similarity', 'identical or different, of the two.'),
  latestAccession: text('latestaccession', 'Accession of a newer version; null when this is the newest.'),
  ucscName: text('ucscname', 'Name at UCSC, such as hg38.'),
  ensemblName: text('ensemblname', 'Name at Ensembl.'),
  description: text('assemblydescription', 'Description.'),
  organism: text('organism', 'Organism.'),
  taxid: text('taxid', 'Taxonomy uid of the organism.', { none: ['0'] }),
  speciesName: text('speciesname', 'Species.'),
  speciesTaxid: text('speciestaxid', 'Taxonomy uid of the species.', { none: ['0'] }),
  infraspecies: objects(infraspecies, 'biosource.infraspecieslist', 'Strain, breed or cultivar.'),
  sex: text('biosource.sex', 'Sex of the sequenced organism.'),
  isolate: text('biosource.isolate', 'Isolate.'),
  assemblyType: text('assemblytype', 'haploid, diploid ...'),
  assemblyLevel: text('assemblystatus', 'Complete Genome, Chromosome, Scaffold or Contig.'),
  releaseType: text('releasetype', 'Major, Minor or Patch.'),
  refseqCategory: text('refseq_category', 'reference genome or representative genome.', { none: ['na'] }),
  wgsPrefix: text('wgs', 'Prefix of the whole-genome shotgun project.'),
  coverage: text('coverage', 'Read depth as given.', { none: ['0'] }),
  partialGenome: flag('partialgenomerepresentation', 'Whether it covers only a part of the genome.'),
  contigN50: integer('contign50', 'Contig N50 in bases.', { none: ['0'] }),
  scaffoldN50: integer('scaffoldn50', 'Scaffold N50 in bases.', { none: ['0'] }),
  statistics: inside(meta, objects(statistic, 'Stats.Stat', 'Numbers about its sequences.')),
  properties: texts('propertylist', 'Marks, such as latest or full-genome-representation.'),
  exclusionReasons: texts('exclfromrefseq', 'Why it is not in RefSeq.'),
  typeMaterial: text('fromtype', 'Whether it comes from type material.'),
  submitter: text('submitterorganization', 'Who submitted it.'),
  biosampleAccession: text('biosampleaccn', 'BioSample accession.'),
  biosampleUid: text('biosampleid', 'BioSample uid.'),
  genbankProjects: objects(assemblyProject, 'gb_bioprojects', 'BioProjects of the GenBank assembly.'),
  refseqProjects: objects(assemblyProject, 'rs_bioprojects', 'BioProjects of the RefSeq assembly.'),
  genbankFtpPath: text('ftppath_genbank', 'Folder of the GenBank files.'),
  refseqFtpPath: text('ftppath_refseq', 'Folder of the RefSeq files.'),
  reportFtpPath: text('ftppath_assembly_rpt', 'The assembly report.'),
  submissionDate: date('submissiondate', 'Day of submission.'),
  lastUpdateDate: date('lastupdatedate', 'Day of the last change.'),
  genbankReleaseDate: date('asmreleasedate_genbank', 'Day of release in GenBank.'),
  refseqReleaseDate: date('asmreleasedate_refseq', 'Day of release in RefSeq.'),
};
