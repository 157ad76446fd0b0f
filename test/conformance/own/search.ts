import { json, own, xml } from './own-answer.js';

const search = (members: object) =>
  json('esearch', {
    esearchresult: {
      count: '2',
      retmax: '2',
      retstart: '0',
      idlist: ['81', '80'],
      translationset: [],
      querytranslation: 'x[All Fields]',
      ...members,
    },
  });
const summaries = (members: object, beside: object = {}) => json('esummary', { ...beside, result: members });
const einfo = (members: object) => json('einfo', { einforesult: members });
const field = (name: string, isdate: string, termcount: string) => ({
  name,
  fullname: name,
  description: name,
  termcount,
  isdate,
  isnumerical: 'N',
  singletoken: 'N',
  hierarchy: 'N',
  ishidden: 'N',
});

/** Answers of ESearch, ESummary, EInfo, ESpell, EPost, ECitMatch and EGQuery in the shapes that are recorded. */
export const OWN_SEARCHES = [
  own(
    'esearch/hits.json',
    search({ translationstack: [{ term: 'x[All Fields]', field: 'All Fields', count: '-1', explode: 'N' }, 'GROUP'] }),
  ),
  own('esearch/page.json', search({ count: '82', retmax: '2', retstart: '40' })),
  own('esearch/stored.json', search({ querykey: '1', webenv: 'MCID_0123456789abcdef01234567' })),
  own(
    'esearch/no-hits.json',
    search({
      count: '0',
      retmax: '0',
      idlist: [],
      querytranslation: '(xqz)',
      errorlist: { phrasesnotfound: ['xqz'], fieldsnotfound: [] },
      warninglist: { phrasesignored: ['the'], quotedphrasesnotfound: ['"x q"'], outputmessages: ['No items found.'] },
    }),
  ),
  own(
    'esearch/window.json',
    '{"header":{"type":"esearch","version":"0.3"},"esearchresult":{"ERROR":"Search Backend failed: Exception:\n\'retstart\' cannot be larger than 9998. For PubMed, use another tool."}}',
  ),
  own('esearch/expired.json', '{"esearchresult":{"ERROR":"Unable to obtain query #3"}}'),
  own(
    'esearch/backend-failure.xml',
    xml('eSearchResult', '<ERROR>Search Backend failed: Unable to open connection to #SomeSrv?dbaf=gene</ERROR>'),
  ),
  own('esearch/database.xml', xml('eSearchResult', '<ERROR>Invalid db name specified: nothing</ERROR>')),
  own(
    'esearch/hits.xml',
    xml(
      'eSearchResult',
      '<Count>1</Count><RetMax>1</RetMax><RetStart>0</RetStart><IdList><Id>81</Id></IdList><QueryTranslation>x</QueryTranslation>',
    ),
  ),
  own(
    'esummary/two.json',
    summaries({
      uids: ['81', '80'],
      81: { uid: '81', name: 'ABC1', organism: { taxid: 9606 }, chrsort: '', mim: ['1', '2'], flag: true, weight: 0 },
      80: { uid: '80', name: 'ABC0' },
    }),
  ),
  own(
    'esummary/xml-in-strings.json',
    summaries({
      uids: ['5'],
      5: {
        uid: '5',
        expxml: '<Summary><Title>A &amp; B</Title></Summary>',
        runs: '<Run acc="SRR0"/><Run acc="SRR1"/>',
      },
    }),
  ),
  own(
    'esummary/unknown.json',
    summaries({
      uids: ['81', '999'],
      81: { uid: '81', name: 'ABC1' },
      999: { uid: '999', error: 'cannot get document summary' },
    }),
  ),
  own(
    'esummary/accession.json',
    summaries({ uids: [] }, { error: 'Invalid uid SAMN0X at position= 0; Invalid uid SAMN1X at position= 7' }),
  ),
  own(
    'esummary/too-many.json',
    json('esummary', { error: 'Too many UIDs in request. Maximum number of UIDs is 300 for JSON format output.' }),
  ),
  own('esummary/nothing.json', json('esummary', { esummaryresult: ['Empty id list - nothing todo'] })),
  own(
    'esummary/too-large.json',
    '{"header":{"type":"eutils","version":"0.3"},"eutilsresult":{"ERROR":"\nInput XML size is 12340021 bytes, and cannot be transformed to JSON. the max size is 10MB"}}',
  ),
  own('esummary/backend-failure.xml', xml('eSummaryResult', '<ERROR>NCBI C++ Exception:\n    Error: x</ERROR>')),
  own(
    'esummary/hidden-failure.xml',
    xml(
      'eSummaryResult',
      '<DocumentSummarySet status="OK"><!-- DocSum Backend failed: timeout --></DocumentSummarySet>',
    ),
  ),
  own(
    'esummary/version-1.xml',
    xml('eSummaryResult', '<DocSum><Id>81</Id><Item Name="Name" Type="String">ABC1</Item></DocSum>'),
  ),
  own(
    'esummary/version-2.xml',
    xml(
      'eSummaryResult',
      '<DocumentSummarySet status="OK"><DocumentSummary uid="81"><Name>ABC1</Name></DocumentSummary></DocumentSummarySet>',
    ),
  ),
  own('einfo/list.json', einfo({ dblist: ['gene', 'pubmed'], dbinfo: [] })),
  own(
    'einfo/database.json',
    einfo({
      dbinfo: [
        {
          dbname: 'gene',
          menuname: 'Gene',
          description: 'Genes',
          dbbuild: 'B1',
          count: '34',
          lastupdate: '2026/11/01 00:00',
          fieldlist: [field('ALL', 'N', '12'), field('DATE', 'Y', '')],
          linklist: [{ name: 'gene_pubmed', menu: 'PubMed', description: 'Papers', dbto: 'pubmed' }],
        },
      ],
    }),
  ),
  own('einfo/unknown.json', json('einfo', { einforesult: { ERROR: 'Can not retrieve DbInfo for db=nothing' } })),
  own('einfo/unknown.xml', xml('eInfoResult', '<ERROR>Can not retrieve DbInfo for db=nothing</ERROR>')),
  own('einfo/list.xml', xml('eInfoResult', '<DbList><DbName>gene</DbName></DbList>')),
  own(
    'espell/corrected.xml',
    xml(
      'eSpellResult',
      '<Database>pubmed</Database><Query>kidny AND rat</Query><CorrectedQuery>kidney and rat</CorrectedQuery><SpelledQuery><Replaced>kidney</Replaced><Original> AND rat</Original></SpelledQuery><ERROR/>',
    ),
  ),
  own(
    'espell/failure.xml',
    xml(
      'eSpellResult',
      '<Database>nothing</Database><Query>x</Query><CorrectedQuery></CorrectedQuery><SpelledQuery/><ERROR>Invalid db name specified: nothing</ERROR>',
    ),
  ),
  own('epost/stored.xml', xml('ePostResult', '<QueryKey>1</QueryKey>\n<WebEnv>MCID_0123456789abcdef01234567</WebEnv>')),
  own(
    'epost/in-part.xml',
    xml(
      'ePostResult',
      '<QueryKey>1</QueryKey><WebEnv>MCID_0123456789abcdef01234567</WebEnv><ERROR>IDs contain invalid characters which was treated as delimiters.</ERROR>',
    ),
  ),
  own('epost/refused.xml', xml('ePostResult', '<ERROR>Invalid db name specified: nothing</ERROR>')),
  own(
    'ecitmatch/lines.txt',
    'journal of x|1999|12|34|Doe J|c1|901|\nno journal|2000|1|1||c2|NOT_FOUND;INVALID_JOURNAL|\njournal of x|1999|||Doe J|c3|AMBIGUOUS (5 citations)|\n'.replaceAll(
      '|\n',
      '\n',
    ),
  ),
  own(
    'egquery/retired.xml',
    xml(
      'Result',
      '<Term>x</Term><eGQueryResult><ResultItem><DbName>gene</DbName><Count>1</Count><Status>Ok</Status></ResultItem></eGQueryResult>',
    ),
  ),
];
