import { expect } from 'vitest';

import { decodeArticles } from '../../src/eutils/efetch-articles.js';
import { decodeSequences, fastaOf } from '../../src/eutils/efetch-sequences.js';
import { decodeSpelling } from '../../src/eutils/espell.js';
import { rejectFailure } from '../../src/eutils/failure.js';
import { failureOf } from '../eutils/entrez-errors.js';
import { describeRecordings, isError, matches, recordings } from './recorded.js';

const fetched = recordings('efetch', '.xml');
const count = (body: string, element: string) => matches(body, new RegExp(`<(${element})[ >]`, 'g')).length;
/** All letters and digits of the text: what no way of laying markup or blanks out may change. */
const letters = (text: string) =>
  text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x[0-9a-f]+|#\d+|\w+);/gi, '')
    .replaceAll(/[^a-z0-9]/gi, '');

describeRecordings(
  'EFetch of articles',
  fetched.filter(({ body }) => body.includes('<PubmedArticleSet>')),
  ({ body }) => {
    const articles = decodeArticles(body);
    expect([...articles.keys()]).toEqual(matches(body, /<MedlineCitation [^>]*>\s*<PMID[^>]*>(\d+)</g));
    const all = [...articles.values()];
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
    expect(references.flatMap(({ pmcid }) => pmcid ?? [])).toHaveLength(
      matches(inReferences, /IdType="(pmc)"/g).length,
    );
  },
);

describeRecordings(
  'EFetch of sequences',
  fetched.filter(({ body }) => body.includes('<TSeqSet>')),
  ({ body }) => {
    const entries = decodeSequences(body);
    expect(entries.map(({ accession }) => accession)).toEqual(matches(body, /<TSeq_accver>(.*?)</g));
    expect(entries.flatMap(({ gi }) => gi ?? [])).toEqual(matches(body, /<TSeq_gi>(.*?)</g));
    expect(entries.map(({ sequence }) => sequence)).toEqual(matches(body, /<TSeq_sequence>(.*?)</g));
    for (const entry of entries) {
      expect(entry.sequence).toHaveLength(entry.length);
      expect(fastaOf(entry).split('\n')[0]).toBe(`>${entry.accession ?? ''} ${entry.title ?? ''}`);
    }
  },
);

describeRecordings(
  'EFetch errors',
  fetched.filter(({ body }) => isError(body)),
  ({ body }) => {
    for (const decode of [decodeArticles, decodeSequences]) {
      expect(failureOf(() => decode(body)).code).toMatch(/^(UPSTREAM_UNAVAILABLE|UNKNOWN_ID)$/);
    }
  },
);

describeRecordings('EFetch refusals over HTTP', recordings('efetch', '.txt.json'), ({ body: recorded }) => {
  const { status, body } = JSON.parse(recorded) as { status: number; body: string };
  const refusal = () => {
    rejectFailure({ status, headers: {}, body }, 'efetch');
  };
  expect(failureOf(refusal).code).toBe('UNKNOWN_ID');
});

describeRecordings('ESpell', recordings('espell', '.xml'), ({ body }) => {
  const [corrected] = matches(body, /<CorrectedQuery>(.*?)</g);
  expect(decodeSpelling(body)?.toLowerCase()).toBe(corrected?.toLowerCase());
});
