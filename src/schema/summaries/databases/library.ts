import { docsAt, textAt } from '../docsum.js';
import { date, flag, objects, type SummaryFields, type SummaryShape, text, texts } from '../field-spec.js';

export const books: SummaryFields = {
  accession: text('accessionid', 'NBK accession of the record.'),
  recordType: text('rtype', 'book, chapter, section, figure, table ...'),
  pubDate: text('pubdate', 'Date of publication as given.'),
  publicationDate: date('pubdate', 'Date of publication.'),
  bookName: text('book', 'Short name of the book.'),
  bookUid: text('bookid', 'Uid of the book as a whole.', { none: ['0'] }),
  bookAccession: text('bookaccessionid', 'NBK accession of the book as a whole.'),
  chapterUid: text('chapterid', 'Uid of the chapter.', { none: ['0'] }),
  chapterAccession: text('chapteraccessionid', 'NBK accession of the chapter.'),
  internalId: text('id', 'Path of the record inside Bookshelf.'),
  ancestors: texts('parents', 'The parts of the book above the record.', '|'),
};

const catalogAuthor: SummaryShape = {
  name: 'CatalogAuthor',
  description: 'A contributor to a work of the NLM Catalog.',
  fields: {
    lastName: text('lastname', 'Last name.'),
    foreName: text('forename', 'First names.'),
    collectiveName: text('collectivename', 'Name of a group.'),
    qualifier: text('namequalifier', 'Words that belong to the name, such as Jr.'),
  },
};

const imprint: SummaryShape = {
  name: 'CatalogImprint',
  description: 'Where, when and by whom a work was published.',
  fields: {
    imprint: text('imprint', 'The whole statement.'),
    place: text('place', 'Place of publication.'),
    publisher: text('publisher', 'Publisher.'),
    dateIssued: text('dateissued', 'Date as printed.'),
    datesOfSerialPublication: text('datesofserialpublication', 'First and last date of a serial.'),
    edition: text('edition', 'Edition as printed.'),
  },
};

const resource: SummaryShape = {
  name: 'CatalogResource',
  description: 'The kind of thing a catalogued work is.',
  fields: {
    type: text('typeofresource', 'Kind of resource: Serial, Book, Electronic Resource ...'),
    unit: text('resourceunit', 'Physical form.'),
  },
};

const issn: SummaryShape = {
  name: 'CatalogIssn',
  description: 'An ISSN of a serial.',
  fields: {
    issn: text('issn', 'The number.'),
    type: text('issntype', 'Print, Electronic or Linking.'),
  },
};

export const nlmcatalog: SummaryFields = {
  nlmUniqueId: text('nlmuniqueid', 'Identifier of the work in the NLM Catalog.'),
  otherTitles: {
    description: 'Further titles of the work.',
    type: 'String',
    list: true,
    read: (doc) => docsAt(doc, 'titleotherlist')?.flatMap((title) => textAt(title, 'titlealternate') ?? []) ?? null,
  },
  medlineAbbreviation: text('medlineta', 'Abbreviation of the journal name that MEDLINE uses.'),
  isoAbbreviation: text('isoabbreviation', 'ISO abbreviation of the journal name.'),
  issns: objects(issn, 'issnlist', 'ISSNs of the serial.'),
  isbn: text('isbn', 'ISBN of the book.'),
  authors: objects(catalogAuthor, 'authorlist', 'Contributors in order.'),
  publications: objects(imprint, 'publicationinfolist', 'Statements of publication.'),
  resources: objects(resource, 'resourceinfolist', 'Kinds of resource.'),
  country: text('country', 'Country of publication.'),
  language: text('language', 'Language as a three-letter code.'),
  startYear: text('startyear', 'First year of publication.', { none: ['0000'] }),
  endYear: text('endyear', 'Last year of publication; null while it goes on or when not known.', {
    none: ['0000', '9999'],
  }),
  currentlyIndexed: flag('currentindexingstatus', 'Whether MEDLINE indexes the journal now.'),
  broadHeadings: texts('broadheading', 'Broad subjects.'),
  continuationNotes: text('continuationnotes', 'Which works it continues or is continued by.'),
  revisionDate: date('daterevised', 'Day of the last revision of the record.'),
};

const treePosition: SummaryShape = {
  name: 'MeshTreePosition',
  description: 'A place of a term in the MeSH tree.',
  fields: {
    treeNumber: text('treenum', 'Tree number.'),
    parentUid: text('parent', 'Uid of the term above.', { none: ['0'] }),
    childUids: texts('children', 'Uids of the terms below.'),
  },
};

export const mesh: SummaryFields = {
  meshId: text('ds_meshui', 'MeSH unique identifier, such as D009369.'),
  recordType: text('ds_recordtype', 'descriptor, qualifier or supplementary-record.'),
  terms: texts('ds_meshterms', 'The heading first, then its entry terms.'),
  scopeNote: text('ds_scopenote', 'What the term means.'),
  yearIntroduced: text('ds_yearintroduced', 'Year in which the term was introduced, as given.'),
  registryNumber: text('ds_registrynumber', 'CAS or EC number of a substance.', { none: ['0'] }),
  subheadings: texts('ds_subheading', 'Qualifiers that may go with the term.'),
  headingMappedTo: text('ds_headingmappedto', 'Heading under which a supplementary concept is indexed.'),
  headingMappedToUids: texts('ds_headingmappedtolist', 'Uids of those headings.'),
  previousIndexing: texts('ds_previousindexing', 'Terms used before this one existed.'),
  seeAlso: texts('ds_seerelated', 'Related headings.'),
  pharmacologicalActions: texts('ds_palist', 'Pharmacological actions of a substance.'),
  treePositions: objects(treePosition, 'ds_idxlinks', 'Places in the MeSH tree.'),
  entryDate: date('ds_entrydate', 'Day of entry.'),
  revisionDate: date('ds_revisiondate', 'Day of the last revision.'),
};
