import { describe, expect, it } from 'vitest';

import { decodeAvailableLinks, decodeChecks } from '../../src/eutils/links/check.js';
import { attributeLinks, decodeLinkSets } from '../../src/eutils/links/elink.js';
import { decodeArticles } from '../../src/eutils/records/efetch-articles.js';
import { decodeIdenticalProteins } from '../../src/eutils/records/efetch-ipg.js';
import { attributeSequences, decodeSequences } from '../../src/eutils/records/efetch-sequences.js';
import { decodeTaxa } from '../../src/eutils/records/efetch-taxa.js';
import { decodeSummaries } from '../../src/eutils/records/esummary.js';
import { decodeCitations } from '../../src/eutils/search/ecitmatch.js';
import { decodeSearch } from '../../src/eutils/search/esearch.js';
import { decodeSpelling } from '../../src/eutils/search/espell.js';
import { decodePost } from '../../src/eutils/search/history.js';
import { failureOf } from './entrez-errors.js';

const PAGE = { db: 'gene', term: 'x', retstart: 0, retmax: 20 };
const search = (result: object, page: object = {}) =>
  decodeSearch(JSON.stringify({ esearchresult: { count: '1', retstart: '0', idlist: ['1'], ...result } }), {
    ...PAGE,
    ...page,
  });
const summary = (members: object) =>
  decodeSummaries(JSON.stringify({ result: { uids: ['7157'], 7157: members } })).get('7157');
const links = (members: object) =>
  attributeLinks(
    decodeLinkSets(JSON.stringify({ linksets: [{ dbfrom: 'gene', ids: ['1'], ...members }] }), 'json'),
    LINKS,
  ).get('1');
const linksInXml = (set: string) =>
  attributeLinks(
    decodeLinkSets(`<eLinkResult><LinkSet><DbFrom>gene</DbFrom>${set}</LinkSet></eLinkResult>`, 'xml'),
    LINKS,
  ).get('1');
const LINKS = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['1'], scored: false };
const ID = '<IdList><Id>1</Id></IdList>';
const linkSetDb = (link: string, name = '<LinkName>gene_pubmed</LinkName>') =>
  `<LinkSetDb><DbTo>pubmed</DbTo>${name}${link}</LinkSetDb>`;
const article = (pmid: string, text: string) =>
  `<PubmedArticle><MedlineCitation>${pmid}<Article><Abstract><AbstractText>${text}</AbstractText></Abstract></Article>
   </MedlineCitation></PubmedArticle>`;
const articles = (content: string) => decodeArticles(`<PubmedArticleSet>${content}</PubmedArticleSet>`, ['1', '2']);
const taxon = (name: string) =>
  `<Taxon><TaxId>3</TaxId><ScientificName>${name}</ScientificName><ParentTaxId>1</ParentTaxId></Taxon>`;
const sequence = (residues: string, length = residues.length) =>
  `<TSeq><TSeq_accver>A.1</TSeq_accver><TSeq_length>${length}</TSeq_length><TSeq_sequence>${residues}</TSeq_sequence></TSeq>`;
const sequences = (content: string, stretch: object = {}) =>
  attributeSequences(decodeSequences(`<TSeqSet>${content}</TSeqSet>`, { uids: ['A.1'], ...stretch }));
const group = (attributes: string, proteins: string) =>
  `<IPGReport product_acc="A.1" ${attributes}><ProteinList>${proteins}</ProteinList></IPGReport>`;
const proteins = (reports: string) => decodeIdenticalProteins(`<IPGReportSet>${reports}</IPGReportSet>`, ['A.1']);
const spelling = (content: string) =>
  decodeSpelling(`<eSpellResult>${content}</eSpellResult>`, { db: 'pubmed', term: 'cancr' });
const citation = (found: string) =>
  decodeCitations(`Nature|1953||||a|${found}\n`, new Map([['a', { journal: 'Nature', year: '1953' }]]));
const checks = (list: string) =>
  `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdCheckList>${list}</IdCheckList></LinkSet></eLinkResult>`;
const MALFORMED = { code: 'MALFORMED_RESPONSE', retryable: true };

