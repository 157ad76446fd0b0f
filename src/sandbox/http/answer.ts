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

/** Where NCBI keeps the document types of the utilities. */
const EUTILS_DTD = 'https://eutils.ncbi.nlm.nih.gov/eutils/dtd/';

/**
 * Doctypes as recorded in 2024 to 2026: public name, address, and the root's name where it is not the element's own.
 * Version 2.0 of esummary has one for each database.
 */
const DOCTYPES = {
  eInfoResult: ['-//NLM//DTD einfo 20190110//EN', `${EUTILS_DTD}20190110/einfo.dtd`],
  eSearchResult: ['-//NLM//DTD esearch 20060628//EN', `${EUTILS_DTD}20060628/esearch.dtd`],
  eSummaryResult: ['-//NLM//DTD esummary v1 20041029//EN', `${EUTILS_DTD}20041029/esummary-v1.dtd`],
  eLinkResult: ['-//NLM//DTD elink 20101123//EN', `${EUTILS_DTD}20101123/elink.dtd`],
  ePostResult: ['-//NLM//DTD epost 20090526//EN', `${EUTILS_DTD}20090526/epost.dtd`],
  eFetchResult: ['-//NLM//DTD efetch 20131226//EN', `${EUTILS_DTD}20131226/efetch.dtd`, 'eEfetchResult'],
  eSpellResult: [
    '-//NLM//DTD eSpellResult, 23 November 2004//EN',
    'https://www.ncbi.nlm.nih.gov/entrez/query/DTD/eSpell.dtd',
  ],
  PubmedArticleSet: [
    '-//NLM//DTD PubMedArticle, 1st January 2025//EN',
    'https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd',
  ],
  TaxaSet: ['-//NLM//DTD Taxon, 14th January 2002//EN', 'https://www.ncbi.nlm.nih.gov/entrez/query/DTD/taxon.dtd'],
  TSeqSet: ['-//NCBI//NCBI TSeq/EN', 'https://www.ncbi.nlm.nih.gov/dtd/NCBI_TSeq.dtd'],
} as const satisfies Readonly<Record<string, readonly [name: string, address: string, root?: string]>>;

/**
 * An XML answer: prolog, doctype, root element.
 *
 * @param doctype - public name and address of the doctype where it is not the root's usual one.
 */
export function xmlAnswer(
  root: keyof typeof DOCTYPES,
  content: string,
  doctype: readonly [name: string, address: string, root?: string] = DOCTYPES[root],
): Answer {
  const [name, address, declared = root] = doctype;
  const prolog = `<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE ${declared} PUBLIC "${name}" "${address}">`;
  return { type: 'xml', body: `${prolog}\n<${root}>${content}</${root}>\n` };
}

/** The doctype of version 2.0 of ESummary for a database. */
export function summaryDoctype(db: string): readonly [name: string, address: string] {
  return [`-//NLM//DTD esummary ${db} 20200630//EN`, `${EUTILS_DTD}20200630/esummary_${db}.dtd`];
}

/** An element with escaped text. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** Quotation marks stay as they are in text (recorded 2026). */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
