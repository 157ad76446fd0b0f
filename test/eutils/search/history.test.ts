import { describe, expect, it } from 'vitest';

import { decodeStoredLinks, storeLinksRequest } from '../../../src/eutils/links/history-links.js';
import { decodePost, postRequest } from '../../../src/eutils/search/history.js';
import { failureOf } from '../entrez-errors.js';

const posted = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE ePostResult PUBLIC "-//NLM//DTD epost 20090526//EN" "https://example.org/epost.dtd"><ePostResult>
	${content}
</ePostResult>
`;
const SET = '<QueryKey>2</QueryKey>\n\t<WebEnv>MCID_1</WebEnv>';

const decode = (body: string) => decodePost(body, { uids: ['5', '-1'] });
const stored = (body: string, retmode: 'json' | 'xml') =>
  decodeStoredLinks(body, retmode, { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['1'] });

describe('postRequest', () => {
  it('sends a comma list', () => {
    expect(postRequest({ db: 'gene', uids: ['7157', '672'] })).toEqual({
      utility: 'epost',
      retmode: 'xml',
      params: [
        ['db', 'gene'],
        ['retmode', 'xml'],
        ['id', '7157,672'],
      ],
      idCount: 2,
    });
  });

  it('adds to an environment when there is one', () => {
    expect(postRequest({ db: 'gene', uids: ['1'], webEnv: 'MCID_1' }).params).toContainEqual(['WebEnv', 'MCID_1']);
  });
});

describe('decodePost', () => {
  it('says where the uids are', () => {
    expect(decode(posted(SET))).toEqual({ webEnv: 'MCID_1', queryKey: '2', problems: [] });
  });

  it('an error beside the set is a partial success', () => {
    const errors = '<ERROR>Some IDs were omitted.</ERROR><ERROR>api_key=abc is odd</ERROR>';
    expect(decode(posted(SET + errors))).toEqual({
      webEnv: 'MCID_1',
      queryKey: '2',
      problems: ['Some IDs were omitted.', 'api_key=[removed] is odd'],
    });
  });

  it('so is an error in other letters, and uids in a second list', () => {
    const beside = '<Error>Some IDs were omitted.</Error><InvalidIdList/><InvalidIdList><Id>5</Id></InvalidIdList>';
    expect(decode(posted(SET + beside)).problems).toEqual(['Some IDs were omitted.', 'Invalid uid 5 was not stored.']);
  });

  it('so are invalid uids, as they were told of in 2013', () => {
    expect(decode(posted(`<InvalidIdList><Id>-1</Id></InvalidIdList>${SET}`)).problems).toEqual([
      'Invalid uid -1 was not stored.',
    ]);
  });

  it.each([
    ['<ERROR>Empty ID list; Nothing to store</ERROR><ERROR>Some IDs have invalid value</ERROR>', 'UNKNOWN_ID'],
    ['<InvalidIdList><Id>5</Id></InvalidIdList>', 'UNKNOWN_ID'],
    ['<ERROR>Invalid db name specified: nothing</ERROR>', 'BAD_USER_INPUT'],
    ['<ERROR>Unable to obtain query #1</ERROR>', 'HISTORY_EXPIRED'],
    ['<ERROR>NCBI C++ Exception: x</ERROR>', 'UPSTREAM_UNAVAILABLE'],
    ['<QueryKey>1</QueryKey>', 'MALFORMED_RESPONSE'],
    ['', 'MALFORMED_RESPONSE'],
    [`${SET}<ERROR>Empty ID list; Nothing to store</ERROR>`, 'UNKNOWN_ID'],
    [`${SET}<ERROR>NCBI C++ Exception: timeout</ERROR>`, 'UPSTREAM_UNAVAILABLE'],
    [`${SET}<Error>API rate limit exceeded</Error>`, 'UPSTREAM_RATE_LIMITED'],
    [`${SET}<Warning>only 1 of 2 stored</Warning>`, 'MALFORMED_RESPONSE'],
    [`${SET}only a part`, 'MALFORMED_RESPONSE'],
    [`${SET}<InvalidIdList><ID>5</ID></InvalidIdList>`, 'MALFORMED_RESPONSE'],
    ['<QueryKey>1</QueryKey><WebEnv>MCID_1 MCID_2</WebEnv>', 'MALFORMED_RESPONSE'],
    ['<QueryKey>1</QueryKey><WebEnv>&lt;html&gt;</WebEnv>', 'MALFORMED_RESPONSE'],
    ['<QueryKey>1<b>2</b></QueryKey><WebEnv>MCID_1</WebEnv>', 'MALFORMED_RESPONSE'],
  ])('%s is %s: nothing was stored', (content, code) => {
    expect(failureOf(() => decode(posted(content))).code).toBe(code);
  });
});

describe('storeLinksRequest', () => {
  const links = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed' };

  it('sends uids as a comma list, which gives one set for all of them', () => {
    expect(storeLinksRequest({ ...links, uids: ['7157', '672'] }, 'json')).toEqual({
      utility: 'elink',
      retmode: 'json',
      params: [
        ['dbfrom', 'gene'],
        ['db', 'pubmed'],
        ['cmd', 'neighbor_history'],
        ['linkname', 'gene_pubmed'],
        ['retmode', 'json'],
        ['id', '7157,672'],
      ],
      idCount: 2,
    });
  });

  it('names the stored set to start from instead', () => {
    const request = storeLinksRequest({ ...links, webEnv: 'MCID_1', queryKey: '3' }, 'xml');
    expect(request).toMatchObject({ retmode: 'xml', idCount: 0 });
    expect(request.params.slice(4)).toEqual([
      ['retmode', 'xml'],
      ['WebEnv', 'MCID_1'],
      ['query_key', '3'],
    ]);
  });
});

const SETS = [
  { to: 'pubmed', linkName: 'gene_pubmed', webEnv: 'MCID_1', queryKey: '2' },
  { to: 'pubmed', linkName: 'gene_pubmed_rif', webEnv: 'MCID_1', queryKey: '3' },
];

describe('decodeStoredLinks in JSON', () => {
  const json = (linksets: unknown, beside: object = {}) => JSON.stringify({ header: {}, linksets, ...beside });
  const histories = [
    { dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '2' },
    { dbto: 'pubmed', linkname: 'gene_pubmed_rif', querykey: 3 },
  ];

  it('says where the links are', () => {
    const body = json([{ dbfrom: 'gene', ids: ['1'], linksetdbhistories: histories, webenv: 'MCID_1' }]);
    expect(stored(body, 'json')).toEqual({ webEnv: 'MCID_1', sets: SETS });
  });

  it('no links leave no sets, and an environment or none', () => {
    expect(stored(json([{ dbfrom: 'gene', ids: ['1'] }]), 'json')).toEqual({ sets: [] });
    expect(stored(json([{ ids: ['1'], webenv: 'MCID_1' }]), 'json')).toEqual({ webEnv: 'MCID_1', sets: [] });
  });

  it.each([
    ['an expired set', json([], { ERROR: 'Unable to obtain query #7' }), 'HISTORY_EXPIRED'],
    ['an error in a link set', json([{ ids: ['1'], ERROR: 'timeout' }]), 'UPSTREAM_UNAVAILABLE'],
    [
      'an error in one link name',
      json([{ linksetdbhistories: [...histories, { error: 'timeout' }], webenv: 'W' }]),
      'UPSTREAM_UNAVAILABLE',
    ],
    ['no link set', json([]), 'MALFORMED_RESPONSE'],
    ['links without an environment', json([{ linksetdbhistories: histories }]), 'MALFORMED_RESPONSE'],
    [
      'links without a key',
      json([{ linksetdbhistories: [{ dbto: 'a', linkname: 'b' }], webenv: 'W' }]),
      'MALFORMED_RESPONSE',
    ],
  ])('%s is a failure', (_, body, code) => {
    expect(failureOf(() => stored(body, 'json')).code).toBe(code);
  });
});

describe('decodeStoredLinks in XML', () => {
  const ID = '<IdList><Id>1</Id></IdList>';
  const xml = (content: string) => `<eLinkResult><LinkSet><DbFrom>gene</DbFrom>${content}</LinkSet></eLinkResult>`;
  const history = (name: string, content: string) =>
    `<LinkSetDbHistory><DbTo>pubmed</DbTo><LinkName>${name}</LinkName>${content}</LinkSetDbHistory>`;
  const both = history('gene_pubmed', '<QueryKey>2</QueryKey>') + history('gene_pubmed_rif', '<QueryKey>3</QueryKey>');

  it('says where the links are', () => {
    expect(stored(xml(`${ID}${both}<WebEnv>MCID_1</WebEnv>`), 'xml')).toEqual({ webEnv: 'MCID_1', sets: SETS });
  });

  it('no links leave no sets', () => {
    expect(stored(xml(ID), 'xml')).toEqual({ sets: [] });
    expect(stored(xml(ID + history('n', '<Info>Empty result</Info>')), 'xml')).toEqual({ sets: [] });
  });

  it.each([
    [xml('<ERROR>Empty history ID list - nothing todo</ERROR>'), 'HISTORY_EXPIRED'],
    [xml(history('n', '<Info>timeout</Info>')), 'UPSTREAM_UNAVAILABLE'],
    [xml(history('n', '<QueryKey>1</QueryKey><ERROR>timeout</ERROR>')), 'UPSTREAM_UNAVAILABLE'],
    ['<eLinkResult/>', 'MALFORMED_RESPONSE'],
    [xml(both), 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => stored(body, 'xml')).code).toBe(code);
  });
});

describe('decodeStoredLinks refuses what is not about the question', () => {
  const SOURCES = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['7157', '672'] };
  const setOf = (ids: unknown, members: object = {}) => ({
    dbfrom: 'gene',
    ids,
    linksetdbhistories: [{ dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '1' }],
    webenv: 'MCID_1',
    ...members,
  });
  const inJson = (...linksets: object[]) => decodeStoredLinks(JSON.stringify({ linksets }), 'json', SOURCES);
  const inXml = (ids: readonly string[], content = '<WebEnv>MCID_1</WebEnv>') =>
    decodeStoredLinks(
      `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList>${ids.map((id) => `<Id>${id}</Id>`).join('')}</IdList>${content}</LinkSet></eLinkResult>`,
      'xml',
      SOURCES,
    );

  it.each<[string, unknown]>([
    ['another record', ['7157', '675']],
    ['one record more', ['7157', '672', '675']],
    ['one record fewer', ['7157']],
    ['no record', []],
    ['records it does not name', undefined],
    ['a record it could not read', ['7157', '0']],
    ['no list of records', '7157,672'],
    ['records that are objects', [{ value: '7157' }, { value: '672' }]],
  ])('sources: %s', (_what, ids) => {
    expect(failureOf(() => inJson(setOf(ids)))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) {
      expect(failureOf(() => inXml(ids)).code).toBe('MALFORMED_RESPONSE');
    }
  });

  it('also where nothing was stored: "no links" of other records is no answer', () => {
    expect(failureOf(() => inJson({ dbfrom: 'gene', ids: ['675', '672'] })).code).toBe('MALFORMED_RESPONSE');
  });

  it.each<[string, object]>([
    ['links themselves', { linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: ['1'] }] }],
    ['checks', { idchecklist: { ids: [] } }],
    ['pages elsewhere', { idurllist: [] }],
    ['null in place of the sets', { linksetdbhistories: null }],
  ])('%s: it would pass for "no links"', (_what, members) => {
    const { linksetdbhistories: _none, ...empty } = setOf(['7157', '672']);
    expect(failureOf(() => inJson({ ...empty, ...members })).code).toBe('MALFORMED_RESPONSE');
  });

  it.each(['LinkSetDb', 'IdCheckList', 'IdUrlList'])('%s in XML likewise', (name) => {
    expect(failureOf(() => inXml(['7157', '672'], `<${name}/>`)).code).toBe('MALFORMED_RESPONSE');
  });

  it('and takes the records in any order, as numbers, and in a set each', () => {
    expect(inJson(setOf([672, 7157])).sets).toHaveLength(1);
    expect(inJson(setOf(['672']), { dbfrom: 'gene', ids: ['7157'] }).sets).toHaveLength(1);
    expect(inXml(['672', '7157'])).toEqual({ webEnv: 'MCID_1', sets: [] });
  });

  it('cannot compare the records of a stored set, which the question does not name', () => {
    const { from, to, linkName } = SOURCES;
    const question = { from, to, linkName, webEnv: 'MCID_1', queryKey: '1' };
    expect(decodeStoredLinks(JSON.stringify({ linksets: [setOf(['5'])] }), 'json', question).sets).toHaveLength(1);
  });
});
