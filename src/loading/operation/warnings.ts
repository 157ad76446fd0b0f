/** What a caller should know about a part of an answer though nothing failed. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** Where the part stands in the response. */
  readonly path: readonly (string | number)[];
}

/** The codes of {@link Warning}, each with what it means. */
export const WARNING_CODES = {
  UNKNOWN_ID: 'NCBI has no record with this uid, so that its links are empty.',
  POSSIBLY_UNKNOWN_ID: 'The links are empty, and nothing that was loaded tells whether the record exists.',
  UNLISTED_LINK_NAME: 'The links are empty, and the catalog does not list this link name: NCBI may not have it.',
  REPLACED_RECORD: 'NCBI has replaced this record by another one.',
  WITHDRAWN_RECORD: 'NCBI has withdrawn this record.',
  OTHER_NAME: 'The record was found by a name that is not its official one.',
  TERM_NOT_FOUND: 'NCBI does not know a phrase or a search field of the term and may have searched without it.',
  TERM_IGNORED: 'NCBI left a part of the term out of the search.',
  SEARCH_MESSAGE: 'NCBI remarks something else about the search.',
  UNUSED_VIA: 'Entries of via have no effect: no link that may be followed leads over them.',
  WINDOW_CUT: 'NCBI lists only the first hits of the search. Further hits of a search come by falling uids.',
  INDEX_CHANGED: 'Hits came or went while a search was paged.',
  INDEX_UNCHECKED: 'It is not known whether hits came or went while a search was paged.',
  GROUP_OF_ANOTHER_GENE:
    'The gene is in a group of orthologs that NCBI names after another gene; the others are its orthologs through that one.',
  LIST_INCOMPLETE: 'A row of the table that may be of this list could not be read, so that links may be missing.',
  REFERENCES_OF_SUMMARY:
    'No table of cross-references is imported, so that the list has what the summary prints alone.',
  GROUP_UNKNOWN: 'NCBI names no group of orthologs after this gene, so that its orthologs are not known here.',
} as const;

export type WarningCode = keyof typeof WARNING_CODES;

/** Warnings of one response; what exceeds this is not listed. */
const MAX_WARNINGS = 200;

/** The warnings of an operation, each once, as many as a caller can read. */
export class Warnings {
  readonly #found = new Map<string, Warning>();

  add(warning: Warning): void {
    if (this.#found.size < MAX_WARNINGS) {
      this.#found.set(JSON.stringify(warning), warning);
    }
  }

  get list(): readonly Warning[] {
    return [...this.#found.values()];
  }
}
