import type { EntrezError } from '../failures/errors.js';
import { malformed } from '../failures/malformed.js';
import { isObject } from './shape.js';

/** Far deeper than any answer of NCBI; keeps walks over a value from exhausting the stack. */
export const MAX_DEPTH = 100;

/**
 * Reads a JSON text as NCBI writes it: a byte order mark is skipped, and control characters that stand unescaped inside
 * strings are accepted (protocol: ESearch and ELink print line ends into their error sentences, recorded 2026).
 * Everything else is JSON to the letter.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when the text is empty, cut off or not JSON, is nested too deep,
 * has a number that JavaScript cannot hold exactly, since a rounded uid would be the uid of another record, or names a
 * member of one object twice: of two lists of links the parser would keep the latter, which may be empty.
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') {
    throw malformed('NCBI sent an empty answer.');
  }
  const value = parseStrict(json);
  return value === undefined ? parseRepaired(json) : exact(value, json);
}

function parseStrict(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The repair is rare, and many times slower than this parser.
    return undefined;
  }
}

/** Gives the value back when it is not nested too deep and has all numbers and members as they were written. */
function exact(value: unknown, json: string): unknown {
  let level: unknown[] = [value];
  let members = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw tooDeep();
    }
    const next: unknown[] = [];
    for (const container of level) {
      members += checkMembers(container, next);
    }
    level = next;
  }
  if (members !== membersWrittenIn(json)) {
    throw repeated();
  }
  return value;
}

/** Adds what a container holds to `inner`. Returns the number of its named members. */
function checkMembers(container: unknown, inner: unknown[]): number {
  const isNamed = isObject(container);
  const members: readonly unknown[] = isNamed
    ? Object.values(container)
    : Array.isArray(container)
      ? container
      : [container];
  for (const member of members) {
    if (typeof member === 'number' && !(Math.abs(member) <= Number.MAX_SAFE_INTEGER)) {
      throw malformed('NCBI sent a number that is too large to be exact.');
    }
    if (typeof member === 'object' && member !== null) {
      inner.push(member);
    }
  }
  return isNamed ? members.length : 0;
}

const BACKSLASH = 0x5c;

/** The texts of valid JSON that have a colon behind them. */
function membersWrittenIn(json: string): number {
  let count = 0;
  for (let at = json.indexOf('"'); at >= 0; at = json.indexOf('"', at + 1)) {
    at = endOfString(json, at);
    let next = at + 1;
    while (json.charCodeAt(next) <= 0x20) {
      next += 1;
    }
    count += json[next] === ':' ? 1 : 0;
  }
  return count;
}

/** Where the string that starts at a quotation mark ends; behind the text for one that does not. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslash = end - 1;
    while (text.charCodeAt(backslash) === BACKSLASH) {
      backslash -= 1;
    }
    if ((end - backslash) % 2 === 1) {
      return end;
    }
  }
  return text.length;
}

function parseRepaired(json: string): unknown {
  const repaired = escapeControlCharacters(json);
  let value: unknown;
  try {
    value = JSON.parse(repaired);
  } catch (cause) {
    // The parser's own message quotes the body, hence only as cause.
    throw unreadable(cause);
  }
  return exact(value, repaired);
}

/** The failure of an object that has a member twice. */
export function repeated(): EntrezError {
  return malformed('NCBI sent JSON that names a member of one object twice.');
}

/** The failure of a text that is not JSON. */
export function unreadable(cause?: unknown): EntrezError {
  return malformed('NCBI sent JSON that cannot be read or is cut off.', cause);
}

/** The failure of a value that is nested deeper than {@link MAX_DEPTH}. */
export function tooDeep(): EntrezError {
  return malformed('NCBI sent JSON that is nested too deep.');
}

/** Escapes the control characters inside strings; those between values are white space or an error. */
function escapeControlCharacters(json: string): string {
  let repaired = '';
  let copied = 0;
  let inString = false;
  let afterBackslash = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inString && code < 0x20) {
      const escape = `\\u${code.toString(16).padStart(4, '0')}`;
      repaired += json.slice(copied, i) + (afterBackslash ? escape.slice(1) : escape);
      copied = i + 1;
      afterBackslash = false;
    } else if (afterBackslash) {
      afterBackslash = false;
    } else if (json[i] === '"') {
      inString = !inString;
    } else if (inString && json[i] === '\\') {
      afterBackslash = true;
    }
  }
  return repaired + json.slice(copied);
}
