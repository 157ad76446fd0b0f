import type { CatalogQuery } from '../generated/graphql.js';

export type Database = CatalogQuery['databases'][number];
export type LinkName = Database['links'][number];
export type Criterion = LinkName['criteria'][number];
export type Order = LinkName['orders'][number];

/** The databases and link names there are, as the gateway lists them. */
export class Catalog {
  readonly #databases: ReadonlyMap<string, Database>;
  readonly #links: ReadonlyMap<string, LinkName>;
  readonly #typePrefix: string;

  /** @param typePrefix - The prefix of the gateway's type names. */
  constructor({ databases }: CatalogQuery, typePrefix = '') {
    this.#typePrefix = typePrefix;
    this.#databases = new Map(databases.map((database) => [database.name, database]));
    this.#links = new Map(databases.flatMap(({ links }) => links.map((link) => [link.name, link])));
  }

  /** The databases that hold records, sorted by their labels. */
  get databases(): readonly Database[] {
    return [...this.#databases.values()]
      .filter(({ aliasOf }) => aliasOf === null)
      .toSorted((a, b) => a.label.localeCompare(b.label));
  }

  /** The name of a database for human readers. */
  labelOf(db: string): string {
    return this.#databases.get(db)?.label ?? db;
  }

  /** The GraphQL type of the records of a database, without the gateway's prefix. */
  typeOf(db: string): string | undefined {
    return this.#databases.get(db)?.typeName.slice(this.#typePrefix.length);
  }

  /** Undefined for a link name that the gateway does not list. */
  link(name: string): LinkName | undefined {
    return this.#links.get(name);
  }

  /** The link names that start in a database. */
  linksFrom(db: string): readonly LinkName[] {
    return this.#databases.get(db)?.links ?? [];
  }

  /** The link name behind a field of the records of a database, such as `pubmed` of genes. */
  linkOfField(db: string, field: string): string | undefined {
    return this.#databases.get(db)?.links.find((link) => link.field === field)?.name;
  }

  /** The database that a link name leads to. The name itself says so where the catalog does not. */
  targetOf(link: string): string {
    return this.#links.get(link)?.to ?? link.split('_')[1] ?? '';
  }

  /** What links can be selected by. A link name that is not listed takes what any other to its database takes. */
  criteriaOf(link: string): readonly Criterion[] {
    const listed = this.#links.get(link);
    if (listed) {
      return listed.criteria;
    }
    const target = this.targetOf(link);
    const other = [...this.#links.values()].find(({ to }) => to === target);
    return (other?.criteria ?? []).filter((criterion) => criterion !== 'SCORE');
  }

  /** The orders that a list of links takes. */
  ordersOf(link: string): readonly Order[] {
    return this.#links.get(link)?.orders ?? [];
  }

  /** What links lead to, where more is known than their label. */
  meaningOf(link: string): string | undefined {
    return this.#links.get(link)?.meaning ?? undefined;
  }

  /** A link name for human readers. */
  labelOfLink(link: string): string {
    const { label = '', to } = this.#links.get(link) ?? {};
    return label === '' ? (to === undefined ? link : this.labelOf(to)) : label;
  }
}
