/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whose API key of NCBI requests go out with. */
export type ApiKeyOwner =
  /** The one that the caller sent along. */
  | 'CALLER'
  /** None: NCBI counts by the address of the server. */
  | 'NONE'
  /** The one that the server was set up with. */
  | 'SERVER';

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

/** What a field costs by itself. */
export type PlannedCost =
  /** Its answers are asked for; siblings and other fields may share the calls. */
  | 'ASKED'
  /** Asks nothing: all answers it needs are known. */
  | 'CACHED'
  /** Asks nothing. */
  | 'FREE'
  /** Some of the answers it needs are known, others are asked for. */
  | 'PARTLY_CACHED'
  /** What it asks cannot be foreseen, and is not counted. */
  | 'UNFORESEEN';

export type AnyRecordQueryVariables = Exact<{
  ids?: Array<string | number> | string | number;
  linkName?: string;
}>;


export type AnyRecordQuery = { nodes: Array<
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
    | { db: DatabaseName, uid: string, title: string | null, url: string, id: string, links: { totalCount: number, edges: Array<{ linkName: string, node:
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
            | { db: DatabaseName, uid: string, title: string | null }
           }> } | null }
   | null> | null };

export type AvailableLinksQueryVariables = Exact<{
  gene?: string | number;
}>;


export type AvailableLinksQuery = { gene: { symbol: string | null, availableLinks: Array<{ name: string, to: string, menuLabel: string | null, field: string | null }> | null, linkCounts: Array<{ name: string, count: number | null }> | null } | null };

export type ByOtherNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type ByOtherNamesQuery = { gene: { uid: string, title: string | null } | null, mouse: { uid: string, title: string | null } | null, protein: { uid: string, title: string | null } | null, structure: { title: string | null } | null, pubmed: { uid: string, title: string | null } | null, snp: { uid: string } | null };

export type CatalogQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogQuery = { linkNames: Array<{ name: string, field: string, to: DatabaseName, label: string, scored: boolean | null }> };

export type CitedInQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type CitedInQuery = { pubmed: { citedIn: { totalCount: number, countsByYear: Array<{ year: number | null, count: number }> | null, nodes: Array<{ uid: string, title: string | null, pubDate: string | null }> } | null } | null };

export type ClosestArticlesQueryVariables = Exact<{
  pmid?: string | number;
  minScore?: number | null | undefined;
}>;


export type ClosestArticlesQuery = { pubmed: { title: string | null, related: { totalCount: number, edges: Array<{ score: number | null, node: { uid: string, title: string | null, pubDate: string | null } }> } | null } | null };

export type DistinctPapersOfGenesQueryVariables = Exact<{
  uids?: Array<string | number> | string | number;
  first?: number | null | undefined;
}>;


export type DistinctPapersOfGenesQuery = { unionLinks: { totalCount: number, nodes: Array<
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
      | { uid: string, title: string | null }
    > } | null };

export type FirstLookQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstLookQuery = { gene: { symbol: string | null, description: string | null, pubmed: { totalCount: number, nodes: Array<{ title: string | null, journal: string | null, related: { edges: Array<{ score: number | null, node: { title: string | null } }> } | null }> } | null } | null };

export type GeneToStructuresQueryVariables = Exact<{
  gene?: string | number;
}>;


export type GeneToStructuresQuery = { gene: { symbol: string | null, protein: { totalCount: number, nodes: Array<{ uid: string, accessionVersion: string | null, structure: { nodes: Array<{ uid: string, pdbAccession: string | null, title: string | null, resolution: number | null }> } | null }> } | null } | null };

export type GeneRifGenesQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type GeneRifGenesQuery = { pubmed: { geneRif: { nodes: Array<{ uid: string, symbol: string | null }> } | null, gene: { totalCount: number } | null } | null };

export type GenesOfAPaperQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type GenesOfAPaperQuery = { pubmed: { title: string | null, gene: { totalCount: number, nodes: Array<{ uid: string, symbol: string | null, description: string | null }> } | null } | null };

export type GenesOfManyPapersQueryVariables = Exact<{
  pmids?: Array<string | number> | string | number;
}>;


export type GenesOfManyPapersQuery = { records: { pubmed: Array<{ uid: string, gene: { nodes: Array<{ uid: string }> } | null } | null> | null } };

