/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The databases of Entrez, by the names that E-utilities use. */
export type DatabaseName =
  /** AnnotInfo */
  | 'annotinfo'
  /** Assembly */
  | 'assembly'
  /** Biocollections */
  | 'biocollections'
  /** BioProject */
  | 'bioproject'
  /** BioSample */
  | 'biosample'
  /** BlastdbInfo */
  | 'blastdbinfo'
  /** Books */
  | 'books'
  /** Conserved Domains */
  | 'cdd'
  /** ClinVar */
  | 'clinvar'
  /** dbVar */
  | 'dbvar'
  /** dbGaP */
  | 'gap'
  /** GaPPlus */
  | 'gapplus'
  /** GEO DataSets */
  | 'gds'
  /** Gene */
  | 'gene'
  /** Genome */
  | 'genome'
  /** GEO Profiles */
  | 'geoprofiles'
  /** grasp */
  | 'grasp'
  /** GTR */
  | 'gtr'
  /** Identical Protein Groups */
  | 'ipg'
  /** MedGen */
  | 'medgen'
  /** MeSH */
  | 'mesh'
  /** NLM Catalog */
  | 'nlmcatalog'
  /** Nucleotide */
  | 'nuccore'
  /** Only another name of nuccore; accepted as input. */
  | 'nucleotide'
  /** OMIM */
  | 'omim'
  /** Orgtrack */
  | 'orgtrack'
  /** PubChem BioAssay */
  | 'pcassay'
  /** PubChem Compound */
  | 'pccompound'
  /** PubChem Substance */
  | 'pcsubstance'
  /** PMC */
  | 'pmc'
  /** Protein */
  | 'protein'
  /** Protein Clusters */
  | 'proteinclusters'
  /** Protein Family Models */
  | 'protfam'
  /** PubMed */
  | 'pubmed'
  /** SeqAnnot */
  | 'seqannot'
  /** SNP */
  | 'snp'
  /** SRA */
  | 'sra'
  /** Structure */
  | 'structure'
  /** Taxonomy */
  | 'taxonomy';

/** A date of records, by its search field. Other fields can stand in a term, such as 2020:2021[VDAT]. */
export type DateType =
  /** Completion, in pubmed. */
  | 'CDAT'
  /** Creation, in genome. */
  | 'CDT'
  /** Creation, in pubmed. */
  | 'CRDT'
  /** Registration, in bioproject. */
  | 'DATE'
  /** Entry into MMDB, in structure. */
  | 'DDAT'
  /** Entry into Entrez. */
  | 'EDAT'
  /** Electronic publication, in pubmed and pmc. */
  | 'EPDT'
  /** GenBank release, in assembly. */
  | 'GRLS'
  /** Release, in pmc. */
  | 'LDAT'
  /** Last change. */
  | 'MDAT'
  /** MeSH indexing, in pubmed. */
  | 'MHDA'
  /** Publication. */
  | 'PDAT'
  /** Deposit at PDB, in structure. */
  | 'PDD'
  /** Print publication, in pubmed and pmc. */
  | 'PPDT'
  /** RefSeq release, in assembly. */
  | 'RRLS'
  /** Release of the sequences, in assembly. */
  | 'SRDT'
  /** Last change, in assembly. */
  | 'UPDT';

/** What extensions.code of an error may be. A failed field is null; its siblings live. */
export type ErrorCode =
  /** An argument is invalid. */
  | 'BAD_USER_INPUT'
  /** The operation needs more upstream calls than it may make. */
  | 'BUDGET_EXCEEDED'
  /** The operation ran out of time, including the wait for the rate limit. */
  | 'DEADLINE_EXCEEDED'
  /** The stored set (webEnv, queryKey) does not exist or has expired. */
  | 'HISTORY_EXPIRED'
  /** NCBI rejected the API key. */
  | 'INVALID_API_KEY'
  /** To filter, sort or group a list of links takes more calls than the operation may make, or NCBI finds more records than it lists. */
  | 'LIST_TOO_LONG'
  /** NCBI's response could not be parsed, or could not be matched to the requested records. */
  | 'MALFORMED_RESPONSE'
  /** The operation is longer or deeper than allowed, or its pages could hold too many records. */
  | 'OPERATION_TOO_LARGE'
  /** The gateway has more work than it can start now. */
  | 'OVERLOADED'
  /** The response is larger than NCBI returns in JSON, or than MAX_RESPONSE_MB allows. */
  | 'RESPONSE_TOO_LARGE'
  /** The gateway is shutting down. */
  | 'SHUTTING_DOWN'
  /** The field needs a table that is not imported here. */
  | 'TABLE_NOT_IMPORTED'
  /** NCBI has no record with this identifier. */
  | 'UNKNOWN_ID'
  /** NCBI has withdrawn this command. */
  | 'UNSUPPORTED_COMMAND'
  /** NCBI rejected the request because of its rate limit, even after retries. */
  | 'UPSTREAM_RATE_LIMITED'
  /** NCBI did not respond in time. */
  | 'UPSTREAM_TIMEOUT'
  /** NCBI or one of its services failed: server error, error text in the response, or no connection. */
  | 'UPSTREAM_UNAVAILABLE';

/** What links can be selected by. */
export type LinkCriterion =
  /** The organism of the linked record: filter.organism. */
  | 'ORGANISM'
  /** The date of publication of the linked record: filter.publishedBetween. */
  | 'PUBLICATION_DATE'
  /** The similarity score of the link: minScore. */
  | 'SCORE';

/** Which linked records are wanted. All that is given must hold. */
export type LinkFilter = {
  /** Which date is meant by the others. Default: PDAT. */
  dateType?: DateType | null | undefined;
  /** Latest date, included. */
  maxDate?: string | null | undefined;
  /** Earliest date: YYYY, YYYY/MM or YYYY/MM/DD. */
  minDate?: string | null | undefined;
  /** Taxonomy id or name of an organism, such as 9606 or Homo sapiens. */
  organism?: string | null | undefined;
  /** Short for PDAT, minDate and maxDate. */
  publishedBetween?: PublishedBetween | null | undefined;
  /** Only the last so many days. */
  relDate?: number | null | undefined;
  /** Query that the records must match, in the search language of their database. */
  term?: string | null | undefined;
};

/** How links come about, as far as their name and label tell. */
export type LinkKind =
  /** They were found by comparing records, such as by similarity. */
  | 'COMPUTED'
  /** They stand in the records, or whoever keeps those stated them. */
  | 'CURATED';

/** Order of links. Without one they come as NCBI ranks them. */
export type LinkOrder =
  /** Newest first; for links to literature. By the dates of the summaries of all links; a PubMed list of more than 1,500 links is sorted by NCBI, as far as the page reaches. */
  | 'DATE'
  /** Highest similarity first; for scored link names. */
  | 'SCORE'
  /** Highest uid first. */
  | 'UID';

/** How a record matches a name. */
export type MatchKind =
  /** The name is an accession or another registered identifier of the record. */
  | 'ACCESSION'
  /** The name is another symbol of the gene. */
  | 'ALIAS'
  /** The name is a printed reference that fits the article. */
  | 'CITATION'
  /** The name is an identifier of another database, and leads to this record alone. */
  | 'CROSS_REFERENCE'
  /** The name is a name that the summary shows. */
  | 'NAME'
  /** The name is the official symbol of the gene. */
  | 'OFFICIAL_SYMBOL'
  /** The name is an older version of the record. */
  | 'OLD_VERSION'
  /** The name is an accession that the record has taken over. */
  | 'SECONDARY_ACCESSION'
  /** The name is of a record that NCBI has replaced by this one. */
  | 'SUCCESSOR'
  /** The name leads to this record alone, whose summary shows other names. */
  | 'SYNONYM'
  /** The name is the title of the record. */
  | 'TITLE'
  /** The name is the uid of the record, perhaps in a CURIE, an address or a longer form. */
  | 'UID';

/** Whether two records are connected, as far as it is known. */
export type PathStatus =
  /** There is at least one path. */
  | 'FOUND'
  /** There is no path of so many hops over these link names: all ways were followed to their end. */
  | 'NONE'
  /** No path was found, and not all ways were followed; frontier says where the search stopped. */
  | 'NOT_KNOWN';

/** A span of publication dates, both ends included. Dates are YYYY, YYYY/MM or YYYY/MM/DD. */
export type PublishedBetween = {
  /** First date. */
  from: string;
  /** Last date. */
  to: string;
};

/** Why a search did not follow links. */
export type SkipReason =
  /** The search may not plan so many calls. */
  | 'BUDGET'
  /** As many paths as were wanted, or as one search looks at, had been found. */
  | 'ENOUGH'
  /** The links could not be loaded. */
  | 'FAILED'
  /** A record with very many links lies on the way, and following all of them would take too many calls. */
  | 'HUB'
  /** No link name can be read from either end of what is left of the way. */
  | 'ONE_WAY'
  /** The operation ended. */
  | 'TIME';

