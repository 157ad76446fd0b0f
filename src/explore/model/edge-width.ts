import type { DrawnLink } from './drawn-graph.js';

const THINNEST = 0.7;
const WIDEST = 4.5;

/**
 * How wide links are drawn, by their scores. Scores of different link names are no numbers of the same kind (related
 * articles reach 10^8), so each is compared with the best of its name.
 */
export function edgeWidths(links: readonly DrawnLink[]): (link: DrawnLink) => number {
  const best = new Map<string, number>();
  for (const { linkName, score } of links) {
    best.set(linkName, Math.max(best.get(linkName) ?? 0, score ?? 0));
  }
  return ({ linkName, score }) => {
    const most = best.get(linkName) ?? 0;
    return score === null || most === 0 ? THINNEST : THINNEST + (WIDEST - THINNEST) * (score / most);
  };
}
