import { allTexts, type Scope, texts } from '../records/facts.js';
import { readSample } from '../sample-data.js';
import type { SampleGraph } from '../sample-graph.js';
import { sortableDate } from './search-dates.js';
import { searchedFacts } from './searched-facts.js';

/**
 * How a field is searched.
 *
 * - `words`: a phrase of words somewhere in the text, else all the words.
 * - `value`: the whole value, in any case.
 * - `accession`: the same; a version that the record lacks is taken for its own.
 * - `author`: last name and initials; initials may be missing or cut short.
 * - `number`, `date`: one value or a range.
 * - `filter`: names of record sets, see {@link SearchIndex}.
 */
type FieldKind = 'words' | 'value' | 'accession' | 'author' | 'number' | 'date' | 'filter';

/** A search field of a database, under the names EInfo gives it (recorded 2025). */
export interface SearchField {
  readonly name: string;
  readonly fullName: string;
  readonly kind: FieldKind;
  /** The facts that hold its values; of a date field, the first that is a date counts. */
  readonly of: readonly string[];
  /** Other tags, in lower case. */
  readonly tags?: readonly string[];
}

/** PubMed has one date here under all its date fields, since the sample only knows the date of publication. */
interface FieldTable {
  readonly uidTags: Readonly<Record<string, readonly string[]>>;
  /** A text names the database with the same fields. */
  readonly fields: Readonly<Record<string, readonly SearchField[] | string>>;
}

const TABLE = readSample('search-fields') as FieldTable;
const ALL_FIELDS: SearchField = { name: 'ALL', fullName: 'All Fields', kind: 'words', of: [], tags: ['all'] };
const FILTER: SearchField = { name: 'FILT', fullName: 'Filter', kind: 'filter', of: [], tags: ['sb', 'subset'] };

/** The fields of a database: All Fields, UID and Filter exist everywhere and come first. */
export function fieldsOf(db: string): readonly SearchField[] {
  const uid: SearchField = { name: 'UID', fullName: 'UID', kind: 'number', of: ['uid'], tags: TABLE.uidTags[db] ?? [] };
  return [ALL_FIELDS, uid, FILTER, ...ownFields(db)];
}

function ownFields(db: string): readonly SearchField[] {
  const entry = TABLE.fields[db] ?? [];
  return typeof entry === 'string' ? ownFields(entry) : entry;
}

/**
 * The field of a tag, which may be a short name, a full name or another tag, in any case. `:exp` and `:noexp` make no
 * difference: an organism always includes those below it.
 */
export function fieldByTag(db: string, tag: string): SearchField | undefined {
  const wanted = tag
    .toLowerCase()
    .replace(/:(?:no)?exp$/, '')
    .trim();
  return fieldsOf(db).find(
    ({ name, fullName, tags = [] }) =>
      name.toLowerCase() === wanted || fullName.toLowerCase() === wanted || tags.includes(wanted),
  );
}

/** The field of untagged words (recorded 2024: All Names in taxonomy, All Fields elsewhere). */
export function untaggedField(db: string): SearchField {
  return (db === 'taxonomy' ? fieldByTag(db, 'ALLN') : undefined) ?? ALL_FIELDS;
}

/** The values of a record in a field, without repeats. */
export function valuesOf(db: string, field: SearchField, uid: string, graph: SampleGraph): ReadonlySet<string> {
  const facts = graph.record(db, uid) ?? {};
  const scope = searchedFacts(db, uid, facts, graph);
  return new Set(
    field === ALL_FIELDS
      ? [uid, ...ownFields(db).flatMap((each) => valuesIn(scope, each)), ...allTexts(facts)]
      : valuesIn(scope, field),
  );
}

function valuesIn(scope: Scope, { kind, of }: SearchField): readonly string[] {
  const values = of.flatMap((name) => texts(scope, name));
  return kind === 'date' ? values.flatMap((each) => sortableDate(each) ?? []).slice(0, 1) : values;
}
