import { type Doc, dateAt, docAt, docsAt, flagAt, numberAt, textAt, textsAt, unreadable } from './docsum.js';

/** The GraphQL scalars that summary fields use. */
type ScalarName = 'String' | 'Int' | 'Float' | 'Boolean' | 'Date';

/** What a summary field gives: a scalar, the part of the document its shape reads, or a list of either; null for nothing. */
type SummaryValue = string | number | boolean | Doc | readonly string[] | readonly Doc[] | null;

/**
 * One typed field of a record, read from its summary document. It is data: the schema builder makes a GraphQL field of it.
 *
 * `read` gives the field's value, null where NCBI gives none; for a {@link SummaryShape} the part of the document which
 * the fields of the shape read in turn. It throws EntrezError `MALFORMED_RESPONSE` where NCBI gives something else than the
 * field's type.
 */
export interface SummaryField {
  /** Becomes the description in the schema. */
  readonly description: string;
  readonly type: ScalarName | SummaryShape;
  readonly list: boolean;
  read(doc: Doc): SummaryValue;
}

/** The summary fields of a database or shape by GraphQL name. */
export type SummaryFields = Readonly<Record<string, SummaryField>>;

/** An object type inside a summary. Its name is unique in the schema. */
export interface SummaryShape {
  readonly name: string;
  readonly description: string;
  readonly fields: SummaryFields;
}

interface ScalarOptions {
  /** The texts by which NCBI says that there is no value, besides the blank. */
  readonly none?: readonly string[];
}

/** A text; also for identifiers that look like numbers, since they are handed on as uids. */
export function text(path: string, description: string, options: ScalarOptions = {}): SummaryField {
  return scalar('String', path, description, options, textAt);
}

/** A whole number that is sure to fit GraphQL's 32 bits. */
export function integer(path: string, description: string, options: ScalarOptions = {}): SummaryField {
  return scalar('Int', path, description, options, (doc) => wholeNumberAt(doc, path, 2 ** 31 - 1));
}

/** A whole number that may need more than GraphQL's 32 bits, and is therefore a Float there. */
export function bigInteger(path: string, description: string, options: ScalarOptions = {}): SummaryField {
  return scalar('Float', path, description, options, (doc) => wholeNumberAt(doc, path, Number.MAX_SAFE_INTEGER));
}

export function decimal(path: string, description: string, options: ScalarOptions = {}): SummaryField {
  return scalar('Float', path, description, options, numberAt);
}

/** A yes or no. */
export function flag(path: string, description: string): SummaryField {
  return scalar('Boolean', path, description, {}, flagAt);
}

/** A day as `YYYY-MM-DD`. */
export function date(path: string, description: string): SummaryField {
  return scalar('Date', path, description, {}, dateAt);
}

/** A list of texts, or one text with a separator between its parts. */
export function texts(path: string, description: string, separator?: string): SummaryField {
  return { description, type: 'String', list: true, read: (doc) => textsAt(doc, path, separator) };
}

/** A text worked out from several members. */
export function derived(description: string, read: (doc: Doc) => string | null): SummaryField {
  return { description, type: 'String', list: false, read };
}

export function object(shape: SummaryShape, path: string, description: string): SummaryField {
  return { description, type: shape, list: false, read: (doc) => docAt(doc, path) };
}

export function objects(shape: SummaryShape, path: string, description: string): SummaryField {
  return { description, type: shape, list: true, read: (doc) => docsAt(doc, path) };
}

function scalar(
  type: ScalarName,
  path: string,
  description: string,
  { none = [] }: ScalarOptions,
  valueAt: (doc: Doc, path: string) => string | number | boolean | null,
): SummaryField {
  return {
    description,
    type,
    list: false,
    read: (doc) => (none.length > 0 && none.includes(textAt(doc, path) ?? '') ? null : valueAt(doc, path)),
  };
}

function wholeNumberAt(doc: Doc, path: string, max: number): number | null {
  const value = numberAt(doc, path);
  if (value !== null && !(Number.isInteger(value) && Math.abs(value) <= max)) {
    throw unreadable(path, `a whole number of at most ${max}`);
  }
  return value;
}
