import type { Text } from '../body/text.js';
import { jsonAnswer, withoutError } from '../body/answer.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { countOf, isSameDatabase, listOf, nameOf, objectOf, optionalText, type JsonObject } from '../body/shape.js';
import type { EutilsRequest } from '../wire.js';

/** What EInfo tells about one database. */
export interface DatabaseInfo {
  /** As echoed: asked for `nucleotide`, NCBI answers `nuccore`. */
  readonly name: string;
  readonly menuName: string;
  readonly description: string;
  readonly build?: string;
  /** Records in the database. */
  readonly count: number;
  /** NCBI's local time as `2025/06/25 07:12`. */
  readonly lastUpdate?: string;
  /** Stale and incomplete: it names retired databases and lacks names ELink answers (protocol: recorded 2025). */
  readonly links: readonly DatabaseLink[];
  readonly fields: readonly SearchField[];
}

/** A link name that starts from a database. */
export interface DatabaseLink {
  readonly name: string;
  readonly menu: string;
  readonly description: string;
  /** The target; not to be derived from the name. */
  readonly to: string;
}

/** A field a search term may name in square brackets. */
export interface SearchField {
  /** The short form, such as `TITL`. */
  readonly name: string;
  readonly fullName: string;
  readonly description: string;
  /** Distinct terms; absent where NCBI leaves it blank. */
  readonly termCount?: number;
  readonly isDate: boolean;
  readonly isNumerical: boolean;
  readonly singleToken: boolean;
  readonly hierarchy: boolean;
  readonly hidden: boolean;
}

/** Asks EInfo about one database, or for the list of all. */
export function infoRequest(db?: string): EutilsRequest {
  return {
    utility: 'einfo',
    retmode: 'json',
    params: [...(db === undefined ? [] : [['db', db] as const]), ['version', '2.0'], ['retmode', 'json']],
    idCount: 0,
  };
}

/**
 * Reads the names of all databases, in NCBI's order.
 *
 * @throws EntrezError `UPSTREAM_UNAVAILABLE`, retryable, when NCBI reports an error; `MALFORMED_RESPONSE`, retryable,
 * when the answer cannot be read, lists no database, or lists one twice.
 */
export function decodeDatabaseList(body: Text): string[] {
  const names = listOf(resultOf(body).dblist, 'dblist').map((name) => nameOf(name, 'dblist'));
  if (names.length === 0 || new Set(names).size < names.length) {
    throw contradiction('NCBI lists a database twice, or none at all.');
  }
  return names;
}

/**
 * Reads the description of one database.
 *
 * @throws EntrezError `BAD_USER_INPUT` when NCBI does not know the database; `UPSTREAM_UNAVAILABLE`, retryable, when it
 * reports another error; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read, leaves out the link names or the
 * search fields, or describes another database than `db`.
 */
export function decodeDatabaseInfo(body: Text, db: string): DatabaseInfo {
  const [only, ...others] = listOf(resultOf(body).dbinfo, 'dbinfo');
  const info = objectOf(only, 'dbinfo');
  const name = nameOf(info.dbname, 'dbname');
  if (others.length > 0 || !isSameDatabase(name, db)) {
    throw contradiction(`NCBI described another database than ${db}.`);
  }
  const build = optionalText(info.dbbuild);
  const lastUpdate = optionalText(info.lastupdate);
  return {
    name,
    menuName: optionalText(info.menuname) ?? '',
    description: optionalText(info.description) ?? '',
    ...(build !== undefined && { build }),
    count: countOf(info.count, 'count', Number.MAX_SAFE_INTEGER),
    ...(lastUpdate !== undefined && { lastUpdate }),
    links: distinct(listOf(info.linklist, 'linklist').map((link) => readLink(objectOf(link, 'linklist')))),
    fields: distinct(listOf(info.fieldlist, 'fieldlist').map((field) => readField(objectOf(field, 'fieldlist')))),
  };
}

/** Gives a list back in which each name stands once. */
function distinct<T extends { readonly name: string }>(named: readonly T[]): readonly T[] {
  if (new Set(named.map(({ name }) => name)).size < named.length) {
    throw contradiction('NCBI described one link name or search field twice.');
  }
  return named;
}

function resultOf(body: Text): JsonObject {
  return withoutError(objectOf(jsonAnswer(body, 'einfo').einforesult, 'einforesult'));
}

function readLink(link: JsonObject): DatabaseLink {
  return {
    name: nameOf(link.name, 'linklist'),
    menu: optionalText(link.menu) ?? '',
    description: optionalText(link.description) ?? '',
    to: nameOf(link.dbto, 'dbto'),
  };
}

function readField(field: JsonObject): SearchField {
  const termCount =
    optionalText(field.termcount) === undefined
      ? undefined
      : countOf(field.termcount, 'termcount', Number.MAX_SAFE_INTEGER);
  const flag = (name: string): boolean => {
    const value = field[name];
    if (value !== 'Y' && value !== 'N') {
      throw malformed(`NCBI described a search field with something else than Y or N as "${name}".`);
    }
    return value === 'Y';
  };
  return {
    name: nameOf(field.name, 'fieldlist'),
    fullName: optionalText(field.fullname) ?? '',
    description: optionalText(field.description) ?? '',
    ...(termCount !== undefined && { termCount }),
    isDate: flag('isdate'),
    isNumerical: flag('isnumerical'),
    singleToken: flag('singletoken'),
    hierarchy: flag('hierarchy'),
    hidden: flag('ishidden'),
  };
}
