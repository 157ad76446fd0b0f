const SCHEME = /^[a-z][a-z\d+-]*:/i;
const OF_PAGES = /^(?:https?|ftp):/i;

/**
 * Whether a text is the address of a page; some providers leave the scheme out. Words in its place would pass for a page,
 * and a program, `javascript:` or `data:`, would run where somebody follows it.
 */
export function isPageAddress(text: string): boolean {
  return !/\p{Cc}/u.test(text) && (SCHEME.test(text) ? OF_PAGES.test(text) : !/\s/.test(text));
}
