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

/** How links come about, as far as their name and label tell. */
export type LinkKind =
  /** They were found by comparing records, such as by similarity. */
  | 'COMPUTED'
  /** They stand in the records, or whoever keeps those stated them. */
  | 'CURATED';

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

/** What became of a name. */
export type ResolutionStatus =
  /** Several records have this name, or one in each of several databases. */
  | 'AMBIGUOUS'
  /** One record has this name. */
  | 'FOUND'
  /** No record was found, or the name has no form that any record has; the note says which. */
  | 'NOT_FOUND';

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

export type GeneReportQueryVariables = Exact<{
  uid: string | number;
  papers?: number;
  after?: string | null | undefined;
}>;


export type GeneReportQuery = { gene: { id: string, symbol: string | null, description: string | null, organism: { scientificName: string | null } | null, pubmed: { totalCount: number, nodes: Array<{ id: string, uid: string, title: string | null, pubDate: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type ClosestArticlesQueryVariables = Exact<{
  pmid?: string | number;
  minScore?: number | null | undefined;
}>;


export type ClosestArticlesQuery = { pubmed: { title: string | null, related: { totalCount: number, edges: Array<{ score: number | null, node: { uid: string, title: string | null, pubDate: string | null } }> } | null } | null };

export type CommonPapersOfGenesQueryVariables = Exact<{
  genes?: Array<string | number> | string | number;
  atLeast?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type CommonPapersOfGenesQuery = { commonLinks: { totalCount: number, complete: boolean, missing: Array<{ input: string, code: ErrorCode }>, edges: Array<{ sourceCount: number, lift: number | null, sources: Array<
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
        | { uid: string }
      >, node:
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
       }> } | null };

export type ConnectTwoGenesQueryVariables = Exact<{
  from?: string | number;
  to?: string | number;
  first?: number | null | undefined;
}>;


export type ConnectTwoGenesQuery = { paths: { status: PathStatus, summary: string, paths: Array<{ score: number | null, records: Array<
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
      >, edges: Array<{ linkName: string, asOf: string }> }>, frontier: Array<{ reason: SkipReason, linkName: string, ways: number }> } | null };

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


export type FirstLookQuery = { gene: { symbol: string | null, pubmed: { totalCount: number, nodes: Array<{ title: string | null, related: { edges: Array<{ score: number | null, node: { title: string | null } }> } | null }> } | null } | null };

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

export type RecordsByNamesQueryVariables = Exact<{
  symbols?: Array<string> | string;
  papers?: Array<string | number> | string | number;
}>;


export type RecordsByNamesQuery = { records: { gene: Array<{ uid: string, symbol: string | null, curie: string | null } | null> | null, pubmed: Array<{ uid: string, title: string | null, curie: string | null } | null> | null } };

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

export type ResolveNamesQueryVariables = Exact<{
  names?: Array<string> | string;
}>;


export type ResolveNamesQuery = { resolve: Array<{ input: string, kind: string | null, status: ResolutionStatus | null, note: string | null, matches: Array<{ how: MatchKind, record:
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
        | { curie: string | null, title: string | null }
       }> | null }> };

export type RoutesQueryVariables = Exact<{
  maxHops?: number | null | undefined;
}>;


export type RoutesQuery = { routes: Array<{ databases: Array<DatabaseName>, query: string, hops: Array<{ link: { name: string, field: string, kind: LinkKind, label: string }, alternatives: Array<{ name: string }> }> }> };

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
    `, {"hash":"c85faa4cad4e48613d0d5d8cb762f1c3bbac2acf9cf55a83ce057b37eddae595"}) as unknown as TypedDocumentString<AnyRecordQuery, AnyRecordQueryVariables>;
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
    `, {"hash":"b8f58b7951a7532122d93d536e9a7e2634606ac4c084d55cbe86d302ba760367"}) as unknown as TypedDocumentString<AvailableLinksQuery, AvailableLinksQueryVariables>;
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
    `, {"hash":"41057326890f170a619d1f9fe15c06c1fdb96e16c9abc023e2672622d519403f"}) as unknown as TypedDocumentString<ByOtherNamesQuery, ByOtherNamesQueryVariables>;
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
    `, {"hash":"5dd9888116a84b99b3eee778a41ffd615d281dc1bf57c6257618b363a1faadb6"}) as unknown as TypedDocumentString<CatalogQuery, CatalogQueryVariables>;
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
    `, {"hash":"7d9713ff918283657d8786069efa1547fdcdc574bd12841e8c9aedad03e545f4"}) as unknown as TypedDocumentString<CitedInQuery, CitedInQueryVariables>;
export const GeneReportDocument = new TypedDocumentString(`
    query GeneReport($uid: ID!, $papers: Int! = 3, $after: String) {
  gene(uid: $uid) {
    id
    symbol
    description
    organism {
      scientificName
    }
    pubmed(first: $papers, after: $after) {
      totalCount
      nodes {
        id
        uid
        title
        pubDate
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"7b29e7f68fbbb01521dc2f941ec95fa7a6ce32ccd01aa369893e47c2e4e2851f"}) as unknown as TypedDocumentString<GeneReportQuery, GeneReportQueryVariables>;
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
    `, {"hash":"ae7c9ee483c9a70ae4a6c0415a44721b7e4d58a2391e8572bd9cdfdcb83b20dc"}) as unknown as TypedDocumentString<ClosestArticlesQuery, ClosestArticlesQueryVariables>;
export const CommonPapersOfGenesDocument = new TypedDocumentString(`
    query CommonPapersOfGenes($genes: [ID!]! = ["7157", "672", "675"], $atLeast: Int = 2, $first: Int = 5) {
  commonLinks(of: $genes, name: "gene_pubmed", atLeast: $atLeast, first: $first) {
    totalCount
    complete
    missing {
      input
      code
    }
    edges {
      sourceCount
      sources {
        uid
      }
      lift
      node {
        uid
        title
      }
    }
  }
}
    `, {"hash":"0f13e011a2c3aa66b2524d1d673282775b64f4ddb50eac81d29029691828b1db"}) as unknown as TypedDocumentString<CommonPapersOfGenesQuery, CommonPapersOfGenesQueryVariables>;
export const ConnectTwoGenesDocument = new TypedDocumentString(`
    query ConnectTwoGenes($from: ID! = "NCBIGene:7157", $to: ID! = "NCBIGene:672", $first: Int = 3) {
  paths(from: $from, to: $to, maxHops: 2, via: ["pubmed"], first: $first) {
    status
    summary
    paths {
      score
      records {
        curie
        title
      }
      edges {
        linkName
        asOf
      }
    }
    frontier {
      reason
      linkName
      ways
    }
  }
}
    `, {"hash":"cfbfd0e2cc889925169793f8e6d247b9a8b19b328f76dd3c11eb6a75533bd21a"}) as unknown as TypedDocumentString<ConnectTwoGenesQuery, ConnectTwoGenesQueryVariables>;
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
    `, {"hash":"7964093824b7a6693ba89eb51b5653a42802fd415519ec1e354d588f917773d6"}) as unknown as TypedDocumentString<DistinctPapersOfGenesQuery, DistinctPapersOfGenesQueryVariables>;
export const FirstLookDocument = new TypedDocumentString(`
    query FirstLook {
  gene(uid: "7157") {
    symbol
    pubmed(first: 2) {
      totalCount
      nodes {
        title
        related(first: 1) {
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
    `, {"hash":"71ae13bd10dae4dc4e356a74290ade62694fe535b431ae08a044832d043ca150"}) as unknown as TypedDocumentString<FirstLookQuery, FirstLookQueryVariables>;
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
    `, {"hash":"2ce5ea0b19d9ef601fd4a3ba52157c78ea377770a03bafd1050142a72a770664"}) as unknown as TypedDocumentString<GeneToStructuresQuery, GeneToStructuresQueryVariables>;
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
    `, {"hash":"f1e26c77913d3ca1cf170eb2c5e761ff58f4405538d7846d4d26fbe0daa66ddc"}) as unknown as TypedDocumentString<GeneRifGenesQuery, GeneRifGenesQueryVariables>;
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
    `, {"hash":"f5cbaf524367df8344b3430a5bd74e8ecd8a2d5105e3cc8216eab3b8b7eadcc6"}) as unknown as TypedDocumentString<GenesOfAPaperQuery, GenesOfAPaperQueryVariables>;
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
    `, {"hash":"e5c94cf3d87ecb33bd8cafa6cbfc60a49ff67a34dbbaacdba715a7d46f700473"}) as unknown as TypedDocumentString<GenesOfManyPapersQuery, GenesOfManyPapersQueryVariables>;
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
    `, {"hash":"2a70d9c3c07844e0aa241cd8f1a31c53741fd0b9c5c2524cba42fbbf29f7f3a0"}) as unknown as TypedDocumentString<HumanProteinsOfAGeneQuery, HumanProteinsOfAGeneQueryVariables>;
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
    `, {"hash":"4e639aa65d517bcb25f0a0e80030155698e95c1155f0ea2b67f0ab86ca466f0b"}) as unknown as TypedDocumentString<LibraryLinksQuery, LibraryLinksQueryVariables>;
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
    `, {"hash":"7b6a35b2a914d017780e512db7d2c1eebc86e17a529238dedc0ee6a43306d2d3"}) as unknown as TypedDocumentString<LinkOutOfAGeneQuery, LinkOutOfAGeneQueryVariables>;
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
    `, {"hash":"3fdbb9e66ee635586d6cb22cbfeeb3dd3e459159e6a59a7d6f3a8e9495c6631f"}) as unknown as TypedDocumentString<LinkOutOfAPaperQuery, LinkOutOfAPaperQueryVariables>;
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
    `, {"hash":"b738983edea1edc6a32fdb889e430cbb8cc0463155eeb385818a11488a01ea2f"}) as unknown as TypedDocumentString<ManyGenesQuery, ManyGenesQueryVariables>;
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
    `, {"hash":"423f82032671ac40f7fec7aeeac345a1373810a27cdc2e249eab3aa6321a5cfe"}) as unknown as TypedDocumentString<PapersOfAGeneQuery, PapersOfAGeneQueryVariables>;
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
    `, {"hash":"ef2f0050fad397704fc82d51496cce51d9a57584c99faec4727f22d66425e9a7"}) as unknown as TypedDocumentString<PlanATraversalQuery, PlanATraversalQueryVariables>;
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
    `, {"hash":"4b64deab90a199d204c6c914b190b58d1ab7ac165392b8f7a1f9bb5e56153582"}) as unknown as TypedDocumentString<PublisherPageQuery, PublisherPageQueryVariables>;
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
    `, {"hash":"bdb6ed97557b6994f9d679cae3dd32db7975de167e33a3b97fc225db8c48be96"}) as unknown as TypedDocumentString<RateLimitQuery, RateLimitQueryVariables>;
export const RecordsByNamesDocument = new TypedDocumentString(`
    query RecordsByNames($symbols: [String!]! = ["TP53", "BRCA1", "HER2"], $papers: [ID!]! = ["10.1093/nar/gkh340", "PMC390337", "PMID:219391"]) {
  records {
    gene(symbols: $symbols) {
      uid
      symbol
      curie
    }
    pubmed(ids: $papers) {
      uid
      title
      curie
    }
  }
}
    `, {"hash":"0233e42addca90239b9dc0869239d694eb89f0d3d82e498f1b04d57836c8ba13"}) as unknown as TypedDocumentString<RecordsByNamesQuery, RecordsByNamesQueryVariables>;
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
    `, {"hash":"0c5e032e07b46ffce146127f7a02e6b33149dba47526ff4de5677d70e8a17fa2"}) as unknown as TypedDocumentString<RelatedArticlesQuery, RelatedArticlesQueryVariables>;
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
    `, {"hash":"e9446d9136d97b5f877db8bd471305c11761a3840f149b42f26344b98a100666"}) as unknown as TypedDocumentString<RelatedInYearsQuery, RelatedInYearsQueryVariables>;
export const ResolveNamesDocument = new TypedDocumentString(`
    query ResolveNames($names: [String!]! = ["TP53", "HER2", "10.1093/nar/gkh340", "PMID:219391", "GSE93374", "NP_000537.2", "NOPE9"]) {
  resolve(names: $names) {
    input
    kind
    status
    matches {
      how
      record {
        curie
        title
      }
    }
    note
  }
}
    `, {"hash":"e014df0442c3cc0da381e280ec691890a75bed1f2ab50f4df4f383964a6af684"}) as unknown as TypedDocumentString<ResolveNamesQuery, ResolveNamesQueryVariables>;
export const RoutesDocument = new TypedDocumentString(`
    query Routes($maxHops: Int = 2) {
  routes(from: clinvar, to: structure, maxHops: $maxHops, first: 3) {
    databases
    hops {
      link {
        name
        field
        kind
        label
      }
      alternatives {
        name
      }
    }
    query
  }
}
    `, {"hash":"62e0e2412f14385684771c1c02c0086698757f102800a104570e89002a32629e"}) as unknown as TypedDocumentString<RoutesQuery, RoutesQueryVariables>;
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
    `, {"hash":"b4bbfff2f29bf6dd4da3c8dad22e61bf13766c641fa6e861bc29c7bad19ec078"}) as unknown as TypedDocumentString<StoreSearchQuery, StoreSearchQueryVariables>;
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
    `, {"hash":"9081eb52228c935a7cda55786104c4f707ce9a7d971609838a0744f4f7fe4ac2"}) as unknown as TypedDocumentString<LinkStoredSearchQuery, LinkStoredSearchQueryVariables>;
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
    `, {"hash":"0ef3279181ef5577987c049823c1c27f387b1bf1a229ae54b5c9bd38f0fc473f"}) as unknown as TypedDocumentString<SearchToGenesQuery, SearchToGenesQueryVariables>;
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
    `, {"hash":"a9eaa88f9c0d68012cd24b7e9f84f7260500e6949b77ee7181b22949e1a6f9db"}) as unknown as TypedDocumentString<StoreLinksQuery, StoreLinksQueryVariables>;
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
    `, {"hash":"12fc8fa6855223609c60d66a3ea09695b5245836108eab0ca03cc533ddf7370d"}) as unknown as TypedDocumentString<StructuresOfAProteinQuery, StructuresOfAProteinQueryVariables>;
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
    `, {"hash":"244364ca506a0275fe410ea937aa8edfed188a1ae6d52fd3022e789161f825bf"}) as unknown as TypedDocumentString<TextAndSequenceQuery, TextAndSequenceQueryVariables>;
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
    `, {"hash":"2d32027345fef49598d0188c70c719298b68daf0355dcd775066ca2b0a1c7312"}) as unknown as TypedDocumentString<WithAnApiKeyQuery, WithAnApiKeyQueryVariables>;