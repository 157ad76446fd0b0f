import { describe, expect, it } from 'vitest';

import { decodeSummaries, MAX_SUMMARY_UIDS, summaryRequest } from '../../../src/eutils/records/esummary.js';
import { failureOf } from '../entrez-errors.js';

const summaries = (result: unknown, beside: object = {}) =>
  JSON.stringify({ header: { type: 'esummary', version: '0.3' }, ...beside, result });

describe('summaryRequest', () => {
  it('asks with a comma list, in JSON, version 2.0', () => {
    expect(summaryRequest({ db: 'gene', uids: ['7157', '672'] })).toEqual({
      utility: 'esummary',
      retmode: 'json',
      params: [
        ['db', 'gene'],
        ['id', '7157,672'],
        ['version', '2.0'],
        ['retmode', 'json'],
      ],
      idCount: 2,
    });
  });

  it('NCBI takes 500 uids at once', () => {
    expect(MAX_SUMMARY_UIDS).toBe(500);
  });
});

describe('decodeSummaries', () => {
  it('gives the documents as they came, in the order of uids', () => {
    const body = summaries({ uids: ['20', '3'], 3: { uid: '3', mim: '' }, 20: { uid: '20', name: 'A\u00e9', n: 1 } });
    expect([...decodeSummaries(body)]).toEqual([
      ['20', { uid: '20', name: 'Aé', n: 1 }],
      ['3', { uid: '3', mim: '' }],
    ]);
  });

  it('an unknown uid fails alone', () => {
    const body = summaries({
      uids: ['1', '99'],
      1: { uid: '1', name: 'A' },
      99: { uid: '99', error: 'cannot get document summary' },
    });
    const documents = decodeSummaries(body);
    expect(documents.get('1')).toEqual({ uid: '1', name: 'A' });
    expect(documents.get('99')).toMatchObject({ code: 'UNKNOWN_ID', retryable: false, details: { uids: ['99'] } });
  });

  it('another error of one uid fails alone, and may pass', () => {
    const body = summaries({ uids: ['1'], 1: { uid: '1', error: 'DocSum Backend failed' } });
    expect(decodeSummaries(body).get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });

  it('a blank error member is part of the document', () => {
    expect(decodeSummaries(summaries({ uids: ['1'], 1: { uid: '1', error: '', name: 'A' } })).get('1')).toEqual({
      uid: '1',
      error: '',
      name: 'A',
    });
  });

  it.each([
    ['only its uid', { uid: '1' }],
    ['a blank error', { uid: '1', error: '' }],
    ['null as an error', { uid: '1', error: null }],
    ['null in place of all else', { uid: '1', name: null, description: null }],
    ['nothing', {}],
  ])('a document of %s says nothing, and is malformed', (_, document) => {
    const failure = decodeSummaries(summaries({ uids: ['1'], 1: document })).get('1');
    expect(failure).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true, details: { uids: ['1'] } });
  });

  it('a uid that is announced but not sent is malformed alone', () => {
    const documents = decodeSummaries(
      summaries({ uids: ['1', '2', '__proto__'], 1: { uid: '1', name: 'A' }, 2: 'text' }),
    );
    expect(documents.get('1')).toEqual({ uid: '1', name: 'A' });
    expect(documents.get('2')).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true, details: { uids: ['2'] } });
    expect(documents.get('__proto__')).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  it('a uid that was not answered is absent', () => {
    expect(decodeSummaries(summaries({ uids: [] })).size).toBe(0);
  });

  it('keeps a document readable that holds raw line ends', () => {
    const body = '{"result":{"uids":["1"],"1":{"uid":"1","summary":"two\nlines"}}}';
    expect(decodeSummaries(body).get('1')).toEqual({ uid: '1', summary: 'two\nlines' });
  });

  it('too many uids: an error before data, and no other try', () => {
    const body =
      '{"header":{},"error":"Too many UIDs in request. Maximum number of UIDs is 500 for JSON format output."}';
    expect(failureOf(() => decodeSummaries(body))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: false });
  });

  it('an invalid uid spoils the whole request, and is named', () => {
    const body = summaries({ uids: [] }, { error: 'Invalid uid NOPE1 at position= 0' });
    expect(failureOf(() => decodeSummaries(body))).toMatchObject({
      code: 'UNKNOWN_ID',
      retryable: false,
      details: { uids: ['NOPE1'] },
    });
  });

  it.each([
    ['{"esummaryresult":["Empty id list - nothing todo"]}', 'UNKNOWN_ID'],
    ['{"header":{},"esummaryresult":["Invalid db name specified: fleegle"]}', 'BAD_USER_INPUT'],
    [
      '<eSummaryResult>\n<ERROR>\nNCBI C++ Exception: Error: EUTILSAPP(CException::eInvalid)\n</ERROR></eSummaryResult>',
      'UPSTREAM_UNAVAILABLE',
    ],
    ['<?xml version="1.0"?><eSummaryResult><ERROR>Invalid uid X at position= 0', 'UNKNOWN_ID'],
    [
      '<eSummaryResult><!-- fine --><DocumentSummarySet status="OK"><!-- DocSum Backend failed: timeout --></DocumentSummarySet></eSummaryResult>',
      'UPSTREAM_UNAVAILABLE',
    ],
    ['<eSummaryResult><DocumentSummarySet status="OK"/></eSummaryResult>', 'MALFORMED_RESPONSE'],
    ['<?xml version="1.0"?>', 'MALFORMED_RESPONSE'],
    ['{"header":{}}', 'MALFORMED_RESPONSE'],
    ['{"result":{}}', 'MALFORMED_RESPONSE'],
    ['{"result":[]}', 'MALFORMED_RESPONSE'],
    ['{"result":{"uids":[{}]}}', 'MALFORMED_RESPONSE'],
    ['{"result":{"uids":["1"],"1":{"ui', 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => decodeSummaries(body)).code).toBe(code);
  });
});
