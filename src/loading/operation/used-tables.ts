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
  readonly #tables = new Map<string, { table: ServedTable; readonly lists: Map<string | symbol, number> }>();

  /** Notes a list of a table. One that is used several times counts once, with the most links that were taken of it. */
  add(table: ServedTable, edges: number, list: string | symbol): void {
    const key = `${table.generation} ${table.name}`;
    const known = this.#tables.get(key);
    const { lists } = known ?? { lists: new Map<string | symbol, number>() };
    const agreement = known ? lesserOf(known.table.agreement, table.agreement) : table.agreement;
    lists.set(list, Math.max(lists.get(list) ?? 0, edges));
    this.#tables.set(key, { table: { ...table, agreement }, lists });
  }

  /** Undefined where there are none. */
  get list(): readonly UsedTable[] | undefined {
    const used = Array.from(this.#tables.values(), ({ table, lists }) => ({ ...table, edges: sumOf(lists.values()) }));
    return used.length === 0 ? undefined : used;
  }

  /** Each list that was noted. */
  *[Symbol.iterator](): Generator<[table: ServedTable, edges: number, list: string | symbol]> {
    for (const { table, lists } of this.#tables.values()) {
      for (const [list, edges] of lists) {
        yield [table, edges, list];
      }
    }
  }
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) {
    sum += number;
  }
  return sum;
}

/** The lesser of two agreements; null where one of them is not known. */
function lesserOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b);
}
