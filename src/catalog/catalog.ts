import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { type CatalogFile, type Database, type LinkName, parseCatalogFile } from './catalog-file.js';

export type { CatalogFile, Database, LinkName } from './catalog-file.js';

/**
 * What exists in Entrez: its databases and the names of the links between them.
 *
 * Source and target of a link are facts of the catalog and are never read off the link name: `nuccore_protein_wp` leads
 * from protein to nuccore, `structure_mmdb` stays inside structure (protocol: recorded 2025).
 */
export class Catalog {
  /** Where the facts come from, in words. */
  readonly sources: string;
  /** Every database Entrez lists, other names of a database included. */
  readonly databases: readonly Database[];
  /** The databases that hold records: all but those that are only another name. */
  readonly records: readonly Database[];
  readonly links: readonly LinkName[];
  readonly #databases: ReadonlyMap<string, Database>;
  readonly #links: ReadonlyMap<string, LinkName>;
  readonly #linksFrom: ReadonlyMap<string, readonly LinkName[]>;

  /** @throws Error when a name occurs twice, or a link or an alias leads to a database that is not a record database. */
  constructor({ sources, databases, links }: CatalogFile) {
    this.sources = sources;
    this.databases = databases;
    this.records = databases.filter(({ aliasOf }) => aliasOf === undefined);
    this.links = links;
    this.#databases = indexByName(databases);
    this.#links = indexByName(links);
    this.#linksFrom = groupBySource(links);

    const holdsRecords = new Set(this.records.map(({ name }) => name));
    const targets = [
      ...databases.flatMap(({ name, aliasOf = name }) => [[name, aliasOf]] as const),
      ...links.flatMap(
        ({ name, from, to }) =>
          [
            [name, from],
            [name, to],
          ] as const,
      ),
    ];
    for (const [name, target] of targets) {
      if (!holdsRecords.has(target)) {
        throw new Error(
          `The catalog entry "${name}" names "${target}", which is not a database with records of its own.`,
        );
      }
    }
  }

  /** The record database of this name; another name of a database (`nucleotide`) gives the database itself (`nuccore`). */
  database(name: string): Database | undefined {
    const found = this.#databases.get(name);
    return found?.aliasOf === undefined ? found : this.#databases.get(found.aliasOf);
  }

  link(name: string): LinkName | undefined {
    return this.#links.get(name);
  }

  /** The links that start in a database, which may be given by its other name; none for an unknown database. */
  linksFrom(db: string): readonly LinkName[] {
    return this.#linksFrom.get(this.database(db)?.name ?? db) ?? [];
  }
}

// Two folders up from both src/catalog/ and dist/catalog/.
const PACKAGED_CATALOG = fileURLToPath(new URL('../../schema/catalog.json', import.meta.url));

let packaged: Catalog | undefined;

/**
 * Reads a catalog; without a file, the one of this package, once for all its users in a process.
 *
 * @throws Error when the file is missing or not a usable catalog; the message names the file.
 */
export function loadCatalog(file?: string): Catalog {
  if (file !== undefined) {
    return readCatalog(file);
  }
  packaged ??= readCatalog(PACKAGED_CATALOG);
  return packaged;
}

function readCatalog(file: string): Catalog {
  try {
    return new Catalog(parseCatalogFile(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`Cannot use the catalog ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function indexByName<T extends { readonly name: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const entry of entries) {
    if (index.has(entry.name)) {
      throw new Error(`The catalog names "${entry.name}" twice.`);
    }
    index.set(entry.name, entry);
  }
  return index;
}

function groupBySource(links: readonly LinkName[]): ReadonlyMap<string, readonly LinkName[]> {
  const groups = new Map<string, LinkName[]>();
  for (const link of links) {
    const group = groups.get(link.from);
    if (group === undefined) {
      groups.set(link.from, [link]);
    } else {
      group.push(link);
    }
  }
  return groups;
}
