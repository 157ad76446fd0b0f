import { describe, expect, it } from 'vitest';

import { EMPTY } from '../../../src/explore/model/exploration.js';
import { drawRoute, readRoute } from '../../../src/explore/model/follow-route.js';
import { recordId } from '../../../src/explore/model/record-id.js';
import type { Route } from '../../../src/explore/model/route-query.js';
import { hopText } from '../../../src/explore/ui/routes/hop-text.js';
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
      { link: 'gene_pubmed', sources: 1, failed: 0, withoutLinks: 0, links: 110, followed: 2 },
      { link: 'pubmed_gene', sources: 2, failed: 0, withoutLinks: 1, links: 2, followed: 2 },
    ]);
  });

  it('is drawn to its end, without empty hops', () => {
    expect(drawRoute(EMPTY, followed).expansions).toEqual([
      { source: recordId('gene', '7157'), link: 'gene_pubmed', count: 2 },
      { source: recordId('pubmed', '10'), link: 'pubmed_gene', count: 2 },
    ]);
  });

  it('says what each hop leads to', () => {
    expect(textsOf(ANSWER)).toEqual(['110 links of 1 record, 2 followed', '2 links of 2 records, 1 without any']);
    expect(textsOf({ uid: '7157', pubmed: { totalCount: 0, nodes: [] } })).toEqual([
      '0 links of 1 record: the route ends here',
      'nothing to follow',
    ]);
  });

  it('ends where a field failed, and does not call that empty', () => {
    expect(textsOf({ uid: '7157', pubmed: null })).toEqual(['not known, could not be loaded', 'not known']);
    const [, half] = textsOf({ uid: '7157', pubmed: { totalCount: 2, nodes: [{ uid: '10', gene: null }, { uid: '11', gene: { totalCount: 0, nodes: [] } }] } }); // prettier-ignore
    expect(half).toBe('0 links of 1 record, those of 1 record could not be loaded');
  });

  function textsOf(answer: object): readonly string[] {
    const { hops } = readRoute(ROUTE, answer, CATALOG);
    return hops.map((hop, index) => hopText(hop, hops.slice(0, index)));
  }
});
