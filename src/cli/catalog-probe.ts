import type { DatabaseFacts, ShownLink } from '../catalog/refresh.js';
import { EntrezError } from '../eutils/failures/errors.js';
import { checkRequest, decodeAvailableLinks, isExternalLink } from '../eutils/links/check.js';
import { decodeSearch, searchRequest } from '../eutils/search/esearch.js';
import type { NcbiClient } from '../upstream/ncbi-client.js';

/** Records of each database that stand for all: the newest. */
const SAMPLES = 20;

/**
 * The links that acheck shows of sample records: two requests for each database. It finds names that EInfo hides, and
 * only those that a sample has. A database or a record that cannot be probed is told in one line, and left out.
 */
export async function shownLinks(
  client: NcbiClient,
  databases: readonly DatabaseFacts[],
  signal: AbortSignal,
  complain: (message: string) => void,
): Promise<ShownLink[]> {
  const found = await Promise.all(
    databases.map(async ({ name }) => {
      try {
        return await linksOfSamples(client, name, signal, complain);
      } catch (error) {
        if (error instanceof EntrezError) {
          complain(`Cannot probe ${name}. ${error.message}`);
          return [];
        }
        throw error;
      }
    }),
  );
  return found.flat();
}

async function linksOfSamples(
  client: NcbiClient,
  db: string,
  signal: AbortSignal,
  complain: (message: string) => void,
): Promise<ShownLink[]> {
  const question = { db, term: 'all[filter]', retstart: 0, retmax: SAMPLES };
  const { uids } = await client.send(
    { request: searchRequest(question), decode: (body) => decodeSearch(body, question) },
    { signal },
  );
  if (uids.length === 0) {
    return [];
  }
  const answers = await client.send(
    {
      request: checkRequest({ command: 'acheck', db, uids }),
      decode: (body) => decodeAvailableLinks(body, uids, db),
    },
    { signal },
  );
  const lists = [...answers.values()].flatMap((links) => (links instanceof EntrezError ? [] : [links]));
  const lacking = uids.length - lists.length;
  if (lacking > 0) {
    complain(
      `Cannot probe ${lacking} of ${uids.length} records of ${db}. NCBI answered nothing about them, or an error.`,
    );
  }
  return lists
    .flat()
    .filter((link) => !isExternalLink(link))
    .map(({ linkName, to, menuTag = '' }) => ({ name: linkName, from: db, to, label: menuTag }));
}
