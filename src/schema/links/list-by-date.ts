import { EntrezError } from '../../eutils/failures/errors.js';
import { MAX_SUMMARY_UIDS } from '../../eutils/records/esummary.js';
import { countRuns } from '../../loading/long-lists/count-runs.js';
import { isLong, type LongList } from '../../loading/long-lists/long-list.js';
import { orderedMembers } from '../../loading/long-lists/long-lists.js';
import { type Links, orderLinks } from '../../loading/values/link-list.js';
import type { Context } from '../core/context.js';
import type { Cursors } from '../core/cursor.js';
import { cutPage, type PageArgs } from '../core/paging.js';
import type { LinkArgs } from './link-arguments.js';
import { datesOf, publicationDates } from './publication-dates.js';

/** Whether NCBI sorts a list by date: a long one of PubMed, the only database whose order by date is documented. */
export function isSortedByNcbi({ db, links }: LongList): boolean {
  return db === 'pubmed' && isLong(links);
}

/**
 * The links of a list with the newest first. What has no date comes last, in its old order. Of a long list NCBI gives the
 * order, window by window, as far as the page needs it: what stands behind is not in order.
 */
export async function listByDate(
  list: LongList,
  args: PageArgs & Pick<LinkArgs, 'countsYears'>,
  cursors: Cursors,
  context: Context,
): Promise<Links> {
  const { links, db } = list;
  if (!isSortedByNcbi(list)) {
    return newestFirst(links, await publicationDates(links, db, context));
  }
  // Stored once for the page and for the years, which meet a failure again.
  const all = args.countsYears === true ? await allByDate(list, context).catch(leaveToYears) : undefined;
  if (all) {
    return all;
  }
  const places = [
    ...(args.after == null ? [] : [cursors.decode(args.after, 'after')]),
    ...(args.before == null ? [] : [cursors.decode(args.before, 'before')]),
  ];
  let wanted = Math.max(1, ...places.map(({ index }) => index + 1));
  for (;;) {
    const ordered = await context.loaders.longLists.byDate(list, wanted, context.operation);
    const known = orderedMembers(wanted, links);
    const { end } = cutPage(args, links.uids.length, cursors, (uid) => ordered.uids.indexOf(uid));
    if (known >= links.uids.length || (end <= known && places.every(({ uid }) => ordered.uids.indexOf(uid) < known))) {
      return ordered;
    }
    wanted = Math.max(end, known + 1);
  }
}

/** Orders links by the dates of their targets. What has no date comes last, in its old order. */
export function newestFirst(links: Links, dates: readonly string[]): Links {
  return orderLinks(links, (a, b) => (dates[b] ?? '').localeCompare(dates[a] ?? ''));
}

/** Summaries of one round, which leaves room in a call for those of a page. */
const PER_ROUND = MAX_SUMMARY_UIDS - 50;

/**
 * How many links lead to articles of each year, newest first. Articles whose year is not known are counted under null,
 * last. A long list is sorted by NCBI, and the summaries of some members tell where its years begin.
 */
export async function countYears(list: LongList, context: Context): Promise<{ year: number | null; count: number }[]> {
  const years = isSortedByNcbi(list) ? await yearsOfSorted(list, context) : undefined;
  return [...(years ?? tally((await publicationDates(list.links, list.db, context)).map(yearOf)))]
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([year, count]) => ({ year: year === '' ? null : Number(year), count }));
}

function allByDate(list: LongList, { loaders, operation }: Context): Promise<Links> {
  return loaders.longLists.byDate(list, list.links.uids.length, operation);
}

function leaveToYears(error: unknown): undefined {
  if (!(error instanceof EntrezError)) {
    throw error;
  }
}

/** Undefined where NCBI's order is not that of the dates. */
async function yearsOfSorted(list: LongList, context: Context): Promise<ReadonlyMap<string, number> | undefined> {
  const { uids } = await allByDate(list, context);
  const rounds = yearRounds(uids.length);
  let round = rounds.next();
  while (!round.done) {
    const articles = round.value.map((position) => uids.at(position));
    round = rounds.next((await datesOf(articles, list.db, context)).map(yearOf));
  }
  return round.value;
}

/** The rounds in which the years of a list in the order of its dates are counted. */
export function yearRounds(length: number): ReturnType<typeof countRuns> {
  return countRuns(length, PER_ROUND);
}

function tally(years: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const year of years) {
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}

/** The year of a date; empty for none. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}
