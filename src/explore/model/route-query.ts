import type { FindRoutesQuery } from '../generated/graphql.js';

/** A route from one database to another, as the gateway describes it. */
export type Route = FindRoutesQuery['routes'][number];

/**
 * The operation of a route. The record it starts from is the default of its variable, so that it runs as
 * it is. Without a record, `$uid` must be filled in.
 */
export function routeFrom(query: string, uid: string | undefined): string {
  return uid === undefined ? query : query.replace('$uid: ID!', `$uid: ID! = ${JSON.stringify(uid)}`);
}

/** The address that opens GraphiQL with the operation. Without a record it has an empty variable. */
export function graphiqlAddress(query: string, uid: string | undefined): string {
  const state = {
    query: routeFrom(query, uid),
    ...(uid === undefined && { variables: JSON.stringify({ uid: '' }, undefined, 2) }),
  };
  return `graphql#${Object.entries(state)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
