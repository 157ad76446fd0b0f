import { backendFailure } from '../failures/backend-failure.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import type { JsonObject } from './shape.js';
import { ERROR_KEY, rejectJson } from './answer.js';
import { atOnce, SLICE, type Sliced } from './slices.js';
import { startOf, type Text } from './text.js';
import { childrenNamed, elementsOf, textOf, type XmlElement, type XmlHandlers, xmlInSlices } from './xml.js';

/** The error sentences that stand directly in an element; `undefined` when there is none. A blank one counts. */
export function errorInXml(element: XmlElement): string | undefined {
  const errors = elementsOf(element).filter(({ name }) => ERROR_KEY.test(name));
  return errors.length === 0 ? undefined : errors.map(textOf).join('; ');
}

/**
 * Gives the element back when no error stands directly in it.
 *
 * @throws EntrezError as {@link backendFailure} names it.
 */
export function withoutErrorInXml(element: XmlElement): XmlElement {
  const sentence = errorInXml(element);
  if (sentence !== undefined) {
    throw backendFailure(sentence);
  }
  return element;
}

/**
 * Reads an answer that was asked in XML, errors before data.
 *
 * @param rootName - the element a good answer consists of.
 * @throws EntrezError as {@link backendFailure} names it for an `ERROR` below the root, whatever the root is called and
 * whatever stands beside it; `MALFORMED_RESPONSE`, retryable, when it is another document or cannot be read.
 */
export function xmlAnswer(body: Text, rootName: string): XmlElement {
  return atOnce(xmlAnswerInSlices(body, rootName));
}

/** Reads an answer as {@link xmlAnswer} does, with pauses, and without keeping what the handlers take. */
export function* xmlAnswerInSlices(body: Text, rootName: string, handlers: XmlHandlers = {}): Sliced<XmlElement> {
  return named(withoutErrorInXml(yield* documentInSlices(body, handlers)), rootName);
}

/**
 * Reads the root of an answer that was asked in XML, whatever it is called and whatever errors stand in it.
 *
 * @throws EntrezError as {@link backendFailure} names it for an error in JSON; `MALFORMED_RESPONSE`, retryable, when it
 * cannot be read.
 */
export function xmlDocument(body: Text): XmlElement {
  return atOnce(documentInSlices(body, {}));
}

function* documentInSlices(body: Text, handlers: XmlHandlers): Sliced<XmlElement> {
  if (/^[\ufeff\s]*\{/.test(startOf(body, SLICE))) {
    rejectJson(body);
  }
  return yield* xmlInSlices(body, handlers);
}

/** Whether an element has other children than these and errors, or words between them. */
export function hasOthers(element: XmlElement, names: readonly string[]): boolean {
  return element.children.some((part) =>
    typeof part === 'string' ? part.trim() !== '' : !names.includes(part.name) && !ERROR_KEY.test(part.name),
  );
}

/**
 * Gives the root back when it has no other children than these. Where what is left out is what does not exist, a list
 * under another name or a sentence would pass for nothing.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it has.
 */
export function withOnly(root: XmlElement, names: readonly string[]): XmlElement {
  if (hasOthers(root, names)) {
    throw malformed(`NCBI sent something else than ${names.join(' and ')} in ${root.name}.`);
  }
  return root;
}

/**
 * Gives the element back when it has this name.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it has another.
 */
export function named(root: XmlElement, rootName: string): XmlElement {
  if (root.name !== rootName) {
    throw malformed(`NCBI sent another XML document than the expected ${rootName}.`);
  }
  return root;
}

/**
 * The text of the child of this name, without blanks around it; `undefined` where it is missing or blank.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when there are several with different texts, or when elements
 * stand in it: `<Id>5<b>6</b></Id>` would become the uid 56.
 */
export function contentOf(element: XmlElement, name: string): string | undefined {
  const [text, ...others] = new Set(childrenNamed(element, name).map((found) => plainTextOf(found).trim()));
  if (others.length > 0) {
    throw contradiction(`NCBI sent two different elements ${name} where there is one.`);
  }
  return text === '' ? undefined : text;
}

/**
 * The text of an element that has nothing but text.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when elements stand in it.
 */
export function plainTextOf(element: XmlElement): string {
  if (elementsOf(element).length > 0) {
    throw contradiction(`NCBI sent elements inside of ${redact(element.name)}, where a text belongs.`);
  }
  return textOf(element);
}

/**
 * The text of each child under its name in lower case: what ELink's JSON has where the XML has this element
 * (protocol: true of every element recorded in both forms). Several texts of one name are a list, and elements inside of
 * elements are null: neither passes for a text.
 */
export function membersOf(element: XmlElement): JsonObject {
  const members = new Map<string, unknown>();
  for (const part of elementsOf(element)) {
    const name = part.name.toLowerCase();
    const value = elementsOf(part).length > 0 ? null : textOf(part);
    const earlier = members.get(name);
    members.set(name, earlier === undefined || earlier === value ? value : [earlier, value].flat());
  }
  return Object.fromEntries(members);
}
