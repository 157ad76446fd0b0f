/** What Windows-1252 has in place of control characters, from 0x80 on; a blank where it has nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The lead of a UTF-8 sequence that was read as Latin letters, and something that may follow it. */
const GARBLED = /[ÂÃÅÄÎÏ][^\w\s"]|ï¿½|�/;

/**
 * Undoes UTF-8 that was read as Windows-1252, however often ("DÃ¶tsch" is "Dötsch"), as it stands in some
 * bibliographies.
 *
 * @returns `undefined` when the text is damaged beyond that.
 */
export function repairEncoding(text: string): string | undefined {
  if (!GARBLED.test(text)) {
    return text;
  }
  const bytes = Uint8Array.from(text, byteOf);
  if (bytes.length !== text.length || bytes.includes(0)) {
    return undefined;
  }
  try {
    return repairEncoding(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not UTF-8 beneath: nothing is left to go by.
    return undefined;
  }
}

/** The byte that Windows-1252 shows as this character; 0 for one it does not have. */
function byteOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const special = WINDOWS_1252.indexOf(character);
  if (special >= 0 && character !== ' ') {
    return 0x80 + special;
  }
  return code <= 0xff ? code : 0;
}
