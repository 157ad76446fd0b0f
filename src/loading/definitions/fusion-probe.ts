import { isDeepStrictEqual } from 'node:util';

import { decodeLinkSets, linksRequest } from '../../eutils/links/elink.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';

/** TP53 of man has had links into both databases for decades. */
const GENE = '7157';
const TARGETS = ['pubmed', 'protein'] as const;

/**
 * Whether ELink, asked for links into two databases at once, gives just what it gives when asked for each. No recording
 * shows it, so it is tried before it is relied on. Costs three calls.
 *
 * @throws EntrezError the failure of a call; then nothing is known.
 */
export async function answersForSeveralTargets(client: NcbiClient): Promise<boolean> {
  const together = await listsInto(client, TARGETS.join(','));
  const apart = await Promise.all(TARGETS.map((to) => listsInto(client, to)));
  return apart.every((lists) => lists.length > 0) && isDeepStrictEqual(together, inOrder(apart.flat()));
}

type List = readonly [linkName: string, uids: readonly string[]];

async function listsInto(client: NcbiClient, to: string): Promise<List[]> {
  const nobodyLeaves = new AbortController().signal;
  const request = linksRequest({ from: 'gene', to, uids: [GENE], scored: false }, 'json');
  const sets = await client.send({ request, decode: decodeLinkSets }, { signal: nobodyLeaves });
  return inOrder(
    sets.flatMap(({ linkSetDbs }) => linkSetDbs).map(({ linkName, uids }) => [linkName, [...uids]] as const),
  );
}

function inOrder(lists: readonly List[]): List[] {
  return lists.toSorted(([a], [b]) => a.localeCompare(b));
}
