import { escapeXml } from '../http/answer.js';
import { type RecordFacts, text, texts } from './facts.js';

/** What NCBI never heads a paragraph with, so that nobody takes it for the article's. */
const LABEL = 'SAMPLE TEXT';
const WRITER = 'The entrez-graph sandbox wrote this in place of the abstract, which the sample does not contain.';
/** Publications that have no abstract in PubMed either. */
const WITHOUT: ReadonlySet<string> = new Set(['Comment', 'Editorial', 'Letter', 'Published Erratum']);

/**
 * The abstract of an article as EFetch gives it: that of a graph which has one, else a text that says what it is, since no
 * licence allows the sample to contain abstracts. Empty for letters and the like.
 */
export function abstractElement(facts: RecordFacts): string {
  const own = facts.abstract === undefined ? undefined : text(facts, 'abstract');
  if (own === '' || (own === undefined && texts(facts, 'pubtypes').some((type) => WITHOUT.has(type)))) {
    return '';
  }
  const paragraph =
    own === undefined
      ? `<AbstractText Label="${LABEL}" NlmCategory="UNASSIGNED">${escapeXml(standIn(facts))}</AbstractText>`
      : `<AbstractText>${escapeXml(own)}</AbstractText>`;
  return `<Abstract>${paragraph}</Abstract>`;
}

function standIn(facts: RecordFacts): string {
  const journal = text(facts, 'fullJournalName') || text(facts, 'journal');
  const year = text(facts, 'year');
  const place = `${journal === '' ? '' : ` in ${journal}`}${year === '' ? '' : `, ${year}`}`;
  return `${WRITER} The article is “${text(facts, 'title')}”${place}.`;
}
