/** Records that exist at NCBI and in the sandbox. */
export const GENE = '672';
export const OTHER_GENE = '7157';
export const ARTICLE = '219391';
/** P53 of humans. */
export const PROTEIN = 'NP_000537.3';

/** A uid that no record has: NCBI counts its uids up, and is far from here. */
export const NOBODY = '4294967290';

/** Uids from `first` on, one after the other. */
export function uidsFrom(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => String(first + place));
}

/** Genes that one EPost stores; most of them have no record. */
export const POSTED = { db: 'gene', uids: [GENE, OTHER_GENE, ...uidsFrom(1, 198)] } as const;

/** Genes of one question about links or summaries: two, and a uid without a record. */
export const GENES = [GENE, OTHER_GENE, NOBODY] as const;

/** A link name between two databases, and one inside a database. */
export const GENE_PUBMED = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', scored: false } as const;
export const GENE_TAXONOMY = { from: 'gene', to: 'taxonomy', linkName: 'gene_taxonomy', scored: false } as const;
export const RELATED = { from: 'pubmed', to: 'pubmed', linkName: 'pubmed_pubmed', scored: true } as const;

/** A record of each database with typed fields; the others are searched for. */
export const RECORD_OF: Readonly<Record<string, string>> = {
  assembly: '503988',
  bioproject: '53577',
  biosample: '116900',
  books: '2825746',
  cdd: '223044',
  clinvar: '9',
  gds: '200093374',
  gene: OTHER_GENE,
  mesh: '67414177',
  nlmcatalog: '410462',
  nuccore: '253490',
  omim: '102582',
  pcassay: '493206',
  pccompound: '2244',
  pmc: '390337',
  protein: '1279504',
  pubmed: '219391',
  snp: '264',
  sra: '1063523',
  structure: '19923',
  taxonomy: '9606',
};
