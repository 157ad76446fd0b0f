import { SaxesParser } from 'saxes';

import { malformed } from './malformed.js';
import { redact } from './redact.js';

/** An element with its content in document order; strings are the text between the elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element while its content is still being read. */
interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Far deeper than any answer of NCBI; keeps walks over the tree from exhausting the stack. */
const MAX_DEPTH = 200;

/** Characters XML forbids, but which NCBI passes through from old records. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/**
 * Reads an XML document. A DOCTYPE is skipped, never fetched and never checked: NCBI's documents and DTDs disagree.
 * Comments and processing instructions are dropped; forbidden control characters count as spaces.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when the text is empty, has only a prolog and no root element
 * (protocol: how ELink answers while its back end is gone), is cut off or is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  const append = (child: XmlElement | string): void => {
    open.at(-1)?.children.push(child);
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) {
      throw new Error(`nested more than ${MAX_DEPTH} elements deep`);
    }
    const element: OpenElement = { name, attributes, children: [] };
    append(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', append);
  parser.on('cdata', append);

  const document = text.replace(/^[\ufeff\s]+/, '').replace(FORBIDDEN, ' ');
  if (document === '') {
    throw malformed('NCBI sent an empty answer.');
  }
  try {
    parser.write(document).close();
  } catch (cause) {
    throw asMalformed(cause);
  }
  const [root] = elementsOf(top);
  if (root === undefined) {
    throw malformed('NCBI sent an XML prolog without a document.');
  }
  return root;
}

function asMalformed(cause: unknown): Error {
  const reason = cause instanceof Error ? redact(cause.message) : 'unknown reason';
  return malformed(`NCBI sent XML that cannot be read or is cut off (${reason}).`, cause);
}

/** The child elements, in document order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((part) => typeof part !== 'string');
}

/** The child elements of this name, in document order. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).filter((part) => part.name === name);
}

/** The first child element of this name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return childrenNamed(element, name)[0];
}

/** All text inside the element and its descendants, in document order, blanks as written. */
export function textOf(element: XmlElement): string {
  return element.children.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
}
