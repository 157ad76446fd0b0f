import { EntrezError } from '../../eutils/failures/errors.js';
import { assertWorkable } from '../../loading/definitions/filtered-links.js';
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
 * known. Asks for the summaries that are not known yet.
 *
 * @throws EntrezError `LIST_TOO_LONG` for too long a list; the failure of a summary, but for records that are gone.
 */
export async function publicationDates(links: Links, db: string, { loaders, operation }: Context): Promise<string[]> {
  assertWorkable(links);
  const loader = loaders.summaries(db);
  return Promise.all(
    links.uids.slice(0, links.uids.length).map(async (uid) => {
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
