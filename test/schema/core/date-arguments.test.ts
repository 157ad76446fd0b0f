import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type DatesInput, parseDates } from '../../../src/schema/core/date-arguments.js';

describe('the dates of a search', () => {
  it('are nothing where nothing is given', () => {
    expect(parseDates({}, 'pubmed')).toEqual({});
    expect(parseDates({ dateType: null, minDate: null, maxDate: null, relDate: null }, 'pubmed')).toEqual({});
  });

  it('are dates of publication unless another kind is named', () => {
    expect(parseDates({ minDate: '2010', maxDate: '2015' }, 'pubmed')).toEqual({
      dateType: 'pdat',
      minDate: '2010',
      maxDate: '2015',
    });
    expect(parseDates({ dateType: 'EDAT', relDate: 60 }, 'pubmed')).toEqual({ dateType: 'edat', relDate: 60 });
  });

  it('have both ends, since NCBI wants both', () => {
    expect(parseDates({ minDate: '2010' }, 'pubmed')).toMatchObject({ minDate: '2010', maxDate: '3000' });
    expect(parseDates({ maxDate: '2010' }, 'pubmed')).toMatchObject({ minDate: '0001', maxDate: '2010' });
  });

  it.each([
    ['2020', '2020'],
    ['2020/05', '2020/05'],
    ['2020-05-17', '2020/05/17'],
    ['2020/5/7', '2020/05/07'],
    [' 2020-02-29 ', '2020/02/29'],
  ])('written as %j are %s', (given, expected) => {
    expect(parseDates({ minDate: given }, 'pubmed')).toMatchObject({ minDate: expected });
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
    expect(() => parseDates({ maxDate: date }, 'pubmed')).toThrow(
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
    expect(parseDates({ minDate, maxDate }, 'pubmed')).toMatchObject({ minDate, maxDate });
  });

  it.each([
    ['2021', '2020'],
    ['2020/06', '2020/05'],
    ['2020/06', '2020/05/17'],
    ['2020/05/18', '2020/05/17'],
    ['2021/01', '2020'],
  ])('cannot run from %s back to %s', (minDate, maxDate) => {
    expect(() => parseDates({ minDate, maxDate }, 'pubmed')).toThrow(
      `Argument "minDate" is "${minDate}", which is after maxDate (${maxDate}). Use an earlier date.`,
    );
  });

  it('run forwards in one order only, for any two different days', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [minDate = '', maxDate = ''] = [a, b].map((each) => each.toISOString().slice(0, 10));
        const parse = (): unknown => parseDates({ minDate, maxDate }, 'pubmed');
        if (minDate <= maxDate) {
          expect(parse()).toMatchObject({ minDate: minDate.replaceAll('-', '/') });
        } else {
          expect(parse).toThrow('"minDate"');
        }
      }),
    );
  });

  it.each<[DatesInput, string]>([
    [{ relDate: 0 }, 'Argument "relDate" is 0. Use a number of days from 1.'],
    [{ relDate: -3 }, 'Argument "relDate" is -3. Use a number of days from 1.'],
    [
      { relDate: 3, minDate: '2020' },
      'Argument "relDate" is 3, and minDate or maxDate is given too. Leave one of them out.',
    ],
    [
      { dateType: 'PDAT' },
      'Argument "dateType" is "PDAT", but minDate, maxDate and relDate are not given. Give a date as well, or leave it out.',
    ],
    [
      { minDate: '2020', publishedBetween: { from: '2019', to: '2020' } },
      'Argument "publishedBetween" is ["2019","2020"], and other dates are given too. Leave the other dates out.',
    ],
    [
      { publishedBetween: { from: '2021', to: '2020' } },
      'Argument "publishedBetween.from" is "2021", which is after to (2020). Use an earlier date.',
    ],
  ])('that contradict each other are refused: %j', (input, message) => {
    expect(() => parseDates(input, 'pubmed')).toThrow(message);
  });

  it('may be a span of publication dates', () => {
    const range = { dateType: 'pdat', minDate: '2019', maxDate: '2020' };
    expect(parseDates({ publishedBetween: { from: '2019', to: '2020' } }, 'pmc')).toEqual(range);
  });

  it.each([
    [
      'pmc',
      { dateType: 'MHDA', relDate: 3 },
      'Argument "dateType" is "MHDA", but records of pmc have no such date. Use PDAT or EDAT or EPDT or PPDT or LDAT.',
    ],
    [
      'taxonomy',
      { maxDate: '2020' },
      'Argument "maxDate" is "2020", but records of taxonomy have no date of publication. Use minDate, maxDate or relDate, and dateType EDAT or MDAT.',
    ],
    ['genome', { relDate: 3 }, 'Argument "relDate" is 3, but records of genome have no date of publication.'],
    [
      'structure',
      { publishedBetween: { from: '2019', to: '2020' } },
      'Argument "publishedBetween.from" is "2019", but records of structure have no date of publication.',
    ],
  ] as const)('that NCBI does not know of records of %s are refused: %j', (db, input, message) => {
    expect(() => parseDates(input, db)).toThrow(message);
  });

  it('go to NCBI as they are where its dates are not known', () => {
    expect(parseDates({ dateType: 'GRLS', relDate: 3 }, 'clinvar')).toEqual({ dateType: 'grls', relDate: 3 });
  });

  it('name the argument as the caller knows it', () => {
    expect(() => parseDates({ minDate: 'soon' }, 'pubmed', 'filter.')).toThrow('Argument "filter.minDate"');
  });
});
