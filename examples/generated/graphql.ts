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

export type AnyRecordQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  linkName: string;
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
   | null> };

export type CatalogQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogQuery = { linkNames: Array<{ name: string, field: string, to: DatabaseName, label: string, scored: boolean | null }> | null };

export type ClosestArticlesQueryVariables = Exact<{
  pmid: string | number;
  minScore?: number | null | undefined;
}>;


export type ClosestArticlesQuery = { pubmed: { title: string | null, related: { totalCount: number, edges: Array<{ score: number | null, node: { uid: string, title: string | null, pubDate: string | null } }> } | null } | null };

export type FirstLookQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstLookQuery = { gene: { symbol: string | null, description: string | null, pubmed: { totalCount: number, nodes: Array<{ title: string | null, journal: string | null, related: { edges: Array<{ score: number | null, node: { title: string | null } }> } | null }> } | null } | null };

export type ManyGenesQueryVariables = Exact<{
  uids: Array<string | number> | string | number;
}>;


export type ManyGenesQuery = { records: { gene: Array<{ uid: string, symbol: string | null, omim: { nodes: Array<{ title: string | null }> } | null, clinvar: { totalCount: number } | null } | null> | null } };

export type NextPageQueryVariables = Exact<{
  gene: string | number;
  after?: string | null | undefined;
}>;


export type NextPageQuery = { gene: { pubmed: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ uid: string, title: string | null }> } | null } | null };

export type SearchToGenesQueryVariables = Exact<{
  term: string;
}>;


export type SearchToGenesQuery = { search: { pubmed: { totalCount: number, queryTranslation: string | null, warnings: Array<string>, nodes: Array<{ title: string | null, gene: { nodes: Array<{ symbol: string | null, chromosome: string | null }> } | null }> } | null } };

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
    query AnyRecord($ids: [ID!]!, $linkName: String!) {
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
export const ClosestArticlesDocument = new TypedDocumentString(`
    query ClosestArticles($pmid: ID!, $minScore: Float) {
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
export const ManyGenesDocument = new TypedDocumentString(`
    query ManyGenes($uids: [ID!]!) {
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
export const NextPageDocument = new TypedDocumentString(`
    query NextPage($gene: ID!, $after: String) {
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
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NextPageQuery, NextPageQueryVariables>;
export const SearchToGenesDocument = new TypedDocumentString(`
    query SearchToGenes($term: String!) {
  search {
    pubmed(term: $term, first: 10) {
      totalCount
      queryTranslation
      warnings
      nodes {
        title
        gene(first: 5) {
          nodes {
            symbol
            chromosome
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchToGenesQuery, SearchToGenesQueryVariables>;