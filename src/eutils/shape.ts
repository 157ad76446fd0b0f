import { malformed } from './malformed.js';

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

/** A count, which NCBI writes as a string or as a number; `undefined` where it is missing, blank or negative. */
export function optionalCount(value: unknown): number | undefined {
  const text = optionalText(value);
  const count = text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  return Number.isSafeInteger(count) ? count : undefined;
}

/**
 * A count, which NCBI writes as a string or as a number.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is no whole number.
 */
export function countOf(value: unknown, what: string): number {
  const count = optionalCount(value);
  if (count === undefined) {
    throw malformed(`NCBI's answer has no count "${what}".`);
  }
  return count;
}

/**
 * A number, which NCBI writes as a string or as a number.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is none.
 */
export function numberOf(value: unknown, what: string): number {
  const number = Number(optionalText(value) ?? Number.NaN);
  if (!Number.isFinite(number)) {
    throw malformed(`NCBI's answer has no number "${what}".`);
  }
  return number;
}

/**
 * A uid: digits, written by NCBI as a string or, in old answers, as a number.
 *
 * @param what - its name in the answer, for the message.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it is something else.
 */
export function uidOf(value: unknown, what: string): string {
  const text = optionalText(value);
  if (text === undefined || !/^\d+$/.test(text)) {
    throw malformed(`NCBI's answer has something else than a uid in "${what}".`);
  }
  return text;
}
