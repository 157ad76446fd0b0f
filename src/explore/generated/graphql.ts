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

/** Which linked records are wanted. All that is given must hold. */
export type LinkFilter = {
  /** Which date is meant by the others, such as pdat or mdat. Default: pdat. */
  dateType?: string | null | undefined;
  /** Latest date: YYYY, YYYY/MM or YYYY/MM/DD. */
  maxDate?: string | null | undefined;
  /** Earliest date: YYYY, YYYY/MM or YYYY/MM/DD. */
  minDate?: string | null | undefined;
  /** Taxonomy id or name of an organism, such as 9606 or Homo sapiens. */
  organism?: string | null | undefined;
  /** Span of publication dates; short for pdat, minDate and maxDate. */
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
  /** Newest first; for links to literature. Asks for the summaries of all links. */
  | 'DATE'
  /** Highest similarity first; for scored link names. */
  | 'SCORE'
  /** Highest uid first. */
  | 'UID';

/** A span of publication dates, both ends included. Dates are YYYY, YYYY/MM or YYYY/MM/DD. */
export type PublishedBetween = {
  /** First date. */
  from: string;
  /** Last date. */
  to: string;
};

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

type RecordFacts_Pmc_Fragment = { __typename: 'Pmc', journal: string | null, pubDate: string | null, doi: string | null, pmcid: string | null, pmid: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_ProtFam_Fragment = { __typename: 'ProtFam', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_Protein_Fragment = { __typename: 'Protein', accessionVersion: string | null, organism: string | null, length: number | null, moleculeType: string | null, sourceDatabase: string | null, updateDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_ProteinClusters_Fragment = { __typename: 'ProteinClusters', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type RecordFacts_PubMed_Fragment = { __typename: 'PubMed', journal: string | null, pubDate: string | null, lastAuthor: string | null, doi: string | null, pmcid: string | null, publicationTypes: Array<string> | null, pmcCitationCount: number | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

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

type LinksOfRecord_AnnotInfo_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Assembly_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BioCollections_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BioProject_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BioSample_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_BlastDbInfo_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Books_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Cdd_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_ClinVar_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_DbVar_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gap_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_GapPlus_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gds_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gene_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Genome_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_GeoProfiles_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Grasp_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Gtr_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Ipg_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_MedGen_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Mesh_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_NlmCatalog_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Nuccore_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Omim_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_OrgTrack_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PcAssay_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PcCompound_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PcSubstance_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Pmc_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_ProtFam_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Protein_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_ProteinClusters_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_PubMed_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_SeqAnnot_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Snp_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Sra_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Structure_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

type LinksOfRecord_Taxonomy_Fragment = { linkCounts: Array<{ name: string, to: DatabaseName, count: number | null }> | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, isLinkOut: boolean }> | null };

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
     }> };

export type CatalogQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogQuery = { databases: Array<{ name: DatabaseName, label: string, typeName: string, aliasOf: DatabaseName | null, links: Array<{ name: string, to: DatabaseName, label: string, scored: boolean | null }> }> };

export type SuggestQueryVariables = Exact<{
  text: string;
  number?: string | number | null | undefined;
  first: number;
  asDoi?: boolean | null | undefined;
  asNumber?: boolean | null | undefined;
  asRs?: boolean | null | undefined;
  asPmcid?: boolean | null | undefined;
  asProtein?: boolean | null | undefined;
  asNuccore?: boolean | null | undefined;
  asStructure?: boolean | null | undefined;
  asClinvar?: boolean | null | undefined;
  asGds?: boolean | null | undefined;
  asAssembly?: boolean | null | undefined;
  asBioproject?: boolean | null | undefined;
  asBiosample?: boolean | null | undefined;
  asSra?: boolean | null | undefined;
  asCompound?: boolean | null | undefined;
  inGene?: boolean | null | undefined;
  inPubmed?: boolean | null | undefined;
  inProtein?: boolean | null | undefined;
  inStructure?: boolean | null | undefined;
  inClinvar?: boolean | null | undefined;
  inMedgen?: boolean | null | undefined;
  inCompound?: boolean | null | undefined;
  inTaxonomy?: boolean | null | undefined;
}>;


export type SuggestQuery = { article?: Suggestion_PubMed_Fragment | null, gene?: Suggestion_Gene_Fragment | null, articleOfDoi?: Suggestion_PubMed_Fragment | null, articleOfPmc?: Suggestion_PubMed_Fragment | null, fullText?: Suggestion_Pmc_Fragment | null, snp?: Suggestion_Snp_Fragment | null, protein?: Suggestion_Protein_Fragment | null, nuccore?: Suggestion_Nuccore_Fragment | null, structure?: Suggestion_Structure_Fragment | null, clinvar?: Suggestion_ClinVar_Fragment | null, gds?: Suggestion_Gds_Fragment | null, assembly?: Suggestion_Assembly_Fragment | null, bioproject?: Suggestion_BioProject_Fragment | null, biosample?: Suggestion_BioSample_Fragment | null, sra?: Suggestion_Sra_Fragment | null, pccompound?: Suggestion_PcCompound_Fragment | null, search: { gene?: { totalCount: number, nodes: Array<Suggestion_Gene_Fragment> } | null, pubmed?: { totalCount: number, nodes: Array<Suggestion_PubMed_Fragment> } | null, protein?: { totalCount: number, nodes: Array<Suggestion_Protein_Fragment> } | null, structure?: { totalCount: number, nodes: Array<Suggestion_Structure_Fragment> } | null, clinvar?: { totalCount: number, nodes: Array<Suggestion_ClinVar_Fragment> } | null, medgen?: { totalCount: number, nodes: Array<Suggestion_MedGen_Fragment> } | null, pccompound?: { totalCount: number, nodes: Array<Suggestion_PcCompound_Fragment> } | null, taxonomy?: { totalCount: number, nodes: Array<Suggestion_Taxonomy_Fragment> } | null } };

type Suggestion_AnnotInfo_Fragment = { __typename: 'AnnotInfo', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Assembly_Fragment = { __typename: 'Assembly', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_BioCollections_Fragment = { __typename: 'BioCollections', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_BioProject_Fragment = { __typename: 'BioProject', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_BioSample_Fragment = { __typename: 'BioSample', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_BlastDbInfo_Fragment = { __typename: 'BlastDbInfo', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Books_Fragment = { __typename: 'Books', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Cdd_Fragment = { __typename: 'Cdd', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_ClinVar_Fragment = { __typename: 'ClinVar', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_DbVar_Fragment = { __typename: 'DbVar', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Gap_Fragment = { __typename: 'Gap', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_GapPlus_Fragment = { __typename: 'GapPlus', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Gds_Fragment = { __typename: 'Gds', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Gene_Fragment = { __typename: 'Gene', symbol: string | null, description: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string, species: { scientificName: string | null } | null };

type Suggestion_Genome_Fragment = { __typename: 'Genome', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_GeoProfiles_Fragment = { __typename: 'GeoProfiles', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Grasp_Fragment = { __typename: 'Grasp', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Gtr_Fragment = { __typename: 'Gtr', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Ipg_Fragment = { __typename: 'Ipg', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_MedGen_Fragment = { __typename: 'MedGen', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Mesh_Fragment = { __typename: 'Mesh', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_NlmCatalog_Fragment = { __typename: 'NlmCatalog', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Nuccore_Fragment = { __typename: 'Nuccore', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Omim_Fragment = { __typename: 'Omim', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_OrgTrack_Fragment = { __typename: 'OrgTrack', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_PcAssay_Fragment = { __typename: 'PcAssay', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_PcCompound_Fragment = { __typename: 'PcCompound', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_PcSubstance_Fragment = { __typename: 'PcSubstance', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Pmc_Fragment = { __typename: 'Pmc', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_ProtFam_Fragment = { __typename: 'ProtFam', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Protein_Fragment = { __typename: 'Protein', accessionVersion: string | null, organism: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_ProteinClusters_Fragment = { __typename: 'ProteinClusters', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_PubMed_Fragment = { __typename: 'PubMed', journal: string | null, pubDate: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_SeqAnnot_Fragment = { __typename: 'SeqAnnot', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Snp_Fragment = { __typename: 'Snp', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Sra_Fragment = { __typename: 'Sra', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Structure_Fragment = { __typename: 'Structure', pdbAccession: string | null, id: string, db: DatabaseName, uid: string, title: string | null, url: string };

type Suggestion_Taxonomy_Fragment = { __typename: 'Taxonomy', id: string, db: DatabaseName, uid: string, title: string | null, url: string };

export type SuggestionFragment =
  | Suggestion_AnnotInfo_Fragment
  | Suggestion_Assembly_Fragment
  | Suggestion_BioCollections_Fragment
  | Suggestion_BioProject_Fragment
  | Suggestion_BioSample_Fragment
  | Suggestion_BlastDbInfo_Fragment
  | Suggestion_Books_Fragment
  | Suggestion_Cdd_Fragment
  | Suggestion_ClinVar_Fragment
  | Suggestion_DbVar_Fragment
  | Suggestion_Gap_Fragment
  | Suggestion_GapPlus_Fragment
  | Suggestion_Gds_Fragment
  | Suggestion_Gene_Fragment
  | Suggestion_Genome_Fragment
  | Suggestion_GeoProfiles_Fragment
  | Suggestion_Grasp_Fragment
  | Suggestion_Gtr_Fragment
  | Suggestion_Ipg_Fragment
  | Suggestion_MedGen_Fragment
  | Suggestion_Mesh_Fragment
  | Suggestion_NlmCatalog_Fragment
  | Suggestion_Nuccore_Fragment
  | Suggestion_Omim_Fragment
  | Suggestion_OrgTrack_Fragment
  | Suggestion_PcAssay_Fragment
  | Suggestion_PcCompound_Fragment
  | Suggestion_PcSubstance_Fragment
  | Suggestion_Pmc_Fragment
  | Suggestion_ProtFam_Fragment
  | Suggestion_Protein_Fragment
  | Suggestion_ProteinClusters_Fragment
  | Suggestion_PubMed_Fragment
  | Suggestion_SeqAnnot_Fragment
  | Suggestion_Snp_Fragment
  | Suggestion_Sra_Fragment
  | Suggestion_Structure_Fragment
  | Suggestion_Taxonomy_Fragment
;

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

export type ExpandLinkQueryVariables = Exact<{
  source: string | number;
  link: string;
  to?: DatabaseName | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter?: LinkFilter | null | undefined;
  minScore?: number | null | undefined;
  orderBy?: LinkOrder | null | undefined;
}>;


export type ExpandLinkQuery = { node:
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

export type OpenRecordsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type OpenRecordsQuery = { nodes: Array<
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
   | null> | null };

export type FindRoutesQueryVariables = Exact<{
  from: DatabaseName;
  to: DatabaseName;
}>;


export type FindRoutesQuery = { routes: Array<{ databases: Array<DatabaseName>, query: string, hops: Array<{ link: { name: string, from: DatabaseName, to: DatabaseName, label: string, kind: LinkKind } }> }> };

export type PermitsQueryVariables = Exact<{ [key: string]: never; }>;


export type PermitsQuery = { rateLimit: { limit: number, remaining: number, queued: number, inFlight: number, expectedWaitMs: number } };

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
export const LinksOfRecordFragmentDoc = new TypedDocumentString(`
    fragment LinksOfRecord on Record {
  linkCounts {
    name
    to
    count
  }
  availableLinks {
    name
    to
    menuLabel
    isLinkOut
  }
}
    `, {"fragmentName":"LinksOfRecord"}) as unknown as TypedDocumentString<LinksOfRecordFragment, unknown>;
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
    journal
    pubDate
    lastAuthor
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
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
      ...RecordFacts
    }
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
    journal
    pubDate
    lastAuthor
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
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
}`, {"fragmentName":"LinkPage"}) as unknown as TypedDocumentString<LinkPageFragment, unknown>;
export const SuggestionFragmentDoc = new TypedDocumentString(`
    fragment Suggestion on Record {
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
    journal
    pubDate
  }
  ... on Protein {
    accessionVersion
    organism
  }
  ... on Structure {
    pdbAccession
  }
}
    `, {"fragmentName":"Suggestion"}) as unknown as TypedDocumentString<SuggestionFragment, unknown>;
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
      scored
    }
  }
}
    `, {"hash":"99a8cec711bf6d63ebe28bd7a7abb090c086831c6d57c56bbe7b7a0d1e00329c"}) as unknown as TypedDocumentString<CatalogQuery, CatalogQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $number: ID, $first: Int!, $asDoi: Boolean = false, $asNumber: Boolean = false, $asRs: Boolean = false, $asPmcid: Boolean = false, $asProtein: Boolean = false, $asNuccore: Boolean = false, $asStructure: Boolean = false, $asClinvar: Boolean = false, $asGds: Boolean = false, $asAssembly: Boolean = false, $asBioproject: Boolean = false, $asBiosample: Boolean = false, $asSra: Boolean = false, $asCompound: Boolean = false, $inGene: Boolean = false, $inPubmed: Boolean = false, $inProtein: Boolean = false, $inStructure: Boolean = false, $inClinvar: Boolean = false, $inMedgen: Boolean = false, $inCompound: Boolean = false, $inTaxonomy: Boolean = false) {
  article: pubmed(uid: $number) @include(if: $asNumber) {
    ...Suggestion
  }
  gene(uid: $number) @include(if: $asNumber) {
    ...Suggestion
  }
  articleOfDoi: pubmed(doi: $text) @include(if: $asDoi) {
    ...Suggestion
  }
  articleOfPmc: pubmed(pmcid: $number) @include(if: $asPmcid) {
    ...Suggestion
  }
  fullText: pmc(pmcid: $number) @include(if: $asPmcid) {
    ...Suggestion
  }
  snp(rs: $number) @include(if: $asRs) {
    ...Suggestion
  }
  protein(accession: $text) @include(if: $asProtein) {
    ...Suggestion
  }
  nuccore(accession: $text) @include(if: $asNuccore) {
    ...Suggestion
  }
  structure(pdb: $text) @include(if: $asStructure) {
    ...Suggestion
  }
  clinvar(accession: $text) @include(if: $asClinvar) {
    ...Suggestion
  }
  gds(accession: $text) @include(if: $asGds) {
    ...Suggestion
  }
  assembly(accession: $text) @include(if: $asAssembly) {
    ...Suggestion
  }
  bioproject(accession: $text) @include(if: $asBioproject) {
    ...Suggestion
  }
  biosample(accession: $text) @include(if: $asBiosample) {
    ...Suggestion
  }
  sra(accession: $text) @include(if: $asSra) {
    ...Suggestion
  }
  pccompound(inchiKey: $text) @include(if: $asCompound) {
    ...Suggestion
  }
  search {
    gene(term: $text, first: $first, sort: "relevance") @include(if: $inGene) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    pubmed(term: $text, first: $first, sort: "relevance") @include(if: $inPubmed) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    protein(term: $text, first: $first) @include(if: $inProtein) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    structure(term: $text, first: $first) @include(if: $inStructure) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    clinvar(term: $text, first: $first) @include(if: $inClinvar) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    medgen(term: $text, first: $first) @include(if: $inMedgen) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    pccompound(term: $text, first: $first) @include(if: $inCompound) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
    taxonomy(term: $text, first: $first) @include(if: $inTaxonomy) {
      totalCount
      nodes {
        ...Suggestion
      }
    }
  }
}
    fragment Suggestion on Record {
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
    journal
    pubDate
  }
  ... on Protein {
    accessionVersion
    organism
  }
  ... on Structure {
    pdbAccession
  }
}`, {"hash":"6e2c25c5c553193151de98bf80354792d46591b2a64d97a0eb63b24a1c48adf7"}) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
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
    journal
    pubDate
    lastAuthor
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
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
    count
  }
  availableLinks {
    name
    to
    menuLabel
    isLinkOut
  }
}`, {"hash":"5bd139e4a7a4e592a45267c662d48dbb49628b841e3718224febf076c0f6046b"}) as unknown as TypedDocumentString<ShowRecordQuery, ShowRecordQueryVariables>;
export const ExpandLinkDocument = new TypedDocumentString(`
    query ExpandLink($source: ID!, $link: String!, $to: DatabaseName, $first: Int!, $after: String, $filter: LinkFilter, $minScore: Float, $orderBy: LinkOrder) {
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
    journal
    pubDate
    lastAuthor
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
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
      ...RecordFacts
    }
  }
}`, {"hash":"cf674ee496ec2f02d5bf58421fe7005e829347311408214fbe089f2fe24ea1ad"}) as unknown as TypedDocumentString<ExpandLinkQuery, ExpandLinkQueryVariables>;
export const OpenRecordsDocument = new TypedDocumentString(`
    query OpenRecords($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...RecordFacts
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
    journal
    pubDate
    lastAuthor
    doi
    pmcid
    publicationTypes
    pmcCitationCount
  }
  ... on Pmc {
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
}`, {"hash":"4f740da73536df2beb26b25d063ff9a8bbc37fcd622f34625b000a7976bad69d"}) as unknown as TypedDocumentString<OpenRecordsQuery, OpenRecordsQueryVariables>;
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
export const PermitsDocument = new TypedDocumentString(`
    query Permits {
  rateLimit {
    limit
    remaining
    queued
    inFlight
    expectedWaitMs
  }
}
    `, {"hash":"2beb147075e93653dc985d43307df876def054d4c2e91367b301b8d2492f8d79"}) as unknown as TypedDocumentString<PermitsQuery, PermitsQueryVariables>;