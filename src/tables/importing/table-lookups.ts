import type { TableDescription } from '../description.js';
import type { Generation } from '../storage/generation.js';
import { readCurrent } from '../storage/manifest.js';
import { openCurrent } from '../storage/open-current.js';
import type { Look } from './row-collector.js';

/** The generations that an import would look into, by table. */
export function usesOf(tablesDir: string, { uses = [] }: TableDescription): Readonly<Record<string, string>> {
  return Object.fromEntries(
    uses.flatMap((name) => {
      const current = readCurrent(tablesDir, name);
      return current ? [[name, current.generation]] : [];
    }),
  );
}

/** Looks into the tables that the rows of another one refer to. */
export class TableLookups {
  readonly #tables: readonly Generation[];

  /** @throws TableError when one of them is imported, but cannot be read. */
  constructor(tablesDir: string, { uses = [] }: TableDescription) {
    this.#tables = uses.filter((name) => readCurrent(tablesDir, name)).map((name) => openCurrent(tablesDir, name));
  }

  /** The generation of each, by table. */
  get generations(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#tables.map(({ manifest }) => [manifest.name, manifest.generation]));
  }

  readonly look: Look = (edges, source) => {
    const table = this.#tables.find((generation) => generation.has(edges));
    return [...(table?.get(edges, source) ?? [])];
  };

  close(): void {
    for (const generation of this.#tables) {
      generation.close();
    }
  }
}
