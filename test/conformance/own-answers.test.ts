import { describe, expect, it } from 'vitest';

import { OWN_DOCUMENTS } from './own/documents.js';
import { OWN_LINKS } from './own/links.js';
import { OWN_SEARCHES } from './own/search.js';
import { type Recording, recordings } from './recorded.js';
import { RULES } from './rules/rules.js';

/** Answers of our own in the shape of every kind that is recorded: where there are no recordings, these are held to the rules. */
const OWN = [...OWN_LINKS, ...OWN_SEARCHES, ...OWN_DOCUMENTS];

/** The kinds of recordings: the names of the rules, each in the forms that it is recorded or reported in. */
const KINDS = [
  'ELink neighbours in JSON (json)',
  'ELink neighbours in XML (xml)',
  'ELink errors (json)',
  'ELink errors (xml)',
  'acheck (xml)',
  'ncheck and lcheck (xml)',
  'llinks and prlinks (xml)',
  'commands that NCBI refuses (xml)',
  'acheck, ncheck and lcheck in JSON (json)',
  'llinks and prlinks in JSON (json)',
  'neighbor_history in XML (xml)',
  'neighbor_history in JSON (json)',
  'ELink answers without links, asked as history (json)',
  'EPost (xml)',
  'ESearch in JSON (json)',
  'ESearch errors (json)',
  'ESearch errors (xml)',
  'ESummary in JSON (json)',
  'ESummary errors (json)',
  'ESummary errors (xml)',
  'EInfo in JSON (json)',
  'EInfo errors (json)',
  'EInfo errors (xml)',
  'answers in another form than JSON, in which the gateway asks (xml)',
  'ESpell (xml)',
  'ECitMatch (text)',
  'EFetch of articles (xml)',
  'EFetch of sequences (xml)',
  'EFetch of what the gateway does not read (xml)',
  'EFetch of what the gateway does not read (text)',
  'EFetch errors (xml)',
  'EFetch refusals over HTTP (text)',
  'EFetch refusals over HTTP (xml)',
  'EFetch of taxa (xml)',
  'EFetch of identical proteins (xml)',
  'gateway errors (json)',
  'recorded headers (text)',
  'recorded headers (xml)',
  'EGQuery, which NCBI has retired (xml)',
];

/** Shapes inside the kinds, of which each has been taken for another. */
const SHAPES: Readonly<Record<string, (recording: Recording) => boolean>> = {
  'links of several sources in one set': ({ utility, body }) => utility === 'elink' && /"ids":\s*\[[^\]]*,/.test(body),
  'links of several sources in one set, in XML': ({ utility, body }) =>
    utility === 'elink' && /<IdList>\s*<Id>\d+<\/Id>\s*<Id>/.test(body),
  'a set for each source': ({ utility, body }) => utility === 'elink' && /<LinkSet>.*<LinkSet>/s.test(body),
  'a source without links': ({ utility, form, body }) =>
    utility === 'elink' && form === 'json' && !body.includes('"linksetdb') && body.includes('"ids"'),
  'scores in JSON': ({ utility, body }) => utility === 'elink' && body.includes('"score"'),
  'scores in XML': ({ utility, body }) => utility === 'elink' && body.includes('<Score>'),
  'a record without pages': ({ body }) => body.includes('<Info>No links</Info>'),
  'a pseudo link': ({ body }) => body.includes('<LinkName>ExternalLink</LinkName>'),
  'a prolog without a root': ({ utility, form, body }) =>
    utility === 'elink' && form === 'xml' && !/<eLinkResult|<LinkSet/.test(body),
  'raw line ends in a string': ({ form, body }) => form === 'json' && /"ERROR":\s*"[^"]*\n/.test(body),
  'a search that was stored': ({ utility, body }) => utility === 'esearch' && body.includes('"querykey"'),
  'a search without hits': ({ utility, body }) => utility === 'esearch' && body.includes('"phrasesnotfound"'),
  'a page behind the first': ({ utility, body }) => utility === 'esearch' && /"retstart":\s*"[1-9]/.test(body),
  'an unknown record beside known ones': ({ utility, form, body }) =>
    utility === 'esummary' && form === 'json' && body.includes('cannot get document summary'),
  'XML in strings': ({ utility, form, body }) => utility === 'esummary' && form === 'json' && body.includes('<Run'),
  'summaries of version 1': ({ utility, body }) => utility === 'esummary' && body.includes('<DocSum>'),
  'summaries of version 2': ({ utility, body }) => utility === 'esummary' && body.includes('<DocumentSummary uid'),
  'a failure in a comment': ({ utility, body }) => utility === 'esummary' && /<!--[^>]*Backend failed/.test(body),
  'a list of databases': ({ utility, body }) => utility === 'einfo' && body.includes('"dblist"'),
  'a set stored in part': ({ utility, body }) => utility === 'epost' && /<WebEnv>.*<ERROR>/s.test(body),
  'an article of a book': ({ body }) => body.includes('<BookDocument>'),
  'an abstract in parts': ({ body }) => body.includes('<AbstractText Label='),
  'an article set without articles': ({ utility, body }) =>
    utility === 'efetch' && /<PubmedArticleSet(?:\/>|>\s*<\/PubmedArticleSet>)/.test(body),
  'a taxon that others were merged into': ({ body }) => body.includes('<AkaTaxIds>'),
  'a request refused for its rate': ({ body }) => body.includes('API rate limit exceeded'),
  'a refused key': ({ body }) => body.includes('API key invalid'),
};

const kindsOf = (recording: Recording): string[] => [
  ...RULES.filter((rule) => rule.isOne(recording)).map(({ what }) => `${what} (${recording.form})`),
  ...Object.entries(SHAPES).flatMap(([shape, has]) => (has(recording) ? [shape] : [])),
];

describe('answers of our own in the shapes that are recorded', () => {
  it('are there for every kind, and of no other', () => {
    const found = new Set(OWN.flatMap(kindsOf));
    expect([...found].toSorted()).toEqual([...KINDS, ...Object.keys(SHAPES)].toSorted());
    expect(OWN.filter((answer) => !RULES.some((rule) => rule.isOne(answer)))).toEqual([]);
  });

  it.each(OWN.map((answer): [string, Recording] => [answer.file, answer]))('%s holds to its rules', (_file, answer) => {
    for (const rule of RULES.filter(({ isOne }) => isOne(answer))) {
      rule.check(answer);
    }
  });

  const all = recordings();
  it.skipIf(all.length === 0)('leave out no kind that is recorded (skipped without ../shared)', () => {
    const kinds = new Set([...KINDS, ...Object.keys(SHAPES)]);
    expect(all.flatMap((each) => kindsOf(each).filter((kind) => !kinds.has(kind)))).toEqual([]);
    const bodies = new Set(all.map(({ body }) => body.replaceAll(/\s/g, '')));
    expect(OWN.filter(({ body }) => body.length > 100 && bodies.has(body.replaceAll(/\s/g, '')))).toEqual([]);
  });
});
