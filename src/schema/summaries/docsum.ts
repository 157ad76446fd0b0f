import { EntrezError } from '../../eutils/failures/errors.js';
import { isObject, type JsonObject } from '../../eutils/body/shape.js';

/**
 * A summary document, or a part of one, as ESummary sent it. Nothing about its members is sure: NCBI writes numbers as
 * text, nothing as `""`, and changes both between databases (protocol: recorded 2012 to 2026).
 *
 * All readers here give null for what is missing or blank, and throw `MALFORMED_RESPONSE` for what is there but is
 * something else than asked for, so that no value is lost in silence. A path is a key, or keys joined by dots; digits
 * point into a list.
 */
export type Doc = JsonObject;

/** The value at a path as text without blanks around it. */
export function textAt(doc: Doc, path: string): string | null {
  return textOf(lookup(doc, path), path);
}

/** The number at a path, also where NCBI wrote it as text. */
export function numberAt(doc: Doc, path: string): number | null {
  const text = textAt(doc, path);
  if (text === null) {
    return null;
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) {
    throw unreadable(path, 'a number');
  }
  return Number(text);
}

const YES = new Set(['1', 'true', 'y', 'yes']);
const NO = new Set(['0', 'false', 'n', 'no']);

/** The yes or no at a path, in any of NCBI's spellings. */
export function flagAt(doc: Doc, path: string): boolean | null {
  const word = textAt(doc, path)?.toLowerCase();
  if (word === undefined) {
    return null;
  }
  if (!YES.has(word) && !NO.has(word)) {
    throw unreadable(path, 'yes or no');
  }
  return YES.has(word);
}

/**
 * The date at a path as `YYYY-MM-DD`. Dates are free text at NCBI, so what is not a whole date gives null, as does year 1,
 * which stands for "none" (`1/01/01 00:00`).
 */
export function dateAt(doc: Doc, path: string): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]|$)/.exec(textAt(doc, path) ?? '') ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = Number(year) > 1 && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return exists ? [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') : null;
}

/** The texts at a path: a list of texts, or one text, which is cut at the separator when there is one. Blank ones are left out. */
export function textsAt(doc: Doc, path: string, separator?: string): readonly string[] | null {
  const value = lookup(doc, path);
  if (value === undefined || value === null) {
    return null;
  }
  const parts = Array.isArray(value) ? value.map((item) => textOf(item, path)) : [textOf(value, path)];
  return parts
    .flatMap((part) => (separator === undefined ? part : (part?.split(separator) ?? null)))
    .flatMap((part) => part?.trim() ?? [])
    .filter((part) => part !== '');
}

/** The part at a path that has members of its own. */
export function docAt(doc: Doc, path: string): Doc | null {
  const value = lookup(doc, path);
  if (isBlank(value)) {
    return null;
  }
  if (!isObject(value)) {
    throw unreadable(path, 'an object');
  }
  return value;
}

/** The list of such parts at a path; a single one counts as a list of one. */
export function docsAt(doc: Doc, path: string): readonly Doc[] | null {
  const value = lookup(doc, path);
  if (value === undefined || value === null) {
    return null;
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : isBlank(value) ? [] : [value];
  if (!items.every(isObject)) {
    throw unreadable(path, 'a list of objects');
  }
  return items;
}

/** The failure for a member that is there but is not what it should be. */
export function unreadable(path: string, expected: string): EntrezError {
  return new EntrezError(
    'MALFORMED_RESPONSE',
    `The member "${path}" of NCBI's summary is not ${expected}; the field docsum gives it as it came.`,
  );
}

/** Paths are written in the schema, so there are some hundreds of them. */
const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const known = steps.get(path);
  if (known) {
    return known;
  }
  const found = path.split('.');
  steps.set(path, found);
  return found;
}

function lookup(doc: Doc, path: string): unknown {
  let value: unknown = doc;
  for (const step of stepsOf(path)) {
    if (isObject(value)) {
      value = value[step];
    } else if (isBlank(value)) {
      return undefined;
    } else if (Array.isArray(value) && /^\d+$/.test(step)) {
      value = value[Number(step)];
    } else {
      throw unreadable(path, 'where it was');
    }
  }
  return value;
}

function textOf(value: unknown, path: string): string | null {
  if (typeof value === 'string') {
    return value.trim() || null;
  }
  // NCBI wraps a text that has attributes in XML as {"value": text}: medgen definitions, genome titles.
  const scalar = isObject(value) && 'value' in value ? value.value : value;
  if (isBlank(scalar)) {
    return null;
  }
  if (typeof scalar !== 'string' && typeof scalar !== 'number' && typeof scalar !== 'boolean') {
    throw unreadable(path, 'a single value');
  }
  return String(scalar).trim();
}

/** Whether NCBI says nothing by this value. */
function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0) ||
    (isObject(value) && Object.keys(value).length === 0)
  );
}
