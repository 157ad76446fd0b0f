import { describe, expect, it } from 'vitest';

import { decodeAvailableLinks, decodeChecks } from '../../src/eutils/links/check.js';
import { decodeArticles } from '../../src/eutils/records/efetch-articles.js';
import { attributeSequences, decodeSequences } from '../../src/eutils/records/efetch-sequences.js';
import { decodeTaxa } from '../../src/eutils/records/efetch-taxa.js';
import { decodeDatabaseInfo, decodeDatabaseList } from '../../src/eutils/records/einfo.js';
import { decodeSearch } from '../../src/eutils/search/esearch.js';
import { decodeSpelling } from '../../src/eutils/search/espell.js';
import { decodeSummaries } from '../../src/eutils/records/esummary.js';
import { decodeStoredLinks } from '../../src/eutils/links/history-links.js';
import { decodePost } from '../../src/eutils/search/history.js';
import { decodeLinkOut } from '../../src/eutils/links/link-out.js';
import { failureOf } from './entrez-errors.js';

/** An answer that contradicts its question, or itself, is worth another try and nothing else. */
function isRefused(decode: () => unknown): void {
  expect(failureOf(decode)).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
}

const uids = (first: number, length: number): string[] => Array.from({ length }, (_, i) => String(first + i));
const NO_ITEMS = { outputmessages: ['No items found.'] };
const CUT = { outputmessages: ['Restrictions achieved. start and count adjusted to 0, 9999'] };
const PAGE = { db: 'gene', term: 'x', retstart: 0, retmax: 20 };
const search = (result: object, page: object = {}) =>
  decodeSearch(JSON.stringify({ header: { type: 'esearch' }, esearchresult: { retstart: '0', ...result } }), {
    ...PAGE,
    ...page,
  });

const NO_LISTS = { linklist: [], fieldlist: [] };

