import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../../support/running-gateway.js';

const NESTED =
  'query ($n: Int!) { gene(uid: 7157) { pubmed(first: $n) { nodes { related(first: $n) { nodes { uid } } } } } }';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start({ settings: { MAX_NODES: '1000' } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

describe('an operation whose pages could hold too many records', () => {
  it('is refused although the same text was accepted with smaller pages, and asks nothing', async () => {
    const small = await gateway.query(NESTED, { n: 5 });
    expect(small.errors).toBeUndefined();
    expect(small.data?.gene.pubmed.nodes).toHaveLength(5);

    const before = gateway.sandbox.requests.length;
    const large = await gateway.query(NESTED, { n: 100_000 });
    expect(large).toEqual({
      errors: [
        {
          message: expect.stringMatching(/could hold 10,000,100,001 records, more than the 1,000 allowed/),
          extensions: { code: 'OPERATION_TOO_LARGE' },
        },
      ],
      extensions: { entrez: expect.objectContaining({ cacheHits: 0, calls: expect.objectContaining({ total: 0 }) }) },
    });
    expect(gateway.sandbox.requests).toHaveLength(before);
    expect((await gateway.query(NESTED, { n: 5 })).data).toEqual(small.data);
  });

  it('is answered with status 400 to modern clients, as what validation refuses', async () => {
    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: NESTED, variables: { n: 1000 } }),
    });
    expect(response.status).toBe(400);
  });

  it('is told of its wrong variables first', async () => {
    const { errors } = await gateway.query(NESTED, { n: 'many' });
    expect(errors?.[0]?.message).toMatch(/Variable "\$n" got invalid value "many"/);
  });
});
