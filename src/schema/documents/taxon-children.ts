import type { Taxon } from '../../eutils/records/efetch-taxa.js';
import type { SearchQuestion } from '../../eutils/search/esearch.js';
import { LONGEST_PAGE } from '../../eutils/search/search-page.js';
import { keyOf } from '../../loading/definitions/single.js';
import type { Context } from '../core/context.js';
import { EntrezRecord } from '../core/record.js';
import { estimateSearches } from '../cost/estimates/search.js';
import { questionOf } from '../cost/planned-query.js';
import { RecordSet } from '../cost/record-set.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { checkWhole } from '../search/whole-search.js';
import { tabledChildren } from './tabled-taxon.js';

/** Taxa directly below one that is not known, for estimates. */
const MOST_CHILDREN = 1000;

/**
 * The taxa directly below another one. NCBI finds them by the name of their parent only, which several taxa may have
 * (protocol-2 section 1: recorded 2025), so that each is asked for its own parent.
 *
 * @throws EntrezError `UNKNOWN_ID` when there is no such taxon; `LIST_TOO_LONG` when NCBI finds more than it lists; the
 * failure of ESearch or EFetch.
 */
export async function childrenOf({ uid }: EntrezRecord, { loaders, operation }: Context): Promise<EntrezRecord[]> {
  const known = tabledChildren(loaders, uid, operation.notBefore);
  if (known) {
    operation.tabled(known.table, known.uids.length, `children ${uid}`);
    return known.uids.map((child) => new EntrezRecord('taxonomy', child));
  }
  const taxon = await loaders.taxa.load(uid, operation);
  const question = questionAbout(taxon);
  const { count, uids } = await loaders.search(question, operation);
  checkWhole({ count, uids }, `taxa below taxon ${uid}`, question);
  const found = await Promise.all(
    uids
      .filter((child) => child !== taxon.uid)
      .map(async (child) => ({ child, parentUid: (await loaders.taxa.load(child, operation)).parentUid })),
  );
  return found
    .filter(({ parentUid }) => parentUid === taxon.uid)
    .map(({ child }) => new EntrezRecord('taxonomy', child));
}

function questionAbout({ scientificName, lineage }: Taxon): SearchQuestion {
  const above = lineage.at(-1)?.scientificName;
  const within = above === undefined ? '' : ` AND ${asPhrase(above)}[Subtree]`;
  return {
    db: 'taxonomy',
    term: `${asPhrase(scientificName)}[Next Level]${within}`,
    retstart: 0,
    retmax: LONGEST_PAGE,
  };
}

/** Plain names as recorded; in others are signs that mean something in a search. */
function asPhrase(name: string): string {
  return /^[\p{L}\p{N} -]+$/u.test(name) && !/\b(?:AND|OR|NOT)\b/.test(name)
    ? name
    : `"${name.replaceAll(/["[\]]/g, ' ').trim()}"`;
}

/** Acts out the same. */
export function estimateChildren(taxa: RecordSet, scope: EstimateScope): RecordSet[] {
  const { loaders, notBefore } = scope;
  const tabled = taxa.keys.map((uid) => ({
    uid,
    known: tabledChildren(loaders, uid, notBefore),
  }));
  const below = tabled.flatMap(({ known }) => known?.uids ?? []);
  const asked = taxa.keep(tabled.filter(({ known }) => !known).map(({ uid }) => uid));
  return [
    RecordSet.known('taxonomy', below, taxa.since),
    ...(asked.size > 0 ? estimateFoundChildren(asked, scope) : []),
  ];
}

function estimateFoundChildren(taxa: RecordSet, scope: EstimateScope): RecordSet[] {
  const fetched = questionOf('efetch', 'taxonomy', scope.loaders.taxa);
  const searches = scope.follow(fetched, taxa, { read: (taxon) => keyOf(questionAbout(taxon)), most: 1 });
  const children = searches.flatMap((each) => estimateSearches(each, MOST_CHILDREN, scope));
  for (const each of children) {
    scope.ask(fetched, each);
  }
  return children;
}
