import { decodeAvailableLinks, decodeChecks } from '../../src/eutils/links/check.js';
import { decodeArticles } from '../../src/eutils/records/efetch-articles.js';
import { attributeSequences, decodeSequences } from '../../src/eutils/records/efetch-sequences.js';
import { decodeIdenticalProteins } from '../../src/eutils/records/efetch-ipg.js';
import { decodeTaxa } from '../../src/eutils/records/efetch-taxa.js';
import { decodeDatabaseInfo, decodeDatabaseList } from '../../src/eutils/records/einfo.js';
import { decodeUnion } from '../../src/eutils/links/elink-union.js';
import { attributeByName, attributeLinks, decodeLinkSets } from '../../src/eutils/links/elink.js';
import { decodeCitations } from '../../src/eutils/search/ecitmatch.js';
import { decodeSearch } from '../../src/eutils/search/esearch.js';
import { decodeSpelling } from '../../src/eutils/search/espell.js';
import { decodeSummaries } from '../../src/eutils/records/esummary.js';
import { decodeStoredLinks } from '../../src/eutils/links/history-links.js';
import { decodePost } from '../../src/eutils/search/history.js';
import { decodeLinkOut } from '../../src/eutils/links/link-out.js';

export type Decode = (body: string) => unknown;

const question = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['1', '2'], scored: true };
const PAGE = { db: 'gene', term: 'x', retstart: 0, retmax: 20 };
const STORED = { from: 'protein', to: 'gene', linkName: 'n', uids: ['1'] };
const byName = { from: 'gene', to: 'pubmed', uids: ['1', '2'], scored: false };

