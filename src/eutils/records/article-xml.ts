import { child, childrenNamed, textOf, type XmlElement } from '../body/xml.js';

/** The items of a list inside an element; none where it has no such list. */
export function itemsIn(element: XmlElement, list: string, item: string): XmlElement[] {
  const found = child(element, list);
  return found === undefined ? [] : childrenNamed(found, item);
}

/** All text in order, whatever markup it stands in; the line ends and indents of the XML become single blanks. */
export function lineOf(element: XmlElement): string {
  return textOf(element)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}