describe('a page of hits', () => {
  it.each([
    ['no uid though there are hits', { count: '82', idlist: [] }, {}],
    ['no uid though there are hits, with the length of the page', { count: '82', retmax: '0', idlist: [] }, {}],
    ['fewer uids than belong on it', { count: '82', idlist: uids(1, 19) }, {}],
    ['a last page that ends early', { count: '82', retstart: '80', idlist: uids(1, 1) }, { retstart: 80 }],
    ['more uids than requested', { count: '82', idlist: uids(1, 21) }, {}],
    ['more uids than hits', { count: '3', idlist: uids(1, 4) }, {}],
    ['more uids than are left', { count: '82', retstart: '80', idlist: uids(1, 3) }, { retstart: 80 }],
    ['uids beside a count of 0', { count: '0', idlist: ['1'] }, {}],
    ['uids where only the count was requested', { count: '5', idlist: ['1'] }, { retmax: 0 }],
    ['uids beyond the last hit', { count: '5', retstart: '5', idlist: ['1'] }, { retstart: 5 }],
    ['another start', { count: '82', retstart: '0', idlist: uids(1, 20) }, { retstart: 20 }],
    ['another start than the first', { count: '82', retstart: '20', idlist: uids(1, 20) }, {}],
    ['another length than it says', { count: '82', retmax: '5', idlist: uids(1, 20) }, {}],
    ['a uid twice', { count: '2', idlist: ['7', '7'] }, {}],
    ['a uid of zeros', { count: '1', idlist: ['0'] }, {}],
    ['a uid with a leading zero', { count: '1', idlist: ['07157'] }, {}],
    ['a negative uid', { count: '1', idlist: ['-1'] }, {}],
    ['a fraction for a uid', { count: '1', idlist: [1.5] }, {}],
    ['a uid that EPost would not take', { count: '1', idlist: ['1'.repeat(21)] }, {}],
    ['a fraction for a count', { count: '1.5', idlist: ['1'] }, {}],
    ['a count beyond exact numbers', { count: '9007199254740993', idlist: uids(1, 20) }, {}],
    ['hits beside the words that there are none', { count: '1', idlist: ['1'], warninglist: NO_ITEMS }, {}],
    ['a count beside the words that there are none', { count: '5', idlist: [], warninglist: NO_ITEMS }, { retmax: 0 }],
    ['no hit of a page that is said to be cut', { count: '30000', idlist: [], warninglist: CUT }, { retmax: 15_000 }],
    [
      'fewer hits than a page from the hundredth on has, when another is said to be cut',
      { count: '30000', retstart: '100', idlist: uids(1, 9999), warninglist: CUT },
      { retstart: 100, retmax: 10_000 },
    ],
    [
      'fewer hits of another database than PubMed beyond those that PubMed lists',
      { count: '30000', retstart: '9999', idlist: [] },
      { retstart: 9999 },
    ],
    ['fewer hits than a page that is said to be cut has', { count: '30000', idlist: uids(1, 9), warninglist: CUT }, {}],
    [
      'another page that is said to be in place of the requested one',
      { count: '30000', retstart: '0', idlist: uids(1, 9999), warninglist: CUT },
      { db: 'pubmed', retstart: 5000, retmax: 9999 },
    ],
    ['a first page of PubMed that ends before the window', { count: '30000', idlist: uids(1, 10) }, { db: 'pubmed' }],
    ['no stored set though hits were to be stored', { count: '1', idlist: ['1'] }, { useHistory: true }],
    [
      'a stored set whose key is no number',
      { count: '1', idlist: ['1'], webenv: 'MCID_1', querykey: 'x' },
      { useHistory: true },
    ],
  ])('with %s is no answer', (_, result, page) => {
    isRefused(() => search(result, page));
  });

  it.each([
    ['a full page', { count: '82', retmax: '20', idlist: uids(1, 20) }, {}],
    ['a page that echoes its size instead of its length', { count: '2', retmax: '20', idlist: uids(1, 2) }, {}],
    ['a last page', { count: '82', retmax: '2', retstart: '80', idlist: uids(1, 2) }, { retstart: 80 }],
    ['no hits', { count: '0', retmax: '0', idlist: [] }, {}],
    ['a count alone', { count: '82', retmax: '0', idlist: [] }, { retmax: 0 }],
    ['a page beyond the last hit', { count: '82', retmax: '0', retstart: '100', idlist: [] }, { retstart: 100 }],
    ['a page beyond the last hit that echoes no start', { count: '82', idlist: [] }, { retstart: 100 }],
    [
      'the last page of the PubMed window',
      { count: '30000', retstart: '9990', idlist: uids(1, 9) },
      { db: 'pubmed', retstart: 9990 },
    ],
    [
      'a page that NCBI says it has cut',
      { count: '30000', idlist: uids(1, 9999), warninglist: CUT },
      { db: 'pubmed', retmax: 15_000 },
    ],
    ['a cut page of another database', { count: '30000', idlist: uids(1, 9999), warninglist: CUT }, { retmax: 10_000 }],
    ['no hits in words', { count: '0', idlist: [], warninglist: NO_ITEMS }, {}],
    ['the longest page there is', { count: '30000', idlist: uids(1, 10_000) }, { retmax: 20_000 }],
    [
      'hits stored in the environment that was named',
      { count: '1', idlist: ['1'], webenv: 'MCID_1', querykey: '2' },
      { useHistory: true, webEnv: 'MCID_1' },
    ],
    ['no hits to be stored', { count: '0', idlist: [] }, { useHistory: true }],
    ['a page behind the last hit, which may echo any start', { count: '5', idlist: [] }, { retstart: 5 }],
    [
      'a set that was stored without being told where',
      { count: '1', idlist: ['1'], webenv: 'MCID_1', querykey: '2' },
      {},
    ],
  ])('%s is an answer', (_, result, page) => {
    expect(search(result, page).uids).toEqual('idlist' in result ? result.idlist : []);
  });

  it('of another program is no answer', () => {
    isRefused(() =>
      decodeSearch('{"header":{"type":"elink"},"esearchresult":{"count":"0","retstart":"0","idlist":[]}}', PAGE),
    );
  });
});

const set = (content: string, from = 'gene') =>
  `<eLinkResult><LinkSet><DbFrom>${from}</DbFrom>${content}</LinkSet></eLinkResult>`;
const stored = (to: string, key = '1', env = 'MCID_1') =>
  `<LinkSetDbHistory><DbTo>${to}</DbTo><LinkName>gene_${to}</LinkName><QueryKey>${key}</QueryKey></LinkSetDbHistory>
   <WebEnv>${env}</WebEnv>`;
const ARTICLE = (pmid: string) =>
  `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article/></MedlineCitation></PubmedArticle>`;
