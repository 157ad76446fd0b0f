const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A publication date as printed ("1986 May", "2011 Mar 4", "2000 Mar-Apr", "2017/01/31") as `yyyy/mm/dd`.
 * Missing parts count as the first month and day, as in PubMed's `sortpubdate`; `undefined` without a year.
 */
export function sortableDate(printed: string): string | undefined {
  const [, year, month, day] =
    /^\D*(\d{4})(?:[\s/]+([A-Za-z]{3}|\d{1,2}))?[A-Za-z]*(?:[\s/]+(\d{1,2}))?/.exec(printed) ?? [];
  if (year === undefined) {
    return undefined;
  }
  const named = month === undefined ? -1 : MONTHS.indexOf(month.toLowerCase());
  const number = named >= 0 ? named + 1 : Number(month);
  return `${year}/${twoDigits(number >= 1 && number <= 12 ? number : 1)}/${twoDigits(Number(day ?? 1))}`;
}

/** The first or last day that a date of a query means: `2015` ends on 2015/12/31. `undefined` for no date. */
export function boundOf(text: string, end: 'first' | 'last'): string | undefined {
  const [whole, year, month, day] = /^(\d{4})(?:\/(\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || year === undefined) {
    return undefined;
  }
  const [defaultMonth, defaultDay] = end === 'first' ? [1, 1] : [12, 31];
  return `${year}/${twoDigits(Number(month ?? defaultMonth))}/${twoDigits(Number(day ?? defaultDay))}`;
}

/** The calendar day as a query writes it. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll('-', '/');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
