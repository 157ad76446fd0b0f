import { LRUCache } from 'lru-cache';

import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import { PUBMED_WINDOW } from '../../eutils/search/search-page.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { BatchOptions } from '../batching/batch-function.js';
import type { CachedLoader } from '../cached-loader.js';
import { fetchSummaries } from '../definitions/summaries.js';
import { type Engine, type LoaderDefinition, LoaderRegistry } from '../loader-registry.js';
import type { Operation } from '../operation/operation.js';
import { type Links, mixedOrigin, pickLinks } from '../values/link-list.js';
import { dateOrderCost, filterCost, leastCalls, type ListCost, windowsOf } from './list-cost.js';
import { deriveOnce, type LongList, membersDigest, ownerOf } from './long-list.js';
import { Members } from './members.js';
import { membersByDate } from './members-by-date.js';
import { passingMembers } from './passing-members.js';
import type { ListSender } from './stored-list.js';

/** What is asked about a list that its digest names. */
interface ListQuestion {
  readonly digest: string;
  /** The members that pass this. */
  readonly filter?: LinkFilter | undefined;
  /** The newest members, so many windows of them. */
  readonly windows?: number | undefined;
}

/** Lists that are being worked on or may be asked about again, in bytes. */
const MAX_LIST_BYTES = 64_000_000;

/**
 * Long lists of links that NCBI filters and sorts as stored sets. What was found out about a list is kept under its
 * members, so that it serves whoever holds the same list, and no longer depends on the stored set.
 */
export class LongLists {
  readonly #registry: LoaderRegistry<void, Links>;
  readonly #lists: LRUCache<string, LongList>;
  readonly #summariesOf: (db: string) => CachedLoader<DocSum>;

