import { EntrezError } from '../../eutils/failures/errors.js';
import { contradiction, malformed } from '../../eutils/failures/malformed.js';
import { decodeStoredLinks, storeLinksRequest } from '../../eutils/links/history-links.js';
import { decodePost, type PostedSet, postRequest } from '../../eutils/search/history.js';
import { decodeSearch, type SearchAnswer, type SearchQuestion, searchRequest } from '../../eutils/search/esearch.js';
import { PUBMED_WINDOW } from '../../eutils/search/search-page.js';
import type { EutilsCall } from '../../upstream/call.js';
import { chunks } from '../batching/bisect.js';
import { Members } from './members.js';
import { type LongList, ownerOf } from './long-list.js';

/** How the steps of one answer reach NCBI. */
export interface ListSender {
  /** Sends one call with a permit of its own. */
  send<T>(call: EutilsCall<T>): Promise<T>;
  /** Which of some records NCBI has no summary of. */
  unknownAmong(db: string, uids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What NCBI's history server keeps. */
interface StoredUids {
  readonly webEnv: string;
  /** Stands for the uids in a search. */
  readonly term: string;
}

/** A list as NCBI's history server keeps it. */
interface StoredList extends StoredUids {
  /** How many of its members a search finds: all but those that NCBI has no longer. */
  readonly count: number;
}

/** Failures of ELink after which the list is posted instead. */
const MAY_BE_POSTED: ReadonlySet<EntrezError['code']> = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'MALFORMED_RESPONSE',
  'UNSUPPORTED_COMMAND',
]);

/**
 * Stores a list at NCBI: by ELink where that is one call for several, else by EPost in parts. NCBI is known to store a
 * part only and to say so or not (protocol sections 7 and 8), and what ELink stores is the list of now. So the set is
 * counted, and one that is not the list is stored anew or refused.
 *
 * @throws EntrezError `MALFORMED_RESPONSE` when NCBI does not store the whole list; the failure of a call.
 */
export async function storeList(list: LongList, sender: ListSender): Promise<StoredList> {
  const owner = ownerOf(list);
  if (owner && list.links.uids.length > PUBMED_WINDOW) {
    const stored = await storedByElink(list, owner, sender);
    const whole = stored && (await countWhole(list, stored, sender));
    if (whole) {
      return whole;
    }
  }
  const posted = await post(list.db, list.links.uids.slice(), sender);
  const whole = await countWhole(list, posted, sender);
  if (!whole) {
    throw contradiction('NCBI stored another list than the one posted.');
  }
  return whole;
}

/** Posts uids of one database in parts, into the environment that is given or a new one. */
export async function post(
  db: string,
  uids: readonly string[],
  sender: ListSender,
  webEnv?: string,
): Promise<StoredUids> {
  const [first = [], ...others] = chunks(uids, PUBMED_WINDOW);
  const head = await sender.send(postCall(db, first, webEnv));
  const rest = await Promise.all(others.map((part) => sender.send(postCall(db, part, head.webEnv))));
  const keys = [head, ...rest].map(({ queryKey }) => `#${queryKey}`);
  return { webEnv: head.webEnv, term: keys.length === 1 ? keys.join('') : `(${keys.join(' OR ')})` };
}

/** Searches in NCBI's history. */
export function searchCall(question: SearchQuestion): EutilsCall<SearchAnswer> {
  return { request: searchRequest(question), decode: (body) => decodeSearch(body, question) };
}

function postCall(db: string, uids: readonly string[], webEnv?: string): EutilsCall<PostedSet> {
  return {
    request: postRequest({ db, uids, webEnv }),
    decode: (body) => {
      const posted = decodePost(body, { uids, webEnv });
      if (posted.problems.length > 0) {
        throw malformed(`NCBI stored only a part of the list: ${posted.problems.join(' ')}`);
      }
      return posted;
    },
  };
}

async function storedByElink(
  { db }: LongList,
  { link, uid }: NonNullable<LongList['origin']>,
  sender: ListSender,
): Promise<StoredUids | undefined> {
  const question = { from: link.from, to: link.to, linkName: link.name, uids: [uid] };
  try {
    const { sets } = await sender.send({
      request: storeLinksRequest(question, 'json'),
      fallback: storeLinksRequest(question, 'xml'),
      decode: (body, retmode) => decodeStoredLinks(body, retmode, question),
    });
    const [set, ...others] = sets;
    if (set?.linkName !== link.name || others.length > 0) {
      return undefined;
    }
    // NCBI puts a record into its own list of neighbours, which the list of its links leaves out.
    const term = link.from === db ? `(#${set.queryKey} NOT ${uid}[UID])` : `#${set.queryKey}`;
    return { webEnv: set.webEnv, term };
  } catch (error) {
    if (error instanceof EntrezError && MAY_BE_POSTED.has(error.code)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Counts a set that is to hold a list. Undefined where it does not: all members but those that NCBI has no longer, which
 * no search finds. A set of as many other records passes; that NCBI lists one of them is noticed later.
 */
async function countWhole(list: LongList, stored: StoredUids, sender: ListSender): Promise<StoredList | undefined> {
  const { db, links } = list;
  const { length } = links.uids;
  const { count } = await sender.send(searchCall({ db, ...stored, retstart: 0, retmax: 0 }));
  if (count < length) {
    const missing = await membersMissingIn(list, stored, sender);
    const unknown = await sender.unknownAmong(db, missing);
    if (missing.length + count !== length || !missing.every((uid) => unknown.has(uid))) {
      return undefined;
    }
  }
  return count > length ? undefined : { ...stored, count };
}

async function membersMissingIn(
  { db, links }: LongList,
  { webEnv, term }: StoredUids,
  sender: ListSender,
): Promise<string[]> {
  const members = new Members(links);
  await Promise.all(
    members.ranges(PUBMED_WINDOW).map(async ({ from, to }) => {
      const question = { db, term: `${term} AND ${from}:${to}[UID]`, webEnv, retstart: 0, retmax: PUBMED_WINDOW };
      const { uids } = await sender.send(searchCall(question));
      uids.forEach((uid) => members.find(uid));
    }),
  );
  return members.positions(false).map((position) => links.uids.at(position));
}
