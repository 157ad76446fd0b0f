import { filteredLinks } from '../../loading/definitions/filtered-links.js';
import { keepLinks, type Links, orderByUid, orderLinks } from '../../loading/values/link-list.js';
import type { LinkQuestion } from '../../loading/definitions/links.js';
import type { LongList } from '../../loading/long-lists/long-list.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import type { Context } from '../core/context.js';
import type { LinkArgs, LinkOrder } from './link-arguments.js';
import { linkCursors } from './link-connection.js';
import { listByDate } from './list-by-date.js';
import type { EntrezRecord } from '../core/record.js';

/** What a link field asks for, and whose links these are. */
export interface LinkRequest {
  readonly question: LinkQuestion;
  readonly filter: LinkFilter | undefined;
  readonly args: LinkArgs;
  /** Tells the list from those of other sources, such as the uid of the source. */
  readonly owner: string;
}

/** The links of a record as the arguments want them, before they are cut into pages; at once when all is known. */
export function loadLinks(source: EntrezRecord, request: LinkRequest, context: Context): LongList | Promise<LongList> {
  const { question, filter } = request;
  const { link } = question;
  const links = filter
    ? filteredLinks(context.loaders, question, filter, source.uid, context.operation)
    : source.links(question, context);
  const origin = filter ? undefined : { link, uid: source.uid };
  const arrange = (found: Links): LongList | Promise<LongList> =>
    arrangeLinks({ links: found, db: link.to, origin }, request, context);
  return links instanceof Promise ? links.then(arrange) : arrange(links);
}

/** Leaves out what `minScore` excludes and orders the rest. */
export function arrangeLinks(
  list: LongList,
  { question: { link }, args, owner }: LinkRequest,
  context: Context,
): LongList | Promise<LongList> {
  const { minScore, orderBy } = args;
  const close = minScore == null ? list : { links: closerThan(minScore, list.links, link.name), db: list.db };
  if (orderBy == null) {
    return close;
  }
  return orderBy === 'DATE'
    ? listByDate(close, args, linkCursors(owner, link), context).then((links) => ({ ...close, links }))
    : { ...close, links: sortLinks(close.links, orderBy) };
}

/** The links whose score is not below `minScore`. */
export function closerThan(minScore: number, links: Links, linkName: string): Links {
  const scores = scoresOf(links, linkName);
  return keepLinks(links, (_uid, position) => (scores[position] ?? 0) >= minScore);
}

/** Orders links by what they are known by themselves. Without scores they stay as they came: NCBI sends the closest first. */
export function sortLinks(links: Links, orderBy: Exclude<LinkOrder, 'DATE'>): Links {
  if (orderBy === 'UID') {
    return orderByUid(links);
  }
  const { scores } = links;
  return scores ? orderLinks(links, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)) : links;
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
