import { ApolloClient, gql, HttpLink, InMemoryCache, NetworkStatus } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

const DIRECTIVES = {
  edges: ' @stream(initialCount: 1)',
  title: ' @defer(label: "title")',
  more: ' @defer(label: "more")',
};
const document = ({ edges = '', title = '', more = '' }: Partial<typeof DIRECTIVES> = {}): string => `
  query Papers($uid: ID!) {
    gene(uid: $uid) {
      id
      pubmed(first: 3) { edges${edges} { cursor node { id ...${title} { title } } } }
      ...${more} { symbol omim { totalCount nodes { id } } }
    }
  }`;
const variables = { uid: '7157' };

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

/** The last result of a client, and how many it gave. */
interface Seen {
  readonly data: unknown;
  readonly errors: readonly unknown[];
  readonly results: number;
}

type HandlerOfClient = NonNullable<ConstructorParameters<typeof ApolloClient>[0]['incrementalHandler']>;
const APOLLO_HANDLERS = { Defer20220824Handler, GraphQL17Alpha9Handler };

function withApollo(name: keyof typeof APOLLO_HANDLERS, accepted: string[]) {
  return async (query: string): Promise<Seen> => {
    const client = new ApolloClient({
      link: new HttpLink({
        uri: `${gateway.server.url}/graphql`,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          accepted.push(response.headers.get('content-type') ?? '');
          return response;
        },
      }),
      cache: new InMemoryCache(),
      // Its own types do not hold with exactOptionalPropertyTypes.
      incrementalHandler: new APOLLO_HANDLERS[name]() as unknown as HandlerOfClient,
    });
    const seen: Seen = await new Promise((resolve, reject) => {
      let results = 0;
      const watched = client.watchQuery({ query: gql(query), variables, errorPolicy: 'all' });
      watched.subscribe({
        next({ data, error, networkStatus, loading, dataState }) {
          results += 1;
          if (!loading && networkStatus !== NetworkStatus.streaming && dataState !== 'streaming') {
            const errors = (error as { readonly errors?: readonly unknown[] } | undefined)?.errors ?? [];
            resolve({ data, errors, results });
          }
        },
        error: reject,
      });
    });
    client.stop();
    return seen;
  };
}

function withUrql() {
  return async (query: string): Promise<Seen> =>
    new Promise((resolve) => {
      const client = new Client({
        url: `${gateway.server.url}/graphql`,
        preferGetMethod: false,
        exchanges: [fetchExchange],
      });
      let results = 0;
      client.query(gql(query), variables).subscribe(({ data, error, hasNext }) => {
        results += 1;
        if (!hasNext) {
          resolve({ data, errors: error?.graphQLErrors ?? [], results });
        }
      });
    });
}

const types: string[] = [];
describe.each([
  ['Apollo Client with the format v0.2', withApollo('GraphQL17Alpha9Handler', types), 'incrementalSpec=v0.2'],
  ['Apollo Client with the format of 2022', withApollo('Defer20220824Handler', types), 'deferSpec=20220824'],
  ['urql', withUrql(), undefined],
])('%s', (_name, ask, parameter) => {
  it('puts a deferred and streamed response together', async () => {
    const { data: whole } = await gateway.query(document(), variables);
    const { data, errors, results } = await ask(document(DIRECTIVES));
    expect(errors).toEqual([]);
    expect(results).toBeGreaterThan(1);
    expect(data).toMatchObject(whole as object);
    if (parameter !== undefined) {
      expect(types.at(-1)).toBe(`multipart/mixed; boundary="-"; ${parameter}`);
    }
  });

  it('gets the errors of parts that failed', async () => {
    const { data, errors } =
      await ask(`query ($uid: ID!) { gene(uid: "999999999") { id ... @defer(label: "late") { symbol } }
      good: gene(uid: $uid) { id ... @defer(label: "good") { symbol } } }`);
    expect(errors).toMatchObject([{ path: ['gene', 'symbol'], extensions: { code: 'UNKNOWN_ID' } }]);
    expect(data).toMatchObject({ gene: { symbol: null }, good: { symbol: 'TP53' } });
  });
});
