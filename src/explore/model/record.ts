import type { LinksOfRecordFragment, RecordFactsFragment } from '../generated/graphql.js';

/** A record as it is drawn: what names it, and the facts its database tells about it. */
export interface GraphRecord {
  readonly __typename: string;
  /** Identifier in the whole graph, as the gateway gave it. */
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

/** Facts that name a record better than its title does, the best first. */
const SHORT_NAMES = ['symbol', 'rsid', 'pdbAccession', 'scientificName', 'accessionVersion', 'accession'];
const LONGEST_SHORT_NAME = 28;
const NOT_FACTS = new Set(['__typename', 'id', 'db', 'uid', 'title', 'url']);
const ACRONYMS = new Set(['doi', 'mim', 'nlm', 'pdb', 'pmc', 'pmcid', 'pmid', 'rsid']);
/** Texts longer than this are told last, as paragraphs. */
const LONG_FACT = 120;

/** The record of an answer, with the facts that were asked for its type, and without what is told about its links. */
export function graphRecord(answer: RecordFactsFragment & Partial<LinksOfRecordFragment>): GraphRecord {
  const { linkCounts: _counts, availableLinks: _available, ...record } = answer;
  return record;
}

/** The shortest name of a record that people use, such as a gene symbol; else its title; else database and uid. */
export function nameOf(record: GraphRecord): string {
  const facts = new Map<string, unknown>(Object.entries(record));
  for (const member of SHORT_NAMES) {
    const name = facts.get(member);
    if (typeof name === 'string' && name !== '') {
      return name;
    }
  }
  return record.title ?? `${record.db} ${record.uid}`;
}

/** The name of a record, cut to what fits under it in the graph. */
export function shortNameOf(record: GraphRecord): string {
  const name = nameOf(record);
  return name.length > LONGEST_SHORT_NAME ? `${name.slice(0, LONGEST_SHORT_NAME - 1).trimEnd()}…` : name;
}

/** What the database tells about a record, in the order it was asked for; long texts last. */
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

function inWords(value: unknown): string {
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
