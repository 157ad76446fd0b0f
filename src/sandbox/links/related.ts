import type { SampleGraph, ScoredLink } from '../sample-graph.js';

/** Length of the `_five` lists, the article itself included (recorded 2025). */
const FIVE = 5;

/** Whether the sandbox has scores for a link name. */
export function isScored(linkName: string): boolean {
  return /^pubmed_pubmed(_five|_reviews|_reviews_five|_combined)?$/.test(linkName);
}

/**
 * The articles of one name of the `pubmed_pubmed` similarity family, best first; empty for an unknown article, or if a
 * list of reviews has no review.
 *
 * The relations between the lists are those of recorded answers: the article itself heads every list, `_five` is the head
 * of `pubmed_pubmed`, `_reviews` its reviews, and `_combined` the best four and the best review beyond them.
 */
export function relatedArticles(linkName: string, pmid: string, graph: SampleGraph): readonly ScoredLink[] {
  const related = graph.neighbors(pmid);
  const reviews = (): readonly ScoredLink[] => {
    const found = related.filter(({ id }, position) => position === 0 || isReview(id, graph));
    return found.length > 1 ? found : [];
  };
  switch (linkName) {
    case 'pubmed_pubmed':
      return related;
    case 'pubmed_pubmed_five':
      return related.slice(0, FIVE);
    case 'pubmed_pubmed_reviews':
      return reviews();
    case 'pubmed_pubmed_reviews_five':
      return reviews().slice(0, FIVE);
    case 'pubmed_pubmed_combined': {
      const best = related.slice(0, FIVE - 1);
      const bestReview = reviews().find((review) => !best.includes(review)) ?? related[FIVE - 1];
      return bestReview === undefined ? best : [...best, bestReview];
    }
    default:
      return [];
  }
}

function isReview(pmid: string, graph: SampleGraph): boolean {
  const types = graph.record('pubmed', pmid)?.pubtypes;
  return Array.isArray(types) && types.includes('Review');
}
