import { DATE_TYPES, type DateType, dateTypesOf } from '../../catalog/date-types.js';
import type { DateRange } from '../../eutils/search/date-range.js';
import { badInput } from './arguments.js';
import type { Builder } from './builder.js';

/** Dates as callers give them: arguments of a search, and members of a filter. */
export interface DatesInput {
  readonly dateType?: DateType | null | undefined;
  readonly minDate?: string | null | undefined;
  readonly maxDate?: string | null | undefined;
  readonly relDate?: number | null | undefined;
  readonly publishedBetween?: { readonly from: string; readonly to: string } | null | undefined;
}

/** Builds the types of dates. Gives the members of {@link DatesInput}, as arguments and input types declare them. */
export function buildDates(builder: Builder) {
  const dateType = builder.enumType('DateType', {
    description: 'A date of records, by its search field. Other fields can stand in a term, such as 2020:2021[VDAT].',
    values: Object.fromEntries(
      Object.entries(DATE_TYPES).map(([name, description]) => [name, { description }]),
    ) as Record<DateType, { readonly description: string }>,
  });
  const range = builder.inputType('PublishedBetween', {
    description: 'A span of publication dates, both ends included. Dates are YYYY, YYYY/MM or YYYY/MM/DD.',
    fields: (t) => ({
      from: t.string({ required: true, description: 'First date.' }),
      to: t.string({ required: true, description: 'Last date.' }),
    }),
  });
  return {
    dateType: { type: dateType, description: 'Which date is meant by the others. Default: PDAT.' },
    minDate: { type: 'String', description: 'Earliest date: YYYY, YYYY/MM or YYYY/MM/DD.' },
    maxDate: { type: 'String', description: 'Latest date, included.' },
    relDate: { type: 'Int', description: 'Only the last so many days.' },
    publishedBetween: { type: range, description: 'Short for PDAT, minDate and maxDate.' },
  } as const;
}

/** ESearch ignores one end of a range without the other (manual), so an open range gets an end nothing lies beyond. */
const EARLIEST = '0001';
const LATEST = '3000';

/**
 * The dates of a search or filter as E-utilities take them; an empty object where none are given.
 *
 * @param db - The database whose records are searched.
 * @param prefix - Stands before the argument names in messages, such as `filter.`.
 * @throws EntrezError `BAD_USER_INPUT` naming the argument.
 */
export function parseDates(
  { dateType, minDate, maxDate, relDate, publishedBetween }: DatesInput,
  db: string,
  prefix = '',
): DateRange {
  if (!publishedBetween) {
    return readDates({ dateType, min: minDate, max: maxDate, relDate }, db, { prefix, min: 'minDate', max: 'maxDate' });
  }
  const { from, to } = publishedBetween;
  const argument = `${prefix}publishedBetween`;
  if ((dateType ?? minDate ?? maxDate ?? relDate) != null) {
    throw badInput(argument, [from, to], 'Leave the other dates out.', ', and other dates are given too');
  }
  return readDates({ min: from, max: to }, db, { prefix: `${argument}.`, min: 'from', max: 'to' });
}

interface Dates extends Pick<DatesInput, 'dateType' | 'relDate'> {
  readonly min: string | null | undefined;
  readonly max: string | null | undefined;
}

/** What the caller calls the ends of a range, and what stands before the names. */
interface Names {
  readonly prefix: string;
  readonly min: string;
  readonly max: string;
}

function readDates(dates: Dates, db: string, names: Names): DateRange {
  const { dateType, relDate } = dates;
  const { prefix } = names;
  const min = parseDate(dates.min, `${prefix}${names.min}`);
  const max = parseDate(dates.max, `${prefix}${names.max}`);
  const ranged = min !== undefined || max !== undefined;
  if (relDate == null && !ranged) {
    if (dateType != null) {
      const why = ', but minDate, maxDate and relDate are not given';
      throw badInput(`${prefix}dateType`, dateType, 'Give a date as well, or leave it out.', why);
    }
    return {};
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
  checkDateType(dates, db, names);
  const datetype = (dateType ?? 'PDAT').toLowerCase();
  return relDate == null
    ? { dateType: datetype, minDate: min ?? EARLIEST, maxDate: max ?? LATEST }
    : { dateType: datetype, relDate };
}

/** Refuses a date that records of a database do not have, also where it is the default. */
function checkDateType({ dateType, min, max, relDate }: Dates, db: string, { prefix, ...names }: Names): void {
  const known = dateTypesOf(db);
  if (!known || known.includes(dateType ?? 'PDAT')) {
    return;
  }
  const use = known.join(' or ');
  if (dateType != null) {
    throw badInput(`${prefix}dateType`, dateType, `Use ${use}.`, `, but records of ${db} have no such date`);
  }
  const [name, given] = min == null ? (max == null ? ['relDate', relDate ?? 0] : [names.max, max]) : [names.min, min];
  const why = `, but records of ${db} have no date of publication`;
  throw badInput(`${prefix}${name}`, given, `Use minDate, maxDate or relDate, and dateType ${use}.`, why);
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
