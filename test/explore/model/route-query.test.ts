import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { graphiqlAddress, routeFrom } from '../../../src/explore/model/route-query.js';

const query = 'query GeneToStructure($uid: ID!, $first: Int = 5) { gene(uid: $uid) { structure(first: $first) { totalCount } } }'; // prettier-ignore

function stateOf(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address.slice(address.indexOf('#') + 1)));
}

describe('the operation of a route', () => {
  it('runs as it stands from a record that is selected', () => {
    const filled = routeFrom(query, '7157');
    expect(filled).toContain('($uid: ID! = "7157", $first: Int = 5)');
    expect(() => parse(filled)).not.toThrow();
    expect(stateOf(graphiqlAddress(query, '7157'))).toEqual({ query: filled });
  });

  it('leaves the record open without one', () => {
    expect(routeFrom(query, undefined)).toBe(query);
    const { variables = '', ...rest } = stateOf(graphiqlAddress(query, undefined));
    expect(rest).toEqual({ query });
    expect(JSON.parse(variables)).toEqual({ uid: '' });
  });
});
