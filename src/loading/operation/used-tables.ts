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
  /** Links of each list that was noted, by the list. */
  readonly #lists = new Map<string, number>();

  /**
   * Notes links of a table.
   *
   * @param list - The list that they are of, which counts once however often it is used; always counted where it is left out.
   * @returns How many of them were not counted before.
   */
  add(table: ServedTable, edges: number, list?: string): number {
    const key = `${table.generation} ${table.name}`;
    const known = this.#tables.get(key);
    const counted = list === undefined ? 0 : (this.#lists.get(`${key} ${list}`) ?? 0);
    const more = Math.max(0, edges - counted);
    if (list !== undefined) {
      this.#lists.set(`${key} ${list}`, counted + more);
    }
    const agreement = known ? lesserOf(known.agreement, table.agreement) : table.agreement;
    this.#tables.set(key, { ...table, agreement, edges: (known?.edges ?? 0) + more });
    return more;
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
