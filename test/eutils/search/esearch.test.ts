import { describe, expect, it } from 'vitest';

import { decodeSearch, searchRequest } from '../../../src/eutils/search/esearch.js';
import { failureOf } from '../entrez-errors.js';

const decode = (body: string, page: object = {}) =>
  decodeSearch(body, { db: 'pubmed', term: 'x', retstart: 0, retmax: 2, ...page });
const QUIET = { notFound: [], ignored: [], messages: [], warnings: [] };
const found = (result: unknown) =>
  JSON.stringify({ header: { type: 'esearch', version: '0.3' }, esearchresult: result });

describe('searchRequest', () => {
  it('asks for one page of uids', () => {
    expect(searchRequest({ db: 'pubmed', term: 'p53 AND 2020[pdat]', retstart: 40, retmax: 20 })).toEqual({
      utility: 'esearch',
      retmode: 'json',
      params: [
        ['db', 'pubmed'],
        ['term', 'p53 AND 2020[pdat]'],
        ['retstart', '40'],
        ['retmax', '20'],
        ['retmode', 'json'],
      ],
      idCount: 0,
    });
  });

  it('names an order only when one is wanted', () => {
    expect(searchRequest({ db: 'pubmed', term: 'x', retstart: 0, retmax: 1, sort: 'pub_date' }).params).toContainEqual([
      'sort',
      'pub_date',
    ]);
  });

  it('limits the search to a field and to dates', () => {
    const question = {
      db: 'pubmed',
      term: 'x',
      retstart: 0,
      retmax: 1,
      field: 'title',
      dateType: 'pdat',
      minDate: '2020',
      maxDate: '2021/06',
      relDate: 30,
    };
    expect(searchRequest(question).params.slice(4, -1)).toEqual([
      ['field', 'title'],
      ['datetype', 'pdat'],
      ['mindate', '2020'],
      ['maxdate', '2021/06'],
      ['reldate', '30'],
    ]);
  });

  it('stores the hits, and pages through a stored set by its number', () => {
    const page = { db: 'gene', retstart: 20, retmax: 10, webEnv: 'MCID_1' };
    expect(searchRequest({ ...page, term: 'x', useHistory: true }).params).toEqual(
      expect.arrayContaining([
        ['WebEnv', 'MCID_1'],
        ['usehistory', 'y'],
      ]),
    );
    expect(searchRequest({ ...page, term: '#2' }).params).toEqual([
      ['db', 'gene'],
      ['term', '#2'],
      ['retstart', '20'],
      ['retmax', '10'],
      ['WebEnv', 'MCID_1'],
      ['usehistory', 'y'],
      ['retmode', 'json'],
    ]);
  });

  it('leaves out what is not asked', () => {
    const blank = { sort: undefined, field: undefined, minDate: undefined, webEnv: undefined, useHistory: false };
    const question = { db: 'gene', term: 'x', retstart: 0, retmax: 1 };
    expect(searchRequest({ ...question, ...blank })).toEqual(searchRequest(question));
  });
});

