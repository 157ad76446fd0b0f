/** The generation of a table that gave links. */
export interface ServedTable {
  readonly name: string;
  readonly generation: string;
  /** When NCBI made the table: an ISO date. */
  readonly asOf: string;
  /** Share of a sample of records whose links were the same in ELink, from 0 to 1; null where nobody has compared them. */
  readonly agreement: number | null;
  /** Whether it holds sample data. */
  readonly isSample?: true;
}

/** A table that gave links of an answer. */
export interface UsedTable extends ServedTable {
  /** Links that came from it. */
  readonly edges: number;
}

/** The tables that gave links of an answer. */
export class UsedTables {
  readonly #tables = new Map<string, UsedTable>();

  add(table: ServedTable, edges: number): void {
    const key = `${table.generation} ${table.name}`;
    const known = this.#tables.get(key);
    const agreement = known ? lesserOf(known.agreement, table.agreement) : table.agreement;
    this.#tables.set(key, { ...table, agreement, edges: (known?.edges ?? 0) + edges });
  }

  /** Undefined where there are none. */
  get list(): readonly UsedTable[] | undefined {
    return this.#tables.size === 0 ? undefined : [...this.#tables.values()];
  }
}

/** The lesser of two agreements; null where one of them is not known. */
function lesserOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b);
}