type RecordFacts_AnnotInfo_Fragment = { __typename: 'AnnotInfo', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Assembly_Fragment = { __typename: 'Assembly', accession: string | null, organism: string | null, assemblyLevel: string | null, scaffoldN50: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_BioCollections_Fragment = { __typename: 'BioCollections', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_BioProject_Fragment = { __typename: 'BioProject', accession: string | null, organism: string | null, projectType: string | null, registrationDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_BioSample_Fragment = { __typename: 'BioSample', accession: string | null, organism: string | null, package: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_BlastDbInfo_Fragment = { __typename: 'BlastDbInfo', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Books_Fragment = { __typename: 'Books', bookName: string | null, pubDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Cdd_Fragment = { __typename: 'Cdd', accession: string | null, subtitle: string | null, organism: string | null, sourceDatabase: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_ClinVar_Fragment = { __typename: 'ClinVar', accession: string | null, variantType: string | null, proteinChanges: Array<string> | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, germlineClassification: { description: string | null, reviewStatus: string | null, lastEvaluated: string | null } | null };

type RecordFacts_DbVar_Fragment = { __typename: 'DbVar', accession: string | null, organism: string | null, variantTypes: Array<string> | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Gap_Fragment = { __typename: 'Gap', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_GapPlus_Fragment = { __typename: 'GapPlus', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Gds_Fragment = { __typename: 'Gds', accession: string | null, entryType: string | null, organisms: Array<string> | null, sampleCount: number | null, publicationDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Gene_Fragment = { __typename: 'Gene', symbol: string | null, description: string | null, chromosome: string | null, mapLocation: string | null, aliases: Array<string> | null, summary: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, species: { scientificName: string | null } | null };

type RecordFacts_Genome_Fragment = { __typename: 'Genome', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_GeoProfiles_Fragment = { __typename: 'GeoProfiles', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Grasp_Fragment = { __typename: 'Grasp', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Gtr_Fragment = { __typename: 'Gtr', accession: string | null, testType: string | null, laboratory: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Ipg_Fragment = { __typename: 'Ipg', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_MedGen_Fragment = { __typename: 'MedGen', conceptId: string | null, semanticType: string | null, definition: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Mesh_Fragment = { __typename: 'Mesh', meshId: string | null, recordType: string | null, scopeNote: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_NlmCatalog_Fragment = { __typename: 'NlmCatalog', nlmUniqueId: string | null, country: string | null, startYear: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Nuccore_Fragment = { __typename: 'Nuccore', accessionVersion: string | null, organism: string | null, length: number | null, moleculeType: string | null, biomolecule: string | null, updateDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Omim_Fragment = { __typename: 'Omim', mimNumber: string | null, entryType: string | null, locus: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_OrgTrack_Fragment = { __typename: 'OrgTrack', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_PcAssay_Fragment = { __typename: 'PcAssay', source: string | null, outcomeMethod: string | null, activeCompoundCount: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_PcCompound_Fragment = { __typename: 'PcCompound', molecularFormula: string | null, molecularWeight: number | null, iupacName: string | null, inchiKey: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_PcSubstance_Fragment = { __typename: 'PcSubstance', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Pmc_Fragment = { __typename: 'Pmc', journal: string | null, pubDate: string | null, doi: string | null, pmcid: string | null, pmid: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, authors: Array<{ name: string | null }> | null };

type RecordFacts_ProtFam_Fragment = { __typename: 'ProtFam', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Protein_Fragment = { __typename: 'Protein', accessionVersion: string | null, organism: string | null, length: number | null, moleculeType: string | null, sourceDatabase: string | null, updateDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_ProteinClusters_Fragment = { __typename: 'ProteinClusters', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_PubMed_Fragment = { __typename: 'PubMed', journal: string | null, pubDate: string | null, doi: string | null, pmcid: string | null, publicationTypes: Array<string> | null, pmcCitationCount: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, authors: Array<{ name: string | null }> | null };

type RecordFacts_SeqAnnot_Fragment = { __typename: 'SeqAnnot', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Snp_Fragment = { __typename: 'Snp', rsid: string | null, chromosome: string | null, position: string | null, allele: string | null, variantType: string | null, clinicalSignificance: Array<string> | null, functionClasses: Array<string> | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Sra_Fragment = { __typename: 'Sra', accession: string | null, organism: string | null, platform: string | null, libraryStrategy: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Structure_Fragment = { __typename: 'Structure', pdbAccession: string | null, method: string | null, resolution: number | null, organisms: Array<string> | null, ligandCodes: Array<string> | null, depositDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Taxonomy_Fragment = { __typename: 'Taxonomy', scientificName: string | null, commonName: string | null, rank: string | null, division: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

export type RecordFactsFragment =
  | RecordFacts_AnnotInfo_Fragment
  | RecordFacts_Assembly_Fragment
  | RecordFacts_BioCollections_Fragment
  | RecordFacts_BioProject_Fragment
  | RecordFacts_BioSample_Fragment
  | RecordFacts_BlastDbInfo_Fragment
  | RecordFacts_Books_Fragment
  | RecordFacts_Cdd_Fragment
  | RecordFacts_ClinVar_Fragment
  | RecordFacts_DbVar_Fragment
  | RecordFacts_Gap_Fragment
  | RecordFacts_GapPlus_Fragment
  | RecordFacts_Gds_Fragment
  | RecordFacts_Gene_Fragment
  | RecordFacts_Genome_Fragment
  | RecordFacts_GeoProfiles_Fragment
  | RecordFacts_Grasp_Fragment
  | RecordFacts_Gtr_Fragment
  | RecordFacts_Ipg_Fragment
  | RecordFacts_MedGen_Fragment
  | RecordFacts_Mesh_Fragment
  | RecordFacts_NlmCatalog_Fragment
  | RecordFacts_Nuccore_Fragment
  | RecordFacts_Omim_Fragment
  | RecordFacts_OrgTrack_Fragment
  | RecordFacts_PcAssay_Fragment
  | RecordFacts_PcCompound_Fragment
  | RecordFacts_PcSubstance_Fragment
  | RecordFacts_Pmc_Fragment
  | RecordFacts_ProtFam_Fragment
  | RecordFacts_Protein_Fragment
  | RecordFacts_ProteinClusters_Fragment
  | RecordFacts_PubMed_Fragment
  | RecordFacts_SeqAnnot_Fragment
  | RecordFacts_Snp_Fragment
  | RecordFacts_Sra_Fragment
  | RecordFacts_Structure_Fragment
  | RecordFacts_Taxonomy_Fragment
;

type RecordRow_AnnotInfo_Fragment = { __typename: 'AnnotInfo', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Assembly_Fragment = { __typename: 'Assembly', accession: string | null, organism: string | null, assemblyLevel: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_BioCollections_Fragment = { __typename: 'BioCollections', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_BioProject_Fragment = { __typename: 'BioProject', accession: string | null, organism: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_BioSample_Fragment = { __typename: 'BioSample', accession: string | null, organism: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_BlastDbInfo_Fragment = { __typename: 'BlastDbInfo', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Books_Fragment = { __typename: 'Books', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Cdd_Fragment = { __typename: 'Cdd', accession: string | null, organism: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_ClinVar_Fragment = { __typename: 'ClinVar', accession: string | null, variantType: string | null, proteinChanges: Array<string> | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, germlineClassification: { description: string | null, traits: Array<{ name: string | null }> | null } | null };

type RecordRow_DbVar_Fragment = { __typename: 'DbVar', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Gap_Fragment = { __typename: 'Gap', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_GapPlus_Fragment = { __typename: 'GapPlus', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Gds_Fragment = { __typename: 'Gds', accession: string | null, entryType: string | null, publicationDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Gene_Fragment = { __typename: 'Gene', symbol: string | null, description: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, species: { scientificName: string | null } | null };

type RecordRow_Genome_Fragment = { __typename: 'Genome', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_GeoProfiles_Fragment = { __typename: 'GeoProfiles', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Grasp_Fragment = { __typename: 'Grasp', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Gtr_Fragment = { __typename: 'Gtr', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Ipg_Fragment = { __typename: 'Ipg', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_MedGen_Fragment = { __typename: 'MedGen', conceptId: string | null, semanticType: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Mesh_Fragment = { __typename: 'Mesh', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_NlmCatalog_Fragment = { __typename: 'NlmCatalog', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Nuccore_Fragment = { __typename: 'Nuccore', accessionVersion: string | null, organism: string | null, length: number | null, moleculeType: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Omim_Fragment = { __typename: 'Omim', mimNumber: string | null, entryType: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_OrgTrack_Fragment = { __typename: 'OrgTrack', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_PcAssay_Fragment = { __typename: 'PcAssay', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_PcCompound_Fragment = { __typename: 'PcCompound', molecularFormula: string | null, molecularWeight: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_PcSubstance_Fragment = { __typename: 'PcSubstance', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Pmc_Fragment = { __typename: 'Pmc', journal: string | null, pubDate: string | null, doi: string | null, pmcid: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, authors: Array<{ name: string | null }> | null };

type RecordRow_ProtFam_Fragment = { __typename: 'ProtFam', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Protein_Fragment = { __typename: 'Protein', accessionVersion: string | null, organism: string | null, length: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_ProteinClusters_Fragment = { __typename: 'ProteinClusters', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_PubMed_Fragment = { __typename: 'PubMed', journal: string | null, pubDate: string | null, doi: string | null, pmcid: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, authors: Array<{ name: string | null }> | null };

type RecordRow_SeqAnnot_Fragment = { __typename: 'SeqAnnot', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Snp_Fragment = { __typename: 'Snp', rsid: string | null, variantType: string | null, clinicalSignificance: Array<string> | null, chromosome: string | null, position: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Sra_Fragment = { __typename: 'Sra', accession: string | null, organism: string | null, platform: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Structure_Fragment = { __typename: 'Structure', pdbAccession: string | null, method: string | null, resolution: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordRow_Taxonomy_Fragment = { __typename: 'Taxonomy', scientificName: string | null, commonName: string | null, rank: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

export type RecordRowFragment =
  | RecordRow_AnnotInfo_Fragment
  | RecordRow_Assembly_Fragment
  | RecordRow_BioCollections_Fragment
  | RecordRow_BioProject_Fragment
  | RecordRow_BioSample_Fragment
  | RecordRow_BlastDbInfo_Fragment
  | RecordRow_Books_Fragment
  | RecordRow_Cdd_Fragment
  | RecordRow_ClinVar_Fragment
  | RecordRow_DbVar_Fragment
  | RecordRow_Gap_Fragment
  | RecordRow_GapPlus_Fragment
  | RecordRow_Gds_Fragment
  | RecordRow_Gene_Fragment
  | RecordRow_Genome_Fragment
  | RecordRow_GeoProfiles_Fragment
  | RecordRow_Grasp_Fragment
  | RecordRow_Gtr_Fragment
  | RecordRow_Ipg_Fragment
  | RecordRow_MedGen_Fragment
  | RecordRow_Mesh_Fragment
  | RecordRow_NlmCatalog_Fragment
  | RecordRow_Nuccore_Fragment
  | RecordRow_Omim_Fragment
  | RecordRow_OrgTrack_Fragment
  | RecordRow_PcAssay_Fragment
  | RecordRow_PcCompound_Fragment
  | RecordRow_PcSubstance_Fragment
  | RecordRow_Pmc_Fragment
  | RecordRow_ProtFam_Fragment
  | RecordRow_Protein_Fragment
  | RecordRow_ProteinClusters_Fragment
  | RecordRow_PubMed_Fragment
  | RecordRow_SeqAnnot_Fragment
  | RecordRow_Snp_Fragment
  | RecordRow_Sra_Fragment
  | RecordRow_Structure_Fragment
  | RecordRow_Taxonomy_Fragment
;

type Citation_AnnotInfo_Fragment = { uid: string };

type Citation_Assembly_Fragment = { uid: string };

type Citation_BioCollections_Fragment = { uid: string };

type Citation_BioProject_Fragment = { uid: string };

type Citation_BioSample_Fragment = { uid: string };

type Citation_BlastDbInfo_Fragment = { uid: string };

type Citation_Books_Fragment = { uid: string };

type Citation_Cdd_Fragment = { uid: string };

type Citation_ClinVar_Fragment = { uid: string };

type Citation_DbVar_Fragment = { uid: string };

type Citation_Gap_Fragment = { uid: string };

type Citation_GapPlus_Fragment = { uid: string };

type Citation_Gds_Fragment = { uid: string };

type Citation_Gene_Fragment = { uid: string };

type Citation_Genome_Fragment = { uid: string };

type Citation_GeoProfiles_Fragment = { uid: string };

type Citation_Grasp_Fragment = { uid: string };

type Citation_Gtr_Fragment = { uid: string };

type Citation_Ipg_Fragment = { uid: string };

type Citation_MedGen_Fragment = { uid: string };

type Citation_Mesh_Fragment = { uid: string };

type Citation_NlmCatalog_Fragment = { uid: string };

type Citation_Nuccore_Fragment = { uid: string };

type Citation_Omim_Fragment = { uid: string };

type Citation_OrgTrack_Fragment = { uid: string };

type Citation_PcAssay_Fragment = { uid: string };

type Citation_PcCompound_Fragment = { uid: string };

type Citation_PcSubstance_Fragment = { uid: string };

type Citation_Pmc_Fragment = { fullJournalName: string | null, volume: string | null, issue: string | null, pages: string | null, uid: string };

type Citation_ProtFam_Fragment = { uid: string };

type Citation_Protein_Fragment = { uid: string };

type Citation_ProteinClusters_Fragment = { uid: string };

type Citation_PubMed_Fragment = { fullJournalName: string | null, volume: string | null, issue: string | null, pages: string | null, issn: string | null, uid: string };

type Citation_SeqAnnot_Fragment = { uid: string };

type Citation_Snp_Fragment = { uid: string };

type Citation_Sra_Fragment = { uid: string };

type Citation_Structure_Fragment = { uid: string };

type Citation_Taxonomy_Fragment = { uid: string };

export type CitationFragment =
  | Citation_AnnotInfo_Fragment
  | Citation_Assembly_Fragment
  | Citation_BioCollections_Fragment
  | Citation_BioProject_Fragment
  | Citation_BioSample_Fragment
  | Citation_BlastDbInfo_Fragment
  | Citation_Books_Fragment
  | Citation_Cdd_Fragment
  | Citation_ClinVar_Fragment
  | Citation_DbVar_Fragment
  | Citation_Gap_Fragment
  | Citation_GapPlus_Fragment
  | Citation_Gds_Fragment
  | Citation_Gene_Fragment
  | Citation_Genome_Fragment
  | Citation_GeoProfiles_Fragment
  | Citation_Grasp_Fragment
  | Citation_Gtr_Fragment
  | Citation_Ipg_Fragment
  | Citation_MedGen_Fragment
  | Citation_Mesh_Fragment
  | Citation_NlmCatalog_Fragment
  | Citation_Nuccore_Fragment
  | Citation_Omim_Fragment
  | Citation_OrgTrack_Fragment
  | Citation_PcAssay_Fragment
  | Citation_PcCompound_Fragment
  | Citation_PcSubstance_Fragment
  | Citation_Pmc_Fragment
  | Citation_ProtFam_Fragment
  | Citation_Protein_Fragment
  | Citation_ProteinClusters_Fragment
  | Citation_PubMed_Fragment
  | Citation_SeqAnnot_Fragment
  | Citation_Snp_Fragment
  | Citation_Sra_Fragment
  | Citation_Structure_Fragment
  | Citation_Taxonomy_Fragment
;

type LinksOfRecord_AnnotInfo_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Assembly_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BioCollections_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BioProject_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BioSample_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BlastDbInfo_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Books_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Cdd_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_ClinVar_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_DbVar_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gap_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_GapPlus_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gds_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gene_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Genome_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_GeoProfiles_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Grasp_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gtr_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Ipg_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_MedGen_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Mesh_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_NlmCatalog_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Nuccore_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Omim_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_OrgTrack_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PcAssay_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PcCompound_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PcSubstance_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Pmc_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_ProtFam_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Protein_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_ProteinClusters_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PubMed_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_SeqAnnot_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Snp_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Sra_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Structure_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Taxonomy_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName } & ({ count: number | null } | { count?: never })> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

export type LinksOfRecordFragment =
  | LinksOfRecord_AnnotInfo_Fragment
  | LinksOfRecord_Assembly_Fragment
  | LinksOfRecord_BioCollections_Fragment
  | LinksOfRecord_BioProject_Fragment
  | LinksOfRecord_BioSample_Fragment
  | LinksOfRecord_BlastDbInfo_Fragment
  | LinksOfRecord_Books_Fragment
  | LinksOfRecord_Cdd_Fragment
  | LinksOfRecord_ClinVar_Fragment
  | LinksOfRecord_DbVar_Fragment
  | LinksOfRecord_Gap_Fragment
  | LinksOfRecord_GapPlus_Fragment
  | LinksOfRecord_Gds_Fragment
  | LinksOfRecord_Gene_Fragment
  | LinksOfRecord_Genome_Fragment
  | LinksOfRecord_GeoProfiles_Fragment
  | LinksOfRecord_Grasp_Fragment
  | LinksOfRecord_Gtr_Fragment
  | LinksOfRecord_Ipg_Fragment
  | LinksOfRecord_MedGen_Fragment
  | LinksOfRecord_Mesh_Fragment
  | LinksOfRecord_NlmCatalog_Fragment
  | LinksOfRecord_Nuccore_Fragment
  | LinksOfRecord_Omim_Fragment
  | LinksOfRecord_OrgTrack_Fragment
  | LinksOfRecord_PcAssay_Fragment
  | LinksOfRecord_PcCompound_Fragment
  | LinksOfRecord_PcSubstance_Fragment
  | LinksOfRecord_Pmc_Fragment
  | LinksOfRecord_ProtFam_Fragment
  | LinksOfRecord_Protein_Fragment
  | LinksOfRecord_ProteinClusters_Fragment
  | LinksOfRecord_PubMed_Fragment
  | LinksOfRecord_SeqAnnot_Fragment
  | LinksOfRecord_Snp_Fragment
  | LinksOfRecord_Sra_Fragment
  | LinksOfRecord_Structure_Fragment
  | LinksOfRecord_Taxonomy_Fragment
;

export type LinkPageFragment = { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, linkName: string, node:
      | RecordRow_AnnotInfo_Fragment
      | RecordRow_Assembly_Fragment
      | RecordRow_BioCollections_Fragment
      | RecordRow_BioProject_Fragment
      | RecordRow_BioSample_Fragment
      | RecordRow_BlastDbInfo_Fragment
      | RecordRow_Books_Fragment
      | RecordRow_Cdd_Fragment
      | RecordRow_ClinVar_Fragment
      | RecordRow_DbVar_Fragment
      | RecordRow_Gap_Fragment
      | RecordRow_GapPlus_Fragment
      | RecordRow_Gds_Fragment
      | RecordRow_Gene_Fragment
      | RecordRow_Genome_Fragment
      | RecordRow_GeoProfiles_Fragment
      | RecordRow_Grasp_Fragment
      | RecordRow_Gtr_Fragment
      | RecordRow_Ipg_Fragment
      | RecordRow_MedGen_Fragment
      | RecordRow_Mesh_Fragment
      | RecordRow_NlmCatalog_Fragment
      | RecordRow_Nuccore_Fragment
      | RecordRow_Omim_Fragment
      | RecordRow_OrgTrack_Fragment
      | RecordRow_PcAssay_Fragment
      | RecordRow_PcCompound_Fragment
      | RecordRow_PcSubstance_Fragment
      | RecordRow_Pmc_Fragment
      | RecordRow_ProtFam_Fragment
      | RecordRow_Protein_Fragment
      | RecordRow_ProteinClusters_Fragment
      | RecordRow_PubMed_Fragment
      | RecordRow_SeqAnnot_Fragment
      | RecordRow_Snp_Fragment
      | RecordRow_Sra_Fragment
      | RecordRow_Structure_Fragment
      | RecordRow_Taxonomy_Fragment
     }> };

export type CatalogQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogQuery = { databases: Array<{ name: DatabaseName, label: string, typeName: string, aliasOf: DatabaseName | null, links: Array<{ name: string, to: DatabaseName, label: string, meaning: string | null, scored: boolean | null, field: string, criteria: Array<LinkCriterion>, orders: Array<LinkOrder> }> }> };

export type NamedFragment = { kind: string | null, note: string | null, matches: Array<{ how: MatchKind, record:
      | RecordRow_AnnotInfo_Fragment
      | RecordRow_Assembly_Fragment
      | RecordRow_BioCollections_Fragment
      | RecordRow_BioProject_Fragment
      | RecordRow_BioSample_Fragment
      | RecordRow_BlastDbInfo_Fragment
      | RecordRow_Books_Fragment
      | RecordRow_Cdd_Fragment
      | RecordRow_ClinVar_Fragment
      | RecordRow_DbVar_Fragment
      | RecordRow_Gap_Fragment
      | RecordRow_GapPlus_Fragment
      | RecordRow_Gds_Fragment
      | RecordRow_Gene_Fragment
      | RecordRow_Genome_Fragment
      | RecordRow_GeoProfiles_Fragment
      | RecordRow_Grasp_Fragment
      | RecordRow_Gtr_Fragment
      | RecordRow_Ipg_Fragment
      | RecordRow_MedGen_Fragment
      | RecordRow_Mesh_Fragment
      | RecordRow_NlmCatalog_Fragment
      | RecordRow_Nuccore_Fragment
      | RecordRow_Omim_Fragment
      | RecordRow_OrgTrack_Fragment
      | RecordRow_PcAssay_Fragment
      | RecordRow_PcCompound_Fragment
      | RecordRow_PcSubstance_Fragment
      | RecordRow_Pmc_Fragment
      | RecordRow_ProtFam_Fragment
      | RecordRow_Protein_Fragment
      | RecordRow_ProteinClusters_Fragment
      | RecordRow_PubMed_Fragment
      | RecordRow_SeqAnnot_Fragment
      | RecordRow_Snp_Fragment
      | RecordRow_Sra_Fragment
      | RecordRow_Structure_Fragment
      | RecordRow_Taxonomy_Fragment
     }> | null };

export type SuggestQueryVariables = Exact<{
  text: string;
  first: number;
  asName?: boolean | null | undefined;
  in?: Array<DatabaseName> | DatabaseName | null | undefined;
  asPmcid?: boolean | null | undefined;
  inGene?: boolean | null | undefined;
  inPubmed?: boolean | null | undefined;
  inProtein?: boolean | null | undefined;
  inStructure?: boolean | null | undefined;
  inClinvar?: boolean | null | undefined;
  inMedgen?: boolean | null | undefined;
  inCompound?: boolean | null | undefined;
  inTaxonomy?: boolean | null | undefined;
}>;


export type SuggestQuery = { resolve?: Array<NamedFragment>, articles?: Array<NamedFragment>, search: { gene?: { totalCount: number, nodes: Array<RecordRow_Gene_Fragment> } | null, pubmed?: { totalCount: number, nodes: Array<RecordRow_PubMed_Fragment> } | null, protein?: { totalCount: number, nodes: Array<RecordRow_Protein_Fragment> } | null, structure?: { totalCount: number, nodes: Array<RecordRow_Structure_Fragment> } | null, clinvar?: { totalCount: number, nodes: Array<RecordRow_ClinVar_Fragment> } | null, medgen?: { totalCount: number, nodes: Array<RecordRow_MedGen_Fragment> } | null, pccompound?: { totalCount: number, nodes: Array<RecordRow_PcCompound_Fragment> } | null, taxonomy?: { totalCount: number, nodes: Array<RecordRow_Taxonomy_Fragment> } | null } };

export type SearchRecordsQueryVariables = Exact<{
  text: string;
  first: number;
  after?: string | null | undefined;
  inGene?: boolean | null | undefined;
  inPubmed?: boolean | null | undefined;
  inProtein?: boolean | null | undefined;
  inStructure?: boolean | null | undefined;
  inClinvar?: boolean | null | undefined;
  inMedgen?: boolean | null | undefined;
  inCompound?: boolean | null | undefined;
  inTaxonomy?: boolean | null | undefined;
}>;


export type SearchRecordsQuery = { search: { gene?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_Gene_Fragment> } | null, pubmed?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_PubMed_Fragment> } | null, protein?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_Protein_Fragment> } | null, structure?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_Structure_Fragment> } | null, clinvar?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_ClinVar_Fragment> } | null, medgen?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_MedGen_Fragment> } | null, pccompound?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_PcCompound_Fragment> } | null, taxonomy?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<RecordRow_Taxonomy_Fragment> } | null } };

export type ShowRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type ShowRecordQuery = { node:
    | (
      RecordFacts_AnnotInfo_Fragment
      & LinksOfRecord_AnnotInfo_Fragment
    )
    | (
      RecordFacts_Assembly_Fragment
      & LinksOfRecord_Assembly_Fragment
    )
    | (
      RecordFacts_BioCollections_Fragment
      & LinksOfRecord_BioCollections_Fragment
    )
    | (
      RecordFacts_BioProject_Fragment
      & LinksOfRecord_BioProject_Fragment
    )
    | (
      RecordFacts_BioSample_Fragment
      & LinksOfRecord_BioSample_Fragment
    )
    | (
      RecordFacts_BlastDbInfo_Fragment
      & LinksOfRecord_BlastDbInfo_Fragment
    )
    | (
      RecordFacts_Books_Fragment
      & LinksOfRecord_Books_Fragment
    )
    | (
      RecordFacts_Cdd_Fragment
      & LinksOfRecord_Cdd_Fragment
    )
    | (
      RecordFacts_ClinVar_Fragment
      & LinksOfRecord_ClinVar_Fragment
    )
    | (
      RecordFacts_DbVar_Fragment
      & LinksOfRecord_DbVar_Fragment
    )
    | (
      RecordFacts_Gap_Fragment
      & LinksOfRecord_Gap_Fragment
    )
    | (
      RecordFacts_GapPlus_Fragment
      & LinksOfRecord_GapPlus_Fragment
    )
    | (
      RecordFacts_Gds_Fragment
      & LinksOfRecord_Gds_Fragment
    )
    | (
      RecordFacts_Gene_Fragment
      & LinksOfRecord_Gene_Fragment
    )
    | (
      RecordFacts_Genome_Fragment
      & LinksOfRecord_Genome_Fragment
    )
    | (
      RecordFacts_GeoProfiles_Fragment
      & LinksOfRecord_GeoProfiles_Fragment
    )
    | (
      RecordFacts_Grasp_Fragment
      & LinksOfRecord_Grasp_Fragment
    )
    | (
      RecordFacts_Gtr_Fragment
      & LinksOfRecord_Gtr_Fragment
    )
    | (
      RecordFacts_Ipg_Fragment
      & LinksOfRecord_Ipg_Fragment
    )
    | (
      RecordFacts_MedGen_Fragment
      & LinksOfRecord_MedGen_Fragment
    )
    | (
      RecordFacts_Mesh_Fragment
      & LinksOfRecord_Mesh_Fragment
    )
    | (
      RecordFacts_NlmCatalog_Fragment
      & LinksOfRecord_NlmCatalog_Fragment
    )
    | (
      RecordFacts_Nuccore_Fragment
      & LinksOfRecord_Nuccore_Fragment
    )
    | (
      RecordFacts_Omim_Fragment
      & LinksOfRecord_Omim_Fragment
    )
    | (
      RecordFacts_OrgTrack_Fragment
      & LinksOfRecord_OrgTrack_Fragment
    )
    | (
      RecordFacts_PcAssay_Fragment
      & LinksOfRecord_PcAssay_Fragment
    )
    | (
      RecordFacts_PcCompound_Fragment
      & LinksOfRecord_PcCompound_Fragment
    )
    | (
      RecordFacts_PcSubstance_Fragment
      & LinksOfRecord_PcSubstance_Fragment
    )
    | (
      RecordFacts_Pmc_Fragment
      & LinksOfRecord_Pmc_Fragment
    )
    | (
      RecordFacts_ProtFam_Fragment
      & LinksOfRecord_ProtFam_Fragment
    )
    | (
      RecordFacts_Protein_Fragment
      & LinksOfRecord_Protein_Fragment
    )
    | (
      RecordFacts_ProteinClusters_Fragment
      & LinksOfRecord_ProteinClusters_Fragment
    )
    | (
      RecordFacts_PubMed_Fragment
      & LinksOfRecord_PubMed_Fragment
    )
    | (
      RecordFacts_SeqAnnot_Fragment
      & LinksOfRecord_SeqAnnot_Fragment
    )
    | (
      RecordFacts_Snp_Fragment
      & LinksOfRecord_Snp_Fragment
    )
    | (
      RecordFacts_Sra_Fragment
      & LinksOfRecord_Sra_Fragment
    )
    | (
      RecordFacts_Structure_Fragment
      & LinksOfRecord_Structure_Fragment
    )
    | (
      RecordFacts_Taxonomy_Fragment
      & LinksOfRecord_Taxonomy_Fragment
    )
   | null };

export type ListLinksQueryVariables = Exact<{
  source: string | number;
  link: string;
  to?: DatabaseName | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter?: LinkFilter | null | undefined;
  minScore?: number | null | undefined;
  orderBy?: LinkOrder | null | undefined;
}>;


export type ListLinksQuery = { node:
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
    | { links: LinkPageFragment | null }
   | null };

export type ExportLinksQueryVariables = Exact<{
  source: string | number;
  link: string;
  to?: DatabaseName | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter?: LinkFilter | null | undefined;
  minScore?: number | null | undefined;
  orderBy?: LinkOrder | null | undefined;
}>;


export type ExportLinksQuery = { node:
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
    | { links: (
        { nodes: Array<
          | (
            { id: string }
            & Citation_AnnotInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Assembly_Fragment
          )
          | (
            { id: string }
            & Citation_BioCollections_Fragment
          )
          | (
            { id: string }
            & Citation_BioProject_Fragment
          )
          | (
            { id: string }
            & Citation_BioSample_Fragment
          )
          | (
            { id: string }
            & Citation_BlastDbInfo_Fragment
          )
          | (
            { id: string }
            & Citation_Books_Fragment
          )
          | (
            { id: string }
            & Citation_Cdd_Fragment
          )
          | (
            { id: string }
            & Citation_ClinVar_Fragment
          )
          | (
            { id: string }
            & Citation_DbVar_Fragment
          )
          | (
            { id: string }
            & Citation_Gap_Fragment
          )
          | (
            { id: string }
            & Citation_GapPlus_Fragment
          )
          | (
            { id: string }
            & Citation_Gds_Fragment
          )
          | (
            { id: string }
            & Citation_Gene_Fragment
          )
          | (
            { id: string }
            & Citation_Genome_Fragment
          )
          | (
            { id: string }
            & Citation_GeoProfiles_Fragment
          )
          | (
            { id: string }
            & Citation_Grasp_Fragment
          )
          | (
            { id: string }
            & Citation_Gtr_Fragment
          )
          | (
            { id: string }
            & Citation_Ipg_Fragment
          )
          | (
            { id: string }
            & Citation_MedGen_Fragment
          )
          | (
            { id: string }
            & Citation_Mesh_Fragment
          )
          | (
            { id: string }
            & Citation_NlmCatalog_Fragment
          )
          | (
            { id: string }
            & Citation_Nuccore_Fragment
          )
          | (
            { id: string }
            & Citation_Omim_Fragment
          )
          | (
            { id: string }
            & Citation_OrgTrack_Fragment
          )
          | (
            { id: string }
            & Citation_PcAssay_Fragment
          )
          | (
            { id: string }
            & Citation_PcCompound_Fragment
          )
          | (
            { id: string }
            & Citation_PcSubstance_Fragment
          )
          | (
            { id: string }
            & Citation_Pmc_Fragment
          )
          | (
            { id: string }
            & Citation_ProtFam_Fragment
          )
          | (
            { id: string }
            & Citation_Protein_Fragment
          )
          | (
            { id: string }
            & Citation_ProteinClusters_Fragment
          )
          | (
            { id: string }
            & Citation_PubMed_Fragment
          )
          | (
            { id: string }
            & Citation_SeqAnnot_Fragment
          )
          | (
            { id: string }
            & Citation_Snp_Fragment
          )
          | (
            { id: string }
            & Citation_Sra_Fragment
          )
          | (
            { id: string }
            & Citation_Structure_Fragment
          )
          | (
            { id: string }
            & Citation_Taxonomy_Fragment
          )
        > }
        & LinkPageFragment
      ) | null }
   | null };

export type ListUidsQueryVariables = Exact<{
  source: string | number;
  link: string;
  to?: DatabaseName | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter?: LinkFilter | null | undefined;
  minScore?: number | null | undefined;
  orderBy?: LinkOrder | null | undefined;
}>;


export type ListUidsQuery = { node:
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
    | { links: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number | null, node:
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
            | { id: string, db: DatabaseName, uid: string }
           }> } | null }
   | null };

export type CitationsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CitationsQuery = { nodes: Array<
    | (
      { id: string }
      & Citation_AnnotInfo_Fragment
    )
    | (
      { id: string }
      & Citation_Assembly_Fragment
    )
    | (
      { id: string }
      & Citation_BioCollections_Fragment
    )
    | (
      { id: string }
      & Citation_BioProject_Fragment
    )
    | (
      { id: string }
      & Citation_BioSample_Fragment
    )
    | (
      { id: string }
      & Citation_BlastDbInfo_Fragment
    )
    | (
      { id: string }
      & Citation_Books_Fragment
    )
    | (
      { id: string }
      & Citation_Cdd_Fragment
    )
    | (
      { id: string }
      & Citation_ClinVar_Fragment
    )
    | (
      { id: string }
      & Citation_DbVar_Fragment
    )
    | (
      { id: string }
      & Citation_Gap_Fragment
    )
    | (
      { id: string }
      & Citation_GapPlus_Fragment
    )
    | (
      { id: string }
      & Citation_Gds_Fragment
    )
    | (
      { id: string }
      & Citation_Gene_Fragment
    )
    | (
      { id: string }
      & Citation_Genome_Fragment
    )
    | (
      { id: string }
      & Citation_GeoProfiles_Fragment
    )
    | (
      { id: string }
      & Citation_Grasp_Fragment
    )
    | (
      { id: string }
      & Citation_Gtr_Fragment
    )
    | (
      { id: string }
      & Citation_Ipg_Fragment
    )
    | (
      { id: string }
      & Citation_MedGen_Fragment
    )
    | (
      { id: string }
      & Citation_Mesh_Fragment
    )
    | (
      { id: string }
      & Citation_NlmCatalog_Fragment
    )
    | (
      { id: string }
      & Citation_Nuccore_Fragment
    )
    | (
      { id: string }
      & Citation_Omim_Fragment
    )
    | (
      { id: string }
      & Citation_OrgTrack_Fragment
    )
    | (
      { id: string }
      & Citation_PcAssay_Fragment
    )
    | (
      { id: string }
      & Citation_PcCompound_Fragment
    )
    | (
      { id: string }
      & Citation_PcSubstance_Fragment
    )
    | (
      { id: string }
      & Citation_Pmc_Fragment
    )
    | (
      { id: string }
      & Citation_ProtFam_Fragment
    )
    | (
      { id: string }
      & Citation_Protein_Fragment
    )
    | (
      { id: string }
      & Citation_ProteinClusters_Fragment
    )
    | (
      { id: string }
      & Citation_PubMed_Fragment
    )
    | (
      { id: string }
      & Citation_SeqAnnot_Fragment
    )
    | (
      { id: string }
      & Citation_Snp_Fragment
    )
    | (
      { id: string }
      & Citation_Sra_Fragment
    )
    | (
      { id: string }
      & Citation_Structure_Fragment
    )
    | (
      { id: string }
      & Citation_Taxonomy_Fragment
    )
   | null> | null };

export type ReadArticleQueryVariables = Exact<{
  uid: string | number;
}>;


export type ReadArticleQuery = { pubmed: { abstract: string | null } | null };

export type FindPagesQueryVariables = Exact<{
  id: string | number;
}>;


export type FindPagesQuery = { node:
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
    | { linkOut: Array<{ url: string, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null }
   | null };

export type EstimateCostQueryVariables = Exact<{
  query: string;
  variables?: unknown;
}>;


export type EstimateCostQuery = { plan: { calls: { worst: number }, seconds: { worst: number } } | null };

export type OpenRecordsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type OpenRecordsQuery = { nodes: Array<
    | RecordRow_AnnotInfo_Fragment
    | RecordRow_Assembly_Fragment
    | RecordRow_BioCollections_Fragment
    | RecordRow_BioProject_Fragment
    | RecordRow_BioSample_Fragment
    | RecordRow_BlastDbInfo_Fragment
    | RecordRow_Books_Fragment
    | RecordRow_Cdd_Fragment
    | RecordRow_ClinVar_Fragment
    | RecordRow_DbVar_Fragment
    | RecordRow_Gap_Fragment
    | RecordRow_GapPlus_Fragment
    | RecordRow_Gds_Fragment
    | RecordRow_Gene_Fragment
    | RecordRow_Genome_Fragment
    | RecordRow_GeoProfiles_Fragment
    | RecordRow_Grasp_Fragment
    | RecordRow_Gtr_Fragment
    | RecordRow_Ipg_Fragment
    | RecordRow_MedGen_Fragment
    | RecordRow_Mesh_Fragment
    | RecordRow_NlmCatalog_Fragment
    | RecordRow_Nuccore_Fragment
    | RecordRow_Omim_Fragment
    | RecordRow_OrgTrack_Fragment
    | RecordRow_PcAssay_Fragment
    | RecordRow_PcCompound_Fragment
    | RecordRow_PcSubstance_Fragment
    | RecordRow_Pmc_Fragment
    | RecordRow_ProtFam_Fragment
    | RecordRow_Protein_Fragment
    | RecordRow_ProteinClusters_Fragment
    | RecordRow_PubMed_Fragment
    | RecordRow_SeqAnnot_Fragment
    | RecordRow_Snp_Fragment
    | RecordRow_Sra_Fragment
    | RecordRow_Structure_Fragment
    | RecordRow_Taxonomy_Fragment
   | null> | null };

export type FindSharedQueryVariables = Exact<{
  of: Array<string | number> | string | number;
  link: string;
  atLeast: number;
  first: number;
  after?: string | null | undefined;
}>;


export type FindSharedQuery = { commonLinks: { totalCount: number, sourceCount: number, missing: Array<{ input: string, code: ErrorCode, message: string }>, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ lift: number | null, sources: Array<
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
      >, node:
        | RecordRow_AnnotInfo_Fragment
        | RecordRow_Assembly_Fragment
        | RecordRow_BioCollections_Fragment
        | RecordRow_BioProject_Fragment
        | RecordRow_BioSample_Fragment
        | RecordRow_BlastDbInfo_Fragment
        | RecordRow_Books_Fragment
        | RecordRow_Cdd_Fragment
        | RecordRow_ClinVar_Fragment
        | RecordRow_DbVar_Fragment
        | RecordRow_Gap_Fragment
        | RecordRow_GapPlus_Fragment
        | RecordRow_Gds_Fragment
        | RecordRow_Gene_Fragment
        | RecordRow_Genome_Fragment
        | RecordRow_GeoProfiles_Fragment
        | RecordRow_Grasp_Fragment
        | RecordRow_Gtr_Fragment
        | RecordRow_Ipg_Fragment
        | RecordRow_MedGen_Fragment
        | RecordRow_Mesh_Fragment
        | RecordRow_NlmCatalog_Fragment
        | RecordRow_Nuccore_Fragment
        | RecordRow_Omim_Fragment
        | RecordRow_OrgTrack_Fragment
        | RecordRow_PcAssay_Fragment
        | RecordRow_PcCompound_Fragment
        | RecordRow_PcSubstance_Fragment
        | RecordRow_Pmc_Fragment
        | RecordRow_ProtFam_Fragment
        | RecordRow_Protein_Fragment
        | RecordRow_ProteinClusters_Fragment
        | RecordRow_PubMed_Fragment
        | RecordRow_SeqAnnot_Fragment
        | RecordRow_Snp_Fragment
        | RecordRow_Sra_Fragment
        | RecordRow_Structure_Fragment
        | RecordRow_Taxonomy_Fragment
       }> } | null };

export type FindPathsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  first: number;
}>;


export type FindPathsQuery = { paths: { hubLinks: number, paths: Array<{ records: Array<
        | RecordRow_AnnotInfo_Fragment
        | RecordRow_Assembly_Fragment
        | RecordRow_BioCollections_Fragment
        | RecordRow_BioProject_Fragment
        | RecordRow_BioSample_Fragment
        | RecordRow_BlastDbInfo_Fragment
        | RecordRow_Books_Fragment
        | RecordRow_Cdd_Fragment
        | RecordRow_ClinVar_Fragment
        | RecordRow_DbVar_Fragment
        | RecordRow_Gap_Fragment
        | RecordRow_GapPlus_Fragment
        | RecordRow_Gds_Fragment
        | RecordRow_Gene_Fragment
        | RecordRow_Genome_Fragment
        | RecordRow_GeoProfiles_Fragment
        | RecordRow_Grasp_Fragment
        | RecordRow_Gtr_Fragment
        | RecordRow_Ipg_Fragment
        | RecordRow_MedGen_Fragment
        | RecordRow_Mesh_Fragment
        | RecordRow_NlmCatalog_Fragment
        | RecordRow_Nuccore_Fragment
        | RecordRow_Omim_Fragment
        | RecordRow_OrgTrack_Fragment
        | RecordRow_PcAssay_Fragment
        | RecordRow_PcCompound_Fragment
        | RecordRow_PcSubstance_Fragment
        | RecordRow_Pmc_Fragment
        | RecordRow_ProtFam_Fragment
        | RecordRow_Protein_Fragment
        | RecordRow_ProteinClusters_Fragment
        | RecordRow_PubMed_Fragment
        | RecordRow_SeqAnnot_Fragment
        | RecordRow_Snp_Fragment
        | RecordRow_Sra_Fragment
        | RecordRow_Structure_Fragment
        | RecordRow_Taxonomy_Fragment
      >, hubs: Array<
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
        | { id: string, uid: string }
      >, edges: Array<{ linkName: string, from:
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
        , to:
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
          | { id: string, uid: string }
         }> }> } & ({ status: PathStatus } | { status?: never }) & ({ summary: string } | { summary?: never }) & ({ complete: boolean } | { complete?: never }) & ({ frontier: Array<{ reason: SkipReason, linkName: string, code: ErrorCode | null }> } | { frontier?: never }) | null };

export type FindRoutesQueryVariables = Exact<{
  from: DatabaseName;
  to: DatabaseName;
}>;


export type FindRoutesQuery = { routes: Array<{ databases: Array<DatabaseName>, query: string, hops: Array<{ link: { name: string, from: DatabaseName, to: DatabaseName, label: string, kind: LinkKind } }> }> };

export type RateLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type RateLimitQuery = { rateLimit: { limit: number, remaining: number, queued: number, inFlight: number, expectedWaitMs: number, blockedUntil: string | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RecordFactsFragmentDoc = new TypedDocumentString(`
    fragment RecordFacts on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
    chromosome
    mapLocation
    aliases
    summary
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
    pmid
  }
  ... on Protein {
    accessionVersion
    organism
    length
    moleculeType
    sourceDatabase
    updateDate
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
    biomolecule
    updateDate
  }
  ... on Structure {
    pdbAccession
    method
    resolution
    organisms
    ligandCodes
    depositDate
  }
  ... on Snp {
    rsid
    chromosome
    position
    allele
    variantType
    clinicalSignificance
    functionClasses
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      reviewStatus
      lastEvaluated
    }
  }
  ... on Omim {
    mimNumber
    entryType
    locus
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
    division
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
    iupacName
    inchiKey
  }
  ... on PcAssay {
    source
    outcomeMethod
    activeCompoundCount
  }
  ... on Gds {
    accession
    entryType
    organisms
    sampleCount
    publicationDate
  }
  ... on BioProject {
    accession
    organism
    projectType
    registrationDate
  }
  ... on BioSample {
    accession
    organism
    package
  }
  ... on Sra {
    accession
    organism
    platform
    libraryStrategy
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
    scaffoldN50
  }
  ... on MedGen {
    conceptId
    semanticType
    definition
  }
  ... on Mesh {
    meshId
    recordType
    scopeNote
  }
  ... on Cdd {
    accession
    subtitle
    organism
    sourceDatabase
  }
  ... on Gtr {
    accession
    testType
    laboratory
  }
  ... on Books {
    bookName
    pubDate
  }
  ... on NlmCatalog {
    nlmUniqueId
    country
    startYear
  }
  ... on DbVar {
    accession
    organism
    variantTypes
  }
}
    `, {"fragmentName":"RecordFacts"}) as unknown as TypedDocumentString<RecordFactsFragment, unknown>;
export const CitationFragmentDoc = new TypedDocumentString(`
    fragment Citation on Record {
  uid
  ... on PubMed {
    fullJournalName
    volume
    issue
    pages
    issn
  }
  ... on Pmc {
    fullJournalName
    volume
    issue
    pages
  }
}
    `, {"fragmentName":"Citation"}) as unknown as TypedDocumentString<CitationFragment, unknown>;
export const LinksOfRecordFragmentDoc = new TypedDocumentString(`
    fragment LinksOfRecord on Record {
  linkCounts {
    name
    to
    ... @defer {
      count
    }
  }
  availableLinks {
    name
    to
    menuLabel
    isLinkOut
  }
}
    `, {"fragmentName":"LinksOfRecord"}) as unknown as TypedDocumentString<LinksOfRecordFragment, unknown>;
export const RecordRowFragmentDoc = new TypedDocumentString(`
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}
    `, {"fragmentName":"RecordRow"}) as unknown as TypedDocumentString<RecordRowFragment, unknown>;
export const LinkPageFragmentDoc = new TypedDocumentString(`
    fragment LinkPage on RecordConnection {
  totalCount
  pageInfo {
    endCursor
    hasNextPage
  }
  edges {
    score
    linkName
    node {
      ...RecordRow
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}`, {"fragmentName":"LinkPage"}) as unknown as TypedDocumentString<LinkPageFragment, unknown>;
export const NamedFragmentDoc = new TypedDocumentString(`
    fragment Named on Resolution {
  kind
  note
  matches {
    how
    record {
      ...RecordRow
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}`, {"fragmentName":"Named"}) as unknown as TypedDocumentString<NamedFragment, unknown>;
export const CatalogDocument = new TypedDocumentString(`
    query Catalog {
  databases {
    name
    label
    typeName
    aliasOf
    links {
      name
      to
      label
      meaning
      scored
      field
      criteria
      orders
    }
  }
}
    `, {"hash":"00e6c98d2ef2a3baf1e92cde158c71619911451c90e278c240183bc73acc3d6d"}) as unknown as TypedDocumentString<CatalogQuery, CatalogQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $first: Int!, $asName: Boolean = false, $in: [DatabaseName!], $asPmcid: Boolean = false, $inGene: Boolean = false, $inPubmed: Boolean = false, $inProtein: Boolean = false, $inStructure: Boolean = false, $inClinvar: Boolean = false, $inMedgen: Boolean = false, $inCompound: Boolean = false, $inTaxonomy: Boolean = false) {
  resolve(names: [$text], in: $in) @include(if: $asName) {
    ...Named
  }
  articles: resolve(names: [$text], in: [pubmed]) @include(if: $asPmcid) {
    ...Named
  }
  search {
    gene(term: $text, first: $first, sort: RELEVANCE) @include(if: $inGene) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    pubmed(term: $text, first: $first, sort: RELEVANCE) @include(if: $inPubmed) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    protein(term: $text, first: $first) @include(if: $inProtein) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    structure(term: $text, first: $first) @include(if: $inStructure) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    clinvar(term: $text, first: $first) @include(if: $inClinvar) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    medgen(term: $text, first: $first) @include(if: $inMedgen) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    pccompound(term: $text, first: $first) @include(if: $inCompound) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
    taxonomy(term: $text, first: $first) @include(if: $inTaxonomy) {
      totalCount
      nodes {
        ...RecordRow
      }
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}
fragment Named on Resolution {
  kind
  note
  matches {
    how
    record {
      ...RecordRow
    }
  }
}`, {"hash":"e9d303ed4cecd0d54296ef93dbe49259d0458efab9a1bebb27b285f29cc68cda"}) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const SearchRecordsDocument = new TypedDocumentString(`
    query SearchRecords($text: String!, $first: Int!, $after: String, $inGene: Boolean = false, $inPubmed: Boolean = false, $inProtein: Boolean = false, $inStructure: Boolean = false, $inClinvar: Boolean = false, $inMedgen: Boolean = false, $inCompound: Boolean = false, $inTaxonomy: Boolean = false) {
  search {
    gene(term: $text, first: $first, after: $after, sort: RELEVANCE) @include(if: $inGene) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    pubmed(term: $text, first: $first, after: $after, sort: RELEVANCE) @include(if: $inPubmed) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    protein(term: $text, first: $first, after: $after) @include(if: $inProtein) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    structure(term: $text, first: $first, after: $after) @include(if: $inStructure) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    clinvar(term: $text, first: $first, after: $after) @include(if: $inClinvar) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    medgen(term: $text, first: $first, after: $after) @include(if: $inMedgen) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    pccompound(term: $text, first: $first, after: $after) @include(if: $inCompound) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
    taxonomy(term: $text, first: $first, after: $after) @include(if: $inTaxonomy) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...RecordRow
      }
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}`, {"hash":"4a8c810c39d816abd29144feaf39f500a1913c96ecfcf2679c0bc06c6875b237"}) as unknown as TypedDocumentString<SearchRecordsQuery, SearchRecordsQueryVariables>;
export const ShowRecordDocument = new TypedDocumentString(`
    query ShowRecord($id: ID!) {
  node(id: $id) {
    ...RecordFacts
    ...LinksOfRecord
  }
}
    fragment RecordFacts on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
    chromosome
    mapLocation
    aliases
    summary
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
    pmid
  }
  ... on Protein {
    accessionVersion
    organism
    length
    moleculeType
    sourceDatabase
    updateDate
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
    biomolecule
    updateDate
  }
  ... on Structure {
    pdbAccession
    method
    resolution
    organisms
    ligandCodes
    depositDate
  }
  ... on Snp {
    rsid
    chromosome
    position
    allele
    variantType
    clinicalSignificance
    functionClasses
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      reviewStatus
      lastEvaluated
    }
  }
  ... on Omim {
    mimNumber
    entryType
    locus
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
    division
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
    iupacName
    inchiKey
  }
  ... on PcAssay {
    source
    outcomeMethod
    activeCompoundCount
  }
  ... on Gds {
    accession
    entryType
    organisms
    sampleCount
    publicationDate
  }
  ... on BioProject {
    accession
    organism
    projectType
    registrationDate
  }
  ... on BioSample {
    accession
    organism
    package
  }
  ... on Sra {
    accession
    organism
    platform
    libraryStrategy
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
    scaffoldN50
  }
  ... on MedGen {
    conceptId
    semanticType
    definition
  }
  ... on Mesh {
    meshId
    recordType
    scopeNote
  }
  ... on Cdd {
    accession
    subtitle
    organism
    sourceDatabase
  }
  ... on Gtr {
    accession
    testType
    laboratory
  }
  ... on Books {
    bookName
    pubDate
  }
  ... on NlmCatalog {
    nlmUniqueId
    country
    startYear
  }
  ... on DbVar {
    accession
    organism
    variantTypes
  }
}
fragment LinksOfRecord on Record {
  linkCounts {
    name
    to
    ... @defer {
      count
    }
  }
  availableLinks {
    name
    to
    menuLabel
    isLinkOut
  }
}`, {"hash":"11e30cdc275ef12428cf031c21a96f910ca697212621810c5e163e57c506a120"}) as unknown as TypedDocumentString<ShowRecordQuery, ShowRecordQueryVariables>;
export const ListLinksDocument = new TypedDocumentString(`
    query ListLinks($source: ID!, $link: String!, $to: DatabaseName, $first: Int!, $after: String, $filter: LinkFilter, $minScore: Float, $orderBy: LinkOrder) {
  node(id: $source) {
    ... on Record {
      links(
        name: $link
        to: $to
        first: $first
        after: $after
        filter: $filter
        minScore: $minScore
        orderBy: $orderBy
      ) {
        ...LinkPage
      }
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}
fragment LinkPage on RecordConnection {
  totalCount
  pageInfo {
    endCursor
    hasNextPage
  }
  edges {
    score
    linkName
    node {
      ...RecordRow
    }
  }
}`, {"hash":"89de385d2005ba0c7e29509f3996aaab14394bdcb9981a2e23ebd62afbee56b5"}) as unknown as TypedDocumentString<ListLinksQuery, ListLinksQueryVariables>;
export const ExportLinksDocument = new TypedDocumentString(`
    query ExportLinks($source: ID!, $link: String!, $to: DatabaseName, $first: Int!, $after: String, $filter: LinkFilter, $minScore: Float, $orderBy: LinkOrder) {
  node(id: $source) {
    ... on Record {
      links(
        name: $link
        to: $to
        first: $first
        after: $after
        filter: $filter
        minScore: $minScore
        orderBy: $orderBy
      ) {
        ...LinkPage
        nodes {
          id
          ...Citation
        }
      }
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}
fragment Citation on Record {
  uid
  ... on PubMed {
    fullJournalName
    volume
    issue
    pages
    issn
  }
  ... on Pmc {
    fullJournalName
    volume
    issue
    pages
  }
}
fragment LinkPage on RecordConnection {
  totalCount
  pageInfo {
    endCursor
    hasNextPage
  }
  edges {
    score
    linkName
    node {
      ...RecordRow
    }
  }
}`, {"hash":"992fa2d1f5a9bd6b69ec262c0b5c52a8e8db478369987743a336cabb5e337872"}) as unknown as TypedDocumentString<ExportLinksQuery, ExportLinksQueryVariables>;
export const ListUidsDocument = new TypedDocumentString(`
    query ListUids($source: ID!, $link: String!, $to: DatabaseName, $first: Int!, $after: String, $filter: LinkFilter, $minScore: Float, $orderBy: LinkOrder) {
  node(id: $source) {
    ... on Record {
      links(
        name: $link
        to: $to
        first: $first
        after: $after
        filter: $filter
        minScore: $minScore
        orderBy: $orderBy
      ) {
        totalCount
        pageInfo {
          endCursor
          hasNextPage
        }
        edges {
          score
          node {
            id
            db
            uid
          }
        }
      }
    }
  }
}
    `, {"hash":"6ba3bbacf4f36e0d31d5529f6a3fb27d341e92ac4abb467018c492999790e3ce"}) as unknown as TypedDocumentString<ListUidsQuery, ListUidsQueryVariables>;
export const CitationsDocument = new TypedDocumentString(`
    query Citations($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Record {
      id
    }
    ...Citation
  }
}
    fragment Citation on Record {
  uid
  ... on PubMed {
    fullJournalName
    volume
    issue
    pages
    issn
  }
  ... on Pmc {
    fullJournalName
    volume
    issue
    pages
  }
}`, {"hash":"c55bd9489cbea625f87c3a712a7d892d81cf7ff9d4fe42153127915173ccf61a"}) as unknown as TypedDocumentString<CitationsQuery, CitationsQueryVariables>;
export const ReadArticleDocument = new TypedDocumentString(`
    query ReadArticle($uid: ID!) {
  pubmed(uid: $uid) {
    abstract
  }
}
    `, {"hash":"8adece27918a476d7ab836e5ebf176ec002bdebe6cbac0928cf55afbfca5591b"}) as unknown as TypedDocumentString<ReadArticleQuery, ReadArticleQueryVariables>;
export const FindPagesDocument = new TypedDocumentString(`
    query FindPages($id: ID!) {
  node(id: $id) {
    ... on Record {
      linkOut {
        url
        categories
        attributes
        provider {
          name
        }
      }
    }
  }
}
    `, {"hash":"e7b20bd20259945832f4d321f514a55768ee6d47558de90aee0e3b502be57b73"}) as unknown as TypedDocumentString<FindPagesQuery, FindPagesQueryVariables>;
export const EstimateCostDocument = new TypedDocumentString(`
    query EstimateCost($query: String!, $variables: JSON) {
  plan(query: $query, variables: $variables) {
    calls {
      worst
    }
    seconds {
      worst
    }
  }
}
    `, {"hash":"f8a1101e37664dc05c183f32e271ef07d4067d15010a1e71b921e60ec3dc1e80"}) as unknown as TypedDocumentString<EstimateCostQuery, EstimateCostQueryVariables>;
export const OpenRecordsDocument = new TypedDocumentString(`
    query OpenRecords($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...RecordRow
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}`, {"hash":"f772aed94e134973f8751238905c46a3d822976ef71c1fc5939442a20b459632"}) as unknown as TypedDocumentString<OpenRecordsQuery, OpenRecordsQueryVariables>;
export const FindSharedDocument = new TypedDocumentString(`
    query FindShared($of: [ID!]!, $link: String!, $atLeast: Int!, $first: Int!, $after: String) {
  commonLinks(
    of: $of
    name: $link
    atLeast: $atLeast
    first: $first
    after: $after
  ) {
    totalCount
    sourceCount
    missing {
      input
      code
      message
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    edges {
      lift
      sources {
        id
        uid
      }
      node {
        ...RecordRow
      }
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}`, {"hash":"a82fe228127cd868a46655ee429b0f17283369db1b373ac47b39fe8e4c3f3993"}) as unknown as TypedDocumentString<FindSharedQuery, FindSharedQueryVariables>;
export const FindPathsDocument = new TypedDocumentString(`
    query FindPaths($from: ID!, $to: ID!, $first: Int!) {
  paths(from: $from, to: $to, first: $first) {
    hubLinks
    paths @stream {
      records {
        ...RecordRow
      }
      hubs {
        id
        uid
      }
      edges {
        linkName
        from {
          id
          uid
        }
        to {
          id
          uid
        }
      }
    }
    ... @defer {
      status
      summary
      complete
      frontier {
        reason
        linkName
        code
      }
    }
  }
}
    fragment RecordRow on Record {
  __typename
  id
  db
  uid
  title
  url
  ... on Gene {
    symbol
    description
    species: organism {
      scientificName
    }
  }
  ... on PubMed {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Pmc {
    authors {
      name
    }
    journal
    pubDate
    doi
    pmcid
  }
  ... on Protein {
    accessionVersion
    organism
    length
  }
  ... on Nuccore {
    accessionVersion
    organism
    length
    moleculeType
  }
  ... on Structure {
    pdbAccession
    method
    resolution
  }
  ... on Snp {
    rsid
    variantType
    clinicalSignificance
    chromosome
    position
  }
  ... on ClinVar {
    accession
    variantType
    proteinChanges
    germlineClassification {
      description
      traits {
        name
      }
    }
  }
  ... on Omim {
    mimNumber
    entryType
  }
  ... on Taxonomy {
    scientificName
    commonName
    rank
  }
  ... on PcCompound {
    molecularFormula
    molecularWeight
  }
  ... on Gds {
    accession
    entryType
    publicationDate
  }
  ... on BioProject {
    accession
    organism
  }
  ... on BioSample {
    accession
    organism
  }
  ... on Sra {
    accession
    organism
    platform
  }
  ... on Assembly {
    accession
    organism
    assemblyLevel
  }
  ... on MedGen {
    conceptId
    semanticType
  }
  ... on Cdd {
    accession
    organism
  }
}`, {"hash":"9cd2a67d9ab69b51c4dc707fb76234086aff948a8a851e3843831b43f289a0e7"}) as unknown as TypedDocumentString<FindPathsQuery, FindPathsQueryVariables>;
export const FindRoutesDocument = new TypedDocumentString(`
    query FindRoutes($from: DatabaseName!, $to: DatabaseName!) {
  routes(from: $from, to: $to, maxHops: 3) {
    databases
    hops {
      link {
        name
        from
        to
        label
        kind
      }
    }
    query
  }
}
    `, {"hash":"1f8570682f75d9a71d620bc3d4c15e9f4b35ccde37bab42582bcb1d8906ca593"}) as unknown as TypedDocumentString<FindRoutesQuery, FindRoutesQueryVariables>;
export const RateLimitDocument = new TypedDocumentString(`
    query RateLimit {
  rateLimit {
    limit
    remaining
    queued
    inFlight
    expectedWaitMs
    blockedUntil
  }
}
    `, {"hash":"3cb6c0c5b7ec9cd252eccba890e2843dfff128d06475f8f26503afb2747598c9"}) as unknown as TypedDocumentString<RateLimitQuery, RateLimitQueryVariables>;