import type { LinkName } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkReader } from './link-reader.js';
import { type FoundPath, HUB_LINKS, rankPaths } from './paths.js';

/** Records between the ends whose links are counted, for each link name. */
const MAX_RANKED = 200;

/**
 * Counts the links of the records between, as far as calls are left, and puts the rarest paths first.
 *
 * @param spend - Takes calls; false where so many are not left.
 */
export async function rankFound(
  found: readonly FoundPath[],
  reader: LinkReader,
  spend: (calls: number) => boolean,
): Promise<FoundPath[]> {
  const wanted = new Map<LinkName, Set<string>>();
  for (const { link, uid } of found.flatMap(({ degreeLinks = [] }) => degreeLinks)) {
    const uids = wanted.get(link) ?? new Set();
    wanted.set(link, uids.size < MAX_RANKED ? uids.add(uid) : uids);
  }
  const degrees = new Map<string, number>();
  const count = async (link: LinkName, uid: string): Promise<void> => {
    try {
      degrees.set(`${link.from} ${uid}`, (await reader.load(link, uid)).uids.length);
    } catch (error) {
      if (!(error instanceof EntrezError)) {
        throw error;
      }
    }
  };
  const loaded = [...wanted].flatMap(([link, uids]) =>
    spend(reader.callsFor(link, [...uids])) ? [...uids].map((uid) => count(link, uid)) : [],
  );
  await Promise.all(loaded);
  return rankPaths(found, degrees, HUB_LINKS);
}
