import type { Catalog, LinkName } from './catalog.js';

/** Type names of the databases whose own spelling is more than a capital first letter. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  annotinfo: 'AnnotInfo',
  biocollections: 'BioCollections',
  bioproject: 'BioProject',
  biosample: 'BioSample',
  blastdbinfo: 'BlastDbInfo',
  clinvar: 'ClinVar',
  dbvar: 'DbVar',
  gapplus: 'GapPlus',
  geoprofiles: 'GeoProfiles',
  medgen: 'MedGen',
  nlmcatalog: 'NlmCatalog',
  orgtrack: 'OrgTrack',
  pcassay: 'PcAssay',
  pccompound: 'PcCompound',
  pcsubstance: 'PcSubstance',
  proteinclusters: 'ProteinClusters',
  protfam: 'ProtFam',
  pubmed: 'PubMed',
  seqannot: 'SeqAnnot',
};

/**
 * Links whose name says less than it should, or something else: `refs` is "is cited by" in `pubmed_pmc_refs`, and the
 * database name repeated says nothing about a link inside one database. All other links follow the rule.
 */
const BETTER_NAMES: Readonly<Record<string, string>> = {
  bioproject_bioproject: 'related',
  bioproject_bioproject_d2u: 'umbrellaProjects',
  bioproject_bioproject_u2d: 'dataProjects',
  gds_gds: 'related',
  gds_gds_similar: 'similarStudies',
  gene_gene_neighbors: 'neighbors',
  geoprofiles_geoprofiles_chr: 'chromosomeNeighbors',
  geoprofiles_geoprofiles_homologs: 'homologNeighbors',
  geoprofiles_geoprofiles_prof: 'profileNeighbors',
  nuccore_comp_nuccore: 'componentOf',
  nuccore_mrna_nuccore: 'annotatedGenomic',
  nuccore_nuccore_comp: 'components',
  nuccore_nuccore_related: 'related',
  omim_omim: 'related',
  pccompound_pccompound: 'similar',
  pccompound_pccompound_3d: 'similarConformers',
  pmc_books_refs: 'citedInBooks',
  pmc_refs_pubmed: 'references',
  pubmed_books_refs: 'citedInBooks',
  pubmed_pmc_refs: 'citedInPmc',
  pubmed_pubmed: 'related',
  pubmed_pubmed_alsoviewed: 'alsoViewed',
  pubmed_pubmed_citedin: 'citedIn',
  pubmed_pubmed_combined: 'relatedCombined',
  pubmed_pubmed_five: 'relatedFive',
  pubmed_pubmed_refs: 'references',
  pubmed_pubmed_reviews: 'relatedReviews',
  pubmed_pubmed_reviews_five: 'relatedReviewsFive',
  structure_mmdb: 'related',
};

/** Words that link names run together, taken apart. They are never spelled otherwise, so that a name can be guessed. */
const RUN_TOGETHER: Readonly<Record<string, string>> = {
  activityconcmicromolar: 'activity conc micromolar',
  activityconcnanomolar: 'activity conc nanomolar',
  activityneighbor: 'activity neighbor',
  alltarget: 'all target',
  bookrecords: 'book records',
  citedinomim: 'cited in omim',
  genegenotype: 'gene genotype',
  genereviews: 'gene reviews',
  generif: 'gene rif',
  geneview: 'gene view',
  proteintarget: 'protein target',
  ref2wp: 'ref to wp',
  refseq2uniprot: 'refseq to uniprot',
  refseqgene: 'refseq gene',
  refseqrna: 'refseq rna',
  sameanytautomer: 'same any tautomer',
  sameconnectivity: 'same connectivity',
  sameisotopic: 'same isotopic',
  samespecies: 'same species',
  samestereochem: 'same stereochem',
  species2wp: 'species to wp',
  targetneighbor: 'target neighbor',
  tsamaster: 'tsa master',
  tsatranscript: 'tsa transcript',
  uniprot2refseq: 'uniprot to refseq',
  wgscontig: 'wgs contig',
  wgsmaster: 'wgs master',
  wgstranscript: 'wgs transcript',
  wp2ref: 'wp to ref',
  wp2species: 'wp to species',
};

/** The GraphQL type of a database's records, such as `PubMed`. A database unknown here gets a capital first letter. */
export function typeName(db: string): string {
  return TYPE_NAMES[db] ?? capitalise(db);
}

/**
 * The GraphQL field of a link: what remains of its name without the source database, in camelCase (`gene_pubmed_rif` is
 * `pubmedRif`). A name that does not begin with its source is kept whole (`nuccore_protein_wp`, which starts in protein,
 * is `nuccoreProteinWp`; `nucleotide_genome`, which starts in nuccore, is `nucleotideGenome`).
 */
export function linkFieldName({ name, from }: Pick<LinkName, 'name' | 'from'>): string {
  const better = BETTER_NAMES[name];
  if (better !== undefined) {
    return better;
  }
  const rest = name.startsWith(`${from}_`) ? name.slice(from.length + 1) : name;
  const [first = '', ...others] = rest.split('_').flatMap((word) => RUN_TOGETHER[word]?.split(' ') ?? word);
  return first + others.map(capitalise).join('');
}

/**
 * Holds that every field name of a record type means one thing.
 *
 * @param taken - The fields that records of a database have besides their links.
 * @throws Error that lists every clash: links of a database with one field name, and link fields whose name is taken.
 */
export function checkNames(catalog: Catalog, taken: (db: string) => ReadonlySet<string>): void {
  const clashes: string[] = [];
  for (const { name: db } of catalog.records) {
    const recordFields = taken(db);
    const seenFields = new Map<string, string>();
    for (const link of catalog.linksFrom(db)) {
      const field = linkFieldName(link);
      const holder = seenFields.get(field) ?? (recordFields.has(field) ? 'a field of the record' : undefined);
      if (holder !== undefined) {
        clashes.push(`${typeName(db)}.${field}: ${holder} and ${link.name}`);
      }
      seenFields.set(field, link.name);
    }
  }
  if (clashes.length > 0) {
    throw new Error(
      `Names of the schema clash; give the links other names in src/catalog/names.ts:\n${clashes.join('\n')}`,
    );
  }
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
