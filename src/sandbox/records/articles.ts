import { type Answer, element, escapeXml, xmlAnswer } from '../http/answer.js';
import { abstractElement } from './abstract.js';
import { authorElement, grantList, meshHeadingList } from './article-people.js';
import { text, texts } from './facts.js';
import type { RecordFacts, SampleGraph } from '../sample-graph.js';

/** Articles as a `PubmedArticleSet`; those the sample lacks are left out, as NCBI leaves them out (recorded 2025). */
export function articlesAnswer(pmids: readonly string[], graph: SampleGraph): Answer {
  const articles = pmids.flatMap((pmid) => {
    const facts = graph.record('pubmed', pmid);
    return facts === undefined ? [] : [articleElement(pmid, facts, graph)];
  });
  return xmlAnswer('PubmedArticleSet', `\n${articles.join('\n')}${articles.length > 0 ? '\n' : ''}`);
}

function articleElement(pmid: string, facts: RecordFacts, graph: SampleGraph): string {
  const pages = text(facts, 'pages');
  const doi = text(facts, 'doi');
  const article = [
    journal(facts),
    element('ArticleTitle', sentence(text(facts, 'title'))),
    pages === '' ? '' : `<Pagination>${element('MedlinePgn', pages)}</Pagination>`,
    doi === '' ? '' : `<ELocationID EIdType="doi" ValidYN="Y">${escapeXml(doi)}</ELocationID>`,
    abstractElement(facts),
    authorList(pmid, facts),
    ...texts(facts, 'lang').map((code) => element('Language', code)),
    grantList(pmid),
    list(
      'PublicationTypeList',
      texts(facts, 'pubtypes').map((type) => `<PublicationType UI="">${escapeXml(type)}</PublicationType>`),
    ),
  ];
  const journalInfo = `<MedlineJournalInfo>${element('MedlineTA', text(facts, 'journal'))}</MedlineJournalInfo>`;
  const references = graph.links('pubmed_pubmed_refs', pmid).map((cited) => reference(cited, graph));
  return `<PubmedArticle><MedlineCitation Status="PubMed-not-MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article PubModel="Print">${article.join('')}</Article>${journalInfo}${meshHeadingList(pmid)}</MedlineCitation><PubmedData><PublicationStatus>ppublish</PublicationStatus>${articleIds(pmid, facts)}${list('ReferenceList', references)}</PubmedData></PubmedArticle>`;
}

function journal(facts: RecordFacts): string {
  const [name, issn] = [text(facts, 'journal'), text(facts, 'issn')];
  const issue = [
    ...(['volume', 'issue'] as const).map((member) =>
      optional(member === 'volume' ? 'Volume' : 'Issue', text(facts, member)),
    ),
    pubDate(text(facts, 'pubdate') || text(facts, 'year')),
  ];
  return `<Journal>${issn === '' ? '' : `<ISSN IssnType="Print">${issn}</ISSN>`}<JournalIssue CitedMedium="Print">${issue.join('')}</JournalIssue>${element('Title', text(facts, 'fullJournalName') || name)}${element('ISOAbbreviation', name)}</Journal>`;
}

/** Year, month and day where the date has this form, else the date as printed. */
function pubDate(printed: string): string {
  const [, year, month, day] = /^(\d{4})(?: ([A-Z][a-z]{2}))?(?: (\d{1,2}))?$/.exec(printed) ?? [];
  const content =
    year === undefined
      ? optional('MedlineDate', printed)
      : element('Year', year) + optional('Month', month ?? '') + optional('Day', day?.padStart(2, '0') ?? '');
  return `<PubDate>${content}</PubDate>`;
}

function authorList(pmid: string, facts: RecordFacts): string {
  const authors = texts(facts, 'authors');
  const complete = facts.firstAuthorOnly !== true && Number(facts.authorCount ?? 0) <= authors.length;
  const elements = authors.map((author) => authorElement(pmid, author));
  return elements.length === 0
    ? ''
    : `<AuthorList CompleteYN="${complete ? 'Y' : 'N'}">${elements.join('')}</AuthorList>`;
}

/** The citation is composed from what the sample knows of the cited article. */
function reference(pmid: string, graph: SampleGraph): string {
  const facts = graph.record('pubmed', pmid) ?? {};
  const issue = text(facts, 'issue');
  const place = [
    text(facts, 'pubdate') || text(facts, 'year'),
    text(facts, 'volume') + (issue === '' ? '' : `(${issue})`),
    text(facts, 'pages'),
  ];
  const [date = '', volume = '', pages = ''] = place;
  const printed = `${date}${volume === '' ? '' : `;${volume}`}${pages === '' ? '' : `:${pages}`}`;
  const citation = [texts(facts, 'authors').join(', '), text(facts, 'title'), text(facts, 'journal'), printed];
  return `<Reference>${element(
    'Citation',
    citation
      .filter((part) => part !== '')
      .map(sentence)
      .join(' '),
  )}${articleIds(pmid, facts)}</Reference>`;
}

function articleIds(pmid: string, facts: RecordFacts): string {
  const ids = { pubmed: pmid, pmc: text(facts, 'pmcid'), doi: text(facts, 'doi'), pii: text(facts, 'pii') };
  const elements = Object.entries(ids)
    .filter(([, value]) => value !== '')
    .map(([type, value]) => `<ArticleId IdType="${type}">${escapeXml(value)}</ArticleId>`);
  return list('ArticleIdList', elements);
}

function sentence(words: string): string {
  return words === '' || /[.?!\]]$/.test(words) ? words : `${words}.`;
}

function optional(name: string, value: string): string {
  return value === '' ? '' : element(name, value);
}

function list(name: string, elements: readonly string[]): string {
  return elements.length === 0 ? '' : `<${name}>${elements.join('')}</${name}>`;
}
