import { startOf, type Text } from '../body/text.js';
import { backendFailure } from '../failures/backend-failure.js';
import { type EntrezError } from '../failures/errors.js';
import { malformed } from '../failures/malformed.js';
import { isUid } from '../body/shape.js';
import { pace, type Sliced } from '../body/slices.js';
import { isListMember, isNumberMember } from './summary-shapes.js';
import { errorInXml, withoutErrorInXml, xmlAnswerInSlices } from '../body/xml-answer.js';
import { child, elementsOf, textOf, type XmlElement } from '../body/xml.js';

/** A summary as the members that JSON has for it, or its failure, by the uid that the answer names. */
export type WrittenSummary = readonly [uid: string, document: Readonly<Record<string, unknown>> | EntrezError];

/**
 * Reads the document summaries of an ESummary answer in XML, version 2.0, as the members that its JSON has: an element
 * is the member of its name in lower case, a list where the DTD says so, an object where it has elements, and else a
 * text or a number (protocol: true of every summary recorded in both forms).
 *
 * @param db - The database of the records, by which numbers are told from texts.
 * @throws EntrezError as {@link backendFailure} names it for an `ERROR` at the top; `MALFORMED_RESPONSE`, retryable, when
 * the answer cannot be read or is of another version.
 */
export function* summariesInXml(body: Text, db: string): Sliced<WrittenSummary[]> {
  const summaries: WrittenSummary[] = [];
  const root = yield* xmlAnswerInSlices(body, 'eSummaryResult', {
    'DocumentSummarySet/DocumentSummary': function* (element) {
      summaries.push(yield* readSummary(element, { db, isPauseDue: pace() }));
    },
  });
  const set = child(root, 'DocumentSummarySet');
  if (set === undefined) {
    throw malformed('NCBI sent summaries of another version than 2.0.');
  }
  withoutErrorInXml(set);
  if (summaries.length === 0 && /DocSum Backend failed/i.test(startOf(body, 20_000))) {
    // ESummary hides this in a comment (protocol section 8).
    throw backendFailure('DocSum Backend failed');
  }
  return summaries;
}

/** The database of a summary, and when to pause while it is read. */
interface Reading {
  readonly db: string;
  readonly isPauseDue: () => boolean;
}

function* readSummary(element: XmlElement, reading: Reading): Sliced<WrittenSummary> {
  const uid = element.attributes.uid?.trim() ?? '';
  if (!isUid(uid)) {
    return [uid, malformed('NCBI sent a document summary without the uid of its record.')];
  }
  const error = child(element, 'error');
  const sentence = error === undefined ? errorInXml(element) : textOf(error);
  return [uid, sentence === undefined ? { uid, ...(yield* membersIn(element, reading)) } : backendFailure(sentence)];
}

function* membersIn(element: XmlElement, reading: Reading): Sliced<Record<string, unknown>> {
  const members = new Map<string, unknown[]>();
  for (const part of elementsOf(element)) {
    const name = part.name.toLowerCase();
    const values = members.get(name) ?? [];
    members.set(name, values);
    values.push(yield* valueOf(part, name, reading));
  }
  // An element that comes several times is a list, whether or not its DTD was known.
  return Object.fromEntries(
    Array.from(members, ([name, values]) => [name, values.length === 1 ? values[0] : values.flat()]),
  );
}

/** @param member - The name it has in JSON. */
function* valueOf(element: XmlElement, member: string, reading: Reading): Sliced<unknown> {
  if (reading.isPauseDue()) {
    yield;
  }
  const parts = elementsOf(element);
  if (parts.length === 0) {
    return leafOf(element, member, reading.db);
  }
  if (!isList(member, parts)) {
    return { ...attributesOf(element), ...(yield* membersIn(element, reading)) };
  }
  const values: unknown[] = [];
  for (const part of parts) {
    values.push(yield* valueOf(part, part.name.toLowerCase(), reading));
  }
  return values;
}

function leafOf(element: XmlElement, member: string, db: string): unknown {
  const text = textOf(element);
  if (isListMember(member) && text.trim() === '') {
    return [];
  }
  const value = member === 'int' || isNumberMember(db, member) ? numberOrText(text) : text;
  const attributes = attributesOf(element);
  return Object.keys(attributes).length === 0 ? value : { ...attributes, value };
}

/** A list by its DTD, or what looks like one: elements of one name only, several of them or named after their list. */
function isList(member: string, parts: readonly XmlElement[]): boolean {
  if (isListMember(member)) {
    return true;
  }
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  const [name = ''] = names;
  return (
    names.size === 1 &&
    (parts.length > 1 || /^(?:string|int|flag)$/.test(name) || member === `${name}s` || member === `${name}list`)
  );
}

function attributesOf({ attributes }: XmlElement): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, text]) => [name.toLowerCase(), text]));
}

/** A number that NCBI leaves blank is a blank text in JSON, too. */
function numberOrText(text: string): number | string {
  const number = /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}
