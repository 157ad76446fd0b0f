import { EntrezError } from '../../eutils/failures/errors.js';
import { parseXml, type XmlElement } from '../../eutils/body/xml.js';
import { type Doc, textAt } from './docsum.js';
import type { SummaryField } from './field-spec.js';

/** Gives the XML inside a summary as a document, null where there is none. */
type EmbeddedXml = (doc: Doc) => Doc | null;

/**
 * Opens a member of the summary that holds XML in a text: child elements and attributes become members, `value` is an
 * element's text, so that paths like `Study.acc` and `Links.Link` lead through it. The text may be several elements without
 * a root, and was HTML-escaped in older answers (protocol: recorded 2017 against 2026). It is parsed once for each document.
 *
 * @returns a function that throws EntrezError `MALFORMED_RESPONSE` where the XML cannot be read.
 */
export function embeddedXml(key: string): EmbeddedXml {
  const views = new WeakMap<Doc, Doc | null>();
  return (doc) => {
    let view = views.get(doc);
    if (view === undefined) {
      const xml = textAt(doc, key);
      view = xml === null ? null : parseEmbedded(xml, key);
      views.set(doc, view);
    }
    return view;
  };
}

/** The field, read inside the XML; null where there is none. */
export function inside(xml: EmbeddedXml, field: SummaryField): SummaryField {
  return {
    ...field,
    read: (doc) => {
      const view = xml(doc);
      return view === null ? null : field.read(view);
    },
  };
}

function parseEmbedded(xml: string, key: string): Doc {
  const markup = (xml.startsWith('&lt;') ? unescapeHtml(xml) : xml).replace(/^<\?xml[^>]*\?>/, '');
  try {
    return docOf(parseXml(`<root>${markup}</root>`));
  } catch (cause) {
    throw new EntrezError(
      'MALFORMED_RESPONSE',
      `The member "${key}" of NCBI's summary holds XML that cannot be read.`,
      { cause },
    );
  }
}

function docOf(element: XmlElement): Doc {
  const members = new Map<string, unknown>([
    [
      'value',
      element.children
        .filter((part) => typeof part === 'string')
        .join('')
        .trim(),
    ],
    ...Object.entries(element.attributes),
  ]);
  const children = new Map<string, Doc[]>();
  for (const part of element.children) {
    if (typeof part !== 'string') {
      const docs = children.get(part.name) ?? [];
      docs.push(docOf(part));
      children.set(part.name, docs);
    }
  }
  for (const [name, docs] of children) {
    members.set(name, docs.length === 1 ? docs[0] : docs);
  }
  return Object.fromEntries(members);
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
};

function unescapeHtml(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|quot|#39|apos|amp);/g, (entity) => HTML_ENTITIES[entity] ?? entity);
}
