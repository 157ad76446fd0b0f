import { describe, expect, it } from 'vitest';

import { jsonInSlices } from '../../src/eutils/body/json-slices.js';
import { parseJson } from '../../src/eutils/body/json.js';
import { SLICE, atOnce } from '../../src/eutils/body/slices.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import { decodeAvailableLinks, decodeChecks } from '../../src/eutils/links/check.js';
import { attributeLinks, decodeLinkSets } from '../../src/eutils/links/elink.js';
import { decodeLinkOut } from '../../src/eutils/links/link-out.js';
import { decodeArticles } from '../../src/eutils/records/efetch-articles.js';
import { decodeIdenticalProteins } from '../../src/eutils/records/efetch-ipg.js';
import { decodeSequences } from '../../src/eutils/records/efetch-sequences.js';
import { decodeTaxa } from '../../src/eutils/records/efetch-taxa.js';
import { decodeSummaries } from '../../src/eutils/records/esummary.js';
import { decodeSearch } from '../../src/eutils/search/esearch.js';
import { failureOf } from './entrez-errors.js';

const QUESTION = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['1'], scored: false };
const LIST = '[{"dbto":"pubmed","linkname":"gene_pubmed","links":["5"]}]';

/** What is known of the links of gene 1: uids, or the code of a failure. */
function linksOf(body: string, retmode: 'json' | 'xml'): readonly string[] | string | undefined {
  const answer = attributeLinks(decodeLinkSets(body, retmode), QUESTION).get('1');
  return answer instanceof EntrezError ? answer.code : answer && [...answer.uids];
}

const json = (set: string, beside = ''): string =>
  `{"header":{"type":"elink"},"linksets":[{"dbfrom":"gene","ids":["1"]${set}}]${beside}}`;
const xml = (set: string, beside = ''): string =>
  `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList><Id>1</Id></IdList>${set}</LinkSet>${beside}</eLinkResult>`;
const xmlList = (content: string): string =>
  xml(`<LinkSetDb><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName>${content}</LinkSetDb>`);

