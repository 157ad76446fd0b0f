import { date, integer, type SummaryFields, text, texts } from '../field-spec.js';

/** NCBI writes the word where a cluster has no value. */
const NONE = { none: ['None'] };

/** Groups of identical proteins. What is in them comes from EFetch, not from their summaries. */
export const ipg: SummaryFields = {
  accession: text('accession', 'Accession of the protein that stands for the group.'),
  organism: text('organism', 'Organism of that protein.'),
  length: integer('slen', 'Residues.'),
  nucleotideAccession: text('nucleotideaccession', 'A nucleotide record that codes for it.'),
};

/** Models of protein families. */
export const protfam: SummaryFields = {
  accession: text('dispfamilyacc', 'Accession of the model with its version, such as NF000535.1.'),
};

/** Clusters of related proteins. */
export const proteinclusters: SummaryFields = {
  accession: text('accn', 'Accession of the cluster, such as PRK14674.'),
  definition: text('definition', 'Name of its proteins.'),
  geneSymbol: text('gene', 'Symbol of their gene.', NONE),
  geneSynonyms: text('genesynonym', 'Other symbols.', NONE),
  comment: text('comment', 'Remarks.'),
  cog: text('cog', 'COG, such as COG0792L.', NONE),
  cogGroup: text('coggroup', 'Functional group of the COG.', NONE),
  ecNumbers: texts('ec', 'EC numbers.', ';'),
  hamap: text('hamap', 'HAMAP family, such as MF_00048.', NONE),
  keggOrthology: text('ko', 'KEGG orthology, such as K07460.', NONE),
  commonTaxonomy: text('commontaxonomy', 'The taxon that all its proteins are of.'),
  proteinCount: integer('total_prots', 'Proteins.'),
  genusCount: integer('total_genera', 'Genera.'),
  paralogCount: integer('paralogs', 'Paralogs.'),
  domainCount: integer('domains', 'Conserved domains.'),
  publicationCount: integer('total_publications', 'Publications.'),
  averageLength: integer('averagelength', 'Residues on average.'),
  source: text('source', 'Where its proteins are from, such as genomic.'),
  createDate: date('createdate', 'First public day.'),
  modifyDate: date('moddate', 'Day of the last change.'),
};
