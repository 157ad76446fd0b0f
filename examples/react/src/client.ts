import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

// In a project of your own: entrez-graph/schema/possible-types.json
import possibleTypes from '../../../schema/possible-types.json';
import { responses } from './responses.js';

/** A client that keeps each record once, and joins pages. */
export function createClient(uri: string): ApolloClient {
  return new ApolloClient({
    link: responses.link.concat(new HttpLink({ uri })),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: { Gene: { fields: { pubmed: relayStylePagination(['filter', 'orderBy']) } } },
    }),
  });
}
