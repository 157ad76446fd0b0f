/** How a record matches a name, each with what it means. */
export const MATCH_KINDS = {
  UID: 'The name is the uid of the record, perhaps in a CURIE, an address or a longer form.',
  OFFICIAL_SYMBOL: 'The name is the official symbol of the gene.',
  ALIAS: 'The name is another symbol of the gene.',
  ACCESSION: 'The name is an accession or another registered identifier of the record.',
  SECONDARY_ACCESSION: 'The name is an accession that the record has taken over.',
  OLD_VERSION: 'The name is an older version of the record.',
  NAME: 'The name is a name that the summary shows.',
  TITLE: 'The name is the title of the record.',
  CITATION: 'The name is a printed reference that fits the article.',
  SYNONYM: 'The name leads to this record alone, whose summary shows other names.',
  CROSS_REFERENCE: 'The name is an identifier of another database, and leads to this record alone.',
  SUCCESSOR: 'The name is of a record that NCBI has replaced by this one.',
} as const;

export type MatchKind = keyof typeof MATCH_KINDS;
