/** A table that gave links of an answer. */
export interface UsedTable {
  readonly name: string;
  /** When NCBI made it: an ISO date. */
  readonly asOf: string;
}

/** Such as 20 November 2026; a day of NCBI is the same everywhere. */
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Says from which tables links came, each once. */
export function describeTables(tables: readonly UsedTable[] = []): readonly string[] {
  return [...new Set(tables.map(({ name, asOf }) => `links from table ${name} of ${DATE.format(new Date(asOf))}`))];
}
