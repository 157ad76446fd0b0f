import type { FindRoutesQuery } from '../generated/graphql.js';

/** A way from one database to another, as the gateway tells it. */
export type Route = FindRoutesQuery['routes'][number];

/**
 * The operation of a route, with the record that it starts from as the default of its variable, so that it can be run as
 * it stands. Without a record its `$uid` stays to be filled in.
 */
export function routeFrom(query: string, uid: string | undefined): string {
  return uid === undefined ? query : query.replace('$uid: ID!', `$uid: ID! = ${JSON.stringify(uid)}`);
}

/** Where GraphiQL opens with the operation; what is missing is shown as an empty variable. */
export function graphiqlAddress(query: string, uid: string | undefined): string {
  const state = {
    query: routeFrom(query, uid),
    ...(uid === undefined && { variables: JSON.stringify({ uid: '' }, undefined, 2) }),
  };
  return `graphql#${Object.entries(state)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
