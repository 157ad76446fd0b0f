import { type ListCost, yearsCost } from '../../../loading/long-lists/list-cost.js';
import { type LongList, membersDigest, ownerOf } from '../../../loading/long-lists/long-list.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import type { Links } from '../../../loading/values/link-list.js';
import { yearOf, yearRounds } from '../../links/list-by-date.js';
import { dateOf } from '../../links/publication-dates.js';
import type { Utility } from '../../../eutils/wire.js';
import type { EstimateScope } from '../dry-run-scope.js';
import { neverKnown } from '../planned-query.js';
import { type Arrival, RecordSet } from '../record-set.js';
import { summaryQuestion } from '../record-queries.js';

/** The long lists whose pages stand in a plan, by page. */
export const longWholes = new WeakMap<RecordSet, LongList>();

/** Acts out the calls that filter or sort a stored list, and gives its members as of then. */
export function askForList(list: LongList, cost: ListCost, since: Arrival, scope: EstimateScope): RecordSet {
  const { db, links } = list;
  const name = membersDigest(list);
  const ask = (utility: Utility, calls: { readonly best: number; readonly worst: number }, at: Arrival): Arrival => {
    const question = { ...neverKnown(utility, `${db} list`), variant: `${name} ${scope.path}` };
    const sure = Array.from({ length: calls.best }, (_, call) => `${at.level} ${call}`);
    const certain = scope.ask(question, RecordSet.known(db, sure, at));
    const possible = scope.ask(question, RecordSet.unknown(db, calls.worst - calls.best, at));
    return possible.missing?.since ?? certain.missing?.since ?? at;
  };
  const exactly = (calls: number) => ({ best: calls, worst: calls });
  const stored = ask(cost.storing.utility, exactly(cost.storing.calls), since);
  const searched = ask('esearch', cost.searches, stored);
  const posted = ask('epost', exactly(cost.posts), searched);
  const dated = ask('esummary', cost.summaries, posted);
  return RecordSet.unknown(db, links.uids.length, dated);
}

/** Acts out the count by year of the list of which a page is shown. */
export function estimateYears(page: RecordSet, scope: EstimateScope): void {
  const list = longWholes.get(page);
  if (!list) {
    scope.ask(summaryQuestion(scope.loaders, page.db), page.whole ?? page);
    return;
  }
  const { length } = list.links.uids;
  const known = scope.loaders.longLists.foreseeDates(list, length, scope.notBefore);
  const cost = yearsCost(length, ownerOf(list) !== undefined);
  if (!('uids' in known)) {
    askForList(list, cost, page.since, scope);
  } else if (!areYearsKnown(known, list.db, scope)) {
    const nothing = { ...cost, storing: { ...cost.storing, calls: 0 }, searches: { best: 0, worst: 0 }, posts: 0 };
    askForList(list, nothing, page.since, scope);
  }
}

/** Whether the summaries are known that tell the years of a sorted list. */
function areYearsKnown({ uids }: Links, db: string, { loaders, notBefore }: EstimateScope): boolean {
  const rounds = yearRounds(uids.length);
  let round = rounds.next();
  while (!round.done) {
    const summaries = round.value.map((position) => loaders.summaries(db).peek(uids.at(position), notBefore)?.value);
    if (summaries.includes(undefined)) {
      return false;
    }
    round = rounds.next(
      summaries.map((value) => (value && !(value instanceof EntrezError) ? yearOf(dateOf(value)) : '')),
    );
  }
  return true;
}
