/**
 * Readers of recorded bodies that share nothing with the decoders: patterns over the text, and `JSON.parse`.
 */

/** What the first group of a pattern matches in a text, in order. */
export function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}

/** The text of every element of this name, in order, without markup, blanks around it, and character references. */
export function texts(xml: string, element: string): string[] {
  return matches(xml, new RegExp(`<${element}(?: [^>]*)?>(.*?)</${element}>`, 'gs')).map(plain);
}

/** How many elements of this name there are. */
export function count(xml: string, element: string): number {
  return matches(xml, new RegExp(`<(${element})[ />]`, 'g')).length;
}

/** All letters and digits of a text: what no way of laying markup or blanks out may change. */
export function letters(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x[0-9a-f]+|#\d+|\w+);/gi, '')
    .replaceAll(/[^a-z0-9]/gi, '');
}

/** Whether an answer reports an error, in any of its forms. */
export function isError(body: string): boolean {
  return /"errors?"|<error>/i.test(body);
}

/** An XML body without its comments. */
export function withoutComments(xml: string): string {
  return xml.replaceAll(/<!--.*?-->/gs, '');
}

function plain(text: string): string {
  return text
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}
