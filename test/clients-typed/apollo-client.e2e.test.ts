import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import {
  ApolloClient,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { encodeId } from '../../src/schema/core/global-id.js';
import { unknownArticles } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

interface Page {
  readonly gene: {
    readonly pubmed: { readonly edges: readonly object[]; readonly pageInfo: { readonly endCursor: string } };
  };
}

const PAPERS: TypedDocumentNode<Page, { readonly uid: string; readonly after?: string }> = gql`
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

const POSSIBLE_TYPES = JSON.parse(
  readFileSync(new URL('../../schema/possible-types.json', import.meta.url), 'utf8'),
) as Record<string, string[]>;

describe('Apollo Client', () => {
  let gateway: RunningGateway;
  let cache: InMemoryCache;
  let client: ApolloClient;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
    cache = new InMemoryCache({
      possibleTypes: POSSIBLE_TYPES,
      typePolicies: { Gene: { fields: { pubmed: relayStylePagination() } } },
    });
    client = new ApolloClient({
      link: new HttpLink({ uri: `${gateway.server.url}/graphql` }),
      cache,
    });
  });
  afterEach(async () => {
    client.stop();
    await gateway[Symbol.asyncDispose]();
  });

  it('keeps each record once, by its id, wherever it was found', async () => {
    await client.query({ query: PAPERS, variables: { uid: '7157' } });
    await client.query({
      query: gql`query { nodes(ids: ["${encodeId('gene', '7157')}"]) { id ... on Gene { description } } }`,
    });
    const gene = cache.extract()[`Gene:${encodeId('gene', '7157')}`] as Readonly<Record<string, unknown>>;
    expect(gene).toMatchObject({ symbol: 'TP53', description: 'tumor protein p53' });

    const read = client.readFragment({
      id: `Gene:${encodeId('gene', '7157')}`,
      fragment: gql`
        fragment Known on Record {
          id
          ... on Gene {
            symbol
            description
          }
        }
      `,
    });
    expect(read).toMatchObject({ symbol: 'TP53', description: 'tumor protein p53' });
  });

  it('joins pages with its helper for Relay', async () => {
    const { data } = await client.query({ query: PAPERS, variables: { uid: '7157' } });
    await client
      .watchQuery({ query: PAPERS, variables: { uid: '7157' } })
      .fetchMore({ variables: { after: data?.gene.pubmed.pageInfo.endCursor ?? '' } });
    const joined = client.readQuery({ query: PAPERS, variables: { uid: '7157' } })?.gene.pubmed;
    const { data: direct } = await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 4) { edges { cursor node { id title } } } } }',
    );
    expect(joined?.edges).toMatchObject(direct?.gene.pubmed.edges);
    expect(joined?.edges).toHaveLength(4);
  });

  it('keeps a page of which some records failed, where fetchMore is told to', async () => {
    const { data } = await client.query({ query: PAPERS, variables: { uid: '7157' } });
    gateway.sandbox.intercept(unknownArticles);
    try {
      const { error } = await client.watchQuery({ query: PAPERS, variables: { uid: '7157' } }).fetchMore({
        variables: { after: data?.gene.pubmed.pageInfo.endCursor ?? '' },
        errorPolicy: 'all',
      });
      expect(CombinedGraphQLErrors.is(error) && error.errors).toHaveLength(2);
    } finally {
      gateway.sandbox.intercept(undefined);
    }
    const joined = client.readQuery({ query: PAPERS, variables: { uid: '7157' } })?.gene.pubmed;
    const [, , third, fourth] = joined?.edges ?? [];
    expect([third, fourth]).toMatchObject([{ node: { title: null } }, { node: { title: null } }]);
  });

  it('has errors beside data', async () => {
    const { data, error } = await client.query({
      query: gql`
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
      errorPolicy: 'all',
    });
    expect(data).toMatchObject({ known: { symbol: 'TP53' }, unknown: null });
    expect(CombinedGraphQLErrors.is(error) && error.errors).toMatchObject([
      { path: ['unknown'], extensions: { code: 'UNKNOWN_ID' } },
    ]);
  });

  it('sends hashes instead of texts, and the text once where the server does not know it', async () => {
    const sent: { readonly query?: string }[] = [];
    const http = new HttpLink({
      uri: `${gateway.server.url}/graphql`,
      fetch: (url, init) => {
        sent.push(JSON.parse(init?.body as string) as { readonly query?: string });
        return fetch(url, init);
      },
    });
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    const persisting = new ApolloClient({
      link: new PersistedQueryLink({ sha256 }).concat(http),
      cache: new InMemoryCache(),
      defaultOptions: { query: { fetchPolicy: 'network-only' } },
    });
    for (let time = 0; time < 2; time += 1) {
      const { data } = await persisting.query({ query: PAPERS, variables: { uid: '7157' } });
      expect(data).toMatchObject({ gene: { symbol: 'TP53' } });
    }
    persisting.stop();
    expect(sent.map(({ query }) => query !== undefined)).toEqual([false, true, false]);
  });
});