describe('a link set without links', () => {
  it.each([
    ['a list under another name', json(`,"linksetdb":${LIST}`)],
    ['a list under a name in other letters', json(`,"LinkSetDbs":${LIST}`)],
    ['a list inside a prototype', json(`,"__proto__":{"linksetdbs":${LIST}}`)],
    ['a sentence', json(',"info":"internal failure"')],
    ['a warning', json(',"warning":"partial"')],
    [
      'a sentence beside an empty list',
      json(`,"linksetdbs":[{"dbto":"pubmed","linkname":"gene_pubmed","info":"timeout","links":[]}]`),
    ],
    ['a status of the answer', json('', ',"status":"error","message":"x"')],
  ])('is no claim in JSON that has %s in their place', (_, body) => {
    expect(linksOf(body, 'json')).toBe('MALFORMED_RESPONSE');
  });

  it.each([
    ['a list under a name in other letters', xml('<LinkSetDB><Link><Id>5</Id></Link></LinkSetDB>')],
    ['a list in another namespace', xml('<n:LinkSetDb xmlns:n="u"><Link><Id>5</Id></Link></n:LinkSetDb>')],
    ['links inside another element', xmlList('<Links><Link><Id>5</Id></Link></Links>')],
    ['words in a list', xmlList('timeout')],
    ['words in the set', xml('timeout')],
    ['words in the answer', xml('', 'timeout')],
    ['another element of the answer', xml('', '<Status>failed</Status>')],
  ])('is no claim in XML that has %s in their place', (_, body) => {
    expect(linksOf(body, 'xml')).toBe('MALFORMED_RESPONSE');
  });

  it.each(['Error', 'error', 'ERRORS'])('is a failure in XML beside an element %s', (name) => {
    expect(linksOf(xml(`<${name}>Backend failed</${name}>`), 'xml')).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('is a claim where there is nothing else', () => {
    expect([
      linksOf(json(''), 'json'),
      linksOf(xml('\n'), 'xml'),
      linksOf(xmlList('<Info>Empty result</Info>'), 'xml'),
    ]).toEqual([[], [], []]);
  });
});

it('links are no claim beside the answer to another command', () => {
  expect(linksOf(json(`,"linksetdbs":${LIST},"linksetdbhistories":[]`), 'json')).toBe('MALFORMED_RESPONSE');
  expect(linksOf(xmlList('<Link><Id>5</Id></Link>').replace('</LinkSet>', '<IdCheckList/></LinkSet>'), 'xml')).toBe(
    'MALFORMED_RESPONSE',
  );
});

it('links stay what they are beside parts that a later version of ELink adds', () => {
  expect(linksOf(json(`,"linksetdbs":${LIST},"note":"x"`), 'json')).toEqual(['5']);
  expect(linksOf(xmlList('<Link><Id>5</Id></Link><Note>x</Note>'), 'xml')).toEqual(['5']);
});

/** What is known of record 1 by a command with an entry for each record: the answer, or the code of a failure. */
function checked(
  decode: typeof decodeAvailableLinks | typeof decodeChecks | typeof decodeLinkOut,
  body: string,
): unknown {
  let answer: unknown;
  try {
    answer = decode(body, ['1'], 'gene').get('1');
  } catch (error) {
    answer = error;
  }
  return answer instanceof EntrezError ? answer.code : answer;
}

const inXml = (content: string, beside = ''): string =>
  `<eLinkResult><LinkSet><DbFrom>gene</DbFrom>${content}</LinkSet>${beside}</eLinkResult>`;
const links = (content: string, beside = ''): string =>
  inXml(`<IdCheckList><IdLinkSet><Id>1</Id>${content}</IdLinkSet>${beside}</IdCheckList>`);
const pages = (content: string): string => inXml(`<IdUrlList><IdUrlSet><Id>1</Id>${content}</IdUrlSet></IdUrlList>`);
const flag = (id: string): string => inXml(`<IdCheckList>${id}</IdCheckList>`);
const inJson = (set: object, beside: object = {}): string =>
  JSON.stringify({ header: { type: 'elink' }, linksets: [{ dbfrom: 'gene', ...set }], ...beside });
const entryInJson = (entry: object): string => inJson({ idchecklist: { idlinksets: [{ id: '1', ...entry }] } });
const flagInJson = (entry: object): string => inJson({ idchecklist: { ids: [{ value: '1', ...entry }] } });
const pagesInJson = (entry: object): string => inJson({ idurllist: [{ id: '1', ...entry }] });
const LINK = '<LinkInfo><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName></LinkInfo>';
const PAGE = '<ObjUrl><Url>https://example.org/1</Url></ObjUrl>';

describe('an entry of a record', () => {
  it.each([
    ['links under a name in other letters', links('<Linkinfo><DbTo>pubmed</DbTo></Linkinfo>')],
    ['links in another namespace', links(`<n:LinkInfo xmlns:n="u"><DbTo>pubmed</DbTo></n:LinkInfo>`)],
    ['links in a wrapper', links(`<LinkInfoList>${LINK}</LinkInfoList>`)],
    ['words', links('timeout')],
    ['words of an element', links('<Info>timeout</Info>')],
    ['words in the list', links('', 'timeout')],
    ['another element of the list', links('', '<Status>partial</Status>')],
    [
      'another element of the set',
      inXml('<IdCheckList><IdLinkSet><Id>1</Id></IdLinkSet></IdCheckList><Warning>x</Warning>'),
    ],
    [
      'another element of the answer',
      inXml('<IdCheckList><IdLinkSet><Id>1</Id></IdLinkSet></IdCheckList>', '<Status/>'),
    ],
    ['links under another name, in JSON', entryInJson({ linkinfo: [{ dbto: 'pubmed' }] })],
    ['null, in JSON', entryInJson({ linkinfos: null })],
    ['a status of the list, in JSON', inJson({ idchecklist: { idlinksets: [{ id: '1' }], status: 'partial' } })],
    ['a status of the set, in JSON', inJson({ idchecklist: { idlinksets: [{ id: '1' }] }, status: 'partial' })],
    ['a status of the answer, in JSON', inJson({ idchecklist: { idlinksets: [{ id: '1' }] } }, { status: 'partial' })],
  ])('has no claim that there are no links beside %s', (_, body) => {
    expect(checked(decodeAvailableLinks, body)).toBe('MALFORMED_RESPONSE');
  });

  it.each([
    ['an element', flag('<Id HasNeighbor="N">1<Status>partial</Status></Id>')],
    ['an attribute', flag('<Id HasNeighbor="N" Status="partial">1</Id>')],
    ['words in the list', flag('<Id HasNeighbor="N">1</Id>timeout')],
    ['a member, in JSON', flagInJson({ hasneighbor: 'N', status: 'partial' })],
  ])('has no claim that there are no neighbors beside %s', (_, body) => {
    expect(checked(decodeChecks, body)).toBe('MALFORMED_RESPONSE');
  });

  it.each([
    ['pages under a name in other letters', pages('<ObjURL><Url>https://example.org/1</Url></ObjURL>')],
    ['pages in a wrapper', pages(`<ObjUrls>${PAGE}</ObjUrls>`)],
    ['words', pages('timeout')],
    ['a status', pages('<Info>No links</Info><Status>partial</Status>')],
    ['pages, though it says so', pages(`${PAGE}<Info>No links</Info>`)],
    ['pages under another name, in JSON', pagesInJson({ objurl: [{ url: { value: 'https://example.org/1' } }] })],
    ['null, in JSON', pagesInJson({ objurls: null })],
  ])('has no claim that there are no pages beside %s', (_, body) => {
    expect(checked(decodeLinkOut, body)).toBe('MALFORMED_RESPONSE');
  });

  it.each([
    [
      'an error in a link',
      decodeAvailableLinks,
      links(LINK.replace('</LinkInfo>', '<ERROR>timeout</ERROR></LinkInfo>')),
    ],
    ['an error in a link, in JSON', decodeAvailableLinks, entryInJson({ linkinfos: [{ error: 'timeout' }] })],
    ['an error beside a flag', decodeChecks, flag('<Id HasLinkOut="N">1<ERROR>timeout</ERROR></Id>')],
    ['an error beside a flag, in JSON', decodeChecks, flagInJson({ hasneighbor: 'N', error: 'timeout' })],
    ['an error in a page', decodeLinkOut, pages('<ObjUrl><Url>u</Url><Error>timeout</Error></ObjUrl>')],
    ['no words in place of pages', decodeLinkOut, pages('<Info> </Info>')],
    ['two words in place of pages', decodeLinkOut, pages('<Info>No links</Info><Info>timeout</Info>')],
    ['more than "No links"', decodeLinkOut, pages('<Info>No links could be read: timeout</Info>')],
    ['an object in place of words, in JSON', decodeLinkOut, pagesInJson({ info: { text: 'timeout' } })],
  ])('is a failure with %s', (_, decode, body) => {
    expect(checked(decode, body)).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('is a claim where there is nothing else', () => {
    expect([
      checked(decodeAvailableLinks, links('\n')),
      checked(decodeAvailableLinks, entryInJson({ linkinfos: [] })),
      checked(decodeChecks, flag('<Id HasNeighbor="N">1</Id>')),
      checked(decodeChecks, flagInJson({ haslinkout: 'N' })),
      checked(decodeLinkOut, pages('<Info>No links.</Info>')),
      checked(decodeLinkOut, pagesInJson({ info: 'no links' })),
    ]).toEqual([[], [], false, false, [], []]);
  });

  it('has its links, pages or flag beside parts that a later version of ELink adds', () => {
    expect(checked(decodeAvailableLinks, links(`${LINK}<Note>x</Note>`))).toEqual([
      { to: 'pubmed', linkName: 'gene_pubmed' },
    ]);
    expect(checked(decodeChecks, flag('<Id HasNeighbor="Y" Note="x">1</Id>'))).toBe(true);
    expect(checked(decodeLinkOut, pages(`${PAGE}<Note>x</Note>`))).toMatchObject([{ url: 'https://example.org/1' }]);
  });
});

describe('a search without hits', () => {
  const PAGE = { db: 'gene', term: 'x', retstart: 0, retmax: 20 };
  const none = (result: object, beside: object = {}): string =>
    JSON.stringify({ esearchresult: { count: '0', retmax: '0', retstart: '0', idlist: [], ...result }, ...beside });

  it.each<[string, string, string]>([
    ['a list under another name', none({ ids: ['5'] }), 'MALFORMED_RESPONSE'],
    ['a status', none({ status: 'failed' }), 'MALFORMED_RESPONSE'],
    ['a status of the answer', none({}, { status: 'error' }), 'MALFORMED_RESPONSE'],
    ['an unknown list of remarks', none({ errorlist: { timeouts: ['x'] } }), 'MALFORMED_RESPONSE'],
    ['words in place of remarks', none({ warninglist: 'timeout' }), 'MALFORMED_RESPONSE'],
    ['an error among the remarks', none({ errorlist: { ERROR: 'Something failed' } }), 'UPSTREAM_UNAVAILABLE'],
    [
      'a failure among the remarks',
      none({ warninglist: { outputmessages: ['No items found.', 'Search Backend failed: timeout'] } }),
      'UPSTREAM_UNAVAILABLE',
    ],
  ])('is no claim where %s stands beside', (_, body, code) => {
    expect(failureOf(() => decodeSearch(body, PAGE))).toMatchObject({ code, retryable: true });
  });

  it('keeps its hits beside parts that a later version of ESearch adds', () => {
    const body = none({ count: '1', retmax: '1', idlist: ['5'], status: 'ok' });
    expect(decodeSearch(body, PAGE).uids).toEqual(['5']);
  });
});

describe('a member named twice in one object', () => {
  const PAGE = { db: 'gene', term: 'x', retstart: 0, retmax: 20 };
  it.each<[string, () => unknown]>([
    ['a list of links and an empty one', () => linksOf(json(`,"linksetdbs":${LIST},"linksetdbs":[]`), 'json')],
    ['an empty list of links and one', () => linksOf(json(`,"linksetdbs":[],"linksetdbs":${LIST}`), 'json')],
    [
      'two lists of link sets',
      () => linksOf(json(`,"linksetdbs":${LIST}`, ',"linksets":[{"dbfrom":"gene","ids":["1"]}]'), 'json'),
    ],
    ['a name in two spellings', () => linksOf(json(`,"linksetdbs":${LIST},"\\u006cinksetdbs":[]`), 'json')],
    ['two counts', () => decodeSearch('{"esearchresult":{"count":"1","retstart":"0","count":"0","idlist":[]}}', PAGE)],
    [
      'two summaries of a record',
      () => decodeSummaries('{"result":{"uids":["1"],"1":{"uid":"1","a":"x"},"1":{"uid":"1","a":"y"}}}'),
    ],
    ['one beside control characters', () => parseJson('{"a":"x\ny","a":2}')],
    ['one beside quotation marks and colons in texts', () => parseJson('{"a\\":":"\\\\","b":"\\":","b":1}')],
  ])('such as %s, is no answer: the parser would keep the latter', (_, decode) => {
    expect(failureOf(decode)).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('is found in long answers as well, whichever parts it stands in', () => {
    const pad = (length: number): string => `"${'x'.repeat(length)}"`;
    for (const text of [
      `{"a":1,"b":${pad(2 * SLICE)},"a":2}`,
      `{"a":[${pad(SLICE)},${pad(SLICE)}],"a":[]}`,
      `{"p":${pad(SLICE)},"q":{"a":1,"a":2}}`,
    ]) {
      expect(failureOf(() => atOnce(jsonInSlices(text)))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
    }
  });

  it('is none where the objects differ, or where a text looks like a member', () => {
    const text = '{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":"\\"a\\": 1","":0,"__proto__":{"a" :\t1}}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
});

describe('an EFetch answer, where a record that is left out does not exist,', () => {
  it.each<[string, () => unknown]>([
    ['words for articles', () => decodeArticles('<PubmedArticleSet>Error: timeout</PubmedArticleSet>', ['1'])],
    ['another element for taxa', () => decodeTaxa('<TaxaSet><Busy/></TaxaSet>', ['1'])],
    ['words for proteins', () => decodeIdenticalProteins('<IPGReportSet>timeout</IPGReportSet>', ['A_1.1'])],
    ['words for sequences', () => decodeSequences('<TSeqSet>timeout</TSeqSet>', { uids: ['1'] })],
    ['a wrapper for sequences', () => decodeSequences('<TSeqSet><Part><TSeq/></Part></TSeqSet>', { uids: ['1'] })],
  ])('is none with %s', (_, decode) => {
    expect(failureOf(decode)).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });
});

describe('an XML document', () => {
  const LINK = xmlList('<Link><Id>&a;</Id></Link>');
  it.each([
    ['an entity of its own', `<!DOCTYPE e [<!ENTITY a "5">]>${LINK}`],
    ['an entity in a file', `<!DOCTYPE e [<!ENTITY a SYSTEM "file:///etc/passwd">]>${LINK}`],
    ['entities that unfold to millions', `<!DOCTYPE e [<!ENTITY b "x"><!ENTITY a "&b;&b;&b;&b;&b;">]>${LINK}`],
    ['a second root', `${xml('')}<eLinkResult/>`],
    ['words behind its root', `${xml('')}timeout`],
    ['a name of 1 MB', `<${'x'.repeat(1_000_000)}/>`],
    ['an attribute of 2 MB', `<eLinkResult a="${'x'.repeat(2_000_000)}"/>`],
    ['a thousand attributes', `<eLinkResult ${Array.from({ length: 1000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
  ])('with %s is no answer', (_, body) => {
    expect(failureOf(() => decodeLinkSets(body, 'xml'))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });
});
