/** The databases by the groups in which NCBI's page of all databases shows them. */
const GROUPS = {
  literature: ['books', 'mesh', 'nlmcatalog', 'pmc', 'pubmed'],
  genes: ['gds', 'gene', 'geoprofiles'],
  proteins: ['cdd', 'ipg', 'protein', 'proteinclusters', 'protfam', 'structure'],
  genomes: [
    ...['annotinfo', 'assembly', 'biocollections', 'bioproject', 'biosample', 'blastdbinfo', 'genome', 'nuccore'],
    ...['seqannot', 'sra', 'taxonomy'],
  ],
  clinical: ['clinvar', 'dbvar', 'gap', 'gapplus', 'grasp', 'gtr', 'medgen', 'omim', 'orgtrack', 'snp'],
  chemistry: ['pcassay', 'pccompound', 'pcsubstance'],
} as const;

export type Group = keyof typeof GROUPS;

const groups: ReadonlyMap<string, Group> = new Map(
  Object.entries(GROUPS).flatMap(([group, names]) => names.map((name): [string, Group] => [name, group as Group])),
);

/** The group of a database; undefined for one that is newer than this list. */
export function groupOf(db: string): Group | undefined {
  return groups.get(db);
}
