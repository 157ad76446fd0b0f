import { describe, expect, it } from 'vitest';

import { shortestRoute } from '../../../src/explore/model/shortest-route.js';

const link = (source: string, target: string) => ({ source, target, linkName: `${source}_${target}`, score: null });
/** a - b - c - d, and a way round over e. */
const LINKS = [link('a', 'b'), link('b', 'c'), link('d', 'c'), link('a', 'e'), link('e', 'd')];

describe('the shortest route', () => {
  it('has the fewest steps, and walks links in both directions', () => {
    expect(shortestRoute(LINKS, 'a', 'd')?.map(({ to }) => to)).toEqual(['e', 'd']);
    expect(shortestRoute(LINKS, 'd', 'b')?.map(({ to, link: { linkName } }) => [to, linkName])).toEqual([
      ['c', 'd_c'],
      ['b', 'b_c'],
    ]);
  });

  it('has no steps from a record to itself', () => {
    expect(shortestRoute(LINKS, 'a', 'a')).toEqual([]);
  });

  it('is undefined, and not empty, where no links lead', () => {
    expect(shortestRoute([...LINKS, link('x', 'y')], 'a', 'y')).toBeUndefined();
  });
});
