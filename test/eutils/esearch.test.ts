import { describe, expect, it } from 'vitest';

import { decodeSearch, searchRequest } from '../../src/eutils/esearch.js';
import { failureOf } from './entrez-errors.js';

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
});

describe('decodeSearch', () => {
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
    expect(decodeSearch(body)).toEqual({
      count: 805,
      retstart: 2,
      uids: ['12', '11'],
      queryTranslation: 'p53[All Fields]',
      warnings: [],
    });
  });

  it('reads counts and uids written as numbers', () => {
    expect(decodeSearch(found({ count: 1, retstart: 0, idlist: [12] }))).toEqual({
      count: 1,
      retstart: 0,
      uids: ['12'],
      warnings: [],
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
    expect(decodeSearch(body)).toEqual({
      count: 0,
      retstart: 0,
      uids: [],
      warnings: [
        'Nothing was found for: zzz[ORGN]',
        'The database has no search field: NOPE',
        'Left out of the search: the',
        'Nothing was found for the quoted phrase: "of cells"',
        'No items found.',
      ],
    });
  });

  it('a phrase that was not found is a warning beside hits', () => {
    const body = found({
      count: '1',
      retstart: '0',
      idlist: ['5'],
      errorlist: { phrasesnotfound: ['ABC'], fieldsnotfound: [] },
    });
    expect(decodeSearch(body)).toMatchObject({ uids: ['5'], warnings: ['Nothing was found for: ABC'] });
  });

  it('reads the error out of JSON that a raw line end makes invalid: a page too far is the caller’s to mend', () => {
    const body =
      '{"header":{},"esearchresult":{"ERROR":"Search Backend failed: Exception:\n\'retstart\' cannot be larger than 9998."}}';
    expect(failureOf(() => decodeSearch(body))).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
  });

  it.each([
    [found({ ERROR: 'Search Backend failed: Unable to open connection to #PMQuerySrv' }), 'UPSTREAM_UNAVAILABLE'],
    [found({ ERROR: 'Invalid db name specified: fleegle' }), 'BAD_USER_INPUT'],
    [found({ ERROR: 'Unable to obtain query #1' }), 'BAD_USER_INPUT'],
    [found({ count: '3', retstart: '0', idlist: ['1'], ERROR: 'Something else' }), 'UPSTREAM_UNAVAILABLE'],
    ['{"error":"API rate limit exceeded","count":"11"}', 'UPSTREAM_RATE_LIMITED'],
    ['<eSearchResult><ERROR>Search Backend failed</ERROR></eSearchResult>', 'UPSTREAM_UNAVAILABLE'],
    ['{"header":{}}', 'MALFORMED_RESPONSE'],
    [found({ count: '3', retstart: '0' }), 'MALFORMED_RESPONSE'],
    [found({ count: 'many', retstart: '0', idlist: [] }), 'MALFORMED_RESPONSE'],
    [found({ count: '-1', retstart: '0', idlist: [] }), 'MALFORMED_RESPONSE'],
    [found({ count: '1', retstart: '0', idlist: ['x'] }), 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => decodeSearch(body)).code).toBe(code);
  });
});
