import type { DateRange } from '../../eutils/search/date-range.js';
import { badInput } from './arguments.js';

/** Dates as callers give them. */
export interface DatesInput {
  readonly dateType?: string | null | undefined;
  readonly minDate?: string | null | undefined;
  readonly maxDate?: string | null | undefined;
  readonly relDate?: number | null | undefined;
}

/** ESearch ignores one end of a range without the other (manual), so an open range gets an end nothing lies beyond. */
const EARLIEST = '0001';
const LATEST = '3000';

/**
 * The dates of a search or filter as E-utilities take them; an empty object where none are given.
 *
 * @param prefix - Stands before the argument names in messages, such as `filter.`.
 * @param names - What the caller calls the ends of the range.
 * @throws EntrezError `BAD_USER_INPUT` naming the argument.
 */
export function parseDates(
  { dateType, relDate, ...range }: DatesInput,
  prefix = '',
  names = { min: 'minDate', max: 'maxDate' },
): DateRange {
  const min = parseDate(range.minDate, `${prefix}${names.min}`);
  const max = parseDate(range.maxDate, `${prefix}${names.max}`);
  const ranged = min !== undefined || max !== undefined;
  if (dateType != null && !/^[a-z0-9]+$/i.test(dateType)) {
    throw badInput(`${prefix}dateType`, dateType, 'Use the name of a date, such as pdat or mdat.');
  }
  if (dateType != null && relDate == null && !ranged) {
    throw badInput(
      `${prefix}dateType`,
      dateType,
      'Give a date as well, or leave it out.',
      ', but minDate, maxDate and relDate are not given',
    );
  }
  if (relDate != null && relDate < 1) {
    throw badInput(`${prefix}relDate`, relDate, 'Use a number of days from 1.');
  }
  if (relDate != null && ranged) {
    throw badInput(`${prefix}relDate`, relDate, 'Leave one of them out.', ', and minDate or maxDate is given too');
  }
  // As text, a month comes before its days; a year or month that ends the range ends with its last day.
  if (min !== undefined && max !== undefined && min > `${max}/99`) {
    throw badInput(`${prefix}${names.min}`, min, 'Use an earlier date.', `, which is after ${names.max} (${max})`);
  }
  if (relDate != null) {
    return { dateType: dateType ?? 'pdat', relDate };
  }
  return ranged ? { dateType: dateType ?? 'pdat', minDate: min ?? EARLIEST, maxDate: max ?? LATEST } : {};
}

/** A day, month or year with slashes and two digits for months and days. */
function parseDate(date: string | null | undefined, argument: string): string | undefined {
  if (date == null) {
    return undefined;
  }
  const parts = /^(\d{4})(?:([/-])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(date.trim());
  const [, year = '', , month = '1', day = '1'] = parts ?? [];
  const meant = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  meant.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (!parts || Number(year) < 1 || meant.getUTCMonth() + 1 !== Number(month) || meant.getUTCDate() !== Number(day)) {
    throw badInput(argument, date, 'Use a date as YYYY, YYYY/MM or YYYY/MM/DD.');
  }
  return [year, parts[3], parts[4]].flatMap((part) => part?.padStart(2, '0') ?? []).join('/');
}

/**
 * A search term, without blanks around it.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument` when it is empty, or its brackets or quotes do not match.
 */
export function checkTerm(term: string, argument: string): string {
  const text = term.trim();
  if (text === '') {
    throw badInput(argument, term, 'Enter a query.');
  }
  const outsideQuotes = text.replaceAll(/"[^"]*"/g, '');
  if (outsideQuotes.includes('"') || !areBalanced(outsideQuotes)) {
    throw badInput(argument, term, 'Close each bracket and quote.', ', whose brackets or quotes do not match');
  }
  return text;
}

/**
 * An organism, given by its taxonomy uid or by a name.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument`.
 */
export function parseOrganism(organism: string, argument: string): string {
  const name = organism
    .trim()
    .replace(/^(?:(?:NCBI:)?txid|(?:taxid|taxonomy):|ncbitaxon[:_])\s*0*([1-9]\d{0,9})$/i, '$1');
  if (name === '' || /["[\]]/.test(name)) {
    throw badInput(argument, organism, 'Use a taxonomy uid or the name of an organism.');
  }
  return name;
}

/** The query for the records of an organism. */
export function organismTerm(organism: string): string {
  return /^\d+$/.test(organism) ? `txid${organism}[ORGN]` : `"${organism}"[ORGN]`;
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
