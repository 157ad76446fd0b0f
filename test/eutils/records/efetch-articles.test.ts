import { describe, expect, it } from 'vitest';

import { articlesRequest, decodeArticles } from '../../../src/eutils/records/efetch-articles.js';
import { failureOf } from '../entrez-errors.js';

const articles = (content: string) => `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://example.org/pubmed.dtd">
<PubmedArticleSet>
${content}
</PubmedArticleSet>`;
const article = (pmid: string, { inArticle = '', inCitation = '', inData = '' } = {}) =>
  `<PubmedArticle><MedlineCitation><PMID Version="1">${pmid}</PMID><Article><ArticleTitle>T</ArticleTitle>${inArticle}</Article>
  ${inCitation}</MedlineCitation><PubmedData>${inData}</PubmedData></PubmedArticle>`;
const NOBODY = { items: [], isComplete: true };
const EMPTY = { authors: NOBODY, grants: NOBODY, abstract: [], meshHeadings: [], publicationTypes: [], references: [] };
const decode = (body: string) => decodeArticles(body, ['1', '2']);
const only = (content: string) => decode(articles(content)).get('1');

describe('articlesRequest', () => {
  it('sends a comma list', () => {
    expect(articlesRequest(['1', '2'])).toEqual({
      utility: 'efetch',
      retmode: 'xml',
      params: [
        ['db', 'pubmed'],
        ['retmode', 'xml'],
        ['id', '1,2'],
      ],
      idCount: 2,
    });
  });
});

describe('decodeArticles', () => {
  it('gives each record by its PMID; a bare one has empty lists', () => {
    const answers = decode(articles(article('2') + article('1')));
    expect(answers).toEqual(
      new Map([
        ['2', EMPTY],
        ['1', EMPTY],
      ]),
    );
  });

  it('reads marked-up text in order, whatever the depth', () => {
    const inArticle = `<Abstract><AbstractText>Of <i>E. coli <b>K<sub>12</sub></b></i>, at 10<sup>-3</sup>
      &lt; <mml:math><mml:mi>x</mml:mi></mml:math>&#x2009;&#xb5;g.</AbstractText></Abstract>`;
    expect(only(article('1', { inArticle }))?.abstract).toEqual([
      { text: 'Of E. coli K12, at 10-3 < x\u2009\u00b5g.' },
    ]);
  });

  it('keeps the sections of an abstract and leaves out its copyright and other abstracts', () => {
    const inArticle = `<Abstract>
      <AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">One.</AbstractText>
      <AbstractText Label=" ">Two.</AbstractText><AbstractText Label="METHODS"/>
      <CopyrightInformation>Mine.</CopyrightInformation></Abstract>`;
    const inCitation = '<OtherAbstract Type="Publisher"><AbstractText>Nein.</AbstractText></OtherAbstract>';
    expect(only(article('1', { inArticle, inCitation }))?.abstract).toEqual([
      { label: 'BACKGROUND', text: 'One.' },
      { text: 'Two.' },
    ]);
  });

  it('reads subjects and which of them are major', () => {
    const inCitation = `<MeshHeadingList>
      <MeshHeading><DescriptorName UI="D1" MajorTopicYN="Y">Prisoners</DescriptorName></MeshHeading>
      <MeshHeading><DescriptorName MajorTopicYN="N">Iron</DescriptorName>
        <QualifierName UI="Q1" MajorTopicYN="Y">analysis</QualifierName><QualifierName>blood</QualifierName></MeshHeading>
      </MeshHeadingList>`;
    expect(only(article('1', { inCitation }))?.meshHeadings).toEqual([
      { descriptor: 'Prisoners', ui: 'D1', isMajor: true, qualifiers: [] },
      {
        descriptor: 'Iron',
        isMajor: false,
        qualifiers: [
          { name: 'analysis', ui: 'Q1', isMajor: true },
          { name: 'blood', isMajor: false },
        ],
      },
    ]);
  });

  it('reads publication types', () => {
    const inArticle = `<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
      <PublicationType UI="D016454">Review</PublicationType></PublicationTypeList>`;
    expect(only(article('1', { inArticle }))?.publicationTypes).toEqual(['Journal Article', 'Review']);
  });

  it('reads references with their identifiers, also in lists within lists', () => {
    const inData = `<ArticleIdList><ArticleId IdType="doi">own</ArticleId></ArticleIdList>
      <ReferenceList><Title>All</Title>
        <Reference><Citation>A. <i>B</i> 1.</Citation><ArticleIdList><ArticleId IdType="doi">10.1/x</ArticleId>
          <ArticleId IdType="pmc">PMC7</ArticleId><ArticleId IdType="pubmed">5</ArticleId></ArticleIdList></Reference>
        <ReferenceList><Reference><Citation>C.</Citation></Reference></ReferenceList>
      </ReferenceList>
      <ReferenceList><Reference><Citation>D.</Citation>
        <ArticleIdList><ArticleId>PMID: 6</ArticleId><ArticleId>7</ArticleId></ArticleIdList></Reference></ReferenceList>`;
    expect(only(article('1', { inData }))?.references).toEqual([
      { citation: 'A. B 1.', pmid: '5', pmcid: 'PMC7', doi: '10.1/x' },
      { citation: 'C.' },
      { citation: 'D.', pmid: '7' },
    ]);
  });

  it('reads books and chapters', () => {
    const book = `<PubmedBookArticle><BookDocument><PMID Version="1">1</PMID>
      <ArticleIdList><ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList><Book/>
      <PublicationType UI="D016454">Review</PublicationType>
      <Abstract><AbstractText>Text.</AbstractText></Abstract>
      <ReferenceList><Reference><Citation>A.</Citation></Reference></ReferenceList></BookDocument></PubmedBookArticle>`;
    expect(only(book)).toEqual({
      ...EMPTY,
      abstract: [{ text: 'Text.' }],
      meshHeadings: [],
      publicationTypes: ['Review'],
      references: [{ citation: 'A.' }],
    });
  });

  it.each([
    ['an empty set', articles('')],
    ['a list of deleted records', articles('<DeleteCitation><PMID>9</PMID></DeleteCitation>')],
  ])('%s means that none of the records exists', (_, body) => {
    expect(decode(body)).toEqual(new Map());
  });

  it.each([
    ['<eFetchResult><ERROR>Supplied id parameter is empty.</ERROR></eFetchResult>', 'UNKNOWN_ID', false],
    ['<eFetchResult><ERROR>Unable to obtain query #1</ERROR></eFetchResult>', 'HISTORY_EXPIRED', false],
    ['<eFetchResult><ERROR>External viewer error: Timeout</ERROR></eFetchResult>', 'UPSTREAM_UNAVAILABLE', true],
    ['ID+list+is+empty!+Possibly+it+has+no+correct+IDs.', 'UNKNOWN_ID', false],
    ['Unable+to+obtain+query+#1', 'HISTORY_EXPIRED', false],
    ['PMID- 1', 'MALFORMED_RESPONSE', true],
    ['', 'MALFORMED_RESPONSE', true],
    [' \n', 'MALFORMED_RESPONSE', true],
    ['<TSeqSet/>', 'MALFORMED_RESPONSE', true],
    [articles('<PubmedArticle/>'), 'MALFORMED_RESPONSE', true],
    [articles(article('x')), 'MALFORMED_RESPONSE', true],
    [articles(article('1')).slice(0, -2), 'MALFORMED_RESPONSE', true],
  ])('%s is %s', (body, code, retryable) => {
    expect(failureOf(() => decode(body))).toMatchObject({ code, retryable });
  });
});
