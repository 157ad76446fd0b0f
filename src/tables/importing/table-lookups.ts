import type { TableDescription } from '../description.js';
import type { Generation } from '../storage/generation.js';
import { openCurrent } from '../storage/open-current.js';
import type { Look } from './row-collector.js';

/** Looks into the tables that the rows of another one refer to. */
export class TableLookups {
  readonly #tables: readonly Generation[];

  /** @throws TableError when one of them is not imported. */
  constructor(tablesDir: string, { needs = [] }: TableDescription) {
    this.#tables = needs.map((name) => openCurrent(tablesDir, name));
  }

  readonly look: Look = (edges, source) => {
    const table = this.#tables.find((generation) => generation.has(edges));
    return table?.get(edges, source)?.[0];
  };

  async close(): Promise<void> {
    await Promise.all(this.#tables.map((generation) => generation.close()));
  }
}
