import type { EntrezError } from '../failures/errors.js';
import { malformed } from '../failures/malformed.js';

/** Far deeper than any answer of NCBI; keeps walks over a value from exhausting the stack. */
export const MAX_DEPTH = 100;

/**
 * Reads a JSON text as NCBI writes it: a byte order mark is skipped, and control characters that stand unescaped inside
 * strings are accepted (protocol: ESearch and ELink print line ends into their error sentences, recorded 2026).
 * Everything else is JSON to the letter.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when the text is empty, cut off or not JSON, is nested too deep,
 * or has a number that JavaScript cannot hold exactly: a rounded uid would be the uid of another record.
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') {
    throw malformed('NCBI sent an empty answer.');
  }
  return exact(parseStrict(json) ?? parseRepaired(json));
}

function parseStrict(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The repair is rare, and many times slower than this parser.
    return undefined;
  }
}

/** Gives the value back when it is not nested too deep and all its numbers are as they were written. */
function exact(value: unknown): unknown {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw tooDeep();
    }
    const next: unknown[] = [];
    for (const container of level) {
      checkMembers(container, next);
    }
    level = next;
  }
  return value;
}

function checkMembers(container: unknown, inner: unknown[]): void {
  const members: readonly unknown[] =
    typeof container !== 'object' || container === null
      ? [container]
      : Array.isArray(container)
        ? container
        : Object.values(container);
  for (const member of members) {
    if (typeof member === 'number' && !(Math.abs(member) <= Number.MAX_SAFE_INTEGER)) {
      throw malformed('NCBI sent a number that is too large to be exact.');
    }
    if (typeof member === 'object' && member !== null) {
      inner.push(member);
    }
  }
}

function parseRepaired(json: string): unknown {
  try {
    return JSON.parse(escapeControlCharacters(json));
  } catch (cause) {
    // The parser's own message quotes the body, hence only as cause.
    throw unreadable(cause);
  }
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
