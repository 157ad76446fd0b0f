import type { LinkCount } from './knowledge.js';
import type { Route } from './route-query.js';

/** A route from a record. */
export interface OpenRoute {
  readonly route: Route;
  /** Whether the record is known to have no links by which it begins. */
  readonly isDeadEnd: boolean;
}

/**
 * Routes in their order, but those last that a record cannot take.
 *
 * @param counts - What is known of the links of the record; undefined where nothing is.
 */
export function openFirst(routes: readonly Route[], counts: readonly LinkCount[] | undefined): readonly OpenRoute[] {
  const all = routes.map((route): OpenRoute => {
    const name = route.hops[0]?.link.name;
    return { route, isDeadEnd: counts !== undefined && name !== undefined && lacks(counts, name) };
  });
  return [...all.filter(({ isDeadEnd }) => !isDeadEnd), ...all.filter(({ isDeadEnd }) => isDeadEnd)];
}

/** A link name of which a record has no links stands beside the others with 0, or not at all. */
function lacks(counts: readonly LinkCount[], name: string): boolean {
  const known = counts.find((each) => each.name === name);
  return known === undefined || known.count === 0;
}
