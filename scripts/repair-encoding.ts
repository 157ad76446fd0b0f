/** What Windows-1252 has in place of control characters, from 0x80 on; blanks where it has nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Encodings that UTF-8 was taken for: what each shows for the bytes from 0 to 255. */
const CODE_PAGES: readonly (readonly string[])[] = [
  // By hand, since Node's decoder takes this name for Latin-1.
  Array.from(BYTES, (byte) =>
    byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : (WINDOWS_1252[byte - 0x80] ?? ''),
  ),
  ...['windows-1256', 'macintosh'].map((name) => Array.from(new TextDecoder(name).decode(BYTES))),
];

/** The lead of a UTF-8 sequence that was read as letters or signs of another, and something that may follow it. */
const GARBLED = /[ÂÃÅÄÎÏأ√][^\w\s"]|ï¿½|�/;

/**
 * Undoes UTF-8 that was read as something else, however often ("DÃ¶tsch" is "Dötsch"), as it stands in some
 * bibliographies.
 *
 * @returns `undefined` when the text is damaged beyond that.
 */
export function repairEncoding(text: string): string | undefined {
  if (!GARBLED.test(text)) {
    return text;
  }
  for (const page of CODE_PAGES) {
    const bytes = Array.from(text, (character) => page.indexOf(character));
    const repaired = bytes.includes(-1) ? undefined : decode(Uint8Array.from(bytes));
    if (repaired !== undefined) {
      return repairEncoding(repaired);
    }
  }
  return undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 beneath: nothing is left to go by.
    return undefined;
  }
}
