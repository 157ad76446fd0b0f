import { element, escapeXml } from '../http/answer.js';
import type { RecordFacts, SampleGraph } from '../sample-graph.js';

/**
 * A document summary under the element names of XML version 2.0. JSON has the same members in lower case, and version 1.0
 * has them as items, so one description gives all three forms.
 */
export interface Docsum {
  readonly [name: string]: DocsumValue;
}

type DocsumValue = string | number | boolean | typeof ZERO | DocsumList | DocsumText | Docsum;

/** A zero that XML writes as 0 and JSON as an empty string (recorded 2016 to 2023: `akataxid`, `assemblygi`, gene `status`). */
export const ZERO = Symbol('zero');

/** A list; in XML each value has an element name of its own, in JSON only the values remain. */
export class DocsumList {
  readonly entries: readonly { readonly name: string; readonly value: string | number | Docsum }[];

  constructor(entries: DocsumList['entries']) {
    this.entries = entries;
  }
}

/** A text with flags: `<OSLT indexed="yes">NP_000537.3</OSLT>`, in JSON an object with the text as `value`. */
export class DocsumText {
  readonly value: string;
  readonly attributes: Readonly<Record<string, boolean>>;

  constructor(value: string, attributes: DocsumText['attributes']) {
    this.value = value;
    this.attributes = attributes;
  }
}

/** A list whose elements all have the same name in XML. */
export function listOf(name: string, values: readonly (string | number | Docsum)[]): DocsumList {
  return new DocsumList(values.map((value) => ({ name, value })));
}

/** Gives the facts of a record NCBI's shape; what the sample does not know is empty, as NCBI leaves it. */
export interface DocsumBuilder {
  readonly build: (uid: string, facts: RecordFacts, graph: SampleGraph) => Docsum;
  /** Version 1.0 where it is not the same list of members. */
  readonly buildVersion1?: (uid: string, facts: RecordFacts, graph: SampleGraph) => Docsum;
}

export function docsumToJson(docsum: Docsum): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(docsum).map(([name, value]) => [name.toLowerCase(), jsonValue(value)]));
}

function jsonValue(value: DocsumValue): unknown {
  if (value === ZERO) {
    return '';
  }
  if (value instanceof DocsumList) {
    return value.entries.map((entry) => jsonValue(entry.value));
  }
  if (value instanceof DocsumText) {
    return { ...value.attributes, value: value.value };
  }
  return typeof value === 'object' ? docsumToJson(value) : value;
}

/** The members as elements, one to a line. */
export function docsumToXml(docsum: Docsum, indent = '\t'): string {
  return Object.entries(docsum)
    .map(([name, value]) => `${indent}${xmlMember(name, value, indent)}\n`)
    .join('');
}

function xmlMember(name: string, value: DocsumValue, indent: string): string {
  if (value === ZERO) {
    return element(name, 0);
  }
  if (value instanceof DocsumText) {
    const attributes = Object.entries(value.attributes).map(([key, each]) => ` ${key}="${each ? 'yes' : 'no'}"`);
    return `<${name}${attributes.join('')}>${escapeXml(value.value)}</${name}>`;
  }
  if (value instanceof DocsumList) {
    const entries = value.entries.map((entry) => `${indent}\t${xmlMember(entry.name, entry.value, `${indent}\t`)}\n`);
    return `<${name}>\n${entries.join('')}${indent}</${name}>`;
  }
  return typeof value === 'object'
    ? `<${name}>\n${docsumToXml(value, `${indent}\t`)}${indent}</${name}>`
    : element(name, value);
}

/** The members as version 1.0 items. */
export function docsumToItems(docsum: Docsum, indent = '\t'): string {
  return Object.entries(docsum)
    .map(([name, value]) => item(name, value, indent))
    .join('');
}

/** A group of members is a Structure inside of a list (recorded 2013); elsewhere a List, which clients read in any place. */
function item(name: string, value: DocsumValue, indent: string, group: 'List' | 'Structure' = 'List'): string {
  const open = (type: string): string => `${indent}<Item Name="${name}" Type="${type}">`;
  if (value instanceof DocsumList) {
    const inner = value.entries.map((entry) => item(entry.name, entry.value, `${indent}\t`, 'Structure')).join('');
    return inner === '' ? `${open('List')}</Item>\n` : `${open('List')}\n${inner}${indent}</Item>\n`;
  }
  if (typeof value === 'object' && !(value instanceof DocsumText)) {
    return `${open(group)}\n${docsumToItems(value, `${indent}\t`)}${indent}</Item>\n`;
  }
  const scalar = value === ZERO ? 0 : value instanceof DocsumText ? value.value : value;
  const type = typeof scalar === 'number' ? 'Integer' : isDate(name, String(scalar)) ? 'Date' : 'String';
  return `${open(type)}${escapeXml(String(scalar))}</Item>\n`;
}

function isDate(name: string, text: string): boolean {
  return /^E?PubDate$/.test(name) || /^\d{4}\/\d\d\/\d\d \d\d:\d\d$/.test(text);
}
