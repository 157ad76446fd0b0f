import type { Catalog } from './catalog.js';
import { expand, type Exploration } from './exploration.js';
import { recordId } from './record-id.js';
import type { Route } from './route-query.js';

/** What a hop of a route leads to. */
export interface FollowedHop {
  readonly link: string;
  /** How many records it starts from. */
  readonly sources: number;
  /** How many of those have links that could not be loaded. */
  readonly failed: number;
  /** How many of the others have no links. */
  readonly withoutLinks: number;
  /** How many links the rest has. */
  readonly links: number;
  /** How many of those are followed. */
  readonly followed: number;
}

/** A route that was followed from a record. */
export interface FollowedRoute {
  readonly hops: readonly FollowedHop[];
  /** The links that it goes through, by source. */
  readonly steps: readonly { readonly source: string; readonly link: string; readonly count: number }[];
}

/** A record in the answer to a route's query: its uid, and a connection under the field of the next hop. */
type Answered = Readonly<Record<string, unknown>> & { readonly uid: string };

interface Connection {
  readonly totalCount: number;
  readonly nodes?: readonly Answered[];
  readonly edges?: readonly { readonly node: Answered }[];
}

/** Reads the answer to the query of a route, hop by hop. */
export function readRoute(route: Route, start: unknown, catalog: Catalog): FollowedRoute {
  const hops: FollowedHop[] = [];
  const steps: { readonly source: string; readonly link: string; readonly count: number }[] = [];
  let sources: readonly Answered[] = isAnswered(start) ? [start] : [];
  for (const { link } of route.hops) {
    const field = catalog.link(link.name)?.field ?? '';
    const found = sources.flatMap((source) => {
      const connection = source[field] as Connection | null | undefined;
      return connection ? [{ source, connection, targets: targetsOf(connection) }] : [];
    });
    for (const { source, targets } of found) {
      if (targets.length > 0) {
        steps.push({ source: recordId(link.from, source.uid), link: link.name, count: targets.length });
      }
    }
    const targets = found.flatMap((each) => each.targets);
    hops.push({
      link: link.name,
      sources: sources.length,
      failed: sources.length - found.length,
      withoutLinks: found.filter(({ connection }) => connection.totalCount === 0).length,
      links: found.reduce((sum, { connection }) => sum + connection.totalCount, 0),
      followed: targets.length,
    });
    sources = [...new Map(targets.map((target) => [target.uid, target])).values()];
  }
  return { hops, steps };
}

/** Draws the links that a route goes through. */
export function drawRoute(exploration: Exploration, { steps }: FollowedRoute): Exploration {
  return steps.reduce((next, { source, link, count }) => {
    const isDrawn = next.expansions.some((each) => each.source === source && each.link === link);
    return isDrawn ? next : expand(next, source, link, count);
  }, exploration);
}

function isAnswered(value: unknown): value is Answered {
  return typeof value === 'object' && value !== null && 'uid' in value;
}

function targetsOf({ nodes, edges }: Connection): readonly Answered[] {
  return nodes ?? edges?.map(({ node }) => node) ?? [];
}
