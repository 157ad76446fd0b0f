import type { DrawnLink } from '../model/drawn-graph.js';

const WITHOUT_SCORE = 1;
const THINNEST = 1.25;
const WIDEST = 3.5;
/** Widths differ by this at least: lines of one width are painted in one stroke. */
const STEP = 0.25;

/**
 * The widths of links by their scores. Scores of different link names have different scales (related articles reach 10^8),
 * so each is compared with the others of its name.
 */
export function edgeWidths(links: readonly DrawnLink[]): (link: DrawnLink) => number {
  const ranges = new Map<string, readonly [least: number, most: number]>();
  for (const { linkName, score } of links) {
    if (score !== null) {
      const [least, most] = ranges.get(linkName) ?? [score, score];
      ranges.set(linkName, [Math.min(least, score), Math.max(most, score)]);
    }
  }
  return ({ linkName, score }) => {
    const [least, most] = ranges.get(linkName) ?? [0, 0];
    if (score === null) {
      return WITHOUT_SCORE;
    }
    const share = most === least ? 1 : (score - least) / (most - least);
    return THINNEST + Math.round(((WIDEST - THINNEST) * share) / STEP) * STEP;
  };
}
