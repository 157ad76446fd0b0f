/** What a utility answers. E-utilities report most failures with status 200, so the status is rarely needed. */
export interface Answer {
  readonly status?: number;
  readonly type: keyof typeof CONTENT_TYPES;
  readonly body: string;
}

/** Content types as recorded in 2024 and 2025. */
export const CONTENT_TYPES = {
  json: 'application/json; charset=UTF-8',
  xml: 'text/xml; charset=UTF-8',
  text: 'text/plain; charset=UTF-8',
  html: 'text/html; charset=UTF-8',
} as const;

type JsonType = 'einfo' | 'esearch' | 'esummary' | 'elink';

/** A JSON answer with the header every utility puts first (protocol: recorded 2026). */
export function jsonAnswer(type: JsonType, members: Readonly<Record<string, unknown>>): Answer {
  return { type: 'json', body: `${JSON.stringify({ header: { type, version: '0.3' }, ...members })}\n` };
}

/** Doctypes as recorded in 2024 to 2026; version 2.0 of esummary has one for each database. */
const DOCTYPES = {
  eInfoResult: ['einfo 20190110', '20190110/einfo.dtd'],
  eSearchResult: ['esearch 20060628', '20060628/esearch.dtd'],
  eSummaryResult: ['esummary v1 20041029', '20041029/esummary-v1.dtd'],
  eLinkResult: ['elink 20101123', '20101123/elink.dtd'],
} as const;

/**
 * An XML answer: prolog, doctype, root element.
 *
 * @param doctype - name and address of the doctype where it is not the root's usual one.
 */
export function xmlAnswer(
  root: keyof typeof DOCTYPES,
  content: string,
  doctype: readonly [string, string] = DOCTYPES[root],
): Answer {
  const [name, path] = doctype;
  const external = `PUBLIC "-//NLM//DTD ${name}//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/${path}"`;
  const prolog = `<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE ${root} ${external}>`;
  return { type: 'xml', body: `${prolog}\n<${root}>${content}</${root}>\n` };
}

/** An element with escaped text. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** Quotation marks stay as they are in text (recorded 2026). */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
