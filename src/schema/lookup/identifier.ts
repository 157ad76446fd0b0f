import type { DocSum } from '../../eutils/records/esummary.js';
import type { Lookup } from '../../loading/definitions/lookups.js';
import { docsAt, textAt } from '../summaries/docsum.js';
import type { MatchKind } from './match-kind.js';

/** How records are searched by an identifier, whatever their database. */
export type IdentifierSearch = Omit<Lookup, 'db' | 'identifier'>;

/** An argument that names a record by something else than its uid. */
export interface Identifier {
  readonly argument: string;
  /** The argument of a list of them. */
  readonly plural: string;
  /** What a value must be, as a part of a sentence. */
  readonly expected: string;
  /** Whether it may be written as a number, without quotes. */
  readonly numeric?: boolean;
  /** The value in its one plain form; undefined when it cannot be such an identifier. */
  readonly parse: (value: string) => string | undefined;
  /** Values that can be nothing else. Without it, only the argument or a CURIE says that a value is such an identifier. */
  readonly recognize?: RegExp | undefined;
  /** Values that are such an identifier where a record of this database is meant. Default: those recognized anywhere. */
  readonly recognizeHere?: RegExp;
  /** Values that are tried as such an identifier when no record of another database has them. */
  readonly lastResort?: RegExp;
  /** What stands before it in CURIEs, in lower case: names and synonyms of Bioregistry. */
  readonly prefixes?: readonly string[];
  /** Prefixes of records of other databases, which lead to a record of this one where that is meant. */
  readonly borrowed?: readonly string[];
  readonly how: MatchKind;
  /** How a record matches whose summary does not show the identifier. */
  readonly howUnseen?: MatchKind;
  /** How the record is searched. Without it the plain form is the uid, and finding the record costs nothing. */
  readonly search?: IdentifierSearch;
  /** The uid that a plain form holds; undefined for one that must be searched. */
  readonly uidOf?: (plain: string) => string | undefined;
  readonly scope?: Scope;
  readonly narrowings?: readonly Narrowing[];
  /** What the value may be besides, when no record carries it. */
  readonly otherwise?: Otherwise;
}

/** A second search, for values that no record carries as they are. */
export interface Otherwise {
  /** Distinguishes it from other searches of the database. */
  readonly name: string;
  readonly how: MatchKind;
  /** The value to search for; undefined where there is nothing else to search. */
  readonly keyOf: (plain: string) => string | undefined;
  readonly search: IdentifierSearch;
  /** Says what a record found so is to the value; undefined when it is nothing to it. */
  readonly explain: (summary: DocSum, plain: string) => string | undefined;
  /** Whether the record found is only named to the caller, not given instead. */
  readonly isOther?: boolean;
}

