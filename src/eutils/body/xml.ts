import { SaxesParser } from 'saxes';

import { EntrezError } from '../failures/errors.js';
import { malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import { atOnce, SLICE, type Sliced } from './slices.js';
import { piecesOf, type Text } from './text.js';

/** An element with its content in document order; strings are the text between the elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Characters that it takes in its document. */
  readonly size: number;
}

/** An element, also while its content is still being read. */
class OpenElement implements XmlElement {
  readonly children: (XmlElement | string)[] = [];
  /** No member that comparisons see. */
  readonly #start: number;
  #end: number;

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    start: number,
  ) {
    this.#start = start;
    this.#end = start;
  }

  get size(): number {
    return this.#end - this.#start;
  }

  end(position: number): void {
    this.#end = position;
  }
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

/**
 * Characters that are parsed between two pauses. A process that has just started reads XML ten times more slowly than
 * later: 64 kB would hold everything up for a quarter of a second.
 */
const PART = 8 * 1024;

/**
 * Bounds of one element, far above all that NCBI has sent: what is made of an element is made at once, and must not take
 * long.
 */
const MAX_NAME = 500;
const MAX_ATTRIBUTES = 200;
const MAX_TEXT = 1_000_000;
/** Of white space. */
const MAX_PADDING = 12_000_000;
const MAX_CHILDREN = 200_000;

/** Characters XML forbids, but which NCBI passes through from old records. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/**
 * Reads an XML document. A DOCTYPE is skipped, never fetched and never checked: NCBI's documents and DTDs disagree.
 * Comments and processing instructions are dropped; forbidden control characters count as spaces.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when the text is empty, has only a prolog and no root element
 * (protocol: how ELink answers while its back end is gone), is cut off, is nested too deep or is not well-formed.
 */
export function parseXml(text: Text): XmlElement {
  return atOnce(xmlInSlices(text));
}

/** Reads an XML document as {@link parseXml} does, with pauses, and without keeping what the handlers take. */
export function* xmlInSlices(text: Text, handlers: XmlHandlers = {}): Sliced<XmlElement> {
  const top = new OpenElement('', NONE, 0);
  let isBlank = true;
  const later: Sliced<void>[] = [];
  const parser = parserInto(top, handlers, later);
  try {
    for (const piece of partsOf(text)) {
      const content: string = isBlank ? piece.replace(/^[\ufeff\s]+/, '') : piece;
      isBlank &&= content === '';
      parser.write(content.replace(FORBIDDEN, ' '));
      yield;
      for (const work of later.splice(0)) {
        yield* work;
      }
    }
    if (isBlank) {
      throw malformed('NCBI sent an empty answer.');
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

/** The text in parts of {@link PART}; the parser takes a character that two of them share. */
function* partsOf(text: Text): Generator<string> {
  for (const piece of piecesOf(text)) {
    for (let start = 0; start < piece.length; start += PART) {
      yield piece.slice(start, start + PART);
    }
  }
}

/** Shared by the elements that have none: a document of 30 MB has millions of them. */
const NONE: Readonly<Record<string, string>> = {};

function parserInto(top: OpenElement, handlers: XmlHandlers, later: Sliced<void>[]): SaxesParser {
  const open = [top];
  const parser = new SaxesParser();
  let attributeCount = 0;
  const append = (child: XmlElement | string): void => {
    const children = open.at(-1)?.children ?? top.children;
    require(children.push(child) <= MAX_CHILDREN, 'an element with too many parts');
  };
  const appendText = (text: string): void => {
    const isPadding = text.length > MAX_TEXT && text.length <= MAX_PADDING && text.trim() === '';
    require(text.length <= MAX_TEXT || isPadding, 'a text that is too long');
    const before = (open.at(-1) ?? top).children.at(-1);
    // Between the members of a long list that handlers take, only white space stays: two pieces of it are one.
    if (typeof before !== 'string' || before.trim() !== '' || text.trim() !== '') {
      append(isPadding ? ' ' : text);
    }
  };
  parser.on('opentagstart', ({ name }) => {
    require(name.length <= MAX_NAME, 'a name that is too long');
    attributeCount = 0;
  });
  parser.on('attribute', ({ name, value }) => {
    attributeCount += 1;
    require(attributeCount <= MAX_ATTRIBUTES &&
      name.length <= MAX_NAME &&
      value.length <= MAX_TEXT, 'too many or too long attributes');
  });
  parser.on('opentag', ({ name, attributes }) => {
    require(open.length <= MAX_DEPTH, `nested more than ${MAX_DEPTH} elements deep`);
    const its = attributeCount === 0 ? NONE : attributes;
    open.push(new OpenElement(name, its, parser.position));
  });
  parser.on('closetag', () => {
    const element = open.pop() ?? top;
    element.end(parser.position);
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
  parser.on('text', appendText);
  parser.on('cdata', appendText);
  return parser;
}

function require(isWithin: boolean, otherwise: string): void {
  if (!isWithin) {
    throw new Error(otherwise);
  }
}

function asMalformed(cause: unknown): Error {
  if (cause instanceof EntrezError) {
    return cause;
  }
  const reason = cause instanceof Error ? redact(cause.message) : 'unknown reason';
  return malformed(`NCBI sent XML that cannot be read or is cut off (${reason}).`, cause);
}

/** Changes each element, with pauses where they are many or large. */
export function* mapElements<T>(elements: readonly XmlElement[], change: (element: XmlElement) => T): Sliced<T[]> {
  const changed: T[] = [];
  let size = 0;
  for (const element of elements) {
    changed.push(change(element));
    size += element.size;
    if (size >= SLICE) {
      size = 0;
      yield;
    }
  }
  return changed;
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
