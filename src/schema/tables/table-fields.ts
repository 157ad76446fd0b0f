/** The names of the fields that only imported tables can answer, by database; a link field must not take them. */
export const TABLE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  gene: ['geneRifs', 'crossReferences', 'ensemblId', 'hgncId', 'mgiId'],
  pubmed: ['openCitedIn', 'openReferences'],
};