  constructor(engine: Engine, maxBytes: number, summariesOf: (db: string) => CachedLoader<DocSum>) {
    this.#registry = new LoaderRegistry(engine, this.#definition(engine), maxBytes);
    this.#summariesOf = summariesOf;
    this.#lists = new LRUCache({
      maxSize: MAX_LIST_BYTES,
      sizeCalculation: ({ links: { bytes } }) => Math.max(1, Math.min(bytes, MAX_LIST_BYTES)),
    });
  }

  /**
   * The links of a list whose targets pass a filter, in the order of the list.
   *
   * @throws EntrezError `LIST_TOO_LONG` when the operation may not make so many calls; the failure of a call.
   */
  async passing(list: LongList, filter: LinkFilter, operation: Operation): Promise<Links> {
    const found = await this.#load(list, { digest: membersDigest(list), filter }, operation);
    return deriveOnce(list.links, found, () => partOf(list.links, found));
  }

  /**
   * A list of PubMed articles with the newest first, in NCBI's order, at least so many of them; those behind stand as
   * they did.
   *
   * @throws EntrezError `LIST_TOO_LONG` when the operation may not make so many calls; the failure of a call.
   */
  async byDate(list: LongList, count: number, operation: Operation): Promise<Links> {
    const found = await this.#load(list, this.#orderOf(list, count, operation.notBefore), operation);
    return deriveOnce(list.links, found, () => firstOf(list.links, found));
  }

  /**
   * The answer of {@link passing} if it is known, or else what it costs.
   *
   * @param notBefore - Answers to calls that were sent before count as unknown.
   */
  foreseePassing(list: LongList, filter: LinkFilter, notBefore: Milliseconds): Links | ListCost {
    const question = { digest: membersDigest(list), filter };
    const found = this.#known(question, notBefore);
    return found ? partOf(list.links, found) : this.#costOf(list, question);
  }

  /** The answer of {@link byDate} if it is known, or else what it costs, as {@link foreseePassing} tells it. */
  foreseeDates(list: LongList, count: number, notBefore: Milliseconds): Links | ListCost {
    const question = this.#orderOf(list, count, notBefore);
    const found = this.#known(question, notBefore);
    return found ? firstOf(list.links, found) : this.#costOf(list, question);
  }

  /** The windows that hold so many members, or more of them where those are known. */
  #orderOf(list: LongList, count: number, notBefore: Milliseconds): ListQuestion {
    const { length } = list.links.uids;
    const digest = membersDigest(list);
    const fewest = windowsFor(count, length);
    const more = Array.from({ length: windowsOf(length) - fewest }, (_, index) => ({
      digest,
      windows: fewest + 1 + index,
    }));
    const least = { digest, windows: fewest };
    return [least, ...more].find((question) => this.#known(question, notBefore)) ?? least;
  }

  #known(question: ListQuestion, notBefore: Milliseconds): Links | undefined {
    const value = this.#registry.of().peek(JSON.stringify(question), notBefore)?.value;
    return value instanceof EntrezError ? undefined : value;
  }

  #costOf(list: LongList, { filter, windows = 1 }: ListQuestion): ListCost {
    const { length } = list.links.uids;
    const isOfOneRecord = ownerOf(list) !== undefined;
    return filter ? filterCost(length, isOfOneRecord, list.db) : dateOrderCost(length, isOfOneRecord, windows);
  }

  async #load(list: LongList, question: ListQuestion, operation: Operation): Promise<Links> {
    const loader = this.#registry.of();
    const key = JSON.stringify(question);
    if (!loader.peek(key, operation.notBefore)) {
      assertAffordable(list.links, leastCalls(this.#costOf(list, question)), operation);
    }
    // An answer that is known may be outdated, and is renewed.
    this.#lists.set(question.digest, list);
    return loader.load(key, operation);
  }

  #definition({ ttls }: Engine): LoaderDefinition<void, Links> {
    return {
      kind: 'long list',
      nameOf: () => 'long list',
      batchSize: () => ({ start: 1, max: 1 }),
      run: () => async (keys, options) => {
        const [key = ''] = keys;
        return new Map([[key, await this.#answer(JSON.parse(key) as ListQuestion, options)]]);
      },
      // Its arrangements with the lists it was found about take about as much.
      weigh: ({ bytes, asOf }) => ({ size: 2 * bytes + 100, ttl: ttls.searches, asOf }),
    };
  }

  async #answer(question: ListQuestion, options: BatchOptions<void, Links>): Promise<Links> {
    const { digest, filter, windows = 1 } = question;
    const list = this.#lists.get(digest);
    if (!list) {
      throw new EntrezError('OVERLOADED', 'The gateway works on too many long lists. Try again later.');
    }
    const sender = this.#senderOf(options);
    const known = filter ? undefined : this.#knownWindows(question, windows, options.notBefore);
    try {
      return await (filter ? passingMembers(list, filter, sender) : membersByDate(list, windows, known, sender));
    } catch (error) {
      if (
        !(error instanceof EntrezError) ||
        (error.code !== 'HISTORY_EXPIRED' && error.code !== 'MALFORMED_RESPONSE')
      ) {
        throw error;
      }
      // Once more: NCBI lost the set, or contradicts the list, of which ELink and windows of before may know another state.
      const again = error.code === 'HISTORY_EXPIRED' ? list : { links: list.links, db: list.db };
      return filter ? passingMembers(again, filter, sender) : membersByDate(again, windows, undefined, sender);
    }
  }

  /** The most windows that are known of those that are asked for. */
  #knownWindows(question: ListQuestion, windows: number, notBefore: Milliseconds): Links | undefined {
    for (let fewer = windows - 1; fewer > 0; fewer -= 1) {
      const found = this.#known({ ...question, windows: fewer }, notBefore);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  #senderOf({ client, signal, claim, onCall, notBefore }: BatchOptions<void, Links>): ListSender {
    const options = { signal, ...(claim && { claim }), ...(onCall && { onCall }) };
    return {
      send: (call) => client.send(call, options),
      unknownAmong: async (db, uids) => {
        const summaries = await fetchSummaries(this.#summariesOf(db), db, uids, { client, notBefore, ...options });
        const unknown = [...summaries].filter(
          ([, summary]) => summary instanceof EntrezError && summary.code === 'UNKNOWN_ID',
        );
        return new Set(unknown.map(([uid]) => uid));
      },
    };
  }
}

/**
 * Refuses what an operation could not finish, before it spends calls on it.
 *
 * @throws EntrezError `LIST_TOO_LONG` with what it would cost.
 */
export function assertAffordable({ uids: { length } }: Links, calls: number, operation: Operation): void {
  const left = operation.maxCalls - operation.callsMade;
  if (calls > left) {
    throw new EntrezError(
      'LIST_TOO_LONG',
      `There are ${length} links, and to filter, sort or group them takes ${calls} calls to NCBI; this operation may make ${left} more. ` +
        'Allow it more calls, or page through the list as it is.',
    );
  }
}

/** How many members of a list {@link LongLists.byDate} puts in order when so many are wanted. */
export function orderedMembers(count: number, { uids: { length } }: Links): number {
  return Math.min(length, windowsFor(count, length) * PUBMED_WINDOW);
}

/** Powers of two, so that paging through a whole list sorts no window more than twice. */
function windowsFor(count: number, length: number): number {
  const all = Math.max(1, windowsOf(length));
  const needed = Math.max(1, windowsOf(Math.min(count, length)));
  return Math.min(all, 2 ** Math.ceil(Math.log2(needed)));
}

/** The whole with a part of it in front, in the order of that part. */
function firstOf(whole: Links, part: Links): Links {
  const members = new Members(whole);
  const first = Array.from(part.uids, (uid) => members.find(uid));
  return pickLinks(whole, [...first, ...members.positions(false)]);
}

/** The members of a part in the order of the whole. */
function partOf(whole: Links, part: Links): Links {
  const members = new Members(whole);
  const positions = Array.from(part.uids, (uid) => members.find(uid)).sort((a, b) => a - b);
  return { ...pickLinks(whole, positions), ...mixedOrigin(whole, [{ source: whole.source, asOf: part.asOf }]) };
}
