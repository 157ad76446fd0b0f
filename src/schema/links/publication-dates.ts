import { EntrezError } from '../../eutils/failures/errors.js';
import { MAX_SUMMARY_UIDS } from '../../eutils/records/esummary.js';
import { assertAffordable } from '../../loading/long-lists/long-lists.js';
import type { Links } from '../../loading/values/link-list.js';
import type { Context } from '../core/context.js';

/** Members of the summaries of literature that hold a date as `yyyy/mm/dd hh:mm`, the best first. */
const DATE_MEMBERS = ['sortpubdate', 'sortdate'];

/** When an article was published, as its summary says; empty where it does not. */
export function dateOf(summary: Readonly<Record<string, unknown>>): string {
  const dates = DATE_MEMBERS.map((member) => summary[member]);
  return dates.find((date): date is string => typeof date === 'string' && /^\d{4}/.test(date)) ?? '';
}

/**
 * When the linked articles were published, as `yyyy/mm/dd hh:mm`, in the order of the links; empty where it is not
 * known. Loads the summaries that are not known yet.
 *
 * @throws EntrezError `LIST_TOO_LONG` when the operation may not make so many calls; the failure of a summary, but for
 * records that are gone.
 */
export async function publicationDates(links: Links, db: string, context: Context): Promise<string[]> {
  const loader = context.loaders.summaries(db);
  const uids = links.uids.slice();
  const unknown = uids.filter((uid) => !loader.peek(uid, context.operation.notBefore)).length;
  assertAffordable(links, Math.ceil(unknown / MAX_SUMMARY_UIDS), context.operation);
  return datesOf(uids, db, context);
}

/** The same of single articles. */
export function datesOf(uids: readonly string[], db: string, { loaders, operation }: Context): Promise<string[]> {
  const loader = loaders.summaries(db);
  return Promise.all(
    uids.map(async (uid) => {
      try {
        return dateOf(await loader.load(uid, operation));
      } catch (error) {
        if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
          return '';
        }
        throw error;
      }
    }),
  );
}
