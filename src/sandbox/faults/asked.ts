import type { Utility } from '../../eutils/wire.js';
import { Parameters } from '../http/parameters.js';

/** The database whose records a request names or searches, pubmed where it names none. */
export function databaseOf(utility: Utility, params: Parameters): string {
  return params.get(utility === 'elink' ? 'dbfrom' : 'db')?.toLowerCase() ?? 'pubmed';
}

/** Whether ELink is asked for the links themselves, in any form, and not about them. */
export function asksForLinks(params: Parameters): boolean {
  return /^neighbor/i.test(params.get('cmd') ?? 'neighbor');
}

/** The same request about other ids: one parameter for each group. */
export function aboutIds(params: Parameters, groups: readonly (readonly string[])[]): Parameters {
  return withPairs([
    ...params.pairs.filter(([name]) => name !== 'id'),
    ...groups.map((ids) => ['id', ids.join(',')] as const),
  ]);
}

/** The same request with another value of a parameter. */
export function withParameter(params: Parameters, name: string, value: string): Parameters {
  return withPairs([...params.pairs.filter(([each]) => each !== name), [name, value]]);
}

function withPairs(pairs: Parameters['pairs']): Parameters {
  return new Parameters(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString(), '');
}
