import { describe, expect, it } from 'vitest';

import { EMPTY } from '../../../src/explore/model/exploration.js';
import { drawRoute, readRoute } from '../../../src/explore/model/follow-route.js';
import { recordId } from '../../../src/explore/model/record-id.js';
import type { Route } from '../../../src/explore/model/route-query.js';
import { CATALOG } from '../graphs.js';

const link = (name: string, from: 'gene' | 'pubmed', to: 'gene' | 'pubmed') => ({
  link: { name, from, to, label: '', kind: 'CURATED' as const },
});
const ROUTE: Route = {
  databases: ['gene', 'pubmed', 'gene'],
  hops: [link('gene_pubmed', 'gene', 'pubmed'), link('pubmed_gene', 'pubmed', 'gene')],
  query: '',
};
const ANSWER = {
  uid: '7157',
  pubmed: {
    totalCount: 110,
    nodes: [
      { uid: '10', gene: { totalCount: 2, nodes: [{ uid: '7157' }, { uid: '672' }] } },
      { uid: '11', gene: { totalCount: 0, nodes: [] } },
    ],
  },
};

describe('a route that was followed', () => {
  const followed = readRoute(ROUTE, ANSWER, CATALOG);

  it('has counts for each hop, and says how many records have no links', () => {
    expect(followed.hops).toEqual([
      { link: 'gene_pubmed', sources: 1, withoutLinks: 0, links: 110, followed: 2 },
      { link: 'pubmed_gene', sources: 2, withoutLinks: 1, links: 2, followed: 2 },
    ]);
  });

  it('is drawn to its end, without empty hops', () => {
    expect(drawRoute(EMPTY, followed).expansions).toEqual([
      { source: recordId('gene', '7157'), link: 'gene_pubmed', count: 2 },
      { source: recordId('pubmed', '10'), link: 'pubmed_gene', count: 2 },
    ]);
  });

  it('ends where a field failed, and does not call that empty', () => {
    const { hops } = readRoute(ROUTE, { uid: '7157', pubmed: null }, CATALOG);
    expect(hops[0]).toMatchObject({ sources: 1, withoutLinks: 0, links: 0 });
  });
});
