import type { DocSum } from '../../eutils/records/esummary.js';
import type { Lookup } from '../../loading/definitions/lookups.js';
import { docsAt, textAt } from '../summaries/docsum.js';

/** How records are searched by an identifier, whatever their database. */
export type IdentifierSearch = Omit<Lookup, 'db' | 'identifier'>;

/** An argument that names a record by something else than its uid. */
export interface Identifier {
  readonly argument: string;
  /** What a value must be, as a part of a sentence. */
  readonly expected: string;
  /** Whether it may be written as a number, without quotes. */
  readonly numeric?: boolean;
  /** The value in its one plain form; undefined when it cannot be such an identifier. */
  readonly parse: (value: string) => string | undefined;
  /** How the record is searched. Without it the plain form is the uid, and finding the record costs nothing. */
  readonly search?: IdentifierSearch;
  readonly scope?: Scope;
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
