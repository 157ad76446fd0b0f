import type { LinkRef } from './definitions/links.js';
import type { ServedTable } from './operation/used-tables.js';
import type { Links } from './values/link-list.js';

/** Links that a table gave, and which. */
export interface LinksOfTable {
  readonly links: Links;
  readonly table: ServedTable;
  /** Whether there may be more, which its rows do not name: who has another way should take that. */
  readonly isIncomplete?: true;
}

/** What a table says of a record that Entrez does not say; empty where it says nothing of it. */
export interface FactsOfTable {
  readonly facts: readonly unknown[];
  readonly table: ServedTable;
}

/** Links from tables that NCBI publishes, which take no call. */
export interface LinkTables {
  /** `prefer`: before ELink; `fallback`: only while ELink fails. */
  readonly use: 'prefer' | 'fallback';
  /**
   * What a record is linked to; undefined where ELink must be asked, since no table knows it for certain. That a record
   * is not in a table does not mean that it has no links.
   */
  links(link: LinkRef, uid: string): LinksOfTable | undefined;
  /** The table whose lists are given under a link name; undefined where ELink gives all of them. */
  serving(link: LinkRef): ServedTable | undefined;
  /** A list that Entrez does not have; empty for records that are not in the table, undefined where it is not imported. */
  ownLinks(name: string, uid: string): LinksOfTable | undefined;
  /** Facts by their name in the description; undefined where their table is not imported. */
  facts(name: string, uid: string): FactsOfTable | undefined;
}
