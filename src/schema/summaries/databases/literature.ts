import { docsAt, textAt } from '../docsum.js';
import {
  date,
  derived,
  integer,
  objects,
  type SummaryField,
  type SummaryFields,
  type SummaryShape,
  text,
  texts,
} from '../field-spec.js';

const author: SummaryShape = {
  name: 'ArticleAuthor',
  description: 'A person or group named as author of an article.',
  fields: {
    name: text('name', 'Last name and initials, or the name of the group.'),
    type: text('authtype', 'Author, CollectiveName or Investigator.'),
  },
};

const articleId: SummaryShape = {
  name: 'ArticleId',
  description: 'An identifier of an article outside this database.',
  fields: {
    type: text('idtype', 'Kind of identifier: doi, pmc, pii, pubmed ...'),
    value: text('value', 'The identifier.'),
  },
};

const historyEvent: SummaryShape = {
  name: 'ArticleEvent',
  description: 'A dated step in the publication of an article.',
  fields: {
    status: text('pubstatus', 'The step: received, accepted, pubmed, medline ...'),
    date: date('date', 'Its day.'),
  },
};

const comment: SummaryShape = {
  name: 'ArticleComment',
  description: 'A comment on an article, a correction of it, or the article that it comments on or corrects.',
  fields: {
    type: text('reftype', 'How the two belong together: Comment in, Erratum in ...'),
    citation: text('refsource', 'The other article as a citation.'),
    pmid: text('pmid', 'PubMed uid of the other article.', { none: ['0'] }),
  },
};

/** What PubMed and PMC say in the same words. */
const article: SummaryFields = {
  journal: text('source', 'Abbreviated name of the journal.'),
  fullJournalName: text('fulljournalname', 'Full name of the journal.'),
  authors: objects(author, 'authors', 'The authors in order.'),
  pubDate: text('pubdate', 'Date of publication as printed, such as 2019 Jan-Feb.'),
  epubDate: text('epubdate', 'Date of electronic publication as printed.'),
  volume: text('volume', 'Volume of the journal.'),
  issue: text('issue', 'Issue of the volume.'),
  pages: text('pages', 'Pages as printed, often shortened: 103-5.'),
  doi: identifier('doi', 'Digital object identifier, without a resolver in front.'),
  articleIds: objects(articleId, 'articleids', 'All identifiers of the article.'),
};

export const pubmed: SummaryFields = {
  ...article,
  publicationDate: date('sortpubdate', 'Date of publication for sorting; a missing month or day counts as the first.'),
  lastAuthor: text('lastauthor', 'Name of the last author.'),
  vernacularTitle: text('vernaculartitle', 'Title in the language of the article, where that is not English.'),
  pmcid: identifier('pmc', 'Identifier of the full text in PMC, with its prefix PMC.'),
  languages: texts('lang', 'Languages of the article as three-letter codes.'),
  publicationTypes: texts('pubtype', 'Kinds of publication, such as Journal Article or Review.'),
  nlmUniqueId: text('nlmuniqueid', 'Identifier of the journal in the NLM Catalog.'),
  issn: text('issn', 'ISSN of the printed journal.'),
  electronicIssn: text('essn', 'ISSN of the electronic journal.'),
  electronicLocation: text('elocationid', 'DOI or publisher item identifier that stands in place of pages.'),
  recordStatus: text('recordstatus', 'State of indexing in words.'),
  documentType: text('doctype', 'citation, book or chapter.'),
  attributes: texts('attributes', 'Marks of the record, such as Has Abstract.'),
  history: objects(historyEvent, 'history', 'Dated steps from submission to indexing.'),
  commentsAndCorrections: objects(
    comment,
    'references',
    'Comments, errata and retractions tied to the article. Its reference list is the field `references`.',
  ),
  pmcCitationCount: integer('pmcrefcount', 'Number of articles in PMC that cite this one.'),
  bookTitle: text('booktitle', 'Title of the book the record belongs to.'),
  publisher: text('publishername', 'Publisher of the book.'),
};

export const pmc: SummaryFields = {
  ...article,
  pmcid: derived('Identifier of the full text, with its prefix PMC.', (doc) => {
    const uid = textAt(doc, 'uid');
    return uid === null ? null : `PMC${uid}`;
  }),
  pmid: identifier('pmid', 'PubMed uid of the article.'),
  publicationDate: date('sortdate', 'Date of publication for sorting; a missing month or day counts as the first.'),
  printDate: text('printpubdate', 'Date of the printed issue as printed.'),
  pmcLiveDate: date('pmclivedate', 'Day on which the full text became public in PMC.'),
};

function identifier(type: string, description: string): SummaryField {
  return derived(description, (doc) => {
    const found = docsAt(doc, 'articleids')?.find((id) => textAt(id, 'idtype') === type);
    const value = found === undefined ? null : textAt(found, 'value');
    return value === '0' ? null : value;
  });
}
