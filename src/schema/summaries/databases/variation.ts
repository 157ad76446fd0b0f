import { type Doc, textAt } from '../docsum.js';
import { date, derived, integer, objects, type SummaryFields, type SummaryShape, text, texts } from '../field-spec.js';

const snpGene: SummaryShape = {
  name: 'SnpGene',
  description: 'A gene that a variant lies in or near.',
  fields: {
    symbol: text('name', 'Symbol.'),
    geneUid: text('gene_id', 'Gene uid.'),
  },
};

const alleleFrequency: SummaryShape = {
  name: 'SnpAlleleFrequency',
  description: 'How frequent the minor allele was in one study.',
  fields: {
    study: text('study', 'Name of the study.'),
    frequency: text('freq', 'Allele, frequency and count as NCBI writes them: C=0.2198/1101.'),
  },
};

export const snp: SummaryFields = {
  rsid: derived('rs number with its prefix; of a merged variant the number that lives on.', rsidOf),
  variantType: text('snp_class', 'snv, delins, ins ...'),
  chromosome: text('chr', 'Chromosome.'),
  position: text('chrpos', 'Chromosome and position on the current assembly, as chromosome:position.'),
  previousPosition: text('chrpos_prev_assm', 'The same on the previous assembly.'),
  accession: text('acc', 'Accession of the sequence the position is on.'),
  allele: text('allele', 'IUPAC code of the alleles.'),
  spdi: texts('spdi', 'The changes as SPDI expressions.', ','),
  hgvs: {
    description: 'The changes as HGVS expressions.',
    type: 'String',
    list: true,
    read: (doc) => /(?:^|\|)HGVS=([^|]+)/.exec(textAt(doc, 'docsum') ?? '')?.[1]?.split(',') ?? null,
  },
  genes: objects(snpGene, 'genes', 'Genes the variant lies in or near.'),
  functionClasses: texts('fxn_class', 'Effects on transcripts, such as missense_variant.', ','),
  clinicalSignificance: texts('clinical_significance', 'What ClinVar says of it.', ','),
  alleleOrigin: text('allele_origin', 'germline, somatic ...'),
  alleleFrequencies: objects(alleleFrequency, 'global_mafs', 'Frequency of the minor allele by study.'),
  validations: texts('validated', 'How the variant was confirmed.', ','),
  submitters: texts('handle', 'Who submitted it.', ','),
  taxid: text('tax_id', 'Taxonomy uid of the organism.'),
  firstBuild: integer('orig_build', 'Build of dbSNP in which it first appeared.'),
  lastBuild: integer('upd_build', 'Build of dbSNP in which it last changed.'),
  createDate: date('createdate', 'Day on which it became public.'),
  updateDate: date('updatedate', 'Day of the last change.'),
};

const dbvarGene: SummaryShape = {
  name: 'DbVarGene',
  description: 'A gene that a structural variant touches.',
  fields: {
    symbol: text('name', 'Symbol.'),
    geneUid: text('id', 'Gene uid.'),
  },
};

const dbvarPlacement: SummaryShape = {
  name: 'DbVarPlacement',
  description:
    'Where a structural variant lies on an assembly. Outer and inner bounds are given where the ends are not sharp.',
  fields: {
    chromosome: text('chr', 'Chromosome.'),
    accession: text('chr_accession_version', 'Accession and version of the chromosome sequence.'),
    contigAccession: text('contig_accession_version', 'Accession and version of the contig sequence.'),
    start: integer('chr_start', 'Start, where it is sharp.', { none: ['0'] }),
    end: integer('chr_end', 'End, where it is sharp.', { none: ['0'] }),
    innerStart: integer('chr_inner_start', 'Latest possible start.', { none: ['0'] }),
    innerEnd: integer('chr_inner_end', 'Earliest possible end.', { none: ['0'] }),
    outerStart: integer('chr_outer_start', 'Earliest possible start.', { none: ['0'] }),
    outerEnd: integer('chr_outer_end', 'Latest possible end.', { none: ['0'] }),
    assembly: text('assembly', 'Name of the assembly.'),
    assemblyAccession: text('assembly_accession', 'Accession of the assembly.'),
    type: text('placement_type', 'Submitted or Remapped.'),
  },
};

const dbvarStudy: SummaryShape = {
  name: 'DbVarStudy',
  description: 'The study a structural variant comes from.',
  fields: {
    accession: text('st', 'Accession of the study.'),
    name: text('study_displayname', 'Its name.'),
    type: text('study_type', 'Its kind.'),
    description: text('study_description', 'What it is about.'),
    pmid: text('pmid', 'PubMed uid of its publication.', { none: ['0'] }),
    bioprojectUid: text('project_id', 'BioProject uid.', { none: ['0'] }),
    publicationDate: date('publication_date', 'Day of publication.'),
  },
};

export const dbvar: SummaryFields = {
  objectType: text('obj_type', 'VARIANT or STUDY.'),
  accession: text('sv', 'Accession of the variant.'),
  study: { description: 'The study it comes from.', type: dbvarStudy, list: false, read: (doc) => doc },
  variantTypes: texts('dbvarvarianttypelist', 'Kinds of variant, such as Deletion.'),
  alleleTypes: texts('dbvaralleletypelist', 'Kinds of allele.'),
  alleleOrigins: texts('dbvaralleleoriginlist', 'Origins of the alleles.'),
  methods: texts('dbvarmethodlist', 'How it was found.'),
  size: integer('variant_size', 'Length in bases.', { none: ['0'] }),
  genes: objects(dbvarGene, 'dbvargenelist', 'Genes it touches.'),
  placements: objects(dbvarPlacement, 'dbvarplacementlist', 'Where it lies, assembly by assembly.'),
  clinicalSignificance: texts('dbvarclinicalsignificancelist', 'Clinical terms.'),
  evidence: texts('dbvarevidencelist', 'Accessions of the calls behind it.'),
  samples: texts('dbvarsamplelist', 'Samples.'),
  sampleCount: integer('sample_count', 'Samples.'),
  variantCount: integer('variant_count', 'Variants of the study.'),
  variantCallCount: integer('variant_call_count', 'Calls of the variant.'),
  supportingVariantCount: integer('support_variant_count', 'Calls that support the variant.'),
  organism: text('organism', 'Organism.'),
  taxid: text('tax_id', 'Taxonomy uid of the organism.', { none: ['0'] }),
};

/** The rs number of a dbSNP summary with its prefix; of a merged variant the number that lives on. */
export function rsidOf(doc: Doc): string | null {
  const number = textAt(doc, 'snp_id') ?? textAt(doc, 'uid');
  return number === null ? null : `rs${number}`;
}
