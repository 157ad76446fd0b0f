import { element, escapeXml } from '../http/answer.js';

/**
 * A document summary under the element names of XML version 2.0. JSON has the same members in lower case, and version 1.0
 * has them as items.
 */
export interface Docsum {
  readonly [name: string]: DocsumValue;
}

export type DocsumValue = string | number | typeof ZERO | DocsumList | DocsumText | Docsum;

/** A zero that XML writes as 0 and JSON as an empty string (recorded 2016 to 2023: `akataxid`, `assemblygi`, gene `status`). */
export const ZERO = Symbol('zero');

/** A list; in XML each value has an element name of its own, in JSON only the values remain. */
export class DocsumList {
  constructor(readonly entries: readonly { readonly name: string; readonly value: DocsumValue }[]) {}
}

/** A text with flags: `<OSLT indexed="yes">NP_000537.3</OSLT>`, in JSON an object with the text as `value`. */
export class DocsumText {
  constructor(
    readonly value: string,
    readonly flags: Readonly<Record<string, boolean>>,
  ) {}
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
    return { ...value.flags, value: value.value };
  }
  return typeof value === 'object' ? docsumToJson(value) : value;
}

/** The members as elements, one to a line. */
export function docsumToXml(docsum: Docsum): string {
  return Object.entries(docsum)
    .map(([name, value]) => `\t${xmlMember(name, value)}\n`)
    .join('');
}

function xmlMember(name: string, value: DocsumValue): string {
  if (value instanceof DocsumText) {
    const flags = Object.entries(value.flags).map(([key, each]) => ` ${key}="${each ? 'yes' : 'no'}"`);
    return `<${name}${flags.join('')}>${escapeXml(value.value)}</${name}>`;
  }
  if (value instanceof DocsumList) {
    return `<${name}>\n${value.entries.map((entry) => `\t${xmlMember(entry.name, entry.value)}\n`).join('')}</${name}>`;
  }
  return typeof value === 'object'
    ? `<${name}>\n${docsumToXml(value)}</${name}>`
    : element(name, value === ZERO ? 0 : value);
}

/** The members as version 1.0 items. */
export function docsumToItems(docsum: Docsum): string {
  return Object.entries(docsum)
    .map(([name, value]) => item(name, value))
    .join('');
}

/** A group of members is a Structure inside of a list (recorded 2013); elsewhere a List, which clients read in any place. */
function item(name: string, value: DocsumValue, group: 'List' | 'Structure' = 'List'): string {
  const typed = (type: string, content: string): string => `\t<Item Name="${name}" Type="${type}">${content}</Item>\n`;
  if (value instanceof DocsumList) {
    const inner = value.entries.map((entry) => item(entry.name, entry.value, 'Structure')).join('');
    return typed('List', inner && `\n${inner}`);
  }
  if (typeof value === 'object' && !(value instanceof DocsumText)) {
    return typed(group, `\n${docsumToItems(value)}`);
  }
  const scalar = value === ZERO ? 0 : value instanceof DocsumText ? value.value : value;
  const type = typeof scalar === 'number' ? 'Integer' : isDate(name, scalar) ? 'Date' : 'String';
  return typed(type, escapeXml(String(scalar)));
}

function isDate(name: string, written: string): boolean {
  return /^E?PubDate$/.test(name) || /^\d{4}\/\d\d\/\d\d \d\d:\d\d$/.test(written);
}
