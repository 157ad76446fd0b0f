import { describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const QUERY = `query q($uid: ID!) {
  gene(uid: $uid) { symbol pubmed(first: 3) { nodes { uid title } } }
}`;

interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly query?: string;
}

async function ask(
  gateway: RunningGateway,
  { headers = {}, signal, query = QUERY }: Options = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${gateway.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { uid: '7157' } }),
    ...(signal && { signal }),
  });
  return (await response.json()) as GraphqlAnswer;
}

/** Holds the links back that the operations wait for. */
function held(gateway: RunningGateway): HeldAnswers {
  const answers = new HeldAnswers('elink');
  gateway.sandbox.intercept(answers.interceptor);
  return answers;
}

describe('equal operations of several callers', () => {
  it('get the same answer, and each is told all calls', async () => {
    await using gateway = await RunningGateway.start();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(gateway)));
    const [first] = answers;
    expect(first?.data?.gene.symbol).toBe('TP53');
    expect(first?.data?.gene.pubmed.nodes).toHaveLength(3);
    for (const answer of answers) {
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual(first?.data);
    }
    expect(gateway.callsOf('elink')).toBe(1);
    expect(answers.some(({ extensions }) => extensions.entrez.calls.elink === 1)).toBe(true);
  });

  it.each([
    ['when one that came later leaves', 1],
    ['when the first leaves', 0],
  ])('are answered %s', async (_when, leaving) => {
    await using gateway = await RunningGateway.start();
    const elink = held(gateway);
    const leaver = new AbortController();
    const callers = [0, 1, 2].map((index) => ask(gateway, index === leaving ? { signal: leaver.signal } : {}));
    const left = expect(callers[leaving]).rejects.toThrow('aborted');
    await elink.arrived;
    leaver.abort();
    await left;
    elink.release();
    for (const answer of await Promise.all(callers.filter((_, index) => index !== leaving))) {
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.gene.pubmed.nodes).toHaveLength(3);
    }
  });

  it('keep a deadline of their own: the hasty one gets what is known', async () => {
    await using gateway = await RunningGateway.start();
    const elink = held(gateway);
    const patient = ask(gateway);
    await elink.arrived;
    const hasty = await ask(gateway, { headers: { 'x-entrez-deadline-ms': '300' } });
    expect(new Set(hasty.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['DEADLINE_EXCEEDED']));
    elink.release();
    expect((await patient).errors).toBeUndefined();
  });

  it('keep a call limit of their own', async () => {
    await using gateway = await RunningGateway.start();
    const elink = held(gateway);
    const limited = ask(gateway, { headers: { 'x-entrez-max-calls': '1' } });
    await elink.arrived;
    const free = ask(gateway);
    elink.release();
    expect((await limited).errors?.[0]?.extensions.code).toBe('BUDGET_EXCEEDED');
    expect((await free).errors).toBeUndefined();
  });

  it('are never joined with those of another API key', async () => {
    await using gateway = await RunningGateway.start();
    const [refused, served, own] = await Promise.all([
      ask(gateway, { headers: { 'x-ncbi-api-key': 'invalid-secret-key' } }),
      ask(gateway),
      ask(gateway, { headers: { 'x-ncbi-api-key': 'of-another-caller' } }),
    ]);
    expect(refused.errors?.[0]?.extensions.code).toBe('INVALID_API_KEY');
    expect(served.errors).toBeUndefined();
    expect(own.errors).toBeUndefined();
    expect(new Set(gateway.sandbox.requests.map(({ keyed }) => keyed))).toEqual(new Set([true, false]));
  });

  it('are answered about the schema too', async () => {
    await using gateway = await RunningGateway.start();
    const query = 'query q($uid: ID!) { gene(uid: $uid) { symbol } __type(name: "Gene") { name } }';
    for (const answer of await Promise.all([ask(gateway, { query }), ask(gateway, { query })])) {
      expect(answer.data).toEqual({ gene: { symbol: 'TP53' }, __type: { name: 'Gene' } });
    }
  });

  it('have errors of their own places', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ utility }) => (utility === 'elink' ? { status: 400, body: 'No.' } : undefined));
    for (const answer of await Promise.all([ask(gateway), ask(gateway)])) {
      expect(answer.errors).toMatchObject([{ path: ['gene', 'pubmed'] }]);
    }
  });
});
