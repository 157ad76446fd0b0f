import { describe, expect, it } from 'vitest';

import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const QUERY = '{ gene(uid: "7157") { symbol omim(first: 3) { totalCount } } }';

async function ask(gateway: RunningGateway, query: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${gateway.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

async function answerTo(
  gateway: RunningGateway,
  query: string,
  headers: Record<string, string>,
): Promise<GraphqlAnswer> {
  return (await (await ask(gateway, query, headers)).json()) as GraphqlAnswer;
}

/** Whether each request came with a key, in order. The sandbox does not write keys down. */
function keyed({ sandbox }: RunningGateway): boolean[] {
  return sandbox.requests.map((request) => request.keyed);
}

describe("a caller's own API key", () => {
  it("goes out with his questions, and with nobody else's", async () => {
    await using gateway = await RunningGateway.start();
    await answerTo(gateway, '{ gene(uid: "672") { symbol } }', { 'x-ncbi-api-key': 'of-the-caller' });
    await answerTo(gateway, '{ gene(uid: "675") { symbol } }', {});
    expect(keyed(gateway)).toEqual([true, false]);
  });

  it('gets batches of its own, since each key has a budget of its own', async () => {
    await using gateway = await RunningGateway.start();
    const queries = ['672', '675'].map((uid) => `{ gene(uid: "${uid}") { symbol } }`);
    await Promise.all([
      answerTo(gateway, queries[0] ?? '', { 'x-ncbi-api-key': 'one' }),
      answerTo(gateway, queries[1] ?? '', { 'x-ncbi-api-key': 'two' }),
    ]);
    expect(keyed(gateway)).toEqual([true, true]);
  });

  it('shares what is known with everybody', async () => {
    await using gateway = await RunningGateway.start();
    await answerTo(gateway, QUERY, { 'x-ncbi-api-key': 'one' });
    const known = gateway.sandbox.requests.length;
    const answer = await answerTo(gateway, QUERY, {});
    expect(answer.extensions.entrez.calls.total).toBe(0);
    expect(gateway.sandbox.requests).toHaveLength(known);
  });

  it('that NCBI refuses is an error for this caller only, even for the same question at the same time', async () => {
    await using gateway = await RunningGateway.start();
    const [refused, served] = await Promise.all([
      answerTo(gateway, QUERY, { 'x-ncbi-api-key': 'invalid-secret-key' }),
      answerTo(gateway, QUERY, {}),
    ]);
    expect(new Set(refused.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['INVALID_API_KEY']));
    expect(JSON.stringify(refused)).not.toContain('secret');
    expect(served.errors).toBeUndefined();
    expect(served.data?.gene.symbol).toBe('TP53');
  });

  it('that cannot be one is refused, without being shown', async () => {
    await using gateway = await RunningGateway.start();
    const response = await ask(gateway, QUERY, { 'x-ncbi-api-key': 'two words' });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        {
          message: 'The header x-ncbi-api-key must be an API key of at most 128 characters without blanks.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(text).not.toContain('two words');
    expect(gateway.sandbox.requests).toEqual([]);
  });

  it('is refused where callers may bring none, before anything is asked with it', async () => {
    await using gateway = await RunningGateway.start({ settings: { CALLER_KEYS: 'off' } });
    const response = await ask(gateway, QUERY, { 'x-ncbi-api-key': 'of-the-caller' });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(text).not.toContain('of-the-caller');
    expect(gateway.sandbox.requests).toEqual([]);
    expect((await answerTo(gateway, QUERY, {})).data?.gene.symbol).toBe('TP53');
  });
});
