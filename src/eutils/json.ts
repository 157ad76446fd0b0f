import { malformed } from './malformed.js';

/**
 * Reads a JSON text as NCBI writes it: a byte order mark is skipped, and control characters that stand unescaped inside
 * strings are accepted (protocol: ESearch and ELink print line ends into their error sentences, recorded 2026).
 * Everything else is JSON to the letter.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when the text is empty, cut off or not JSON.
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') {
    throw malformed('NCBI sent an empty answer.');
  }
  try {
    return JSON.parse(json);
  } catch {
    // Rare, so only now: the strict parser is many times faster than the repair.
    return parseRepaired(json);
  }
}

function parseRepaired(json: string): unknown {
  try {
    return JSON.parse(escapeControlCharacters(json));
  } catch (cause) {
    // The parser's own message quotes the body, hence only as cause.
    throw malformed('NCBI sent JSON that cannot be read or is cut off.', cause);
  }
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
