import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { type Docsum, type DocsumBuilder, DocsumList, listOf } from '../records/docsum.js';
import { text, texts, timestamp } from '../records/facts.js';

/** Languages by their code, for version 1.0, which writes them out. */
const LANGUAGES: Readonly<Record<string, string>> = {
  chi: 'Chinese',
  eng: 'English',
  fre: 'French',
  ger: 'German',
  jpn: 'Japanese',
  rus: 'Russian',
  spa: 'Spanish',
};

/** Articles: PubMed has citations, PMC the full texts of some of them. */
export const literature: Readonly<Record<'pubmed' | 'pmc', DocsumBuilder>> = {
  pubmed: { build: buildPubmed, buildVersion1: buildPubmedVersion1 },
  pmc: { build: buildPmc },
};

function buildPubmed(uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const title = text(facts, 'title');
  const authors = texts(facts, 'authors');
  return {
    PubDate: pubDate(facts),
    EPubDate: '',
    Source: text(facts, 'journal'),
    Authors: listOf(
      'Author',
      authors.map((name) => ({ Name: name, AuthType: 'Author', ClusterID: '' })),
    ),
    LastAuthor: lastAuthor(facts),
    Title: title,
    SortTitle: sortTitle(title),
    Volume: text(facts, 'volume'),
    Issue: text(facts, 'issue'),
    Pages: text(facts, 'pages'),
    Lang: listOf('string', texts(facts, 'lang')),
    NlmUniqueID: '',
    ISSN: text(facts, 'issn'),
    ESSN: '',
    PubType: listOf('flag', texts(facts, 'pubtypes')),
    RecordStatus: '',
    PubStatus: '',
    ArticleIds: listOf(
      'ArticleId',
      articleIds(uid, facts).map(({ type, code, value }) => ({ IdType: type, IdTypeN: code, Value: value })),
    ),
    History: listOf('PubMedPubDate', []),
    References: listOf('Reference', []),
    Attributes: listOf('flag', []),
    PmcRefCount: graph.links('pubmed_pubmed_citedin', uid).length,
    FullJournalName: text(facts, 'fullJournalName'),
    ELocationID: text(facts, 'doi') === '' ? '' : `doi: ${text(facts, 'doi')}`,
    DocType: 'citation',
    SrcContribList: listOf('string', []),
    BookTitle: '',
    Medium: '',
    Edition: '',
    PublisherLocation: '',
    PublisherName: '',
    SrcDate: '',
    ReportNumber: '',
    AvailableFromURL: '',
    LocationLabel: '',
    DocContribList: listOf('string', []),
    DocDate: '',
    BookName: '',
    Chapter: '',
    SortPubDate: timestamp(pubDate(facts)),
    SortFirstAuthor: authors[0] ?? '',
    VernacularTitle: '',
  };
}

function buildPubmedVersion1(uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const [volume, issue, pages, doi] = ['volume', 'issue', 'pages', 'doi'].map((name) => text(facts, name));
  return {
    PubDate: pubDate(facts),
    EPubDate: '',
    Source: text(facts, 'journal'),
    AuthorList: listOf('Author', texts(facts, 'authors')),
    LastAuthor: lastAuthor(facts),
    Title: text(facts, 'title'),
    Volume: volume ?? '',
    Issue: issue ?? '',
    Pages: pages ?? '',
    LangList: listOf(
      'Lang',
      texts(facts, 'lang').map((code) => LANGUAGES[code] ?? code),
    ),
    NlmUniqueID: '',
    ISSN: text(facts, 'issn'),
    ESSN: '',
    PubTypeList: listOf('PubType', texts(facts, 'pubtypes')),
    RecordStatus: '',
    PubStatus: '',
    ArticleIds: new DocsumList(articleIds(uid, facts).map(({ type, value }) => ({ name: type, value }))),
    ...(doi === '' ? {} : { DOI: doi ?? '' }),
    History: listOf('pubmed', []),
    References: listOf('Reference', []),
    HasAbstract: 0,
    PmcRefCount: graph.links('pubmed_pubmed_citedin', uid).length,
    FullJournalName: text(facts, 'fullJournalName'),
    ELocationID: doi === '' ? '' : `doi: ${doi}`,
    SO: `${pubDate(facts)};${volume}${issue === '' ? '' : `(${issue})`}${pages === '' ? '' : `:${pages}`}`,
  };
}

/** A PMC record is the full text of a citation, which knows the authors and pages. */
function buildPmc(uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const [pmid = text(facts, 'pmid')] = graph.links('pmc_pubmed', uid);
  const citation = graph.record('pubmed', pmid) ?? {};
  const ids = { pmid, doi: text(facts, 'doi'), pmcid: `PMC${uid}` };
  const printed = pubDate({ ...facts, ...citation });
  return {
    PubDate: printed,
    EPubDate: '',
    PrintPubDate: printed,
    Source: text(facts, 'journal'),
    Authors: listOf(
      'Author',
      texts(citation, 'authors').map((name) => ({ Name: name, AuthType: 'Author' })),
    ),
    Title: text(facts, 'title') || ids.pmcid,
    Volume: text(citation, 'volume'),
    Issue: text(citation, 'issue'),
    Pages: text(citation, 'pages'),
    ArticleIds: listOf(
      'ArticleId',
      Object.entries(ids).flatMap(([IdType, Value]) => (Value === '' ? [] : [{ IdType, Value }])),
    ),
    FullJournalName: text(citation, 'fullJournalName'),
    SortDate: timestamp(printed),
    PmcLiveDate: '',
  };
}

function pubDate(facts: RecordFacts): string {
  return text(facts, 'pubdate') || text(facts, 'year');
}

/** Unknown where the sample has only the first of several authors. */
function lastAuthor(facts: RecordFacts): string {
  const authors = texts(facts, 'authors');
  const complete = facts.firstAuthorOnly !== true && Number(facts.authorCount ?? 0) <= authors.length;
  return complete ? (authors.at(-1) ?? '') : '';
}

function sortTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The identifiers of an article with the codes of their types (recorded 2026). */
function articleIds(
  uid: string,
  facts: RecordFacts,
): readonly { readonly type: string; readonly code: number; readonly value: string }[] {
  const pmcid = text(facts, 'pmcid');
  return [
    { type: 'pubmed', code: 1, value: uid },
    { type: 'pmc', code: 8, value: pmcid },
    { type: 'pmcid', code: 5, value: pmcid && `pmc-id: ${pmcid};` },
    { type: 'doi', code: 3, value: text(facts, 'doi') },
    { type: 'pii', code: 4, value: text(facts, 'pii') },
  ].filter(({ value }) => value !== '');
}
