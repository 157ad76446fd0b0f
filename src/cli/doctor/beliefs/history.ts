import { EntrezError } from '../../../eutils/failures/errors.js';
import { decodeSearch, searchRequest } from '../../../eutils/search/esearch.js';
import { decodePost, postRequest, type StoredSet } from '../../../eutils/search/history.js';
import { decodeStoredLinks, storeLinksRequest } from '../../../eutils/links/history-links.js';
import type { Belief } from '../belief.js';
import { Difference, must } from '../difference.js';
import type { Probe } from '../probe.js';
import { GENE, OTHER_GENE, POSTED } from '../sample-records.js';

/** How the history server keeps sets. */
export const historyBeliefs: readonly Belief[] = [
  {
    name: 'history-search',
    says: 'ESearch with usehistory=y returns WebEnv and query_key as texts.',
    needs: ['search-pages'],
    check: checkStore,
  },
  {
    name: 'history-set',
    says: 'A stored set can be read by its number: the term #1 finds uids that were stored, and no others.',
    needs: ['post', 'search-pages'],
    check: checkSet,
  },
  {
    name: 'history-links',
    says: 'neighbor_history returns WebEnv and query_key of the links it stores.',
    needs: ['post'],
    check: checkLinks,
  },
  {
    name: 'history-expired',
    says: 'A set that does not exist is refused as one that expired.',
    needs: ['search-pages'],
    check: checkExpired,
  },
];

const UIDS = [GENE, OTHER_GENE];
const STORED = { db: 'gene', term: 'human[orgn]', retstart: 0, retmax: 1, useHistory: true };

function read(probe: Probe, { webEnv, queryKey }: StoredSet) {
  const retmax = POSTED.uids.length;
  const question = { db: 'gene', term: `#${queryKey}`, retstart: 0, retmax, webEnv, useHistory: true };
  return probe.ask(searchRequest(question), (body) => decodeSearch(body, question));
}

async function checkStore(probe: Probe): Promise<string> {
  const { stored } = await probe.ask(searchRequest(STORED), (body) => decodeSearch(body, STORED));
  must(stored !== undefined, 'The answer has no WebEnv and query_key.');
  return `query_key ${stored.queryKey}`;
}

async function checkSet(probe: Probe): Promise<string> {
  const posted = await probe.ask(postRequest(POSTED), (body) => decodePost(body, POSTED));
  const { uids } = await read(probe, posted);
  const strangers = uids.filter((uid) => !POSTED.uids.includes(uid));
  must(strangers.length === 0, `The set holds ${strangers.join(', ')}, which were not stored.`);
  // Uids that no record has are not found in the set.
  const missing = UIDS.filter((uid) => !uids.includes(uid));
  must(missing.length === 0, `The set of ${uids.length} uids lacks ${missing.join(', ')}.`);
  return `${uids.length} uids`;
}

async function checkLinks(probe: Probe): Promise<string> {
  const question = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: UIDS };
  const { sets } = await probe.ask(storeLinksRequest(question, 'json'), (body) =>
    decodeStoredLinks(body, 'json', question),
  );
  const [set] = sets;
  must(set !== undefined && sets.length === 1, `A comma list was stored as ${sets.length} sets.`);
  must(set.linkName === question.linkName, `The links are stored under ${set.linkName}.`);
  return `query_key ${set.queryKey}`;
}

async function checkExpired(probe: Probe): Promise<string> {
  try {
    await read(probe, { webEnv: `MCID_${'0'.repeat(24)}`, queryKey: '1' });
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'HISTORY_EXPIRED') {
      return error.message;
    }
    throw error;
  }
  throw new Difference('NCBI reads a set that nobody stored.');
}
