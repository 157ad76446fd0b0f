import { numberAt, textAt } from '../docsum.js';
import {
  date,
  derived,
  integer,
  object,
  objects,
  type SummaryFields,
  type SummaryShape,
  text,
  texts,
} from '../field-spec.js';

const organism: SummaryShape = {
  name: 'GeneOrganism',
  description: 'The organism a gene belongs to.',
  fields: {
    scientificName: text('scientificname', 'Scientific name.'),
    commonName: text('commonname', 'Common name.'),
    taxid: text('taxid', 'Taxonomy uid.'),
  },
};

const placement: SummaryShape = {
  name: 'GenePlacement',
  description: 'Where a gene lies on the current reference assembly.',
  fields: {
    chromosome: text('chrloc', 'Chromosome.'),
    accession: text('chraccver', 'Accession and version of the chromosome sequence.'),
    start: integer('chrstart', 'First base of the gene, counted from 0; on the minus strand greater than stop.'),
    stop: integer('chrstop', 'Last base of the gene, counted from 0.'),
    strand: derived('plus or minus, from the order of start and stop.', (doc) => {
      const start = numberAt(doc, 'chrstart');
      const stop = numberAt(doc, 'chrstop');
      return start === null || stop === null ? null : start <= stop ? 'plus' : 'minus';
    }),
    exonCount: integer('exoncount', 'Exons of the longest transcript.'),
  },
};

const pastPlacement: SummaryShape = {
  name: 'GenePastPlacement',
  description: 'Where a gene lay in an earlier annotation of a genome.',
  fields: {
    annotationRelease: text('annotationrelease', 'Name of the annotation release.'),
    assemblyAccession: text('assemblyaccver', 'Accession and version of the assembly.'),
    accession: text('chraccver', 'Accession and version of the chromosome sequence.'),
    start: integer('chrstart', 'First base of the gene, counted from 0.'),
    stop: integer('chrstop', 'Last base of the gene, counted from 0.'),
  },
};

export const gene: SummaryFields = {
  symbol: text('name', 'Official symbol, or the name the gene goes by.'),
  name: derived(
    'Full name, from the naming authority where there is one.',
    (doc) => textAt(doc, 'nomenclaturename') ?? textAt(doc, 'description'),
  ),
  description: text('description', 'Full name or description as Gene gives it.'),
  aliases: texts('otheraliases', 'Other symbols.', ','),
  otherDesignations: texts('otherdesignations', 'Other full names.', '|'),
  nomenclatureSymbol: text('nomenclaturesymbol', 'Symbol from the naming authority.'),
  nomenclatureStatus: text('nomenclaturestatus', 'Official or Interim.'),
  organism: object(organism, 'organism', 'The organism.'),
  organismTaxid: text('organism.taxid', 'Taxonomy uid of the organism.'),
  chromosome: text('chromosome', 'Chromosome.'),
  mapLocation: text('maplocation', 'Cytogenetic or genetic position, such as 17p13.1.'),
  geneticSource: text('geneticsource', 'genomic, mitochondrion, plasmid ...'),
  genomicInfo: objects(placement, 'genomicinfo', 'Places on the current reference assembly.'),
  locationHistory: objects(pastPlacement, 'locationhist', 'Places in earlier annotations.'),
  start: integer('chrstart', 'Lowest base on the chromosome, counted from 0, for sorting.', { none: ['999999999'] }),
  mimNumbers: texts('mim', 'OMIM numbers.'),
  summary: text('summary', 'What is known about the gene, in prose.'),
  replacedBy: text('currentid', 'Uid of the gene that took the place of this one.', { none: ['0'] }),
};

export const taxonomy: SummaryFields = {
  scientificName: text('scientificname', 'Scientific name.'),
  commonName: text('commonname', 'Common name.'),
  rank: text('rank', 'Rank, such as species.'),
  division: text('division', 'Group of organisms in common words.'),
  genbankDivision: text('genbankdivision', 'Division of GenBank.'),
  genus: text('genus', 'Genus.'),
  species: text('species', 'Species epithet.'),
  subspecies: text('subsp', 'Subspecies.'),
  status: text('status', 'State of the record, such as active.'),
  replacedBy: text('akataxid', 'Taxonomy uid that took the place of this one.', { none: ['0'] }),
  modificationDate: date('modificationdate', 'Day of the last change.'),
};
