import { memoized, newestFirst, type SampleGraph } from '../src/sandbox/sample-graph.js';

/** Score of two articles that share everything; NCBI's scores of close neighbours lie in the tens of millions (recorded 2013 to 2026). */
const HIGHEST_SCORE = 90_000_000;
/** The part of the score that shared words of the titles can make. */
const TITLE_PART = 0.1;
/** Neighbours of an article, at most. */
const LONGEST_LIST = 149;

/**
 * Computes `sample/neighbors.json`: similar articles and their scores.
 *
 * The scores are the sandbox's own and not NCBI's, which come from words of title, abstract and MeSH. Two articles are
 * the more alike the more genes, references and citing articles they share, rare ones counting more: the cosine of their
 * feature vectors weighted by inverse frequency, scaled to integers of NCBI's size. Words that two titles share add a
 * little, which ranks the many articles about the same gene.
 *
 * @returns article -> neighbours and scores in turn, separated by spaces, best first and newest first among equals; one
 * article to a line.
 */
export function neighborsOf(graph: SampleGraph): string {
  const features = featuresOf(graph);
  const words = new Map(graph.uids('pubmed').map((pmid) => [pmid, titleWords(graph, pmid)]));
  const articles = new Map<string, string[]>();
  for (const [pmid, own] of features) {
    for (const other of own) {
      memoized(articles, other, () => []).push(pmid);
    }
  }
  const weight = (feature: string): number => Math.log(1 + features.size / (articles.get(feature)?.length ?? 1));
  const lengths = new Map(
    [...features].map(([pmid, own]) => [pmid, Math.sqrt(sum(own.map((each) => weight(each) ** 2)))]),
  );

  const listOf = (pmid: string, own: readonly string[]): string => {
    const shared = new Map<string, number>();
    for (const feature of own) {
      for (const other of articles.get(feature) ?? []) {
        shared.set(other, (shared.get(other) ?? 0) + weight(feature) ** 2);
      }
    }
    shared.delete(pmid);
    const scored = newestFirst(shared.keys()).map((id) => {
      const cosine = (shared.get(id) ?? 0) / ((lengths.get(pmid) ?? 1) * (lengths.get(id) ?? 1));
      const likeness = (1 - TITLE_PART) * cosine + TITLE_PART * overlap(words.get(pmid), words.get(id));
      return { id, score: Math.max(1, Math.round(HIGHEST_SCORE * likeness)) };
    });
    const best = scored.toSorted((a, b) => b.score - a.score).slice(0, LONGEST_LIST);
    return best.map(({ id, score }) => `${id} ${score}`).join(' ');
  };
  const lines = [...features].map(([pmid, own]) => `"${pmid}":"${listOf(pmid, own)}"`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Genes, cited and citing articles; an article is a feature of itself too, so that it resembles those that cite it. */
function featuresOf(graph: SampleGraph): ReadonlyMap<string, readonly string[]> {
  return new Map(
    graph.uids('pubmed').map((pmid) => {
      const cited = ['pubmed_pubmed_refs', 'pubmed_pubmed_citedin'].flatMap((name) => graph.links(name, pmid));
      const genes = graph.links('pubmed_gene', pmid).map((gene) => `gene ${gene}`);
      return [pmid, [...genes, ...new Set([pmid, ...cited])]];
    }),
  );
}

function titleWords(graph: SampleGraph, pmid: string): ReadonlySet<string> {
  const title = String(graph.record('pubmed', pmid)?.title ?? '').toLowerCase();
  return new Set(title.match(/[\p{L}\p{N}]{4,}/gu));
}

/** Shared members over all members (Jaccard). */
function overlap(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
