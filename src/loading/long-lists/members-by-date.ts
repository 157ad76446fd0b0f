import { contradiction } from '../../eutils/failures/malformed.js';
import { PUBMED_WINDOW } from '../../eutils/search/search-page.js';
import { UidList } from '../../eutils/body/uid-list.js';
import { type Links, packLinks } from '../values/link-list.js';
import { windowsOf } from './list-cost.js';
import type { LongList } from './long-list.js';
import { Members } from './members.js';
import { type ListSender, post, searchCall, storeList } from './stored-list.js';

/** NCBI's name for the order of PubMed by date, newest first (manual, protocol-2 section 5). */
const BY_DATE = 'pub_date';

/**
 * The newest members of a list of articles, newest first: so many windows of 9,999, which is as far as NCBI lists. What
 * has been listed is posted and left out of the next search, so that each window begins where the one before ended and
 * no member is listed twice. Members that NCBI has no longer are in none.
 *
 * @param known - The first windows, where they are known.
 * @throws EntrezError `MALFORMED_RESPONSE` for hits that are not in the list, come twice, or are not as many as are left
 * of it; the failure of a call.
 */
export async function membersByDate(
  list: LongList,
  windows: number,
  known: Links | undefined,
  sender: ListSender,
): Promise<Links> {
  const { db, links } = list;
  const { webEnv, term, count: whole } = await storeList(list, sender);
  const members = new Members(links);
  const before = known ? known.uids.slice() : [];
  before.forEach((uid) => members.find(uid));
  const listed = before.length === 0 ? [] : [(await post(db, before, sender, webEnv)).term];
  const found = [before];
  for (let window = windowsOf(before.length); window < windows; window += 1) {
    const rest = listed.length === 0 ? term : `${term} NOT (${listed.join(' OR ')})`;
    const question = { db, term: rest, webEnv, sort: BY_DATE, retstart: 0, retmax: PUBMED_WINDOW };
    const { uids, count } = await sender.send(searchCall(question));
    if (count !== whole - members.count) {
      throw contradiction(`NCBI sorted ${count} of ${whole - members.count} members of the list.`);
    }
    uids.forEach((uid) => members.find(uid));
    found.push([...uids]);
    if (count <= uids.length) {
      break;
    }
    if (window + 1 < windows) {
      listed.push((await post(db, uids, sender, webEnv)).term);
    }
  }
  const inOrder = found.flat();
  if (members.count !== inOrder.length) {
    throw contradiction('NCBI lists a member of the list twice.');
  }
  return packLinks('', false, { uids: UidList.from(inOrder) });
}
