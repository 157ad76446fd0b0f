import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import { RunningGateway } from '../support/running-gateway.js';
import { allPayloads, askStreamed } from '../support/streamed-answer.js';

const TP53 = '{ gene(uid: "7157") { symbol pubmed(first: 20) { totalCount edges { node { title } } } } }';

describe('the cost of an operation', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('is 1 elink and 2 esummary calls for a gene with titled papers, and nothing when asked again', async () => {
    const cold = await gateway.query(TP53);
    expect(cold.errors).toBeUndefined();
    expect(cold.data?.gene.symbol).toBe('TP53');
    expect(cold.data?.gene.pubmed.edges).toHaveLength(20);
    expect(cold.extensions.entrez).toMatchObject({ calls: { elink: 1, esummary: 2, total: 3 }, source: 'sandbox' });

    const warm = await gateway.query(TP53);
    expect(warm.data).toEqual(cold.data);
    expect(warm.extensions.entrez).toMatchObject({
      calls: { total: 0 },
      waitedMs: 0,
      cacheHits: 22,
      source: 'sandbox',
    });
    expect(gateway.sandbox.requests).toHaveLength(3);
  });

  it('is the same for 20 equal operations at once as for one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.query(TP53)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(gateway.sandbox.requests).toHaveLength(3);
  });

  it('is nothing for uid, id, db and url', async () => {
    const answer = await gateway.query('{ gene(uid: "7157") { id uid db url } nodes(ids: ["Z2VuZTo3MTU3"]) { id } }');
    expect(answer.data?.gene).toMatchObject({ uid: '7157', db: 'gene' });
    expect(answer.extensions.entrez).toMatchObject({ calls: { total: 0 }, source: null });
    expect(gateway.sandbox.requests).toHaveLength(0);
  });

  it('is no summary call when only uids of linked records are selected', async () => {
    await gateway.query('{ gene(uid: "7157") { pubmed { nodes { uid } } } }');
    expect(gateway.sandbox.requests.map(({ utility }) => utility)).toEqual(['elink']);
  });

  it('is a plain neighbor call unless score or minScore is used', async () => {
    const related = (selection: string, args = '') =>
      gateway.query(`{ pubmed(uid: "26186194") { related${args} { ${selection} } } }`);
    await related('totalCount edges { node { uid } score @include(if: false) }');
    expect(gateway.callsOf('elink', 'neighbor_score')).toBe(0);
    await related('edges { score }');
    expect(gateway.callsOf('elink', 'neighbor_score')).toBe(1);
    await related('totalCount', '(minScore: 1)');
    expect([gateway.callsOf('elink', 'neighbor_score'), gateway.callsOf('elink')]).toEqual([1, 2]);
  });

  it('reuses a scored list for those who do not look at scores', async () => {
    await gateway.query('{ pubmed(uid: "26186194") { related { edges { score } } } }');
    const plain = await gateway.query('{ pubmed(uid: "26186194") { related { totalCount } } }');
    expect(plain.extensions.entrez.calls.total).toBe(0);
  });

  it('does not grow with aliases of one field, nor with one record at several places', async () => {
    const answer = await gateway.query(`{
      a: gene(uid: "7157") { pubmed(first: 2) { totalCount } more: pubmed(first: 9) { totalCount } }
      b: gene(uid: 7157) { pubmed { totalCount } }
      c: node(id: "Z2VuZTo3MTU3") { ... on Gene { pubmed { totalCount } } }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions.entrez.calls).toMatchObject({ elink: 1, total: 1 });
  });

  it('asks summary and links of a named record at the same time', async () => {
    const order: string[] = [];
    const release: (() => void)[] = [];
    gateway.sandbox.intercept(({ utility }) => {
      order.push(utility);
      return order.length > 2
        ? undefined
        : new Promise((resolve) => {
            release.push(() => {
              resolve(undefined);
            });
            if (release.length === 2) {
              release.forEach((go) => {
                go();
              });
            }
          });
    });
    // Were one to wait for the other, the sandbox would hold the first back for ever.
    const answer = await gateway.query(TP53);
    expect(answer.errors).toBeUndefined();
    expect(order.slice(0, 2).toSorted()).toEqual(['elink', 'esummary']);
  });

  it('is close to the minimum for 50 different concurrent three-level operations', async () => {
    await using slow = await RunningGateway.start({ settings: { NCBI_MAX_IN_FLIGHT: '1' } });
    const { data } = await slow.query('{ gene(uid: "7157") { pubmed(first: 50) { nodes { uid } } } }');
    const uids = data?.gene.pubmed.nodes.map(({ uid }: { uid: string }) => uid) as string[];
    const held = new HeldAnswers('esummary');
    slow.sandbox.intercept(held.interceptor);
    const first = slow.query('{ gene(uid: "7157") { symbol } }');
    await held.arrived;
    const before = slow.sandbox.requests.length;
    // Their first payloads show that all of them wait, behind a call that is not answered yet.
    const streams = await Promise.all(
      uids.map((uid) =>
        askStreamed(
          `${slow.server.url}/graphql`,
          `{ pubmed(uid: "${uid}") { uid ... @defer { gene(first: 3) { nodes { symbol omim(first: 3) { nodes { title } } } } } } }`,
        ),
      ),
    );
    held.release();
    await first;
    for (const stream of streams) {
      const payloads = await allPayloads(stream);
      expect(payloads.flatMap(({ incremental = [] }) => incremental.flatMap(({ errors = [] }) => errors))).toEqual([]);
    }

    const requests = slow.sandbox.requests.slice(before);
    const questions = groupBy(requests, ({ utility, params }) =>
      [utility, ...params.filter(([name]) => name !== 'id').map(([name, value]) => `${name}=${value}`)].join(' '),
    );
    for (const [question, calls] of questions) {
      const ids = new Set(
        calls.flatMap(({ params }) =>
          params.filter(([name]) => name === 'id').flatMap(([, value]) => value.split(',')),
        ),
      );
      const batchSize = question.startsWith('esummary') ? 500 : 100;
      expect(calls.length, question).toBeLessThanOrEqual(Math.ceil((1.05 * ids.size) / batchSize));
    }
    expect(questions.size).toBe(4);
  });
});

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  }
  return groups;
}