/** Every decoder of an answer, in each of its forms, with a body it accepts. */
export const DECODERS: readonly (readonly [name: string, body: string, decode: Decode])[] = [
  [
    'links in JSON',
    `{"header":{},"linksets":[{"dbfrom":"gene","ids":["1"],"linksetdbs":[{"dbto":"pubmed","linkname":"gene_pubmed",
      "links":[{"id":"10","score":9},{"id":"11","score":8}]}]},{"dbfrom":"gene","ids":["2"]}]}`,
    (body) => attributeLinks(decodeLinkSets(body, 'json'), question),
  ],
  [
    'links in XML',
    `<?xml version="1.0"?><eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList><Id>1</Id></IdList>
      <LinkSetDb><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName><Link><Id>10</Id><Score>9</Score></Link></LinkSetDb>
      </LinkSet></eLinkResult>`,
    (body) => attributeLinks(decodeLinkSets(body, 'xml'), question),
  ],
  [
    'links by name',
    `{"linksets":[{"dbfrom":"gene","ids":["1"],"linksetdbs":[
      {"dbto":"pubmed","linkname":"gene_pubmed","links":["10"]},
      {"dbto":"pubmed","linkname":"gene_pubmed_rif","links":["11"]}]},{"dbfrom":"gene","ids":["2"]}]}`,
    (body) => attributeByName(decodeLinkSets(body, 'json'), byName, ['gene_pubmed', 'gene_pubmed_rif']),
  ],
  [
    'summaries',
    `{"result":{"uids":["1","2"],"1":{"uid":"1","a":["b",{}]},
      "2":{"uid":"2","error":"cannot get document summary"}}}`,
    (body) => decodeSummaries(body),
  ],
  [
    'summaries in XML',
    `<eSummaryResult><DocumentSummarySet status="OK"><DocumentSummary uid="1"><Names><Name a="b">x</Name></Names>
      </DocumentSummary><DocumentSummary uid="2"><error>cannot get document summary</error></DocumentSummary>
      </DocumentSummarySet></eSummaryResult>`,
    (body) => decodeSummaries(body, 'xml', 'gene'),
  ],
  [
    'a search',
    '{"esearchresult":{"count":"2","retstart":"0","idlist":["1","2"],"errorlist":{"phrasesnotfound":["x"]}}}',
    (body) => decodeSearch(body, PAGE),
  ],
  [
    'citations',
    'Nature|1953|171|737|Watson JD|a|13054692\nNature|1953||||b|AMBIGUOUS (5 citations)\nx|||||c|NOT_FOUND;INVALID_JOURNAL\n',
    (body) =>
      decodeCitations(
        body,
        new Map([
          ['a', { journal: 'Nature', year: '1953', volume: '171', firstPage: '737', author: 'Watson JD' }],
          ['b', { journal: 'Nature', year: '1953' }],
          ['c', { journal: 'x' }],
        ]),
      ),
  ],
  [
    'identical proteins',
    `<IPGReportSet><IPGReport ipg="5" product_acc="A_1.1"><ProteinList><Protein accver="A_1.1" source="RefSeq"><CDSList><CDS
      accver="N_1.1" start="1" stop="9" strand="+"/></CDSList></Protein><Protein accver="B.1"/></ProteinList><Statistics
      prot_count="2"/></IPGReport></IPGReportSet>`,
    (body) => decodeIdenticalProteins(body, ['A_1.1', 'C.1']),
  ],
  [
    'taxa',
    `<TaxaSet><Taxon><TaxId>1</TaxId><ScientificName>root</ScientificName><ParentTaxId>1</ParentTaxId></Taxon><Taxon>
      <TaxId>3</TaxId><ScientificName>A</ScientificName><ParentTaxId>7</ParentTaxId><Rank>genus</Rank><LineageEx><Taxon>
      <TaxId>7</TaxId><ScientificName>B</ScientificName></Taxon></LineageEx><AkaTaxIds><TaxId>2</TaxId></AkaTaxIds></Taxon></TaxaSet>`,
    (body) => decodeTaxa(body, ['1', '2']),
  ],
  ['the databases', '{"einforesult":{"dblist":["gene","pubmed"],"dbinfo":[]}}', decodeDatabaseList],
  [
    'a database',
    `{"einforesult":{"dbinfo":[{"dbname":"gene","count":"1","linklist":[{"name":"n","dbto":"pubmed"}],
      "fieldlist":[{"name":"ALL","isdate":"N","isnumerical":"N","singletoken":"N","hierarchy":"N","ishidden":"N"}]}]}}`,
    (body) => decodeDatabaseInfo(body, 'gene'),
  ],
  [
    'a union',
    `{"linksets":[{"dbfrom":"gene","ids":["1","2"],"linksetdbs":[{"dbto":"pubmed","linkname":"gene_pubmed",
      "links":["10","11"]}]}]}`,
    (body) => decodeUnion(body, 'json', question),
  ],
  [
    'available links',
    `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdCheckList><IdLinkSet><Id>1</Id><LinkInfo><DbTo>omim</DbTo>
      <LinkName>gene_omim</LinkName><Priority>1</Priority></LinkInfo></IdLinkSet></IdCheckList></LinkSet></eLinkResult>`,
    (body) => decodeAvailableLinks(body, question.uids, 'gene'),
  ],
  [
    'checks in JSON',
    '{"linksets":[{"idchecklist":{"ids":[{"value":"1","hasneighbor":"Y"}]}}]}',
    (body) => decodeChecks(body, question.uids, 'gene'),
  ],
  [
    'LinkOut',
    `<eLinkResult><LinkSet><IdUrlList><IdUrlSet><Id>1</Id><ObjUrl><Url>https://example.org</Url><IconUrl>/i</IconUrl>
      <Category>c</Category><Provider><Name>p</Name></Provider></ObjUrl></IdUrlSet></IdUrlList></LinkSet></eLinkResult>`,
    (body) => decodeLinkOut(body, question.uids, 'gene'),
  ],
  [
    'LinkOut in JSON',
    '{"linksets":[{"idurllist":[{"id":"1","objurls":[{"url":{"value":"u"},"provider":{"name":"p"}}]}]}]}',
    (body) => decodeLinkOut(body, question.uids, 'gene'),
  ],
  [
    'a posted set',
    '<ePostResult><QueryKey>1</QueryKey><WebEnv>W</WebEnv><ERROR>x</ERROR></ePostResult>',
    (body) => decodePost(body, question),
  ],
  [
    'stored links',
    '{"linksets":[{"ids":["1"],"linksetdbhistories":[{"dbto":"gene","linkname":"n","querykey":"1"}],"webenv":"W"}]}',
    (body) => decodeStoredLinks(body, 'json', STORED),
  ],
  [
    'stored links in XML',
    `<eLinkResult><LinkSet><IdList><Id>1</Id></IdList><LinkSetDbHistory><DbTo>gene</DbTo><LinkName>n</LinkName><QueryKey>1</QueryKey>
      </LinkSetDbHistory><WebEnv>W</WebEnv></LinkSet></eLinkResult>`,
    (body) => decodeStoredLinks(body, 'xml', STORED),
  ],
  [
    'a spelling',
    `<eSpellResult><Query>cancr</Query><CorrectedQuery>cancer</CorrectedQuery><SpelledQuery><Replaced>cancer</Replaced>
      </SpelledQuery><ERROR/></eSpellResult>`,
    (body) => decodeSpelling(body, { db: 'pubmed', term: 'cancr' }),
  ],
  [
    'articles',
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Abstract><AbstractText>a<i>b</i>
      </AbstractText></Abstract></Article><MeshHeadingList><MeshHeading><DescriptorName UI="D">d</DescriptorName>
      </MeshHeading></MeshHeadingList></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
    (body) => decodeArticles(body, question.uids),
  ],
  [
    'sequences',
    `<TSeqSet><TSeq><TSeq_accver>X</TSeq_accver><TSeq_length>2</TSeq_length><TSeq_sequence>MK</TSeq_sequence></TSeq>
      </TSeqSet>`,
    (body) => attributeSequences(decodeSequences(body, { uids: ['X'] })),
  ],
];
