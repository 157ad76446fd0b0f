import type { Text } from '../body/text.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import { fetchedDocument } from './efetch.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { isUid, uidOf } from '../body/shape.js';
import { setOnce } from '../body/record-answers.js';
import type { EutilsRequest } from '../wire.js';
import { contentOf } from '../body/xml-answer.js';
import { child, childrenNamed, elementsOf, mapElements, type XmlElement } from '../body/xml.js';
import { type Author, authorsIn, type Grant, grantsIn, type PartialList } from './article-people.js';
import { itemsIn, lineOf } from './article-xml.js';

/** What PubMed has about an article, or a book or chapter, beyond its document summary. */
export interface Article {
  readonly authors: PartialList<Author>;
  readonly grants: PartialList<Grant>;
  /** Its paragraphs in order; empty when there is no abstract. */
  readonly abstract: readonly AbstractParagraph[];
  /** Empty until an article is indexed, and for books. */
  readonly meshHeadings: readonly MeshHeading[];
  /** Such as `Journal Article`, `Review`. */
  readonly publicationTypes: readonly string[];
  /** What it cites, as far as its publisher told. */
  readonly references: readonly Reference[];
}

export interface AbstractParagraph {
  /** Such as `BACKGROUND`; absent in an abstract without sections. */
  readonly label?: string;
  /** Without markup: italics, super- and subscript stand in line. */
  readonly text: string;
}

/** A subject of an article, a term of the MeSH vocabulary. */
export interface MeshHeading {
  readonly descriptor: string;
  /** The identifier of the descriptor, such as `D006801`. */
  readonly ui?: string;
  /** Whether it is a main subject; a qualifier may be one instead. */
  readonly isMajor: boolean;
  readonly qualifiers: readonly MeshQualifier[];
}

export interface MeshQualifier {
  readonly name: string;
  readonly ui?: string;
  readonly isMajor: boolean;
}

export interface Reference {
  /** As the publisher wrote it, without markup. */
  readonly citation: string;
  readonly pmid?: string;
  /** With its letters, as `PMC3687282`. */
  readonly pmcid?: string;
  readonly doi?: string;
}

/** Asks EFetch for whole PubMed records: a comma list, since each record carries its PMID. */
export function articlesRequest(uids: readonly string[]): EutilsRequest {
  return {
    utility: 'efetch',
    retmode: 'xml',
    params: [
      ['db', 'pubmed'],
      ['retmode', 'xml'],
      ['id', uids.join(',')],
    ],
    idCount: uids.length,
  };
}

/**
 * Reads PubMed records by PMID. Records that do not exist are absent.
 *
 * @param uids - The requested ones: PubMed leaves out what it does not have, and never gives another record for it
 * (protocol-2 section 7: 2026).
 * @throws EntrezError `UPSTREAM_UNAVAILABLE` (mostly retryable), `UNKNOWN_ID`, `BAD_USER_INPUT` or `HISTORY_EXPIRED` when
 * NCBI reports an error; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read or has other records.
 */
export function decodeArticles(body: Text, uids: readonly string[]): Map<string, Article> {
  return atOnce(articlesIn(body, uids));
}

/** Reads records as {@link decodeArticles} does, those of a large answer with pauses. */
export function readArticles(
  body: Text,
  uids: readonly string[],
): Map<string, Article> | Promise<Map<string, Article>> {
  return readAnswer(body, articlesIn(body, uids));
}

function* articlesIn(body: Text, uids: readonly string[]): Sliced<Map<string, Article>> {
  const root = yield* fetchedDocument(body, 'PubmedArticleSet', [
    'PubmedArticle',
    'PubmedBookArticle',
    'DeleteCitation',
  ]);
  const articles = new Map<string, Article>();
  for (const record of elementsOf(root)) {
    const read = yield* readRecord(record);
    if (read) {
      setOnce(articles, ...read);
    }
    yield;
  }
  const requested = new Set(uids);
  const foreign = [...articles.keys()].find((pmid) => !requested.has(pmid));
  if (foreign !== undefined) {
    throw contradiction(`NCBI sent the PubMed record ${foreign}, which was not requested.`);
  }
  return articles;
}

function* readRecord(record: XmlElement): Sliced<[pmid: string, article: Article] | undefined> {
  switch (record.name) {
    case 'PubmedArticle':
      return yield* readArticle(record);
    case 'PubmedBookArticle':
      return yield* readBook(record);
    default:
      // `DeleteCitation` lists PMIDs that are no more.
      return undefined;
  }
}

