import { SLICE } from './slices.js';

/**
 * The text of an answer; a long one in pieces of some 64 kB, none of which cuts a character. Joined, 60 MB would take
 * a third of a second in which nothing else is done.
 */
export type Text = string | readonly string[];

/** Characters in all. */
export function lengthOf(text: Text): number {
  return typeof text === 'string' ? text.length : text.reduce((sum, piece) => sum + piece.length, 0);
}

/** The text in one piece. */
export function wholeOf(text: Text): string {
  return typeof text === 'string' ? text : text.join('');
}

/** The first characters. */
export function startOf(text: Text, length: number): string {
  if (typeof text === 'string') {
    return text.slice(0, length);
  }
  let start = '';
  for (const piece of text) {
    start += piece.slice(0, length - start.length);
    if (start.length === length) {
      break;
    }
  }
  return start;
}

/**
 * A text in pieces. Those of a long string are copies: a part of a string would keep all of it in memory for as long as
 * a value lives that was read from it.
 */
export function* piecesOf(text: Text): Generator<string> {
  if (typeof text !== 'string') {
    yield* text;
    return;
  }
  for (let start = 0; start < text.length;) {
    const end = start + SLICE;
    const cutsPair = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    const piece = text.slice(start, cutsPair ? end - 1 : end);
    yield text.length <= SLICE ? piece : Buffer.from(piece).toString();
    start += piece.length;
  }
}
