import type { Catalog } from '../../catalog/catalog.js';
import type { LinkAddress } from '../../loading/questions/links.js';
import { Cohort } from './cohort.js';
import { availableLinksQuestion, linksQuestion } from './record-questions.js';
import type { Stage } from './stage.js';

/**
 * Acts out the counting of links.
 *
 * @param links - What is counted; those that each source has, where the caller named none.
 */
export function rehearseLinkCounts(
  sources: Cohort,
  links: readonly LinkAddress[] | undefined,
  catalog: Catalog,
  stage: Stage,
): readonly Cohort[] {
  const isCounted = stage.selects('count');
  const count = (link: LinkAddress, counted: Cohort): void => {
    if (isCounted) {
      stage.ask(linksQuestion(stage.loaders, { link, scored: false }), counted);
    }
  };
  if (links) {
    for (const link of links) {
      count(link, sources);
    }
    return [];
  }
  const { known, missing } = stage.ask(availableLinksQuestion(stage.loaders, sources.db), sources);
  for (const [uid, available] of known) {
    for (const link of available.flatMap(({ linkName }) => catalog.link(linkName) ?? [])) {
      count(link, Cohort.known(sources.db, [uid], sources.since));
    }
  }
  if (missing) {
    // Each of them may have links of every kind, or none.
    const some = Cohort.unknown(sources.db, missing.size, missing.since);
    for (const link of catalog.linksFrom(sources.db)) {
      count(link, some);
    }
  }
  return [];
}
