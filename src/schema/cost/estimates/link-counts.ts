import type { Catalog } from '../../../catalog/catalog.js';
import type { LinkRef } from '../../../loading/definitions/links.js';
import { RecordSet } from '../record-set.js';
import { availableLinksQuestion, linksQuestion } from '../record-queries.js';
import type { EstimateScope } from '../dry-run-scope.js';

/**
 * Acts out the counting of links.
 *
 * @param links - What is counted; those that each source has, where the caller named none.
 */
export function estimateLinkCounts(
  sources: RecordSet,
  links: readonly LinkRef[] | undefined,
  catalog: Catalog,
  scope: EstimateScope,
): readonly RecordSet[] {
  const isCounted = scope.selects('count');
  const count = (link: LinkRef, counted: RecordSet): void => {
    if (isCounted) {
      scope.ask(linksQuestion(scope.loaders, { link, scored: false }), counted);
    }
  };
  if (links) {
    for (const link of links) {
      count(link, sources);
    }
    return [];
  }
  const { known, missing } = scope.ask(availableLinksQuestion(scope.loaders, sources.db), sources);
  for (const [uid, available] of known) {
    for (const link of available.flatMap(({ linkName }) => catalog.link(linkName) ?? [])) {
      count(link, RecordSet.known(sources.db, [uid], sources.since));
    }
  }
  if (missing) {
    // Each of them may have links of every kind, or none.
    const some = RecordSet.unknown(sources.db, missing.size, missing.since);
    for (const link of catalog.linksFrom(sources.db)) {
      count(link, some);
    }
  }
  return [];
}
