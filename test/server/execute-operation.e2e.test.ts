import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import { RunningGateway } from '../support/running-gateway.js';

describe('gateway.execute', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
  }, 30_000);
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
  });

  it('runs an operation with its variables, and reports the cost', async () => {
    const document = parse('query A($uid: ID!) { gene(uid: $uid) { symbol } } query B { __typename }');
    const result = await running.gateway.execute({ document, operationName: 'A', variables: { uid: '7157' } });
    expect(result).toMatchObject({
      data: { gene: { symbol: 'TP53' } },
      extensions: { entrez: { calls: { esummary: 1, total: 1 }, source: 'sandbox' } },
    });
    expect(result).not.toHaveProperty('errors');
  });

  it('gives the same when an operation is repeated so often that it is compiled and its response cached', async () => {
    const request = { document: parse('{ gene(uid: "672") { symbol now: uid } }') };
    const first = await running.gateway.execute(request);
    for (let count = 0; count < 8; count += 1) {
      expect((await running.gateway.execute(request)).data).toEqual(first.data);
    }
  });

  it('refuses an invalid document without a call', async () => {
    const before = running.sandbox.requests.length;
    const result = await running.gateway.execute({ document: parse('{ gene(uid: "1") { symbl } }') });
    expect(result.errors?.map(({ message }) => message)).toEqual([expect.stringContaining('symbl')]);
    expect([result.data, running.sandbox.requests.length]).toEqual([undefined, before]);
  });

  it('refuses what is too large, and names input errors, as the server does', async () => {
    const page = 'pubmed(first: 1000) { nodes { uid } }';
    const large = `{ gene(uid: "2") { pubmed(first: 1000) { nodes { gene(first: 1000) { nodes { ${page} } } } } } }`;
    const codes = async (text: string, variables = {}): Promise<unknown[] | undefined> =>
      (await running.gateway.execute({ document: parse(text), variables })).errors?.map(
        ({ extensions }) => extensions.code,
      );
    expect(await codes(large)).toEqual(['OPERATION_TOO_LARGE']);
    expect(await codes('query ($n: Int) { gene(uid: "2") { pubmed(first: $n) { totalCount } } }', { n: 'x' })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('gives deferred parts in its one result', async () => {
    const document = parse('{ gene(uid: "7157") { uid ... @defer { symbol } } }');
    expect((await running.gateway.execute({ document })).data).toEqual({ gene: { uid: '7157', symbol: 'TP53' } });
  });

  it('holds to a limit of calls', async () => {
    const document = parse('{ gene(uid: "7157") { clinvar { nodes { title } } } }');
    const { errors = [] } = await running.gateway.execute({ document, limits: { maxCalls: 1 } });
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BUDGET_EXCEEDED']));
  });

  it('ends when its signal aborts: what is missing is null with an error', async () => {
    const held = new HeldAnswers('esummary');
    running.sandbox.intercept(held.interceptor);
    const stop = new AbortController();
    const document = parse('{ gene(uid: "1956") { uid symbol } }');
    const result = running.gateway.execute({ document, signal: stop.signal });
    await held.arrived;
    stop.abort();
    expect(await result).toMatchObject({
      data: { gene: { uid: '1956', symbol: null } },
      errors: [{ path: ['gene', 'symbol'] }],
    });
    held.release();
    running.sandbox.intercept(undefined);
  });
});
