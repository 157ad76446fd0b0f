import { describe, expect, it } from 'vitest';

import { boundOf, sortableDate } from '../../../src/sandbox/search/search-dates.js';

describe('sortableDate', () => {
  it.each([
    ['1986', '1986/01/01'],
    ['1986 May', '1986/05/01'],
    ['2011 Mar 4', '2011/03/04'],
    ['2000 Mar-Apr', '2000/03/01'],
    ['2001 Winter', '2001/01/01'],
    ['2017/01/31', '2017/01/31'],
    ['no date', undefined],
  ])('reads %s', (printed, expected) => {
    expect(sortableDate(printed)).toBe(expected);
  });
});

describe('boundOf', () => {
  it.each([
    ['2015', '2015/01/01', '2015/12/31'],
    ['2015/5', '2015/05/01', '2015/05/31'],
    ['2015/05/07', '2015/05/07', '2015/05/07'],
    ['recent', undefined, undefined],
  ])('spans %s', (text, first, last) => {
    expect([boundOf(text, 'first'), boundOf(text, 'last')]).toEqual([first, last]);
  });
});
