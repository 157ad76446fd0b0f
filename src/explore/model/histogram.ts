import type { Catalog } from './catalog.js';
import type { Exploration } from './exploration.js';
import type { Knowledge } from './knowledge.js';

/** How often scores occur, in bins of equal width from the least to the greatest. */
export interface Histogram {
  readonly least: number;
  readonly most: number;
  readonly bins: readonly number[];
}

/** The known scores of the expanded links, whatever the minimum score; undefined where there are fewer than two. */
export function scoreHistogram(
  { expansions }: Exploration,
  knowledge: Knowledge,
  catalog: Catalog,
  bins = 24,
): Histogram | undefined {
  const expanded = new Set(expansions.map(({ source, link }) => `${source} ${link}`));
  const scores = new Map<string, number>();
  for (const [key, { edges }] of knowledge.pages) {
    const [source = '', link = ''] = JSON.parse(key) as readonly string[];
    if (expanded.has(`${source} ${link}`) && catalog.link(link)?.scored === true) {
      for (const { target, score } of edges) {
        if (score !== null) {
          scores.set(`${source} ${target}`, score);
        }
      }
    }
  }
  return histogramOf([...scores.values()], bins);
}

/** Undefined where all values are equal. */
function histogramOf(values: readonly number[], bins: number): Histogram | undefined {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), 0)];
  if (!(most > least)) {
    return undefined;
  }
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.min(Math.floor(((value - least) / (most - least)) * bins), bins - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { least, most, bins: counts };
}
