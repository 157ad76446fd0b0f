import { contradiction } from '../../eutils/failures/malformed.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import type { SearchAnswer, SearchQuestion } from '../../eutils/search/esearch.js';
import { LONGEST_PAGE, PUBMED_WINDOW } from '../../eutils/search/search-page.js';
import { assertUnderstood } from '../definitions/filter.js';
import { type Links, packLinks } from '../values/link-list.js';
import type { LongList } from './long-list.js';
import { Members } from './members.js';
import { type ListSender, searchCall, storeList } from './stored-list.js';

/**
 * The members of a list that pass a filter, in the order of the list: a search among the stored list. PubMed lists the
 * first 9,999 hits only, so that more of them are listed in ranges of uids that hold no more members than that.
 *
 * @throws EntrezError `BAD_USER_INPUT` for a part of the filter that NCBI does not know; `MALFORMED_RESPONSE` for hits that
 * are not in the list or are not all listed; the failure of a call.
 */
export async function passingMembers(
  list: LongList,
  { term, ...dates }: LinkFilter,
  sender: ListSender,
): Promise<Links> {
  const { db, links } = list;
  const stored = await storeList(list, sender);
  const members = new Members(links);
  const window = db === 'pubmed' ? PUBMED_WINDOW : LONGEST_PAGE;
  const ask = async (question: Pick<SearchQuestion, 'term' | 'retstart'>): Promise<SearchAnswer> => {
    const answer = await sender.send(
      searchCall({ db, webEnv: stored.webEnv, useHistory: true, retmax: window, ...question }),
    );
    answer.uids.forEach((uid) => members.find(uid));
    return answer;
  };
  const filtered = term === undefined ? stored.term : `${stored.term} AND (${term})`;
  const first = await sender.send(
    searchCall({ db, term: filtered, webEnv: stored.webEnv, useHistory: true, retstart: 0, retmax: window, ...dates }),
  );
  assertUnderstood(first, new Set(stored.term.match(/#\d+|\d+(?=\[UID\])/g)));
  first.uids.forEach((uid) => members.find(uid));
  if (first.count > first.uids.length && first.stored) {
    // The hits are a stored set themselves, so that the filter is applied once.
    const hits = `#${first.stored.queryKey}`;
    await Promise.all(
      db === 'pubmed'
        ? members.ranges(window).map(({ from, to }) => ask({ term: `${hits} AND ${from}:${to}[UID]`, retstart: 0 }))
        : Array.from({ length: Math.ceil(first.count / window) - 1 }, (_, page) =>
            ask({ term: hits, retstart: (page + 1) * window }),
          ),
    );
  }
  if (members.count !== first.count) {
    throw contradiction(`NCBI found ${first.count} records but named ${members.count}.`);
  }
  return packLinks('', false, { uids: members.positions(true).map((position) => links.uids.at(position)) });
}
