import type { LinksOfRecordFragment, RecordFactsFragment, RecordRowFragment } from '../generated/graphql.js';

/** A record with the facts that are known of it, by the fields of its type. */
export interface GraphRecord {
  readonly __typename: string;
  /** Identifier in the whole graph, as the gateway returned it. */
  readonly id: string;
  readonly db: string;
  readonly uid: string;
  readonly title: string | null;
  readonly url: string;
}

/** A fact in words, ready to be shown. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

const NOT_FACTS = new Set([
  '__typename',
  'id',
  'db',
  'uid',
  'title',
  'url',
  'abstract',
  'doi',
  'pmcid',
  'pmid',
  'authors',
]);
const ACRONYMS = new Set(['doi', 'mim', 'nlm', 'pdb', 'pmc', 'pmcid', 'pmid', 'rsid']);
/** Texts longer than this are shown last, as paragraphs. */
const LONG_FACT = 120;

/** The record of an answer, without what the answer says about its links. */
export function graphRecord(
  answer: (RecordFactsFragment | RecordRowFragment) & Partial<LinksOfRecordFragment>,
): GraphRecord {
  const { linkCounts: _counts, availableLinks: _available, ...record } = answer;
  return record;
}

/** A fact of a record by the name of its field. */
export function factOf(record: GraphRecord, field: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[field];
}

/** A fact that is a text; undefined for anything else, and for an empty one. */
export function textOf(record: GraphRecord, field: string): string | undefined {
  const value = factOf(record, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The names of the authors of an article, the first first. */
export function authorsOf(record: GraphRecord): readonly string[] {
  const authors = factOf(record, 'authors');
  return Array.isArray(authors)
    ? authors.flatMap(({ name }: { readonly name?: unknown }) =>
        typeof name === 'string' && name !== '' ? [name] : [],
      )
    : [];
}

/** The year in which a record was published. */
export function yearOf(record: GraphRecord): string | undefined {
  return /\b(1[5-9]|20)\d{2}\b/.exec(textOf(record, 'pubDate') ?? textOf(record, 'publicationDate') ?? '')?.[0];
}

/** The facts of a record in the order of the operation; long texts last. */
export function factsOf(record: GraphRecord): readonly Fact[] {
  const facts = Object.entries(record).flatMap(([member, value]) => {
    const text = NOT_FACTS.has(member) ? '' : inWords(value);
    return text === '' ? [] : [{ name: wordsOf(member), value: text }];
  });
  return [...facts.filter(({ value }) => !isLong(value)), ...facts.filter(({ value }) => isLong(value))];
}

/** Whether a fact is a text to read rather than a value. */
export function isLong(value: string): boolean {
  return value.length > LONG_FACT;
}

/** `pmcCitationCount` in words: PMC citation count. */
function wordsOf(member: string): string {
  const words = member.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').split(' ');
  const text = words
    .map((word) => (ACRONYMS.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()))
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value of any form in words. */
export function inWords(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number') {
    return value.toLocaleString('en');
  }
  if (Array.isArray(value)) {
    return value.map(inWords).join(', ');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value)
      .map(inWords)
      .filter((text) => text !== '')
      .join(', ');
  }
  return '';
}
