import { SaxesParser } from 'saxes';

import { malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import { atOnce, SLICE, type Sliced } from './slices.js';

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

/**
 * What to do with elements as they end, by the names of their parent and themselves, such as `LinkSetDb/Link`. What is
 * taken here is not kept in the document: a long list costs no more memory than what its handler makes of it. A handler
 * with much to do returns work with pauses, which is done before what follows is read. It must not throw, since an error
 * that stands behind the list comes before it.
 */
export type XmlHandlers = Readonly<Record<string, (element: XmlElement, parent: XmlElement) => Sliced<void> | void>>;

/** Far deeper than any answer of NCBI; keeps walks over the tree from exhausting the stack. */
const MAX_DEPTH = 200;

/** Characters XML forbids, but which NCBI passes through from old records. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/**
 * Reads an XML document. A DOCTYPE is skipped, never fetched and never checked: NCBI's documents and DTDs disagree.
 * Comments and processing instructions are dropped; forbidden control characters count as spaces.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when the text is empty, has only a prolog and no root element
 * (protocol: how ELink answers while its back end is gone), is cut off, is nested too deep or is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  return atOnce(xmlInSlices(text));
}

/** Reads an XML document as {@link parseXml} does, with pauses, and without keeping what the handlers take. */
export function* xmlInSlices(text: string, handlers: XmlHandlers = {}): Sliced<XmlElement> {
  const document = text.replace(/^[\ufeff\s]+/, '');
  if (document === '') {
    throw malformed('NCBI sent an empty answer.');
  }
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const later: Sliced<void>[] = [];
  const parser = parserInto(top, handlers, later);
  try {
    for (const piece of piecesOf(document)) {
      parser.write(piece.replace(FORBIDDEN, ' '));
      yield;
      for (const work of later.splice(0)) {
        yield* work;
      }
    }
    parser.close();
  } catch (cause) {
    throw asMalformed(cause);
  }
  const [root] = elementsOf(top);
  if (root === undefined) {
    throw malformed('NCBI sent an XML prolog without a document.');
  }
  return root;
}

function parserInto(top: OpenElement, handlers: XmlHandlers, later: Sliced<void>[]): SaxesParser {
  const open = [top];
  const append = (child: XmlElement | string): void => {
    open.at(-1)?.children.push(child);
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) {
      throw new Error(`nested more than ${MAX_DEPTH} elements deep`);
    }
    open.push({ name, attributes, children: [] });
  });
  parser.on('closetag', () => {
    const element = open.pop() ?? top;
    const parent = open.at(-1) ?? top;
    const path = `${parent.name}/${element.name}`;
    const take = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
    if (take) {
      const work = take(element, parent);
      if (work) {
        later.push(work);
      }
    } else {
      append(element);
    }
  });
  parser.on('text', append);
  parser.on('cdata', append);
  return parser;
}

/** A long text in copies of its parts: a part of a string would keep all of it in memory for as long as a value lives. */
function* piecesOf(text: string): Generator<string> {
  if (text.length <= SLICE) {
    yield text;
    return;
  }
  for (let start = 0; start < text.length;) {
    const end = start + SLICE;
    const cutsPair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    const piece = text.slice(start, cutsPair ? end - 1 : end);
    yield Buffer.from(piece).toString();
    start += piece.length;
  }
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
