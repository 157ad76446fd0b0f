import type { CatalogQuery } from '../generated/graphql.js';

export type Database = CatalogQuery['databases'][number];
export type LinkKind = Database['links'][number];

/** The databases and link names there are, as the gateway lists them. */
export class Catalog {
  readonly #databases: ReadonlyMap<string, Database>;
  readonly #links: ReadonlyMap<string, LinkKind>;
  readonly #typePrefix: string;

  /** @param typePrefix - What the names of the gateway's types begin with. */
  constructor({ databases }: CatalogQuery, typePrefix = '') {
    this.#typePrefix = typePrefix;
    this.#databases = new Map(databases.map((database) => [database.name, database]));
    this.#links = new Map(databases.flatMap(({ links }) => links.map((link) => [link.name, link])));
  }

  /** The databases that hold records, in the order of their names for human readers. */
  get databases(): readonly Database[] {
    return [...this.#databases.values()]
      .filter(({ aliasOf }) => aliasOf === null)
      .toSorted((a, b) => a.label.localeCompare(b.label));
  }

  /** The name of a database for human readers. */
  labelOf(db: string): string {
    return this.#databases.get(db)?.label ?? db;
  }

  /** The GraphQL type of the records of a database, as the operations of this page name it. */
  typeOf(db: string): string | undefined {
    return this.#databases.get(db)?.typeName.slice(this.#typePrefix.length);
  }

  /** Undefined for a link name that is newer than the catalog. */
  link(name: string): LinkKind | undefined {
    return this.#links.get(name);
  }
}
