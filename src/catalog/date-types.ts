/** The dates of records by NCBI's names for them (`datetype` of E-utilities). */
export const DATE_TYPES = {
  PDAT: 'Publication.',
  EDAT: 'Entry into Entrez.',
  MDAT: 'Last change.',
  CRDT: 'Creation, in pubmed.',
  EPDT: 'Electronic publication, in pubmed and pmc.',
  PPDT: 'Print publication, in pubmed and pmc.',
  MHDA: 'MeSH indexing, in pubmed.',
  CDAT: 'Completion, in pubmed.',
  LDAT: 'Release, in pmc.',
  CDT: 'Creation, in genome.',
  DATE: 'Registration, in bioproject.',
  DDAT: 'Entry into MMDB, in structure.',
  PDD: 'Deposit at PDB, in structure.',
  SRDT: 'Release of the sequences, in assembly.',
  UPDT: 'Last change, in assembly.',
  GRLS: 'GenBank release, in assembly.',
  RRLS: 'RefSeq release, in assembly.',
} as const;

export type DateType = keyof typeof DATE_TYPES;

/** The dates of a database as EInfo listed them (recorded 2025); databases of which no list is recorded are not here. */
const RECORDED: Readonly<Record<string, readonly DateType[]>> = {
  assembly: ['SRDT', 'UPDT', 'GRLS', 'RRLS'],
  bioproject: ['DATE'],
  genome: ['CDT'],
  nuccore: ['PDAT', 'MDAT'],
  pmc: ['PDAT', 'EDAT', 'EPDT', 'PPDT', 'LDAT'],
  protein: ['PDAT', 'MDAT'],
  pubmed: ['PDAT', 'EDAT', 'MDAT', 'CRDT', 'EPDT', 'PPDT', 'MHDA', 'CDAT'],
  structure: ['MDAT', 'DDAT', 'PDD'],
  taxonomy: ['EDAT', 'MDAT'],
};

/** The dates that records of a database are searched by; undefined where that is not known. */
export function dateTypesOf(db: string): readonly DateType[] | undefined {
  return RECORDED[db];
}
