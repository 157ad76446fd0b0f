import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../../support/offline-gateway.js';

describe('a refused operation', () => {
  let offline: OfflineGateway;
  beforeAll(async () => {
    offline = await OfflineGateway.start();
  });
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
    ['{ records { gene(uids: ["TP53"]) { symbol } } }', {}, 'or symbols: ["TP53"].', 'BAD_USER_INPUT'],
    ['{ gene(uid: "NM_000546.6") { symbol } }', {}, 'or accession: "NM_000546.6"', 'BAD_USER_INPUT'],
    ['{ gene(uid: "ENSG00000141510") { symbol } }', {}, 'or ensemblId: "ENSG00000141510".', 'BAD_USER_INPUT'],
    ['{ gene(uid: "1TUP") { symbol } }', {}, 'which belongs to structure, not to gene.', 'BAD_USER_INPUT'],
    ['{ gene(uid: "10.1093/nar/gkh340") { symbol } }', {}, 'which belongs to pubmed, not to gene.', 'BAD_USER_INPUT'],
    ['mutation { gene }', {}, 'Cannot run a mutation: this API only reads.', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { gene }', {}, 'Cannot run a subscription: this API only reads.', 'GRAPHQL_VALIDATION_FAILED'],
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
