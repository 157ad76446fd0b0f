import { describe, expect, it } from 'vitest';

import {
  type Citation,
  citationField,
  citationRequest,
  decodeCitations,
} from '../../../src/eutils/search/ecitmatch.js';

const PNAS: Citation = {
  journal: 'proc natl acad sci u s a',
  year: '1991',
  volume: '88',
  firstPage: '3248',
  author: 'mann bj',
};
const FAKE: Citation = { journal: 'fake journal', year: '2000', volume: '1', firstPage: '1', author: 'nobody' };
const LINE = 'proc natl acad sci u s a|1991|88|3248|mann bj|c1|2014248\n';

function decode(body: string, ...citations: readonly Citation[]) {
  return decodeCitations(body, new Map(citations.map((citation, index) => [`c${index + 1}`, citation])));
}

function answerOf(found: string) {
  return decode(`proc natl acad sci u s a|1991|88|3248|mann bj|c1|${found}\n`, PNAS).answers.get('c1');
}

describe('the request for citations', () => {
  it('has a line for each, with its key at the end', () => {
    const { utility, params, idCount } = citationRequest(
      new Map([
        ['c1', PNAS],
        ['c2', { volume: '5' }],
      ]),
    );
    expect([utility, idCount]).toEqual(['ecitmatch', 2]);
    expect(Object.fromEntries(params)).toEqual({
      db: 'pubmed',
      retmode: 'xml',
      bdata: 'proc natl acad sci u s a|1991|88|3248|mann bj|c1|\r||5|||c2|',
    });
  });

  it.each([
    ['a|b', 'a b'],
    ['a\r\nb\u2028c\td\0e', 'a b c d e'],
    ['  100 % of é\u0301 ', '100 % of é\u0301'],
    ['\u202Eabc|', 'abc'],
  ])('keeps what separates out of its fields: %j', (text, field) => {
    expect(citationField(text)).toBe(field);
  });
});

describe('the answer about citations', () => {
  it.each([
    ['2014248', { status: 'FOUND', uid: '2014248' }],
    ['NOT_FOUND', { status: 'NOT_FOUND' }],
    ['', { status: 'NOT_FOUND' }],
    ['NOT_FOUND;INVALID_JOURNAL', { status: 'NOT_FOUND', reason: 'INVALID_JOURNAL' }],
    ['AMBIGUOUS (5 citations)', { status: 'AMBIGUOUS', count: 5, uids: [] }],
    ['AMBIGUOUS 33057196,32076266', { status: 'AMBIGUOUS', count: 2, uids: ['33057196', '32076266'] }],
  ])('is read: %j', (found, answer) => {
    expect(answerOf(found)).toEqual(answer);
  });

  it.each(['0', '-1', '12x', 'AMBIGUOUS', 'AMBIGUOUS ()', 'FOUND', '1,2', 'AMBIGUOUS 1,,2'])(
    'that says %j is no answer',
    (found) => {
      expect(() => answerOf(found)).toThrow(expect.objectContaining({ code: 'MALFORMED_RESPONSE', retryable: true }));
    },
  );

  it('is told apart by keys, in whatever order, and without the author where nothing was found', () => {
    const body = `fake journal|2000|1|1||c2|NOT_FOUND;INVALID_JOURNAL\r\n${LINE}`;
    const { answers, behind, open } = decode(body, PNAS, FAKE);
    expect([...answers].map(([key, { status }]) => [key, status])).toEqual([
      ['c2', 'NOT_FOUND'],
      ['c1', 'FOUND'],
    ]);
    expect([behind.size, open]).toEqual([0, undefined]);
  });

  it.each([
    ['a key that was not sent', `${LINE}science|1987|235|182|palmenberg ac|c9|3026048\n`],
    ['a key twice', LINE + LINE],
    ['another citation under a key', LINE.replace('3248', '3249')],
    ['too few fields', LINE.replace('|2014248', '')],
    ['too many fields', LINE.replace('2014248', '2014248|1')],
  ])('with %s contradicts the request', (_what, body) => {
    expect(() => decode(body, PNAS, FAKE)).toThrow(expect.objectContaining({ code: 'MALFORMED_RESPONSE' }));
  });

  it.each(['NOT_FOUND;timeout', 'NOT_FOUND;INTERNAL_ERROR', 'NOT_FOUND;Search Backend failed', 'NOT_FOUND;exception'])(
    'is no "not found" where a failure is the reason: %j',
    (found) => {
      expect(() => answerOf(found)).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE', retryable: true }));
    },
  );

  it.each([
    'Search Backend failed: no answer\n',
    '<eFetchResult><ERROR>NCBI C++ Exception</ERROR></eFetchResult>',
    'gone\n',
  ])('that is a sentence is a failure: %j', (body) => {
    expect(() => decode(body, PNAS)).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }));
  });

  it.each(['[Hokkaido igaku zasshi] The Hokkaido journal of medical science', '<!ENTITY a "b">', '{x}'])(
    'is no page where the journal begins like one: %j',
    (journal) => {
      const { answers } = decode(`${journal}|1991|88|3248|mann bj|c1|2014248\n`, { ...PNAS, journal });
      expect(answers.get('c1')).toEqual({ status: 'FOUND', uid: '2014248' });
    },
  );

  it('leaves out what NCBI leaves out, which is not "not found"', () => {
    expect(decode(LINE, PNAS, FAKE)).toEqual({
      answers: new Map([['c1', answerOf('2014248')]]),
      behind: new Set(),
      open: undefined,
    });
    expect(decode('', PNAS).answers.size).toBe(0);
  });

  it('ends at the first citation without a journal that NCBI finds nothing for', () => {
    const { answers, behind } = decode(LINE, PNAS, { volume: '88', firstPage: '99999' }, FAKE, { volume: '3' });
    expect(answers.get('c2')).toEqual({ status: 'NOT_FOUND' });
    expect([...behind]).toEqual(['c3', 'c4']);
    // An empty body may as well be a failure.
    expect(decode('', { volume: '88' }, PNAS)).toMatchObject({ behind: new Set(['c2']), open: 'c1' });
  });

  it('may be cut off where its last line has no end', () => {
    expect(decode(LINE.trimEnd(), PNAS).open).toBe('c1');
  });

  it('may hold words of a failure in the names of journals', () => {
    const citation = { ...PNAS, journal: 'time out (temporarily)' };
    expect(decode('time out (temporarily)|1991|88|3248|mann bj|c1|7\n', citation).answers.get('c1')).toEqual({
      status: 'FOUND',
      uid: '7',
    });
  });
});
