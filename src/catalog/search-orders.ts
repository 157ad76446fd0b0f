/** The orders of hits, and where each is known. */
export const SEARCH_ORDERS = {
  RELEVANCE: 'Best match first, in any database.',
  PUB_DATE: 'Newest first, in pubmed.',
  AUTHOR: 'First author, in pubmed.',
  JOURNAL_NAME: 'In pubmed.',
  NAME: 'In gene.',
  CHROMOSOME: 'In gene and snp.',
  GENE_WEIGHT: 'In gene.',
  ACCESSION: 'In nuccore and protein.',
  DATE_MODIFIED: 'In nuccore and protein.',
  DATE_RELEASED: 'In nuccore and protein.',
  ORGANISM: 'In nuccore, protein and snp.',
  TAXONOMY_ID: 'In nuccore and protein.',
  SEQUENCE_LENGTH: 'In nuccore.',
  SNP_ID: 'In snp.',
  HETEROZYGOSITY: 'In snp.',
  SUCCESS_RATE: 'In snp.',
  DEVIATION: 'In geoprofiles.',
  MEAN_VALUE: 'In geoprofiles.',
  OUTLIERS: 'In geoprofiles.',
  SUBGROUP_EFFECT: 'In geoprofiles.',
} as const;

export type SearchOrder = keyof typeof SEARCH_ORDERS;

type NcbiNames = Partial<Record<SearchOrder, string>>;

const SEQUENCES: NcbiNames = {
  ACCESSION: 'Accession',
  DATE_MODIFIED: 'Date Modified',
  DATE_RELEASED: 'Date Released',
  ORGANISM: 'Organism Name',
  TAXONOMY_ID: 'Taxonomy ID',
};

/**
 * The names that NCBI has for the orders of a database beside `relevance`: PubMed and Gene as in the manual (2022), the
 * others as in the help of EDirect (2025), and the length of nucleotide sequences as observed (2026). EInfo lists none.
 */
const NCBI_NAMES: Readonly<Record<string, NcbiNames>> = {
  pubmed: { PUB_DATE: 'pub_date', AUTHOR: 'Author', JOURNAL_NAME: 'JournalName' },
  gene: { NAME: 'name', CHROMOSOME: 'Chromosome', GENE_WEIGHT: 'Gene Weight' },
  nuccore: { ...SEQUENCES, SEQUENCE_LENGTH: 'Sequence Length' },
  protein: SEQUENCES,
  snp: {
    CHROMOSOME: 'Chromosome Base Position',
    HETEROZYGOSITY: 'Heterozygosity',
    ORGANISM: 'Organism',
    SNP_ID: 'SNP_ID',
    SUCCESS_RATE: 'Success Rate',
  },
  geoprofiles: {
    DEVIATION: 'Deviation',
    MEAN_VALUE: 'Mean Value',
    OUTLIERS: 'Outliers',
    SUBGROUP_EFFECT: 'Subgroup Effect',
  },
};

/** The orders of a database, by their names here, each with NCBI's name for it. */
export function searchOrders(db: string): ReadonlyMap<SearchOrder, string> {
  const names = Object.entries({ RELEVANCE: 'relevance', ...NCBI_NAMES[db] }) as [SearchOrder, string][];
  return new Map(names);
}
