import { expect } from 'vitest';

import { type Article, decodeArticles } from '../../../src/eutils/records/efetch-articles.js';
import { decodeSequences, fastaOf } from '../../../src/eutils/records/efetch-sequences.js';
import { rejectFailure } from '../../../src/eutils/body/failure.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { count, isError, letters, matches } from '../naive.js';
import type { Recording } from '../recorded.js';
import type { Rule } from '../rule.js';

const KNOWN = /<(?:PubmedArticleSet|TSeqSet)\b/;
const DECODERS: readonly ((body: string) => unknown)[] = [
  (body) => decodeArticles(body, []),
  (body) => decodeSequences(body, { uids: [] }),
];
const isGood = ({ utility, status = 200, body }: Recording): boolean =>
  utility === 'efetch' && status === 200 && !isError(body);

/** EFetch: articles, sequences, and whatever else it has. */
export const DOCUMENT_RULES: readonly Rule[] = [
  {
    what: 'EFetch of articles',
    isOne: (recording) => isGood(recording) && recording.body.includes('<PubmedArticleSet'),
    check: ({ body }) => {
      const articles = decodeArticles(body, matches(body, /<PMID[^>]*>(\d+)</g));
      const pmids = /<(?:MedlineCitation|BookDocument)\b[^>]*>\s*<PMID[^>]*>(\d+)</g;
      expect([...articles.keys()]).toEqual([...new Set(matches(body, pmids))]);
      if (articles.size === matches(body, pmids).length) {
        holdsArticles([...articles.values()], body);
      }
    },
  },
  {
    what: 'EFetch of sequences',
    isOne: (recording) => isGood(recording) && recording.body.includes('<TSeqSet'),
    check: ({ body }) => {
      const entries = decodeSequences(body, { uids: matches(body, /<TSeq_(?:accver|gi)>(.*?)</g) });
      expect(entries).toHaveLength(count(body, 'TSeq'));
      expect(entries.flatMap(({ gi }) => gi ?? [])).toEqual(matches(body, /<TSeq_gi>(.*?)</g));
      const named = entries.map(({ accession }) => accession ?? '');
      expect(named).toEqual(expect.arrayContaining(matches(body, /<TSeq_accver>(.*?)</g)));
      expect(entries.map(({ sequence }) => sequence)).toEqual(matches(body, /<TSeq_sequence>(.*?)</g));
      for (const entry of entries) {
        expect(entry.sequence).toHaveLength(entry.length);
        expect(fastaOf(entry).split('\n')[0]).toBe(`>${entry.accession ?? entry.gi ?? ''} ${entry.title ?? ''}`);
      }
    },
  },
  {
    what: 'EFetch of what the gateway does not read',
    isOne: (recording) => isGood(recording) && !KNOWN.test(recording.body),
    check: ({ form, body }) => {
      // Another document, or none, is a failure, and never a record without an abstract or a sequence. A text may say which.
      const code = form === 'text' ? /^(MALFORMED_RESPONSE|UPSTREAM_UNAVAILABLE|UNKNOWN_ID)$/ : /^MALFORMED_RESPONSE$/;
      for (const decode of DECODERS) {
        expect(failureOf(() => decode(body)).code).toMatch(code);
      }
    },
  },
  {
    what: 'EFetch errors',
    isOne: (recording) => recording.utility === 'efetch' && !isGood(recording) && recording.form === 'xml',
    check: ({ body }) => {
      for (const decode of DECODERS) {
        expect(failureOf(() => decode(body)).code).toMatch(/^(UPSTREAM_UNAVAILABLE|UNKNOWN_ID)$/);
      }
      // The same under the status it came with, which is lost: NCBI sends back end failures with HTTP 400.
      const refuse = (): void => {
        rejectFailure({ status: 400, headers: {}, body }, 'efetch');
      };
      expect(failureOf(refuse).code).toBe(failureOf(() => decodeArticles(body, [])).code);
    },
  },
  {
    what: 'EFetch refusals over HTTP',
    isOne: ({ utility, status = 200 }) => utility === 'efetch' && status !== 200,
    check: ({ status = 0, headers = {}, body }) => {
      const refuse = (): void => {
        rejectFailure({ status, headers, body }, 'efetch');
      };
      expect(failureOf(refuse).code).toMatch(/^(UPSTREAM_UNAVAILABLE|UNKNOWN_ID)$/);
    },
  },
];

function holdsArticles(all: readonly Article[], body: string): void {
  const paragraphs = all.flatMap(({ abstract }) => abstract);
  expect(paragraphs.map(({ text }) => letters(text))).toEqual(
    matches(body, /<AbstractText(?: [^>]*)?>(.*?)<\/AbstractText>/gs).map(letters),
  );
  expect(paragraphs.flatMap(({ label }) => label ?? [])).toEqual(matches(body, /<AbstractText [^>]*Label="(.*?)"/g));
  const headings = all.flatMap(({ meshHeadings }) => meshHeadings);
  expect(headings).toHaveLength(count(body, 'MeshHeading'));
  expect(headings.flatMap(({ qualifiers }) => qualifiers)).toHaveLength(count(body, 'QualifierName'));
  expect(headings.filter(({ isMajor }) => isMajor)).toHaveLength(
    matches(body, /<(DescriptorName) [^>]*MajorTopicYN="Y"/g).length,
  );
  expect(all.flatMap(({ publicationTypes }) => publicationTypes)).toEqual(
    matches(body, /<PublicationType(?: [^>]*)?>(.*?)</g),
  );
  const references = all.flatMap((article) => article.references);
  expect(references).toHaveLength(count(body, 'Reference'));
  const inReferences = matches(body, /<Reference>(.*?)<\/Reference>/gs).join('');
  expect(references.flatMap(({ pmid }) => pmid ?? [])).toEqual(matches(inReferences, /IdType="pubmed">(\d+)</g));
  expect(references.flatMap(({ doi }) => doi ?? [])).toHaveLength(matches(inReferences, /IdType="(doi)"/g).length);
  expect(references.flatMap(({ pmcid }) => pmcid ?? [])).toHaveLength(matches(inReferences, /IdType="(pmc)"/g).length);
}
