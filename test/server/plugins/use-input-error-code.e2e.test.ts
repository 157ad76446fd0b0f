import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../../support/offline-gateway.js';

const QUERY = 'query ($first: Int!, $uid: ID = 1) { gene(uid: $uid) { pubmed(first: $first) { totalCount } } }';

describe('variables that have not their type', () => {
  let offline: OfflineGateway;
  beforeAll(async () => {
    offline = await OfflineGateway.start();
  });
  afterAll(async () => {
    await offline[Symbol.asyncDispose]();
  });

  it.each([
    ['of another kind', { first: 'three' }, 'Int cannot represent non-integer value'],
    ['too large', { first: 2 ** 31 }, 'Int cannot represent non 32-bit signed integer value'],
    ['missing', {}, 'was not provided'],
  ])('%s are BAD_USER_INPUT, each with its own error', async (_what, variables, message) => {
    const response = await offline.post(
      { query: QUERY, variables: { ...variables, uid: {} } },
      { accept: 'application/graphql-response+json' },
    );
    expect(response.status).toBe(400);
    const error = (text: string) => ({
      message: expect.stringContaining(text) as unknown,
      locations: expect.any(Array) as unknown,
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const answer = (await response.json()) as object;
    expect(answer).toMatchObject({ errors: [error(message), error('ID cannot represent value')] });
    expect(answer).not.toHaveProperty('data');
  });

  it('keep status 200 for clients of application/json, as GraphQL over HTTP has it', async () => {
    const response = await offline.post(
      { query: QUERY, variables: { first: 'three' } },
      { accept: 'application/json' },
    );
    expect(response.status).toBe(200);
  });
});
