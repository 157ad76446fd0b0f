import type { RecordFacts } from '../sample-graph.js';
import { sortableDate } from './search-dates.js';

/**
 * How a field is searched.
 *
 * - `words`: a phrase of words somewhere in the text, else all the words.
 * - `value`: the whole value, in any case.
 * - `accession`: the same; a version the record does not tell is taken for its own.
 * - `author`: last name and initials; initials may be left out or cut short.
 * - `number`, `date`: one value or a range.
 * - `filter`: names of record sets, see {@link SearchIndex}.
 */
type FieldKind = 'words' | 'value' | 'accession' | 'author' | 'number' | 'date' | 'filter';

/** A search field of a database, under the names EInfo gives it (recorded 2025). */
export interface SearchField {
  readonly name: string;
  readonly fullName: string;
  readonly kind: FieldKind;
  /** Other tags by which it is known, in lower case. */
  readonly tags: readonly string[];
  readonly values: (uid: string, facts: RecordFacts) => readonly string[];
}

type Members = readonly string[];

/** A field whose values are members of the facts. */
export function field(
  name: string,
  fullName: string,
  kind: FieldKind,
  members: Members,
  ...tags: readonly string[]
): SearchField {
  return { name, fullName, kind, tags, values: (_, facts) => members.flatMap((member) => list(facts[member])) };
}

/** A date field: the first of its members that holds a date. */
export function date(name: string, fullName: string, members: Members, ...tags: readonly string[]): SearchField {
  const values = (_: string, facts: RecordFacts): readonly string[] =>
    members
      .flatMap((member) => list(facts[member]))
      .flatMap((text) => sortableDate(text) ?? [])
      .slice(0, 1);
  return { name, fullName, kind: 'date', tags, values };
}

/** A fact as texts; empty when unknown. */
export function list(value: RecordFacts[string] | undefined): readonly string[] {
  if (value === undefined) {
    return [];
  }
  return typeof value === 'object' ? value.map(String) : [String(value)];
}

/** All facts as texts, but for flags and residues. */
export function strings(facts: RecordFacts): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'boolean' || name === 'sequence' ? [] : list(value),
  );
}
