import { date, decimal, integer, type SummaryFields, text, texts } from '../field-spec.js';

export const structure: SummaryFields = {
  pdbAccession: text('pdbacc', 'PDB code.'),
  otherPdbAccessions: texts('pdbaccsynlist', 'Other PDB codes of the structure.'),
  pdbClass: text('pdbclass', 'Class given by PDB, such as Viral Protein.'),
  method: text('expmethod', 'Experimental method.'),
  resolution: decimal('resolution', 'Resolution in ångström; null for methods that have none.'),
  ecNumber: text('ec', 'Enzyme numbers.'),
  organisms: texts('organismlist', 'Organisms, one a chain.'),
  ligandCodes: texts('ligcode', 'Codes of the ligands.', '|'),
  ligandCount: integer('ligcount', 'Ligands.'),
  proteinMoleculeCount: integer('proteinmoleculecount', 'Protein molecules.'),
  dnaMoleculeCount: integer('dnamoleculecount', 'DNA molecules.'),
  rnaMoleculeCount: integer('rnamoleculecount', 'RNA molecules.'),
  biopolymerCount: integer('biopolymercount', 'Biopolymers in all.'),
  otherMoleculeCount: integer('othermoleculecount', 'Other molecules.'),
  modifiedProteinResidueCount: integer('modproteinrescount', 'Modified protein residues.'),
  modifiedDnaResidueCount: integer('moddnarescount', 'Modified DNA residues.'),
  modifiedRnaResidueCount: integer('modrnarescount', 'Modified RNA residues.'),
  depositDate: date('pdbdepositdate', 'Day of deposition in PDB.'),
  mmdbEntryDate: date('mmdbentrydate', 'Day of entry in the Structure database.'),
  mmdbModifyDate: date('mmdbmodifydate', 'Day of the last change in the Structure database.'),
};

export const cdd: SummaryFields = {
  accession: text('accession', 'Accession of the domain model.'),
  subtitle: text('subtitle', 'Name of the domain in full.'),
  description: text('abstract', 'What the domain is, in prose.'),
  sourceDatabase: text('database', 'Where the model comes from: Cdd, Pfam, Smart, COG, TIGR ...'),
  organism: text('organism', 'Group of organisms it covers.'),
  modelLength: integer('pssmlength', 'Length of the model in residues.'),
  siteCount: integer('numbersites', 'Annotated sites.'),
  siteDescriptions: texts('sitedescriptions', 'Names of the annotated sites.'),
  representativeStructureUid: text('structurerepresentative', 'Structure uid of the representative.', { none: ['0'] }),
  replacedBy: text('livepssmid', 'Uid of the model that took the place of this one.', { none: ['0'] }),
  publicationDate: date('pubdate', 'Day of publication.'),
  entrezDate: date('entrezdate', 'Day of entry in Entrez.'),
};