function* readArticle(record: XmlElement): Sliced<[string, Article]> {
  const citation = childOf(record, 'MedlineCitation');
  const article = childOf(citation, 'Article');
  return [
    pmidOf(citation, child(record, 'PubmedData')),
    {
      authors: yield* authorsIn(article),
      grants: yield* grantsIn(article),
      abstract: yield* abstractIn(article),
      meshHeadings: yield* mapElements(itemsIn(citation, 'MeshHeadingList', 'MeshHeading'), meshHeading),
      publicationTypes: yield* mapElements(itemsIn(article, 'PublicationTypeList', 'PublicationType'), lineOf),
      references: yield* mapElements(referencesIn(child(record, 'PubmedData')), reference),
    },
  ];
}

function* readBook(record: XmlElement): Sliced<[string, Article]> {
  const document = childOf(record, 'BookDocument');
  return [
    pmidOf(document, document, child(record, 'PubmedBookData')),
    {
      authors: yield* authorsIn(document),
      grants: yield* grantsIn(document),
      abstract: yield* abstractIn(document),
      meshHeadings: [],
      publicationTypes: yield* mapElements(childrenNamed(document, 'PublicationType'), lineOf),
      references: yield* mapElements(referencesIn(document), reference),
    },
  ];
}

/** A record repeats its PMID among its ids (protocol: true of every record of 2013 to 2026). */
function pmidOf(named: XmlElement, ...parts: readonly (XmlElement | undefined)[]): string {
  const pmid = uidOf(contentOf(named, 'PMID'), 'PMID');
  const ids = parts.flatMap((part) => (part ? itemsIn(part, 'ArticleIdList', 'ArticleId') : []));
  const others = ids.filter(({ attributes }) => attributes.IdType === 'pubmed').map(lineOf);
  if (others.some((other) => other !== '' && other !== pmid)) {
    throw contradiction(`NCBI sent the PubMed record ${pmid} with the id of another.`);
  }
  return pmid;
}

function* abstractIn(element: XmlElement): Sliced<AbstractParagraph[]> {
  const paragraphs = yield* mapElements(itemsIn(element, 'Abstract', 'AbstractText'), (paragraph) => {
    const label = paragraph.attributes.Label?.trim() ?? '';
    return { ...(label !== '' && { label }), text: lineOf(paragraph) };
  });
  return paragraphs.filter(({ text }) => text !== '');
}

function meshHeading(heading: XmlElement): MeshHeading {
  const { name, ...descriptor } = meshTerm(childOf(heading, 'DescriptorName'));
  return { descriptor: name, ...descriptor, qualifiers: childrenNamed(heading, 'QualifierName').map(meshTerm) };
}

function meshTerm(term: XmlElement): MeshQualifier {
  const { UI: ui, MajorTopicYN: isMajor } = term.attributes;
  return { name: lineOf(term), ...(ui !== undefined && { ui }), isMajor: isMajor === 'Y' };
}

/** Lists of references may hold lists, one for each chapter. */
function referencesIn(element: XmlElement | undefined): XmlElement[] {
  return (element === undefined ? [] : childrenNamed(element, 'ReferenceList')).flatMap((list) => [
    ...childrenNamed(list, 'Reference'),
    ...referencesIn(list),
  ]);
}

/** The type of an id is `pubmed` unless it says otherwise (DTD). What stands there as a PMID and is none is left out. */
function reference(element: XmlElement): Reference {
  const citation = child(element, 'Citation');
  const ids = itemsIn(element, 'ArticleIdList', 'ArticleId');
  const id = (...types: readonly string[]): string | undefined =>
    ids
      .filter(({ attributes }) => types.includes(attributes.IdType ?? 'pubmed'))
      .map(lineOf)
      .find((text) => text !== '' && (types[0] !== 'pubmed' || isUid(text)));
  const pmid = id('pubmed');
  const pmcid = id('pmc', 'pmcid');
  const doi = id('doi');
  return {
    citation: citation === undefined ? '' : lineOf(citation),
    ...(pmid !== undefined && { pmid }),
    ...(pmcid !== undefined && { pmcid }),
    ...(doi !== undefined && { doi }),
  };
}

function childOf(element: XmlElement, name: string): XmlElement {
  const found = child(element, name);
  if (found === undefined) {
    throw malformed(`NCBI sent a PubMed record without ${name}.`);
  }
  return found;
}