const ids = (pmid: string) => `<ArticleIdList><ArticleId IdType="pubmed">${pmid}</ArticleId></ArticleIdList>`;
const taxon = (lineage: string) =>
  `<TaxaSet><Taxon><TaxId>9606</TaxId><ScientificName>Homo sapiens</ScientificName><ParentTaxId>9605</ParentTaxId>
   <Lineage>${lineage}</Lineage><LineageEx><Taxon><TaxId>131567</TaxId><ScientificName>cellular organisms</ScientificName>
   </Taxon><Taxon><TaxId>9605</TaxId><ScientificName>Homo</ScientificName></Taxon></LineageEx></Taxon></TaxaSet>`;
const sequence = (members: string) => `<TSeqSet><TSeq>${members}</TSeq></TSeqSet>`;
const info = (result: object) => JSON.stringify({ header: { type: 'einfo' }, einforesult: result });
const CHECKED = '<IdCheckList><Id HasLinkOut="Y">1</Id></IdCheckList>';
const LINKS = { from: 'gene', to: 'omim', linkName: 'gene_omim', uids: ['1'] };
const post = (content: string) => `<ePostResult>${content}</ePostResult>`;

describe('an answer', () => {
  it.each<[string, () => unknown]>([
    ['acheck about another database', () => decodeAvailableLinks(set('<IdCheckList/>', 'snp'), ['1'], 'gene')],
    ['lcheck about another database', () => decodeChecks(set(CHECKED, 'snp'), ['1'], 'gene')],
    [
      'ncheck in JSON about another database',
      () => decodeChecks('{"linksets":[{"dbfrom":"snp","idchecklist":{"ids":[]}}]}', ['1'], 'gene'),
    ],
    ['llinks about another database', () => decodeLinkOut(set('<IdUrlList/>', 'snp'), ['1'], 'gene')],
    ['neighbor_history from another database', () => decodeStoredLinks(set(stored('omim'), 'snp'), 'xml', LINKS)],
    ['neighbor_history into another database', () => decodeStoredLinks(set(stored('pubmed')), 'xml', LINKS)],
    ['neighbor_history with a key that is none', () => decodeStoredLinks(set(stored('omim', '0')), 'xml', LINKS)],
    [
      'neighbor_history in another environment',
      () => decodeStoredLinks(set(stored('omim', '2', 'MCID_2')), 'xml', { ...LINKS, webEnv: 'MCID_1', queryKey: '1' }),
    ],
    ['EPost with a key that is none', () => decodePost(post('<QueryKey>x</QueryKey><WebEnv>A</WebEnv>'), { uids: [] })],
    [
      'EPost that refuses what was not posted',
      () =>
        decodePost(post('<InvalidIdList><Id>9</Id></InvalidIdList><QueryKey>1</QueryKey><WebEnv>A</WebEnv>'), {
          uids: ['1'],
        }),
    ],
    [
      'EInfo of another database',
      () => decodeDatabaseInfo(info({ dbinfo: [{ dbname: 'snp', count: '1', ...NO_LISTS }] }), 'gene'),
    ],
    [
      'EInfo of two databases',
      () =>
        decodeDatabaseInfo(
          info({
            dbinfo: [
              { dbname: 'gene', count: '1', ...NO_LISTS },
              { dbname: 'snp', count: '1', ...NO_LISTS },
            ],
          }),
          'gene',
        ),
    ],
    ['EInfo that lists no database', () => decodeDatabaseList(info({ dblist: [] }))],
    ['EInfo that lists a database twice', () => decodeDatabaseList(info({ dblist: ['gene', 'snp', 'gene'] }))],
    [
      'ESpell of another term',
      () =>
        decodeSpelling('<eSpellResult><Query>asthma</Query><CorrectedQuery>a</CorrectedQuery></eSpellResult>', {
          db: 'pubmed',
          term: 'cancr',
        }),
    ],
    [
      'ESpell for another database',
      () =>
        decodeSpelling('<eSpellResult><Database>gene</Database><Query>cancr</Query></eSpellResult>', {
          db: 'pubmed',
          term: 'cancr',
        }),
    ],
    ['EFetch of another article', () => decodeArticles(`<PubmedArticleSet>${ARTICLE('2')}</PubmedArticleSet>`, ['1'])],
    [
      'EFetch of another article beside the requested one',
      () => decodeArticles(`<PubmedArticleSet>${ARTICLE('1')}${ARTICLE('2')}</PubmedArticleSet>`, ['1']),
    ],
    [
      'EFetch of an article with the id of another',
      () =>
        decodeArticles(
          `<PubmedArticleSet>${ARTICLE('1').replace('</PubmedArticle>', `<PubmedData>${ids('2')}</PubmedData></PubmedArticle>`)}</PubmedArticleSet>`,
          ['1'],
        ),
    ],
    [
      'EFetch of a book with the id of another',
      () =>
        decodeArticles(
          `<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID>${ids('2')}</BookDocument></PubmedBookArticle></PubmedArticleSet>`,
          ['1'],
        ),
    ],
    ['EFetch of a taxon with two lineages', () => decodeTaxa(taxon('cellular organisms; Bacteria'), ['9606'])],
    [
      'EFetch of a part of the stretch that was requested of a sequence',
      () =>
        decodeSequences(
          sequence('<TSeq_accver>A.1</TSeq_accver><TSeq_length>9</TSeq_length><TSeq_sequence>MK</TSeq_sequence>'),
          { uids: ['A.1'], from: 3, to: 6 },
        ),
    ],
    [
      'EFetch of an article with a PMID of zeros',
      () => decodeArticles(`<PubmedArticleSet>${ARTICLE('00')}</PubmedArticleSet>`, ['00']),
    ],
    [
      'EFetch of another sequence',
      () =>
        decodeSequences(
          sequence('<TSeq_accver>B.1</TSeq_accver><TSeq_length>1</TSeq_length><TSeq_sequence>M</TSeq_sequence>'),
          { uids: ['A.1'] },
        ),
    ],
    [
      'EFetch of a sequence of another length than it states',
      () =>
        decodeSequences(
          sequence('<TSeq_accver>A.1</TSeq_accver><TSeq_length>3</TSeq_length><TSeq_sequence>MK</TSeq_sequence>'),
          { uids: ['A.1'] },
        ),
    ],
    [
      'EFetch of a sequence that may be anyone’s',
      () =>
        attributeSequences(
          decodeSequences(sequence('<TSeq_length>1</TSeq_length><TSeq_sequence>M</TSeq_sequence>'), { uids: ['A.1'] }),
        ),
    ],
    ['ESummary that is one of ELink', () => decodeSummaries('{"header":{"type":"elink"},"result":{"uids":[]}}')],
  ])('of %s is refused', (_, decode) => {
    isRefused(decode);
  });

  it('of ESummary under the uid of another record is refused for that record alone', () => {
    const body =
      '{"result":{"uids":["7157","672"],"7157":{"uid":"672","name":"BRCA1"},"672":{"uid":672,"name":"BRCA1"}}}';
    const summaries = decodeSummaries(body);
    expect(summaries.get('7157')).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
      details: { uids: ['7157'] },
    });
    expect(summaries.get('672')).toEqual({ uid: '672', name: 'BRCA1' });
  });

  it('may state the length of a whole sequence, or that of the stretch of it that was requested', () => {
    for (const length of [9, 4]) {
      const written = `<TSeq_accver>A.1</TSeq_accver><TSeq_length>${length}</TSeq_length><TSeq_sequence>MKVA</TSeq_sequence>`;
      expect(decodeSequences(sequence(written), { uids: ['A.1'], from: 3, to: 6 })).toHaveLength(1);
    }
  });

  it('may repeat the id of its article, and the lineage of its taxon in words', () => {
    const article = ARTICLE('1').replace('</PubmedArticle>', `<PubmedData>${ids('1')}</PubmedData></PubmedArticle>`);
    expect([...decodeArticles(`<PubmedArticleSet>${article}</PubmedArticleSet>`, ['1']).keys()]).toEqual(['1']);
    expect([...decodeTaxa(taxon('cellular organisms; Homo'), ['9606']).keys()]).toEqual(['9606']);
  });

  it('may echo a database under its present name, and a term as it writes it', () => {
    expect(
      decodeDatabaseInfo(info({ dbinfo: [{ dbname: 'nuccore', count: '1', ...NO_LISTS }] }), 'nucleotide').name,
    ).toBe('nuccore');
    const body =
      '<eSpellResult><Database>nuccore</Database><Query>brest  &quot;cancr&quot;</Query><CorrectedQuery/><ERROR/></eSpellResult>';
    expect(decodeSpelling(body, { db: 'nucleotide', term: 'Brest "cancr"' })).toBeNull();
  });
});

describe('EPost into an environment that is gone', () => {
  it('is HISTORY_EXPIRED: NCBI makes a new environment instead', () => {
    const answer = post('<QueryKey>1</QueryKey><WebEnv>B</WebEnv>');
    expect(() => decodePost(answer, { uids: ['1'], webEnv: 'A' })).toThrow(
      expect.objectContaining({ code: 'HISTORY_EXPIRED', retryable: false }),
    );
  });
});
