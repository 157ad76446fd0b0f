import { describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const THREE_LEVELS = '{ gene(uid: "7157") { pubmed(first: 5) { nodes { uid gene(first: 2) { nodes { symbol } } } } } }';

async function ask(gateway: RunningGateway, query: string, headers: Record<string, string>): Promise<GraphqlAnswer> {
  const response = await fetch(`${gateway.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as GraphqlAnswer;
}

function codesOf({ errors = [] }: GraphqlAnswer): Set<string> {
  return new Set(errors.map(({ extensions }) => extensions.code));
}

describe('the budget of an operation', () => {
  it('ends it after so many upstream calls: what was answered stands, the rest is null and says why', async () => {
    await using gateway = await RunningGateway.start({ settings: { MAX_CALLS: '1' } });
    const answer = await ask(gateway, THREE_LEVELS, {});
    expect(codesOf(answer)).toEqual(new Set(['BUDGET_EXCEEDED']));
    expect(answer.errors?.[0]?.message).toBe(
      'This needs more upstream calls than the operation, or its client, may make (at most 1). Request less at once.',
    );
    expect(answer.data?.gene.pubmed.nodes).toHaveLength(5);
    expect(answer.data?.gene.pubmed.nodes[0]).toMatchObject({ uid: expect.any(String) as unknown, gene: null });
    expect(answer.extensions.entrez.calls.total).toBe(1);
    expect(gateway.sandbox.requests).toHaveLength(1);
  });

  it('can be lowered by a header, not raised', async () => {
    await using gateway = await RunningGateway.start({ settings: { MAX_CALLS: '2' } });
    expect((await ask(gateway, THREE_LEVELS, { 'x-entrez-max-calls': '1' })).extensions.entrez.calls.total).toBe(1);
    const raised = await ask(gateway, THREE_LEVELS.replace('7157', '672'), { 'x-entrez-max-calls': '100' });
    expect(raised.extensions.entrez.calls.total).toBeLessThanOrEqual(2);
    expect(codesOf(raised)).toEqual(new Set(['BUDGET_EXCEEDED']));
  });

  it('is explained where a header requests it: the way to the last answer, and the shortest schedule', async () => {
    await using gateway = await RunningGateway.start();
    const { calls, explain } = (await ask(gateway, THREE_LEVELS, { 'x-entrez-explain': '1' })).extensions.entrez;
    expect(explain).toEqual({
      calls: calls.total,
      // Links of the gene, links of the papers, summaries of their genes.
      criticalPath: {
        calls: 3,
        permitsWaitedFor: expect.any(Number),
        waitedMs: expect.any(Number),
        upstreamMs: expect.any(Number),
      },
      floorSeconds: expect.any(Number),
    });
    const warm = await ask(gateway, THREE_LEVELS, { 'x-entrez-explain': '1' });
    expect(warm.extensions.entrez.explain).toMatchObject({ calls: 0, floorSeconds: 0 });
    expect((await ask(gateway, THREE_LEVELS, {})).extensions.entrez).not.toHaveProperty('explain');
    const invalid = await ask(gateway, THREE_LEVELS, { 'x-entrez-explain': 'yes' });
    expect(invalid.errors?.[0]?.message).toBe('The header x-entrez-explain must be 1, or left out.');
  });

  it('costs nothing for what is known', async () => {
    await using gateway = await RunningGateway.start();
    await ask(gateway, THREE_LEVELS, {});
    const warm = await ask(gateway, THREE_LEVELS, { 'x-entrez-max-calls': '1' });
    expect(warm.errors).toBeUndefined();
  });

  it('counts the retries of its calls', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(() => ({ status: 502, body: '<html>Bad gateway</html>' }));
    const answer = await ask(gateway, '{ gene(uid: "7157") { omim(first: 1) { totalCount } } }', {
      'x-entrez-max-calls': '2',
    });
    expect(codesOf(answer)).toEqual(new Set(['BUDGET_EXCEEDED']));
    expect(gateway.sandbox.requests).toHaveLength(2);
  });

  it.each([
    ['x-entrez-max-calls', '0'],
    ['x-entrez-max-calls', 'many'],
    ['x-entrez-deadline-ms', '-5'],
  ])('is not guessed from %s: %s', async (header, value) => {
    await using gateway = await RunningGateway.start();
    const answer = await ask(gateway, THREE_LEVELS, { [header]: value });
    expect(answer.errors).toMatchObject([
      { message: `The header ${header} must be a whole number of at least 1.`, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(gateway.sandbox.requests).toEqual([]);
  });
});

describe('the deadline of an operation', () => {
  it('can be lowered by a header, and leaves what was answered', async () => {
    await using gateway = await RunningGateway.start();
    const held = new HeldAnswers('esummary');
    gateway.sandbox.intercept(held.interceptor);
    const answer = await ask(
      gateway,
      '{ records { gene(uids: [7157, 672]) { uid symbol omim(first: 1) { totalCount } } } }',
      { 'x-entrez-deadline-ms': '700' },
    );
    held.release();
    expect(codesOf(answer)).toEqual(new Set(['DEADLINE_EXCEEDED']));
    expect(answer.data?.records.gene).toMatchObject([
      { uid: '7157', symbol: null },
      { uid: '672', symbol: null },
    ]);
    expect(answer.data?.records.gene[0].omim.totalCount).toBeGreaterThan(0);
  });
});
