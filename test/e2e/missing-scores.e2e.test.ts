import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { hurryClock } from '../support/hurried-clock.js';
import { RunningGateway } from '../support/running-gateway.js';

/** Fields that look at scores, each about an article of its own so that no list is known before. */
const FIELDS = [
  '{ pubmed(uid: "22417847") { found: related(first: 5) { edges { score node { uid } } } } }',
  '{ pubmed(uid: "19966300") { found: related(first: 5, orderBy: SCORE) { edges { score node { uid } } } } }',
  '{ pubmed(uid: "8023157") { found: relatedCombined(first: 5, orderBy: SCORE) { edges { score node { uid } } } } }',
  '{ pubmed(uid: "26186194") { found: links(name: "pubmed_pubmed", first: 5) { edges { score node { uid } } } } }',
  '{ pubmed: unionLinks(from: pubmed, uids: ["21900406"], name: "pubmed_pubmed", first: 5) { edges { score node { uid } } } }',
  '{ pubmed: unionLinks(from: pubmed, uids: ["2946935"], name: "pubmed_pubmed", first: 5, orderBy: SCORE) { edges { score node { uid } } } }',
];

interface Edge {
  readonly score: number | null;
  readonly node: { readonly uid: string };
}

describe('scores that cannot be had', () => {
  hurryClock(5);
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(() => {
    gateway.sandbox.faults.set([]);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const edgesOf = (data: unknown): readonly Edge[] => {
    const { pubmed } = data as { pubmed: { found?: { edges: readonly Edge[] }; edges?: readonly Edge[] } };
    return pubmed.found?.edges ?? pubmed.edges ?? [];
  };

  it.each(FIELDS)('leave the links in their order, and are named as missing: %s', async (query) => {
    await using whole = await RunningGateway.start();
    const expected = edgesOf((await whole.query(query)).data);
    gateway.sandbox.faults.set(parseFaults('dead:score'));
    const { data, errors, extensions } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(edgesOf(data).map(({ node }) => node)).toEqual(expected.map(({ node }) => node));
    expect(edgesOf(data).map(({ score }) => score)).toEqual(expected.map(() => null));
    expect(extensions.entrez.degraded).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/^Scores are missing\. /) as unknown }),
    ]);
  });

  it('are named as missing where NCBI answers neighbor_score with bare links', async () => {
    await using fresh = await RunningGateway.start();
    fresh.sandbox.intercept(({ utility, params }) =>
      utility === 'elink' && params.some(([, value]) => value === 'neighbor_score')
        ? {
            body: JSON.stringify({
              header: { type: 'elink' },
              linksets: [
                {
                  dbfrom: 'pubmed',
                  ids: ['219391'],
                  linksetdbs: [{ dbto: 'pubmed', linkname: 'pubmed_pubmed', links: ['219391', '263638'] }],
                },
              ],
            }),
          }
        : undefined,
    );
    const { data, errors, extensions } = await fresh.query(
      '{ pubmed(uid: "219391") { found: related(orderBy: SCORE) { edges { score node { uid } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(edgesOf(data)).toEqual([{ score: null, node: { uid: '263638' } }]);
    expect(extensions.entrez.degraded).toMatchObject([
      { code: 'MALFORMED_RESPONSE', message: 'Scores are missing. NCBI sent the links without them.' },
    ]);
  });

  it('fail a minimum score: without scores nothing tells which links pass it', async () => {
    gateway.sandbox.faults.set(parseFaults('dead:score'));
    const { errors } = await gateway.query('{ pubmed(uid: "472086") { related(minScore: 5) { totalCount } } }');
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['UPSTREAM_UNAVAILABLE']);
  });
});
