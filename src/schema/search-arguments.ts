import type { DateRange } from '../eutils/date-range.js';
import { badInput } from './arguments.js';

/** Dates as callers give them. */
export interface DatesInput {
  readonly dateType?: string | null | undefined;
  readonly minDate?: string | null | undefined;
  readonly maxDate?: string | null | undefined;
  readonly relDate?: number | null | undefined;
}

const DATE = /^\d{4}(?:[/-]\d{1,2}){0,2}$/;
/** ESearch ignores one end of a range without the other, so an open range gets an end nothing lies beyond. */
const EARLIEST = '0001';
const LATEST = '3000';

/**
 * The dates of a search or filter as E-utilities take them; an empty object where none are given.
 *
 * @param prefix - Stands before the argument names in messages, such as `filter.`.
 * @throws EntrezError `BAD_USER_INPUT` naming the argument.
 */
export function parseDates(input: DatesInput, prefix = ''): DateRange {
  const { dateType, relDate } = input;
  const min = parseDate(input.minDate, `${prefix}minDate`);
  const max = parseDate(input.maxDate, `${prefix}maxDate`);
  if (dateType != null && !/^[a-z0-9]+$/i.test(dateType)) {
    throw badInput(`${prefix}dateType`, 'the name of a date, such as pdat or mdat', dateType);
  }
  if (relDate != null && relDate < 1) {
    throw badInput(`${prefix}relDate`, 'a number of days from 1', relDate);
  }
  if (relDate != null && (min ?? max) !== undefined) {
    throw badInput(`${prefix}relDate`, 'left out when minDate or maxDate is given', relDate);
  }
  if (min !== undefined && max !== undefined && sortable(min, '00') > sortable(max, '99')) {
    throw badInput(`${prefix}minDate`, `not after maxDate (${max})`, min);
  }
  if (relDate != null) {
    return { dateType: dateType ?? 'pdat', relDate };
  }
  return min === undefined && max === undefined
    ? {}
    : { dateType: dateType ?? 'pdat', minDate: min ?? EARLIEST, maxDate: max ?? LATEST };
}

/**
 * A search term, without blanks around it.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument` when it is empty, or its brackets or quotes do not match.
 */
export function checkTerm(term: string, argument: string): string {
  const text = term.trim();
  if (text === '') {
    throw badInput(argument, 'a query', term);
  }
  const outsideQuotes = text.replaceAll(/"[^"]*"/g, '');
  if (outsideQuotes.includes('"') || !areBalanced(outsideQuotes)) {
    throw badInput(argument, 'a query whose brackets and quotes match', term);
  }
  return text;
}

function areBalanced(text: string): boolean {
  const open: string[] = [];
  for (const letter of text.replaceAll(/[^()[\]]/g, '')) {
    if (letter === '(' || letter === '[') {
      open.push(letter);
    } else if (open.pop() !== (letter === ')' ? '(' : '[')) {
      return false;
    }
  }
  return open.length === 0;
}

function parseDate(date: string | null | undefined, argument: string): string | undefined {
  if (date == null) {
    return undefined;
  }
  const [, month = 1, day = 1] = date.split(/[/-]/).map(Number);
  if (!DATE.test(date) || month < 1 || month > 12 || day < 1 || day > 31) {
    throw badInput(argument, 'a date as YYYY, YYYY/MM or YYYY/MM/DD', date);
  }
  return date.replaceAll('-', '/');
}

/** Brings a date to a form that sorts as the days do; what is missing counts as `filler`. */
function sortable(date: string, filler: string): string {
  const [year = '', month = filler, day = filler] = date.split('/');
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('');
}
