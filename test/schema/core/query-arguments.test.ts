import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkTerm, organismTerm, parseDates, parseOrganism } from '../../../src/schema/core/query-arguments.js';

describe('the dates of a search', () => {
  it('are nothing where nothing is given', () => {
    expect(parseDates({})).toEqual({});
    expect(parseDates({ dateType: null, minDate: null, maxDate: null, relDate: null })).toEqual({});
  });

  it('are dates of publication unless another kind is named', () => {
    expect(parseDates({ minDate: '2010', maxDate: '2015' })).toEqual({
      dateType: 'pdat',
      minDate: '2010',
      maxDate: '2015',
    });
    expect(parseDates({ dateType: 'edat', relDate: 60 })).toEqual({ dateType: 'edat', relDate: 60 });
  });

  it('have both ends, since NCBI wants both', () => {
    expect(parseDates({ minDate: '2010' })).toMatchObject({ minDate: '2010', maxDate: '3000' });
    expect(parseDates({ maxDate: '2010' })).toMatchObject({ minDate: '0001', maxDate: '2010' });
  });

  it.each([
    ['2020', '2020'],
    ['2020/05', '2020/05'],
    ['2020-05-17', '2020/05/17'],
    ['2020/5/7', '2020/05/07'],
    [' 2020-02-29 ', '2020/02/29'],
  ])('written as %j are %s', (given, expected) => {
    expect(parseDates({ minDate: given })).toMatchObject({ minDate: expected });
  });

  it.each([
    '',
    '20',
    '20200517',
    '2020/13',
    '2020/00',
    '2020/02/30',
    '2021/02/29',
    '2020-05/17',
    '17/05/2020',
    '0000',
    'May 2020',
  ])('cannot be %j', (date) => {
    expect(() => parseDates({ maxDate: date })).toThrow(
      `Argument "maxDate" is ${JSON.stringify(date)}. Use a date as YYYY, YYYY/MM or YYYY/MM/DD.`,
    );
  });

  it.each([
    ['2020', '2020'],
    ['2020/05', '2020'],
    ['2020', '2020/05'],
    ['2020/05/17', '2020/05'],
    ['2020/05', '2020/05/17'],
    ['2020/05/17', '2020/05/17'],
    ['2019/12/31', '2020'],
  ])('may run from %s to %s', (minDate, maxDate) => {
    expect(parseDates({ minDate, maxDate })).toMatchObject({ minDate, maxDate });
  });

  it.each([
    ['2021', '2020'],
    ['2020/06', '2020/05'],
    ['2020/06', '2020/05/17'],
    ['2020/05/18', '2020/05/17'],
    ['2021/01', '2020'],
  ])('cannot run from %s back to %s', (minDate, maxDate) => {
    expect(() => parseDates({ minDate, maxDate })).toThrow(
      `Argument "minDate" is "${minDate}", which is after maxDate (${maxDate}). Use an earlier date.`,
    );
  });

  it('run forwards in one order only, for any two different days', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [minDate = '', maxDate = ''] = [a, b].map((each) => each.toISOString().slice(0, 10));
        const parse = (): unknown => parseDates({ minDate, maxDate });
        if (minDate <= maxDate) {
          expect(parse()).toMatchObject({ minDate: minDate.replaceAll('-', '/') });
        } else {
          expect(parse).toThrow('"minDate"');
        }
      }),
    );
  });

  it.each([
    [{ relDate: 0 }, 'Argument "relDate" is 0. Use a number of days from 1.'],
    [{ relDate: -3 }, 'Argument "relDate" is -3. Use a number of days from 1.'],
    [
      { relDate: 3, minDate: '2020' },
      'Argument "relDate" is 3, and minDate or maxDate is given too. Leave one of them out.',
    ],
    [
      { dateType: 'pdat' },
      'Argument "dateType" is "pdat", but minDate, maxDate and relDate are not given. Give a date as well, or leave it out.',
    ],
    [{ dateType: 'p&d', relDate: 3 }, 'Argument "dateType" is "p&d". Use the name of a date, such as pdat or mdat.'],
  ])('that contradict each other are refused: %j', (input, message) => {
    expect(() => parseDates(input)).toThrow(message);
  });

  it('name the argument as the caller knows it', () => {
    expect(() => parseDates({ minDate: 'soon' }, 'filter.')).toThrow('Argument "filter.minDate"');
  });
});

describe('a search term', () => {
  it.each(['TP53', '(a OR b) AND c[ti]', '"a (b" AND c', 'x[Filter (y)]', "5' UTR"])('may be %j', (term) => {
    expect(checkTerm(` ${term}\n`, 'term')).toBe(term);
  });

  it.each(['(a', 'a)', ')a(', 'a[ti', 'a]', '(a[ti)]', '"a', 'a" AND "b"', '((a)'])(
    'with brackets or quotes like %j is refused',
    (term) => {
      expect(() => checkTerm(term, 'term')).toThrow(
        `Argument "term" is ${JSON.stringify(term)}, whose brackets or quotes do not match. Close each bracket and quote.`,
      );
    },
  );

  it.each(['', ' \n'])('that is %j is refused', (term) => {
    expect(() => checkTerm(term, 'filter.term')).toThrow('Argument "filter.term" is');
  });
});

describe('an organism', () => {
  it('is found by its taxonomy uid or by a name', () => {
    expect(organismTerm(parseOrganism(' 9606 ', 'organism'))).toBe('txid9606[ORGN]');
    expect(organismTerm(parseOrganism('Mus musculus', 'organism'))).toBe('"Mus musculus"[ORGN]');
  });

  it.each(['', ' ', 'human[orgn]', '"human"'])('cannot be %j', (name) => {
    expect(() => parseOrganism(name, 'organism')).toThrow('Use a taxonomy uid');
  });
});
