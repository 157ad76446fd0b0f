import { malformed } from '../failures/malformed.js';
import { child, childrenNamed, textOf, type XmlElement } from '../body/xml.js';

/** The items of a list inside an element; none where it has no such list. */
export function itemsIn(element: XmlElement, list: string, item: string): XmlElement[] {
  const found = child(element, list);
  return found === undefined ? [] : childrenNamed(found, item);
}

/** Characters of a text with its markup, which is read at once; the longest abstract of PubMed is far shorter. */
const MAX_SIZE = 500_000;

/** All text in order, whatever markup it stands in; the line ends and indents of the XML become single blanks. */
export function lineOf(element: XmlElement): string {
  if (element.size > MAX_SIZE) {
    throw malformed(`NCBI sent a text of more than ${MAX_SIZE} characters.`);
  }
  return textOf(element)
    .replace(/[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g, ' ')
    .trim();
}