describe('decodeSearch', () => {
  const hit = (members: object): string => found({ count: '1', retstart: '0', idlist: ['5'], ...members });

  it('reads a page', () => {
    const body = found({
      count: '805',
      retmax: '2',
      retstart: '2',
      idlist: ['12', '11'],
      translationset: [],
      translationstack: [{ term: 'p53[All Fields]', field: 'All Fields', count: '-1', explode: 'N' }, 'GROUP'],
      querytranslation: 'p53[All Fields]',
    });
    expect(decode(body, { retstart: 2 })).toEqual({
      count: 805,
      retstart: 2,
      uids: ['12', '11'],
      queryTranslation: 'p53[All Fields]',
      ...QUIET,
    });
  });

  it('refuses hits in another order than the requested one', () => {
    const body = found({
      ...{ count: '805', retmax: '2', retstart: '0', idlist: ['12', '11'] },
      warninglist: { outputmessages: ["Unknown sort schema 'pub_date' ignored"] },
    });
    expect(() => decode(body, { sort: 'pub_date' })).toThrow('NCBI does not sort pubmed by "pub_date".');
  });

  it('reads counts and uids written as numbers', () => {
    expect(decode(found({ count: 1, retstart: 0, idlist: [12] }))).toEqual({
      count: 1,
      retstart: 0,
      uids: ['12'],
      ...QUIET,
    });
  });

  it('no hits is an answer, with what NCBI has to say about it', () => {
    const body = found({
      count: '0',
      retmax: '0',
      retstart: '0',
      idlist: [],
      errorlist: { phrasesnotfound: ['zzz[ORGN]'], fieldsnotfound: ['NOPE'] },
      warninglist: {
        phrasesignored: ['the'],
        quotedphrasesnotfound: ['"of cells"'],
        outputmessages: ['No items found.'],
      },
    });
    expect(decode(body)).toEqual({
      count: 0,
      retstart: 0,
      uids: [],
      notFound: ['zzz[ORGN]', 'NOPE', '"of cells"'],
      ignored: ['the'],
      messages: ['No items found.'],
      warnings: [
        'Nothing was found for: zzz[ORGN]',
        'The database has no search field: NOPE',
        'Left out of the search: the',
        'Nothing was found for the quoted phrase: "of cells"',
        'No items found.',
      ],
    });
  });

  it('says where the hits are stored', () => {
    const page = { count: '1', retstart: '0', idlist: ['1'] };
    expect(decode(found({ ...page, querykey: '3', webenv: 'MCID_1' }))).toMatchObject({
      stored: { webEnv: 'MCID_1', queryKey: '3' },
    });
    expect(decode(found({ ...page, webenv: 'MCID_1' }))).not.toHaveProperty('stored');
  });

  it('a phrase that was not found is a warning beside hits', () => {
    const body = found({
      count: '1',
      retstart: '0',
      idlist: ['5'],
      errorlist: { phrasesnotfound: ['ABC'], fieldsnotfound: [] },
    });
    expect(decode(body)).toMatchObject({
      uids: ['5'],
      notFound: ['ABC'],
      warnings: ['Nothing was found for: ABC'],
    });
  });

  it('a remark of a later version is told in its words', () => {
    expect(decode(hit({ warninglist: { termsdropped: ['the'] } }))).toMatchObject({
      messages: ['the'],
      warnings: ['termsdropped: the'],
    });
    expect(decode(hit({ errorlist: null, warninglist: { phrasesignored: null, outputmessages: [''] } }))).toMatchObject(
      {
        uids: ['5'],
        warnings: [],
      },
    );
  });

  it('reads the error out of JSON that a raw line end makes invalid: a page too far is the caller’s to mend', () => {
    const body =
      '{"header":{},"esearchresult":{"ERROR":"Search Backend failed: Exception:\n\'retstart\' cannot be larger than 9998."}}';
    expect(failureOf(() => decode(body))).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
  });

  it.each([
    [found({ ERROR: 'Search Backend failed: Unable to open connection to #PMQuerySrv' }), 'UPSTREAM_UNAVAILABLE'],
    [found({ ERROR: 'Invalid db name specified: fleegle' }), 'BAD_USER_INPUT'],
    [found({ ERROR: 'Unable to obtain query #1' }), 'HISTORY_EXPIRED'],
    [found({ count: '3', retstart: '0', idlist: ['1'], ERROR: 'Something else' }), 'UPSTREAM_UNAVAILABLE'],
    ['{"error":"API rate limit exceeded","count":"11"}', 'UPSTREAM_RATE_LIMITED'],
    ['<eSearchResult><ERROR>Search Backend failed</ERROR></eSearchResult>', 'UPSTREAM_UNAVAILABLE'],
    ['{"header":{}}', 'MALFORMED_RESPONSE'],
    [found({ count: '3', retstart: '0' }), 'MALFORMED_RESPONSE'],
    [found({ count: 'many', retstart: '0', idlist: [] }), 'MALFORMED_RESPONSE'],
    [found({ count: '-1', retstart: '0', idlist: [] }), 'MALFORMED_RESPONSE'],
    [found({ count: '1', retstart: '0', idlist: ['x'] }), 'MALFORMED_RESPONSE'],
    [hit({ warninglist: { outputmessages: ['Search Backend failed: partial result'] } }), 'UPSTREAM_UNAVAILABLE'],
    [hit({ errorlist: 'Search Backend failed' }), 'MALFORMED_RESPONSE'],
    [hit({ warninglist: ['phrase ignored'] }), 'MALFORMED_RESPONSE'],
    [hit({ warninglist: { phrasesignored: { 0: 'the' } } }), 'MALFORMED_RESPONSE'],
    [hit({ warninglist: { phrasesignored: [['the']] } }), 'MALFORMED_RESPONSE'],
    [hit({ querytranslation: { term: 'x' } }), 'MALFORMED_RESPONSE'],
    [hit({ webenv: 'MCID_1 MCID_2', querykey: '1' }), 'MALFORMED_RESPONSE'],
    [hit({ webenv: '<html>', querykey: '1' }), 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => decode(body)).code).toBe(code);
  });
});
