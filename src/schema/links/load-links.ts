import { filteredLinks } from '../../loading/definitions/filtered-links.js';
import { byUidDescending, type Links, pickLinks, positionsOf } from '../../loading/values/link-list.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import type { Context } from '../core/context.js';
import type { LinkArgs, LinkOrder } from './link-arguments.js';
import { publicationDates } from './publication-dates.js';
import type { EntrezRecord } from '../core/record.js';

/** The links of a record as the arguments want them, before they are cut into pages; at once when all is known. */
export function loadLinks(
  source: EntrezRecord,
  question: LinkQuestion,
  filter: LinkFilter | undefined,
  args: LinkArgs,
  context: Context,
): Links | Promise<Links> {
  const links = filter
    ? filteredLinks(context.loaders, question, filter, source.uid, context.operation)
    : source.links(question, context);
  const arrange = (found: Links): Links | Promise<Links> => arrangeLinks(found, question, args, context);
  return links instanceof Promise ? links.then(arrange) : arrange(links);
}

/** Leaves out what `minScore` excludes and orders the rest. */
export function arrangeLinks(
  links: Links,
  { link }: LinkQuestion,
  { minScore, orderBy }: LinkArgs,
  context: Context,
): Links | Promise<Links> {
  const close = minScore == null ? links : closerThan(minScore, links, link.name);
  if (orderBy == null) {
    return close;
  }
  return orderBy === 'DATE'
    ? publicationDates(close, link.to, context).then((dates) => newestFirst(close, dates))
    : sortLinks(close, orderBy);
}

/** The links whose score is not below `minScore`. */
export function closerThan(minScore: number, links: Links, linkName: string): Links {
  const scores = scoresOf(links, linkName);
  return pickLinks(
    links,
    positionsOf(links, (_uid, position) => (scores[position] ?? 0) >= minScore),
  );
}

/** Orders links by what they are known by themselves. Without scores they stay as they came: NCBI sends the closest first. */
export function sortLinks(links: Links, orderBy: Exclude<LinkOrder, 'DATE'>): Links {
  const positions = positionsOf(links, () => true);
  if (orderBy === 'UID') {
    return pickLinks(
      links,
      positions.sort((a, b) => byUidDescending(links.uids.at(a), links.uids.at(b))),
    );
  }
  const { scores } = links;
  if (!scores) {
    return links;
  }
  return pickLinks(
    links,
    positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)),
  );
}

/** Orders links by the dates of their targets. What has no date comes last, in its old order. */
export function newestFirst(links: Links, dates: readonly string[]): Links {
  const positions = positionsOf(links, () => true);
  return pickLinks(
    links,
    positions.sort((a, b) => (dates[b] ?? '').localeCompare(dates[a] ?? '')),
  );
}

/** Without scores nobody knows which links pass a filter on them; that none do would be a lie. */
function scoresOf({ scores, uids }: Links, linkName: string): ArrayLike<number> {
  if (!scores && uids.length > 0) {
    throw new EntrezError('MALFORMED_RESPONSE', 'NCBI sent links without the scores that were asked for.', {
      linkName,
    });
  }
  return scores ?? [];
}
