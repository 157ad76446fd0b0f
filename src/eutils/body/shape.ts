import { malformed } from '../failures/malformed.js';

/** An object of a decoded JSON answer, before anything is believed about its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a decoded value is an object with members, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value as an object.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is none.
 */
export function objectOf(value: unknown, what: string): JsonObject {
  if (!isObject(value)) {
    throw malformed(`NCBI's answer has no object "${what}".`);
  }
  return value;
}

/**
 * The value as a list.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is none.
 */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw malformed(`NCBI's answer has no list "${what}".`);
  }
  return value;
}

/**
 * The value as a list, which is empty where it is missing.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is something else, such as null.
 */
export function optionalList(value: unknown, what: string): readonly unknown[] {
  return value === undefined ? [] : listOf(value, what);
}

/** A string or number as text without blanks around it; `undefined` for everything else, and for blank text. */
export function optionalText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/**
 * A string or number as text without blanks around it.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when there is no text.
 */
export function textOfScalar(value: unknown, what: string): string {
  const text = optionalText(value);
  if (text === undefined) {
    throw malformed(`NCBI's answer has no text "${what}".`);
  }
  return text;
}

/** The largest `Int` of GraphQL; no list of NCBI is longer, and its databases have half as many records (2026). */
const MAX_COUNT = 2 ** 31 - 1;

/**
 * A count, which NCBI writes as a string or as a number; `undefined` where it is missing, blank or negative, or above
 * `max`.
 */
export function optionalCount(value: unknown, max = MAX_COUNT): number | undefined {
  const text = optionalText(value);
  const count = text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  return count !== undefined && count <= max ? count : undefined;
}

/**
 * A count, which NCBI writes as a string or as a number.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is no whole number, or one above `max`.
 */
export function countOf(value: unknown, what: string, max = MAX_COUNT): number {
  const count = optionalCount(value, max);
  if (count === undefined) {
    throw malformed(`NCBI's answer has no count "${what}".`);
  }
  return count;
}

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * A number, which NCBI writes as a string or as a number.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is none, or a whole number too large to be exact.
 */
export function numberOf(value: unknown, what: string): number {
  const text = optionalText(value) ?? '';
  const number = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    throw malformed(`NCBI's answer has no number "${what}".`);
  }
  return number;
}

/** No leading zeros (protocol: true of every uid recorded 2008 to 2026), and at most what EPost takes, 2^64 - 1. */
const UID = /^[1-9]\d{0,19}$/;

/** Whether a text has the form of a uid. */
export function isUid(text: string): boolean {
  return UID.test(text);
}

/**
 * A uid: digits, written by NCBI as a string or, in old answers, as a number.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is something else.
 */
export function uidOf(value: unknown, what: string): string {
  const text = optionalText(value);
  if (text === undefined || !isUid(text)) {
    throw malformed(`NCBI's answer has something else than a uid in "${what}".`);
  }
  return text;
}

/**
 * A name of Entrez, such as `gene` or `gene_pubmed`: letters, digits and underscores (protocol: true of every database,
 * link name and search field recorded 2008 to 2026). A sentence in its place would pass for a name.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is something else.
 */
export function nameOf(value: unknown, what: string): string {
  const name = typeof value === 'string' ? value.trim() : '';
  if (!/^\w{1,100}$/.test(name)) {
    throw malformed(`NCBI's answer has something else than a name in "${what}".`);
  }
  return name;
}

/**
 * The name of an environment of stored sets: opaque, but one word without markup (protocol: recorded 2008 to 2026).
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is something else.
 */
export function webEnvOf(value: unknown): string {
  const webEnv = typeof value === 'string' ? value.trim() : '';
  if (!/^[^\s<>"'&]{1,500}$/.test(webEnv)) {
    throw malformed("NCBI's answer does not name an environment of stored sets.");
  }
  return webEnv;
}

/** Whether two names stand for one database: NCBI echoes `nucleotide` as `nuccore` (protocol: recorded 2025). */
export function isSameDatabase(a: string, b: string): boolean {
  const named = (db: string): string => (db.toLowerCase() === 'nucleotide' ? 'nuccore' : db.toLowerCase());
  return named(a) === named(b);
}
