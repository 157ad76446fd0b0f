import type { Catalog, CatalogFile, Database, LinkName } from './catalog.js';
import { formatCatalogFile, parseCatalogFile } from './catalog-file.js';

/** What EInfo says about one database. */
export interface DatabaseFacts {
  /** The name it was asked by: EInfo answers `nucleotide` as `nuccore`. */
  readonly name: string;
  readonly label: string;
  readonly links: readonly { readonly name: string; readonly menu: string; readonly to: string }[];
}

/** A link name that ELink shows of a record. */
export type ShownLink = Pick<LinkName, 'name' | 'from' | 'to' | 'label'>;

/** How a list of named entries became another. */
interface Diff<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
}

/** What a refresh would change. */
export interface CatalogChanges {
  readonly databases: Diff<Database>;
  readonly links: Diff<LinkName>;
}

/**
 * Rebuilds the catalog from EInfo's answers about every database.
 *
 * EInfo is not the whole truth (protocol: recorded 2025): it still advertises links to databases that are gone, which are
 * left out, and does not know links that ELink answers (`pubmed_pubmed_citedin`), which are kept as long as both their
 * databases live. What only recordings can tell, whether a link is scored and which database is another name of which, is
 * carried over; a new link between two databases is not scored, inside one database it is not known.
 *
 * @param shown - Links that records were seen to have; those that EInfo does not list are added.
 * @throws Error when EInfo gives one link name different ends, or a name that no catalog may hold.
 */
export function refreshCatalog(
  current: Catalog,
  infos: readonly DatabaseFacts[],
  shown: readonly ShownLink[] = [],
): { readonly catalog: CatalogFile; readonly changes: CatalogChanges } {
  const living = new Set(infos.map(({ name }) => name));
  const databases = refreshDatabases(current, infos);
  const aliases = new Map(databases.flatMap(({ name, aliasOf }) => (aliasOf === undefined ? [] : [[name, aliasOf]])));
  const record = (db: string): string => aliases.get(db) ?? db;

  const links = new Map<string, LinkName>();
  for (const info of infos) {
    for (const { name, menu, to } of info.links) {
      if (living.has(to)) {
        addLink(links, current, { name, from: record(info.name), to: record(to), label: menu });
      }
    }
  }
  for (const link of current.links) {
    if (link.origin === 'elink' && !links.has(link.name) && living.has(link.from) && living.has(link.to)) {
      links.set(link.name, link);
    }
  }
  for (const { name, from, to, label } of shown) {
    const { lastSeen, ...link } = links.get(name) ?? {};
    if (lastSeen !== undefined) {
      links.set(name, link as LinkName);
    }
    if (!links.has(name) && living.has(from) && living.has(to)) {
      const ends = { from: record(from), to: record(to) };
      links.set(name, { name, ...ends, label, scored: ends.from === ends.to ? null : false, origin: 'elink' });
    }
  }

  const rebuilt: CatalogFile = { version: 1, sources: current.sources, databases, links: [...links.values()] };
  // Through the file's own reader, so that a refresh never yields a catalog which the next start refuses.
  const catalog = parseCatalogFile(formatCatalogFile(rebuilt));
  return {
    catalog,
    changes: { databases: diff(current.databases, catalog.databases), links: diff(current.links, catalog.links) },
  };
}

/** The changes as lines for people, one an entry; none when nothing changed. */
export function describeChanges({ databases, links }: CatalogChanges): readonly string[] {
  return [
    ...describeDiff('database', databases, ({ name, label }) => `${name} (${label})`),
    ...describeDiff('link', links, describeLink, describeNewLink),
  ];
}

function describeLink({ name, from, to, label }: LinkName): string {
  return `${name} (${from} -> ${to}${label && `, ${label}`})`;
}

/** Only a new link can be a hidden one that was just found. */
function describeNewLink(link: LinkName): string {
  return `${describeLink(link)}${link.origin === 'elink' ? '; EInfo does not list it' : ''}`;
}

function refreshDatabases(current: Catalog, infos: readonly DatabaseFacts[]): readonly Database[] {
  const living = new Set(infos.map(({ name }) => name));
  const aliases = new Map(current.databases.map(({ name, aliasOf }) => [name, aliasOf]));
  return infos.map(({ name, label }) => {
    const aliasOf = aliases.get(name);
    return aliasOf !== undefined && living.has(aliasOf) ? { name, label, aliasOf } : { name, label };
  });
}

function addLink(
  links: Map<string, LinkName>,
  current: Catalog,
  { name, from, to, label }: Pick<LinkName, 'name' | 'from' | 'to' | 'label'>,
): void {
  const other = links.get(name);
  if (other !== undefined && (other.from !== from || other.to !== to)) {
    throw new Error(`EInfo lists the link ${name} as ${other.from} -> ${other.to} and as ${from} -> ${to}.`);
  }
  const known = current.link(name);
  const scored = known === undefined ? (from === to ? null : false) : known.scored;
  links.set(name, { name, from, to, label, scored, origin: 'einfo' });
}

function diff<T extends { readonly name: string }>(before: readonly T[], after: readonly T[]): Diff<T> {
  const old = new Map(before.map((entry) => [entry.name, entry]));
  const names = new Set(after.map(({ name }) => name));
  return {
    added: after.filter(({ name }) => !old.has(name)),
    removed: before.filter(({ name }) => !names.has(name)),
    changed: after.flatMap((entry) => {
      const previous = old.get(entry.name);
      return previous !== undefined && changedMembers(previous, entry).length > 0
        ? [{ before: previous, after: entry }]
        : [];
    }),
  };
}

function describeDiff<T extends { readonly name: string }>(
  kind: string,
  { added, removed, changed }: Diff<T>,
  title: (entry: T) => string,
  titleOfNew = title,
): readonly string[] {
  return [
    ...added.map((entry) => `new ${kind}: ${titleOfNew(entry)}`),
    ...removed.map((entry) => `gone ${kind}: ${title(entry)}`),
    ...changed.map(
      ({ before, after }) => `changed ${kind}: ${after.name}, ${changedMembers(before, after).join(', ')}`,
    ),
  ];
}

/** The members that differ, each as `label "old" -> "new"`. */
function changedMembers(before: object, after: object): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((member) =>
    old.get(member) === now.get(member)
      ? []
      : [`${member} ${JSON.stringify(old.get(member))} -> ${JSON.stringify(now.get(member))}`],
  );
}
