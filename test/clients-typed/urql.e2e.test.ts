import { Client, CombinedError, fetchExchange, gql, mapExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { eachField } from '../../examples/client/each-field.js';
import { encodeId } from '../../src/schema/core/global-id.js';
import { unknownArticles } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

const PAPERS = gql`
  query Papers($uid: ID!, $after: String) {
    gene(uid: $uid) {
      id
      symbol
      pubmed(first: 2, after: $after) {
        edges {
          cursor
          node {
            id
            title
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

describe('urql with its normalised cache', () => {
  let gateway: RunningGateway;
  let client: Client;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
    client = new Client({
      url: `${gateway.server.url}/graphql`,
      preferGetMethod: false,
      exchanges: [
        cacheExchange({
          resolvers: {
            Gene: { pubmed: relayPagination() },
            // What the server would answer about a record that the cache has.
            Query: { node: (_root, { id }) => ({ __typename: 'Gene', id: id as string }) },
          },
        }),
        mapExchange({
          onResult: (result) =>
            result.error
              ? {
                  ...result,
                  error: new CombinedError({ graphQLErrors: eachField(result.error.graphQLErrors) }),
                }
              : result,
        }),
        fetchExchange,
      ],
    });
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('keeps each record once, by its id, and finds it there', async () => {
    await client.query(PAPERS, { uid: '7157' }).toPromise();
    const { data, operation } = await client
      .query(
        gql`
          query ($id: ID!) {
            node(id: $id) {
              id
              ... on Gene {
                symbol
              }
            }
          }
        `,
        { id: encodeId('gene', '7157') },
        { requestPolicy: 'cache-only' },
      )
      .toPromise();
    expect(data).toMatchObject({ node: { symbol: 'TP53' } });
    expect(operation.context.meta?.cacheOutcome).toBe('hit');
  });

  it('joins pages with its helper for Relay', async () => {
    const first = await client.query(PAPERS, { uid: '7157' }).toPromise();
    const after = first.data.gene.pubmed.pageInfo.endCursor;
    const { data: joined } = await client.query(PAPERS, { uid: '7157', after }).toPromise();
    const { data: direct } = await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 4) { edges { cursor node { id title } } } } }',
    );
    expect(joined.gene.pubmed.edges).toMatchObject(direct?.gene.pubmed.edges);
    expect(joined.gene.pubmed.edges).toHaveLength(4);
  });

  it('keeps no failed field, where each has its error', async () => {
    const papers = (selection: string) => `{ gene(uid: "672") { id pubmed(first: 1) { nodes { id ${selection} } } } }`;
    gateway.sandbox.intercept(unknownArticles);
    const failed = await client.query(papers('title journal'), {}).toPromise();
    gateway.sandbox.intercept(undefined);
    expect(failed.data.gene.pubmed.nodes).toMatchObject([{ title: null, journal: null }]);
    expect(failed.error?.graphQLErrors.map(({ path = [] }) => path.at(-1))).toEqual(['title', 'journal']);
    const again = await client.query(papers('journal'), {}).toPromise();
    expect(again.operation.context.meta?.cacheOutcome).toBe('miss');
  });

  it('has errors beside data', async () => {
    const { data, error } = await client
      .query(
        gql`
          query {
            known: gene(uid: "7157") {
              id
              symbol
            }
            unknown: gene(uid: "999999999") {
              id
              symbol
            }
          }
        `,
        {},
      )
      .toPromise();
    expect(data).toMatchObject({ known: { symbol: 'TP53' }, unknown: null });
    expect(error?.graphQLErrors).toMatchObject([{ path: ['unknown'], extensions: { code: 'UNKNOWN_ID' } }]);
  });
});
