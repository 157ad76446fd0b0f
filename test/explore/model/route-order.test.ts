import { describe, expect, it } from 'vitest';

import type { LinkCount } from '../../../src/explore/model/knowledge.js';
import { openFirst } from '../../../src/explore/model/route-order.js';
import type { Route } from '../../../src/explore/model/route-query.js';

const route = (...names: readonly string[]): Route => ({
  databases: ['gene', 'structure'],
  hops: names.map((name) => ({ link: { name, from: 'gene', to: 'structure', label: '', kind: 'CURATED' } })),
  query: names.join(),
});
const count = (name: string, links: number | undefined): LinkCount => ({
  name,
  to: 'structure',
  label: undefined,
  count: links,
  isAwaited: links === undefined,
  failure: undefined,
});
const ROUTES = [route('gene_a', 'a_structure'), route('gene_b'), route('gene_c'), route('gene_d'), route()];

describe('routes from a record', () => {
  it('come last, and are told apart, where the record is known to have no links by which they begin', () => {
    const counts = [count('gene_b', 3), count('gene_c', 0), count('gene_d', undefined)];
    expect(openFirst(ROUTES, counts).map(({ route: { query }, isDeadEnd }) => [query, isDeadEnd])).toEqual([
      ['gene_b', false],
      ['gene_d', false],
      ['', false],
      ['gene_a,a_structure', true],
      ['gene_c', true],
    ]);
  });

  it('keep their order where nothing is known of it', () => {
    expect(openFirst(ROUTES, undefined).map((each) => each.route)).toEqual(ROUTES);
    expect(openFirst(ROUTES, undefined).some(({ isDeadEnd }) => isDeadEnd)).toBe(false);
  });
});