describe('an answer is refused as a whole', () => {
  it.each<[string, () => unknown]>([
    ['whose page has a negative length', () => search({ retmax: '-1' })],
    ['with more hits than a client can be told', () => search({ count: '5000000000', idlist: [] }, { retmax: 0 })],
    [
      'with a coding region beyond what a client can be told',
      () =>
        proteins(
          group(
            'ipg="5"',
            '<Protein accver="A.1"><CDSList><CDS accver="N.1" start="1" stop="5000000000" strand="+"/></CDSList></Protein>',
          ),
        ),
    ],
    ['with a citation that billions of articles fit', () => citation('AMBIGUOUS (5000000000 citations)')],
    ['whose page has words for a length', () => search({ retmax: 'many' })],
    [
      'of EPost that is one of ESearch',
      () => decodePost('<eSearchResult><QueryKey>1</QueryKey><WebEnv>A</WebEnv></eSearchResult>', { uids: ['1'] }),
    ],
    [
      'of EPost with two keys',
      () =>
        decodePost('<ePostResult><QueryKey>1</QueryKey><QueryKey>2</QueryKey><WebEnv>A</WebEnv></ePostResult>', {
          uids: ['1'],
        }),
    ],
    ['of ESpell that says nothing', () => spelling('')],
    ['of ESpell that does not repeat the term', () => spelling('<CorrectedQuery>cancer</CorrectedQuery>')],
    [
      'of ESpell that corrects in two ways',
      () =>
        spelling(
          '<Query>cancr</Query><CorrectedQuery>cancer</CorrectedQuery><SpelledQuery><Replaced>asthma</Replaced></SpelledQuery>',
        ),
    ],
    ['with a PMID that is too long', () => citation('1'.repeat(21))],
    ['with a citation that no article fits ambiguously', () => citation('AMBIGUOUS (0 citations)')],
    ['with a citation that one article fits ambiguously', () => citation('AMBIGUOUS 5, 5')],
    [
      'with a citation that more articles fit than can be counted',
      () => citation(`AMBIGUOUS (${'9'.repeat(20)} citations)`),
    ],
    [
      'with two articles under one PMID',
      () => articles(article('<PMID>1</PMID>', 'a') + article('<PMID>1</PMID>', 'b')),
    ],
    ['with an article of two PMIDs', () => articles(article('<PMID>1</PMID><PMID>2</PMID>', 'a'))],
    ['with two taxa under one uid', () => decodeTaxa(`<TaxaSet>${taxon('A')}${taxon('B')}</TaxaSet>`, ['3'])],
    ['with two sequences under one accession', () => sequences(sequence('MK') + sequence('MR'))],
    ['with signs in a sequence', () => sequences(sequence('M1K'))],
    ['with a longer stretch of a sequence than requested', () => sequences(sequence('MKMK', 100), { from: 2, to: 4 })],
    ['with a group of proteins whose uid is a word', () => proteins(group('ipg="abc"', '<Protein accver="A.1"/>'))],
    ['with a group of no proteins', () => proteins(group('ipg="5"', ''))],
    ['with a protein whose taxon is no uid', () => proteins(group('ipg="5"', '<Protein accver="A.1" taxid="mouse"/>'))],
    [
      'with two groups under one uid',
      () =>
        proteins(
          group('ipg="5"', '<Protein accver="A.1"/>') +
            group('ipg="5"', '<Protein accver="A.1"/><Protein accver="B.1"/>'),
        ),
    ],
    ['with a null in place of link names', () => links({ linksetdbs: null })],
    ['with a link to two records', () => linksInXml(ID + linkSetDb('<Link><Id>5</Id><Id>6</Id></Link>'))],
    [
      'with links under two names at once',
      () =>
        linksInXml(
          ID +
            linkSetDb(
              '<Link><Id>5</Id></Link>',
              '<LinkName>gene_pubmed</LinkName><LinkName>gene_pubmed_rif</LinkName>',
            ),
        ),
    ],
    [
      'with links from two lists of records',
      () => linksInXml(`${ID}<IdList><Id>2</Id></IdList>${linkSetDb('<Link><Id>5</Id></Link>')}`),
    ],
    [
      'with what two records are linked to as one entry',
      () => decodeAvailableLinks(checks('<IdLinkSet><Id>1</Id><Id>2</Id></IdLinkSet>'), ['1', '2'], 'gene'),
    ],
  ])('%s', (_, decode) => {
    expect(failureOf(decode)).toMatchObject(MALFORMED);
  });

  it('whose stored set stands in another environment than the one searched', () => {
    const stored = { webenv: 'MCID_2', querykey: '1' };
    expect(failureOf(() => search(stored, { webEnv: 'MCID_1' }))).toMatchObject({ code: 'HISTORY_EXPIRED' });
  });

  it('whose result is an error beside the list of uids', () => {
    const body = '{"result":{"uids":[],"ERROR":"DocSum Backend failed"}}';
    expect(failureOf(() => decodeSummaries(body))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });
});

describe('the answer about one record is refused', () => {
  it.each<[string, () => unknown]>([
    ['that says nothing', () => summary({})],
    ['with a blank uid', () => summary({ uid: ' ' })],
    ['with another uid in a list', () => summary({ uid: ['672'] })],
    ['with another uid in an object', () => summary({ uid: { value: '672' } })],
    [
      'that comes twice and differs',
      () =>
        decodeSummaries(
          `<eSummaryResult><DocumentSummarySet><DocumentSummary uid="7157"><Name>TP53</Name></DocumentSummary>
           <DocumentSummary uid="7157"><Name>BRCA1</Name></DocumentSummary></DocumentSummarySet></eSummaryResult>`,
          'xml',
          'gene',
        ).get('7157'),
    ],
    ['that answers acheck or ncheck in place of links', () => links({ idchecklist: { ids: [] } })],
    ['that answers llinks in place of links', () => links({ idurllist: [] })],
    [
      'that stores links instead of listing them',
      () => links({ linksetdbhistories: [{ querykey: '1' }], webenv: 'A' }),
    ],
    ['that checks in XML in place of links', () => linksInXml(`${ID}<IdCheckList/>`)],
    ['that stores links in XML', () => linksInXml(`${ID}<LinkSetDbHistory><QueryKey>1</QueryKey></LinkSetDbHistory>`)],
    [
      'that answers ncheck in place of lcheck',
      () => decodeChecks(checks('<Id HasNeighbor="Y">1</Id>'), ['1'], 'gene', 'lcheck').get('1'),
    ],
    [
      'that answers lcheck in place of ncheck, in JSON',
      () =>
        decodeChecks(
          '{"linksets":[{"idchecklist":{"ids":[{"value":"1","haslinkout":"Y"}]}}]}',
          ['1'],
          'gene',
          'ncheck',
        ).get('1'),
    ],
  ])('%s', (_, decode) => {
    expect(decode()).toMatchObject(MALFORMED);
  });

  it.each([
    ['ERROR', { uid: '7157', ERROR: 'cannot get document summary' }, 'UNKNOWN_ID'],
    ['ERRORS', { uid: '7157', ERRORS: ['cannot get document summary'] }, 'UNKNOWN_ID'],
    ['an error that is no text', { uid: '7157', error: { code: 5 } }, 'UPSTREAM_UNAVAILABLE'],
  ])('that is an error under %s', (_, members, code) => {
    expect(summary(members)).toMatchObject({ code, details: { uids: ['7157'] } });
  });
});

describe('the same answer given twice is one', () => {
  it('of articles, taxa, sequences, groups and summaries', () => {
    expect(articles(article('<PMID>1</PMID>', 'a').repeat(2)).size).toBe(1);
    expect(decodeTaxa(`<TaxaSet>${taxon('A').repeat(2)}</TaxaSet>`, ['3']).size).toBe(1);
    expect(sequences(sequence('MK').repeat(2)).size).toBe(1);
    expect(proteins(group('ipg="5"', '<Protein accver="A.1" taxid="0"/>').repeat(2)).size).toBe(1);
    expect(decodeSummaries('{"result":{"uids":["1","1"],"1":{"uid":1,"name":"A"}}}').get('1')).toMatchObject({
      uid: '1',
    });
    expect(summary({ name: 'TP53' })).toEqual({ uid: '7157', name: 'TP53' });
    expect(sequences(sequence('MKM', 100), { from: 2, to: 4 }).size).toBe(1);
  });
});
