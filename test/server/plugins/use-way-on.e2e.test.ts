import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../../support/offline-gateway.js';

describe('a refused operation', () => {
  let offline: OfflineGateway;
  beforeAll(async () => {
    offline = await OfflineGateway.start();
  }, 60_000);
  afterAll(async () => {
    await offline[Symbol.asyncDispose]();
  });

  it.each([
    ['{ gene(uid: 7157) { papers { totalCount } } }', {}, 'Did you mean "pubmed"?', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ gene(uid: 7157) { pubmed { title } } }', {}, 'Write "nodes { title }".', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'query ($by: LinkOrder) { gene(uid: 7157) { pubmed(orderBy: $by) { totalCount } } }',
      { by: 'RELEVANCE' },
      'Use DATE, SCORE or UID.',
      'BAD_USER_INPUT',
    ],
    ['{ gene(uid: "TP53") { symbol } }', {}, 'at most 20 digits, or symbol: "TP53".', 'BAD_USER_INPUT'],
    [
      '{ node(id: "7157") { id } }',
      {},
      'or the root field of its database, such as gene(uid: "7157").',
      'BAD_USER_INPUT',
    ],
  ])('%s says what was probably meant', async (query, variables, expected, code) => {
    const response = await offline.post({ query, variables }, { accept: 'application/json' });
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toMatchObject([
      { message: expect.stringContaining(expected) as unknown, locations: [{}], extensions: { code } },
    ]);
  });
});