export type HumanProteinsOfAGeneQueryVariables = Exact<{
  gene?: string | number;
}>;


export type HumanProteinsOfAGeneQuery = { gene: { symbol: string | null, all: { totalCount: number } | null, human: { totalCount: number, nodes: Array<{ uid: string, accessionVersion: string | null, organism: string | null }> } | null } | null };

export type LibraryLinksQueryVariables = Exact<{
  pmid?: string | number;
  holding?: string | null | undefined;
}>;


export type LibraryLinksQuery = { pubmed: { title: string | null, libraryLinks: Array<{ url: string, provider: { name: string, abbreviation: string | null } | null }> | null } | null };

export type LinkOutOfAGeneQueryVariables = Exact<{
  gene?: string | number;
}>;


export type LinkOutOfAGeneQuery = { gene: { symbol: string | null, hasLinkOut: boolean | null, linkOut: Array<{ url: string, linkName: string | null, categories: Array<string>, provider: { name: string } | null }> | null } | null };

export type LinkOutOfAPaperQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type LinkOutOfAPaperQuery = { pubmed: { title: string | null, linkOut: Array<{ url: string, iconUrl: string | null, categories: Array<string>, attributes: Array<string>, provider: { name: string } | null }> | null, fullText: Array<{ url: string }> | null } | null };

export type ManyGenesQueryVariables = Exact<{
  uids?: Array<string | number> | string | number;
}>;


export type ManyGenesQuery = { records: { gene: Array<{ uid: string, symbol: string | null, omim: { nodes: Array<{ title: string | null }> } | null, clinvar: { totalCount: number } | null } | null> | null } };

export type PapersOfAGeneQueryVariables = Exact<{
  gene?: string | number;
  after?: string | null | undefined;
}>;


export type PapersOfAGeneQuery = { gene: { pubmed: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ uid: string, title: string | null, pubDate: string | null }> } | null } | null };

export type PlanATraversalQueryVariables = Exact<{
  query?: string;
  variables?: unknown;
}>;


export type PlanATraversalQuery = { plan: { notes: Array<string>, calls: { best: number, worst: number }, seconds: { best: number, worst: number }, levels: Array<{ questions: Array<{ utility: string, about: string, ids: { worst: number }, calls: { best: number, worst: number } }> }>, fields: Array<{ path: string, cost: PlannedCost }> } | null };

export type PublisherPageQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type PublisherPageQuery = { pubmed: { title: string | null, primaryLinkOut: { url: string, provider: { name: string } | null } | null } | null };

export type RateLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type RateLimitQuery = { rateLimit: { limit: number, remaining: number, queued: number, inFlight: number, expectedWaitMs: number, cooling: number, slowedBy: number, key: ApiKeyOwner } };

export type RelatedArticlesQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type RelatedArticlesQuery = { pubmed: { title: string | null, related: { totalCount: number, nodes: Array<{ uid: string, title: string | null }> } | null } | null };

export type RelatedInYearsQueryVariables = Exact<{
  pmid?: string | number;
  from?: string;
  to?: string;
}>;


export type RelatedInYearsQuery = { pubmed: { related: { totalCount: number, edges: Array<{ score: number | null, node: { uid: string, title: string | null, pubDate: string | null } }> } | null } | null };

export type StoreSearchQueryVariables = Exact<{
  term?: string;
}>;


export type StoreSearchQuery = { history: { search: { webEnv: string, queryKey: string, count: number | null, problems: Array<string> } | null } };

export type LinkStoredSearchQueryVariables = Exact<{
  webEnv: string;
  queryKey: string;
}>;


export type LinkStoredSearchQuery = { history: { links: { webEnv: string, queryKey: string, count: number | null } | null } };

export type SearchToGenesQueryVariables = Exact<{
  term?: string;
  first?: number | null | undefined;
}>;


export type SearchToGenesQuery = { search: { pubmed: { totalCount: number, queryTranslation: string | null, warnings: Array<string>, nodes: Array<{ uid: string, title: string | null, gene: { nodes: Array<{ uid: string, symbol: string | null, chromosome: string | null }> } | null }> } | null } };

export type StoreLinksQueryVariables = Exact<{
  pmids?: Array<string | number> | string | number;
}>;


export type StoreLinksQuery = { history: { links: { db: DatabaseName, webEnv: string, queryKey: string, count: number | null } | null } };