/** An argument that says among which records to search, and becomes a part of the value. */
export interface Scope {
  readonly argument: string;
  readonly description: string;
  /** Stands in when the argument is not given. */
  readonly fallback: string;
  /** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
  readonly join: (plain: string, scope: string) => string;
}

/** An argument that tells records of one name apart, and becomes a part of the search. */
export interface Narrowing {
  readonly argument: string;
  readonly description: string;
  /** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
  readonly term: (value: string) => string;
  /** Whether a summary says so, where it says: NCBI drops what it does not understand, and finds more. */
  readonly isMet?: (summary: DocSum, value: string) => boolean;
}

/** The identifiers of the records of one database. */
export interface DatabaseRules {
  /** What stands before a uid in CURIEs, in lower case, besides the name of the database. */
  readonly uidPrefixes?: readonly string[];
  /** Another way to write a uid, which it captures. */
  readonly uidForm?: RegExp;
  /** The CURIE of a record. Without it, the name of the database and the uid make one. */
  readonly curie?: Curie;
  readonly identifiers?: readonly Identifier[];
  /** Where summaries say what tells records of one name apart, by what it is called. */
  readonly distinctions?: Readonly<Record<string, string>>;
}

/** How a CURIE is made. */
type Curie =
  | { readonly ofUid: (uid: string) => string }
  // A summary may lack what it takes.
  | { readonly ofSummary: (summary: DocSum) => string | undefined };

type Reader = (summary: DocSum) => readonly string[];

/** Takes the part of a value that a pattern captures. */
export function captured(pattern: RegExp): Identifier['parse'] {
  return (value) => pattern.exec(value.trim())?.[1];
}

/** The same in capitals, for identifiers that are written so. */
export function capitals(pattern: RegExp): Identifier['parse'] {
  return (value) => captured(pattern)(value)?.toUpperCase();
}

/** Looks a value up in one search field. */
export function tagged(field: string): IdentifierSearch['term'] {
  return (value) => `${value}[${field}]`;
}

/** Looks a value with spaces or signs in it up in one search field. */
export function quoted(field: string): IdentifierSearch['term'] {
  return (value) => `"${value}"[${field}]`;
}

/** Reads the members of a summary that have a value. */
export function members(...paths: readonly string[]): Reader {
  return (summary) => paths.map((path) => textAt(summary, path)).filter((text) => text !== null);
}

/** Reads the same with and without versions. */
export function versioned(...paths: readonly string[]): Reader {
  return (summary) => members(...paths)(summary).flatMap((name) => [name, name.replace(VERSION, '')]);
}

export const VERSION = /\.\d+$/;

/** Looks an accession up in one search field, in all its versions when it is given without one. */
export function anyVersion(field: string): IdentifierSearch['term'] {
  // Whether an index also has accessions without versions is not recorded, so that both forms are searched.
  return (value) => (VERSION.test(value) ? `${value}[${field}]` : `(${value}[${field}] OR ${value}*[${field}])`);
}

/** Names the newer version of a record that a summary shows, to those who ask for an older one. */
export function olderVersion(
  search: IdentifierSearch,
  shownIn: (summary: DocSum) => string | null,
  name = 'accession',
): Otherwise {
  return {
    name,
    how: 'OLD_VERSION',
    isOther: true,
    keyOf: (plain) => (plain.includes('.') ? plain.replace(/\..*$/, '') : undefined),
    search,
    explain: (summary, plain) => {
      const current = shownIn(summary) ?? '';
      return isOlder(plain, current) ? `"${plain}" is an older version of ${current}.` : undefined;
    },
  };
}

/** Compares the numbers behind the full stops: NM_152783.2 with NM_152783.3, phs000007.v1.p1 with phs000007.v33.p14. */
function isOlder(asked: string, current: string): boolean {
  const [name = '', ...versions] = asked.split('.');
  const [currentName = '', ...currentVersions] = current.split('.');
  const numberOf = (version = ''): number => Number(version.replace(/^\D/, ''));
  const first = versions.findIndex((version, index) => numberOf(version) !== numberOf(currentVersions[index]));
  return (
    sameAs(name)(currentName) &&
    numberOf(versions[0]) >= 1 &&
    numberOf(versions[first]) < numberOf(currentVersions[first])
  );
}

/** Makes CURIEs of a member of the summary. */
export function curieOf(prefix: string, path: string): Curie {
  return {
    ofSummary: (summary) => {
      const local = textAt(summary, path);
      return local === null ? undefined : `${prefix}:${local}`;
    },
  };
}

/** An accession that nothing else looks like, and that the summary shows. */
export function accession(
  example: string,
  pattern: RegExp,
  field: string,
  paths: readonly string[],
): Identifier & { readonly search: IdentifierSearch } {
  return {
    argument: 'accession',
    plural: 'accessions',
    expected: `an accession such as ${example}`,
    parse: capitals(pattern),
    recognize: pattern,
    how: 'ACCESSION',
    search: { term: tagged(field), namesIn: versioned(...paths) },
  };
}

/** Reads the identifiers of one type that the summary of an article lists. */
export function articleIds(type: string): Reader {
  return (summary) =>
    (docsAt(summary, 'articleids') ?? [])
      .filter((id) => textAt(id, 'idtype') === type)
      .flatMap((id) => textAt(id, 'value') ?? []);
}

/** Whether a text is another one, capitals aside. */
export function sameAs(wanted: string): (text: string) => boolean {
  return (text) => text.toLowerCase() === wanted.toLowerCase();
}
