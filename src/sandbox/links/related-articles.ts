import { memoized, newestFirst, type SampleGraph } from '../sample-graph.js';

/** A neighbour with its similarity, as `neighbor_score` answers it. */
export interface ScoredLink {
  readonly id: string;
  readonly score: number;
}

/** What an article scores against itself (protocol: recorded 2008, protein neighbours). */
const SELF_SCORE = 2_147_483_647;
/** Score of two articles that share everything; NCBI's scores of close neighbours lie in the tens of millions (recorded 2013 to 2026). */
const HIGHEST_SCORE = 90_000_000;
/** The part of the score that shared words of the titles can make. */
const TITLE_PART = 0.1;
const LONGEST_LIST = 150;
/** Length of the `_five` lists, the article itself included (recorded 2025). */
const FIVE = 5;

/**
 * The `pubmed_pubmed` similarity family for the sample's articles.
 *
 * The scores are the sandbox's own and not NCBI's, which come from words of title, abstract and MeSH. Here two articles
 * are the more alike the more genes, references and citing articles they share, rare ones counting more: the cosine of
 * their feature vectors weighted by inverse frequency, scaled to integers of NCBI's size. Words that two titles share add
 * a little, which ranks the many articles about the same gene. Equal scores go newest first, so answers never differ
 * between runs. The relations between the lists are those of recorded answers: the article
 * itself heads every list, `_five` is the head of `pubmed_pubmed`, `_reviews` its reviews, and `_combined` the best four
 * entries and the best review beyond them.
 */
export class RelatedArticles {
  readonly #graph: SampleGraph;
  readonly #features = new Map<string, readonly string[]>();
  readonly #articlesByFeature: ReadonlyMap<string, readonly string[]>;
  readonly #weights = new Map<string, number>();
  readonly #lengths = new Map<string, number>();
  readonly #words = new Map<string, ReadonlySet<string>>();
  readonly #related = new Map<string, readonly ScoredLink[]>();

  constructor(graph: SampleGraph) {
    this.#graph = graph;
    const index = new Map<string, string[]>();
    const articles = graph.uids('pubmed');
    for (const pmid of articles) {
      // An article is a feature of itself too, so that it resembles those that cite it.
      const references = new Set([
        pmid,
        ...graph.links('pubmed_pubmed_refs', pmid),
        ...graph.links('pubmed_pubmed_citedin', pmid),
      ]);
      const features = [...graph.links('pubmed_gene', pmid).map((gene) => `gene ${gene}`), ...references];
      this.#features.set(pmid, features);
      for (const feature of features) {
        memoized(index, feature, () => []).push(pmid);
      }
    }
    this.#articlesByFeature = index;
    for (const [feature, { length }] of index) {
      this.#weights.set(feature, Math.log(1 + articles.length / length));
    }
    for (const [pmid, features] of this.#features) {
      this.#lengths.set(pmid, Math.sqrt(features.reduce((sum, feature) => sum + this.#weight(feature) ** 2, 0)));
    }
  }

  /** The list of one name of the family, best first; empty for an unknown article, or when a review list has no review. */
  list(linkName: string, pmid: string): readonly ScoredLink[] {
    if (!this.#features.has(pmid)) {
      return [];
    }
    const related = memoized(this.#related, pmid, () => this.#compute(pmid));
    const reviews = related.filter(({ id }, position) => position === 0 || this.#isReview(id));
    switch (linkName) {
      case 'pubmed_pubmed':
        return related;
      case 'pubmed_pubmed_five':
        return related.slice(0, FIVE);
      case 'pubmed_pubmed_reviews':
        return reviews.length > 1 ? reviews : [];
      case 'pubmed_pubmed_reviews_five':
        return reviews.length > 1 ? reviews.slice(0, FIVE) : [];
      case 'pubmed_pubmed_combined': {
        const best = related.slice(0, FIVE - 1);
        const bestReview = reviews.find((review) => !best.includes(review)) ?? related[FIVE - 1];
        return bestReview === undefined ? best : [...best, bestReview];
      }
      default:
        return [];
    }
  }

  #compute(pmid: string): readonly ScoredLink[] {
    const shared = new Map<string, number>();
    for (const feature of this.#features.get(pmid) ?? []) {
      for (const other of this.#articlesByFeature.get(feature) ?? []) {
        shared.set(other, (shared.get(other) ?? 0) + this.#weight(feature) ** 2);
      }
    }
    shared.delete(pmid);
    const ownLength = this.#lengths.get(pmid) ?? 1;
    const words = this.#titleWords(pmid);
    const scored = newestFirst(shared.keys()).map((id) => {
      const cosine = (shared.get(id) ?? 0) / (ownLength * (this.#lengths.get(id) ?? 1));
      const likeness = (1 - TITLE_PART) * cosine + TITLE_PART * overlap(words, this.#titleWords(id));
      return { id, score: Math.max(1, Math.round(HIGHEST_SCORE * likeness)) };
    });
    return [
      { id: pmid, score: SELF_SCORE },
      ...scored.toSorted((a, b) => b.score - a.score).slice(0, LONGEST_LIST - 1),
    ];
  }

  #titleWords(pmid: string): ReadonlySet<string> {
    return memoized(this.#words, pmid, () => {
      const title = String(this.#graph.record('pubmed', pmid)?.title ?? '').toLowerCase();
      return new Set(title.match(/[\p{L}\p{N}]{4,}/gu));
    });
  }

  #weight(feature: string): number {
    return this.#weights.get(feature) ?? 0;
  }

  #isReview(pmid: string): boolean {
    const types = this.#graph.record('pubmed', pmid)?.pubtypes;
    return Array.isArray(types) && types.includes('Review');
  }
}

/** Shared members over all members (Jaccard). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Whether the sandbox has scores for a link name. */
export function isScored(linkName: string): boolean {
  return /^pubmed_pubmed(_five|_reviews|_reviews_five|_combined)?$/.test(linkName);
}