export type StructuresOfAProteinQueryVariables = Exact<{
  accession?: string;
}>;


export type StructuresOfAProteinQuery = { protein: { accession: string | null, title: string | null, structure: { totalCount: number, nodes: Array<{ pdbAccession: string | null, title: string | null, method: string | null, resolution: number | null }> } | null } | null };

export type TextAndSequenceQueryVariables = Exact<{ [key: string]: never; }>;


export type TextAndSequenceQuery = { pubmed: { abstract: string | null, meshHeadings: Array<{ descriptor: string, isMajor: boolean }> | null, referenceList: Array<{ citation: string | null, pmid: string | null }> | null } | null, protein: { fasta: string | null } | null };

export type WithAnApiKeyQueryVariables = Exact<{
  pmid?: string | number;
}>;


export type WithAnApiKeyQuery = { pubmed: { gene: { nodes: Array<{ uid: string, symbol: string | null }> } | null } | null };

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

export const AnyRecordDocument = new TypedDocumentString(`
    query AnyRecord($ids: [ID!]! = ["Z2VuZTo3MTU3"], $linkName: String! = "gene_omim") {
  nodes(ids: $ids) {
    id
    ... on Record {
      db
      uid
      title
      url
      links(name: $linkName, first: 3) {
        totalCount
        edges {
          linkName
          node {
            db
            uid
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnyRecordQuery, AnyRecordQueryVariables>;
export const AvailableLinksDocument = new TypedDocumentString(`
    query AvailableLinks($gene: ID! = "7157") {
  gene(uid: $gene) {
    symbol
    availableLinks {
      name
      to
      menuLabel
      field
    }
    linkCounts(names: ["gene_pubmed", "gene_clinvar"]) {
      name
      count
    }
  }
}
    `) as unknown as TypedDocumentString<AvailableLinksQuery, AvailableLinksQueryVariables>;
export const ByOtherNamesDocument = new TypedDocumentString(`
    query ByOtherNames {
  gene(symbol: "TP53") {
    uid
    title
  }
  mouse: gene(symbol: "Trp53", organism: "Mus musculus") {
    uid
    title
  }
  protein(accession: "NP_000537.3") {
    uid
    title
  }
  structure(pdb: "1TUP") {
    title
  }
  pubmed(doi: "10.1056/NEJMoa2001017") {
    uid
    title
  }
  snp(rs: "rs429358") {
    uid
  }
}
    `) as unknown as TypedDocumentString<ByOtherNamesQuery, ByOtherNamesQueryVariables>;
export const CatalogDocument = new TypedDocumentString(`
    query Catalog {
  linkNames(from: clinvar) {
    name
    field
    to
    label
    scored
  }
}
    `) as unknown as TypedDocumentString<CatalogQuery, CatalogQueryVariables>;
export const CitedInDocument = new TypedDocumentString(`
    query CitedIn($pmid: ID! = "31978945") {
  pubmed(uid: $pmid) {
    citedIn(orderBy: DATE) {
      totalCount
      countsByYear {
        year
        count
      }
      nodes {
        uid
        title
        pubDate
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CitedInQuery, CitedInQueryVariables>;
export const ClosestArticlesDocument = new TypedDocumentString(`
    query ClosestArticles($pmid: ID! = "26186194", $minScore: Float) {
  pubmed(uid: $pmid) {
    title
    related(first: 20, minScore: $minScore) {
      totalCount
      edges {
        score
        node {
          uid
          title
          pubDate
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClosestArticlesQuery, ClosestArticlesQueryVariables>;
export const DistinctPapersOfGenesDocument = new TypedDocumentString(`
    query DistinctPapersOfGenes($uids: [ID!]! = ["7157", "672", "675"], $first: Int = 20) {
  unionLinks(from: gene, uids: $uids, name: "gene_pubmed", first: $first) {
    totalCount
    nodes {
      uid
      title
    }
  }
}
    `) as unknown as TypedDocumentString<DistinctPapersOfGenesQuery, DistinctPapersOfGenesQueryVariables>;
export const FirstLookDocument = new TypedDocumentString(`
    query FirstLook {
  gene(uid: "7157") {
    symbol
    description
    pubmed(first: 5) {
      totalCount
      nodes {
        title
        journal
        related(first: 3) {
          edges {
            score
            node {
              title
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FirstLookQuery, FirstLookQueryVariables>;
export const GeneToStructuresDocument = new TypedDocumentString(`
    query GeneToStructures($gene: ID! = "7157") {
  gene(uid: $gene) {
    symbol
    protein(first: 1000) {
      totalCount
      nodes {
        uid
        accessionVersion
        structure(first: 1000) {
          nodes {
            uid
            pdbAccession
            title
            resolution
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GeneToStructuresQuery, GeneToStructuresQueryVariables>;
export const GeneRifGenesDocument = new TypedDocumentString(`
    query GeneRifGenes($pmid: ID! = "22417847") {
  pubmed(uid: $pmid) {
    geneRif {
      nodes {
        uid
        symbol
      }
    }
    gene {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<GeneRifGenesQuery, GeneRifGenesQueryVariables>;
export const GenesOfAPaperDocument = new TypedDocumentString(`
    query GenesOfAPaper($pmid: ID! = "22417847") {
  pubmed(uid: $pmid) {
    title
    gene {
      totalCount
      nodes {
        uid
        symbol
        description
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GenesOfAPaperQuery, GenesOfAPaperQueryVariables>;
export const GenesOfManyPapersDocument = new TypedDocumentString(`
    query GenesOfManyPapers($pmids: [ID!]! = ["22417847", "19966300", "8023157"]) {
  records {
    pubmed(uids: $pmids) {
      uid
      gene(first: 1000) {
        nodes {
          uid
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GenesOfManyPapersQuery, GenesOfManyPapersQueryVariables>;
export const HumanProteinsOfAGeneDocument = new TypedDocumentString(`
    query HumanProteinsOfAGene($gene: ID! = "7157") {
  gene(uid: $gene) {
    symbol
    all: protein {
      totalCount
    }
    human: protein(filter: {term: "txid9606[ORGN]"}) {
      totalCount
      nodes {
        uid
        accessionVersion
        organism
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HumanProteinsOfAGeneQuery, HumanProteinsOfAGeneQueryVariables>;
export const LibraryLinksDocument = new TypedDocumentString(`
    query LibraryLinks($pmid: ID! = "31978945", $holding: String) {
  pubmed(uid: $pmid) {
    title
    libraryLinks(holding: $holding) {
      url
      provider {
        name
        abbreviation
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LibraryLinksQuery, LibraryLinksQueryVariables>;
export const LinkOutOfAGeneDocument = new TypedDocumentString(`
    query LinkOutOfAGene($gene: ID! = "7157") {
  gene(uid: $gene) {
    symbol
    hasLinkOut
    linkOut {
      url
      linkName
      categories
      provider {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LinkOutOfAGeneQuery, LinkOutOfAGeneQueryVariables>;
export const LinkOutOfAPaperDocument = new TypedDocumentString(`
    query LinkOutOfAPaper($pmid: ID! = "31978945") {
  pubmed(uid: $pmid) {
    title
    linkOut {
      url
      iconUrl
      categories
      attributes
      provider {
        name
      }
    }
    fullText: linkOut(category: "Full Text Sources") {
      url
    }
  }
}
    `) as unknown as TypedDocumentString<LinkOutOfAPaperQuery, LinkOutOfAPaperQueryVariables>;
export const ManyGenesDocument = new TypedDocumentString(`
    query ManyGenes($uids: [ID!]! = ["7157", "672", "675"]) {
  records {
    gene(uids: $uids) {
      uid
      symbol
      omim(first: 3) {
        nodes {
          title
        }
      }
      clinvar(first: 3) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ManyGenesQuery, ManyGenesQueryVariables>;
export const PapersOfAGeneDocument = new TypedDocumentString(`
    query PapersOfAGene($gene: ID! = "7157", $after: String) {
  gene(uid: $gene) {
    pubmed(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        uid
        title
        pubDate
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PapersOfAGeneQuery, PapersOfAGeneQueryVariables>;
export const PlanATraversalDocument = new TypedDocumentString(`
    query PlanATraversal($query: String! = "query ($gene: ID!) { gene(uid: $gene) { symbol pubmed { nodes { title related(first: 3) { nodes { title } } } } } }", $variables: JSON = {gene: "7157"}) {
  plan(query: $query, variables: $variables) {
    calls {
      best
      worst
    }
    seconds {
      best
      worst
    }
    levels {
      questions {
        utility
        about
        ids {
          worst
        }
        calls {
          best
          worst
        }
      }
    }
    fields {
      path
      cost
    }
    notes
  }
}
    `) as unknown as TypedDocumentString<PlanATraversalQuery, PlanATraversalQueryVariables>;
export const PublisherPageDocument = new TypedDocumentString(`
    query PublisherPage($pmid: ID! = "31978945") {
  pubmed(uid: $pmid) {
    title
    primaryLinkOut {
      url
      provider {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PublisherPageQuery, PublisherPageQueryVariables>;
export const RateLimitDocument = new TypedDocumentString(`
    query RateLimit {
  rateLimit {
    limit
    remaining
    queued
    inFlight
    expectedWaitMs
    cooling
    slowedBy
    key
  }
}
    `) as unknown as TypedDocumentString<RateLimitQuery, RateLimitQueryVariables>;
export const RelatedArticlesDocument = new TypedDocumentString(`
    query RelatedArticles($pmid: ID! = "8023157") {
  pubmed(uid: $pmid) {
    title
    related {
      totalCount
      nodes {
        uid
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedArticlesQuery, RelatedArticlesQueryVariables>;
export const RelatedInYearsDocument = new TypedDocumentString(`
    query RelatedInYears($pmid: ID! = "8023157", $from: String! = "2005", $to: String! = "2015") {
  pubmed(uid: $pmid) {
    related(filter: {publishedBetween: {from: $from, to: $to}}) {
      totalCount
      edges {
        score
        node {
          uid
          title
          pubDate
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedInYearsQuery, RelatedInYearsQueryVariables>;
export const StoreSearchDocument = new TypedDocumentString(`
    query StoreSearch($term: String! = "TP53 cancer") {
  history {
    search(db: pubmed, term: $term) {
      webEnv
      queryKey
      count
      problems
    }
  }
}
    `) as unknown as TypedDocumentString<StoreSearchQuery, StoreSearchQueryVariables>;
export const LinkStoredSearchDocument = new TypedDocumentString(`
    query LinkStoredSearch($webEnv: String!, $queryKey: String!) {
  history {
    links(name: "pubmed_gene", webEnv: $webEnv, queryKey: $queryKey) {
      webEnv
      queryKey
      count
    }
  }
}
    `) as unknown as TypedDocumentString<LinkStoredSearchQuery, LinkStoredSearchQueryVariables>;
export const SearchToGenesDocument = new TypedDocumentString(`
    query SearchToGenes($term: String! = "TP53 cancer", $first: Int = 10) {
  search {
    pubmed(term: $term, first: $first) {
      totalCount
      queryTranslation
      warnings
      nodes {
        uid
        title
        gene(first: 5) {
          nodes {
            uid
            symbol
            chromosome
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchToGenesQuery, SearchToGenesQueryVariables>;
export const StoreLinksDocument = new TypedDocumentString(`
    query StoreLinks($pmids: [ID!]! = ["22417847"]) {
  history {
    links(name: "pubmed_gene", uids: $pmids) {
      db
      webEnv
      queryKey
      count
    }
  }
}
    `) as unknown as TypedDocumentString<StoreLinksQuery, StoreLinksQueryVariables>;
export const StructuresOfAProteinDocument = new TypedDocumentString(`
    query StructuresOfAProtein($accession: String! = "P04637") {
  protein(accession: $accession) {
    accession
    title
    structure {
      totalCount
      nodes {
        pdbAccession
        title
        method
        resolution
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StructuresOfAProteinQuery, StructuresOfAProteinQueryVariables>;
export const TextAndSequenceDocument = new TypedDocumentString(`
    query TextAndSequence {
  pubmed(uid: "24349601") {
    abstract
    meshHeadings {
      descriptor
      isMajor
    }
    referenceList {
      citation
      pmid
    }
  }
  protein(uid: "120407068") {
    fasta(from: 94, to: 292)
  }
}
    `) as unknown as TypedDocumentString<TextAndSequenceQuery, TextAndSequenceQueryVariables>;
export const WithAnApiKeyDocument = new TypedDocumentString(`
    query WithAnApiKey($pmid: ID! = "22417847") {
  pubmed(uid: $pmid) {
    gene {
      nodes {
        uid
        symbol
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WithAnApiKeyQuery, WithAnApiKeyQueryVariables>;