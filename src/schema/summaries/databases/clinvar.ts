import {
  date,
  decimal,
  integer,
  object,
  objects,
  type SummaryFields,
  type SummaryShape,
  text,
  texts,
} from '../field-spec.js';

const crossReference: SummaryShape = {
  name: 'ClinVarCrossReference',
  description: 'An identifier in another database.',
  fields: {
    source: text('db_source', 'The database: dbSNP, OMIM, MedGen, ClinGen ...'),
    value: text('db_id', 'The identifier there.'),
  },
};

const trait: SummaryShape = {
  name: 'ClinVarTrait',
  description: 'A condition that a variant was classified for.',
  fields: {
    name: text('trait_name', 'Its name.'),
    crossReferences: objects(crossReference, 'trait_xrefs', 'Its identifiers in other databases.'),
  },
};

const classification: SummaryShape = {
  name: 'ClinVarClassification',
  description: 'What the submitters together say a variant means.',
  fields: {
    description: text('description', 'The classification, such as Pathogenic.'),
    reviewStatus: text('review_status', 'How well it was reviewed.'),
    lastEvaluated: date('last_evaluated', 'Day of the last evaluation.'),
    fdaRecognizedDatabase: text('fda_recognized_database', 'Database recognised by the FDA that it comes from.'),
    traits: objects(trait, 'trait_set', 'Conditions it was made for.'),
  },
};

const location: SummaryShape = {
  name: 'ClinVarLocation',
  description: 'Where an allele lies on an assembly.',
  fields: {
    status: text('status', 'current or previous.'),
    assembly: text('assembly_name', 'Name of the assembly.'),
    assemblyAccession: text('assembly_acc_ver', 'Accession and version of the assembly.'),
    chromosome: text('chr', 'Chromosome.'),
    band: text('band', 'Cytogenetic band.'),
    start: integer('start', 'First base, counted from 1.'),
    stop: integer('stop', 'Last base, counted from 1.'),
    reference: text('ref', 'Bases of the reference.'),
    alternate: text('alt', 'Bases of the variant.'),
  },
};

const frequency: SummaryShape = {
  name: 'ClinVarAlleleFrequency',
  description: 'How frequent an allele is according to one source.',
  fields: {
    source: text('source', 'The source.'),
    value: decimal('value', 'The frequency, 0 to 1.'),
    minorAllele: text('minor_allele', 'The minor allele.'),
  },
};

const allele: SummaryShape = {
  name: 'ClinVarAllele',
  description: 'A simple allele of a variant.',
  fields: {
    alleleId: text('measure_id', 'AlleleID of ClinVar.'),
    name: text('variation_name', 'Name as an HGVS expression.'),
    cdnaChange: text('cdna_change', 'Change of the coding sequence.'),
    aliases: texts('aliases', 'Other names.'),
    variantType: text('variant_type', 'Kind of variant.'),
    canonicalSpdi: text('canonical_spdi', 'Canonical SPDI expression.'),
    crossReferences: objects(crossReference, 'variation_xrefs', 'Identifiers in other databases.'),
    locations: objects(location, 'variation_loc', 'Where it lies, assembly by assembly.'),
    alleleFrequencies: objects(frequency, 'allele_freq_set', 'How frequent it is.'),
  },
};

const gene: SummaryShape = {
  name: 'ClinVarGene',
  description: 'A gene that a variant touches.',
  fields: {
    symbol: text('symbol', 'Symbol.'),
    geneUid: text('geneid', 'Gene uid.'),
    strand: text('strand', '+ or -.'),
    source: text('source', 'Who says so.'),
  },
};

const submissions: SummaryShape = {
  name: 'ClinVarSubmissions',
  description: 'Accessions of the submissions behind a variant.',
  fields: {
    scv: texts('scv', 'Submitted records.'),
    rcv: texts('rcv', 'Records by variant and condition.'),
  },
};

/** Since January 2024 ClinVar keeps three classifications apart where it had one clinical significance. */
export const clinvar: SummaryFields = {
  accession: text('accession', 'VCV accession.'),
  accessionVersion: text('accession_version', 'VCV accession and version.'),
  variantType: text('obj_type', 'Kind of variant, such as single nucleotide variant or Haplotype.'),
  alleles: objects(allele, 'variation_set', 'The simple alleles it consists of.'),
  genes: objects(gene, 'genes', 'Genes it touches.'),
  molecularConsequences: texts('molecular_consequence_list', 'Effects on transcripts, such as missense variant.'),
  proteinChanges: texts('protein_change', 'Changes of the protein in short, such as R175H.', ','),
  chromosome: text('chr_sort', 'Chromosome, padded for sorting.'),
  germlineClassification: object(classification, 'germline_classification', 'Meaning as an inherited variant.'),
  clinicalImpactClassification: object(
    classification,
    'clinical_impact_classification',
    'Clinical impact as a somatic variant.',
  ),
  oncogenicityClassification: object(
    classification,
    'oncogenicity_classification',
    'Oncogenicity as a somatic variant.',
  ),
  supportingSubmissions: object(submissions, 'supporting_submissions', 'Accessions of the submissions behind it.'),
  recordStatus: text('record_status', 'State of the record.'),
};
