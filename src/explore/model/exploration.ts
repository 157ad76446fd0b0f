import { EMPTY_FILTER, type Filter } from './filter.js';

/** Neighbours that one step draws. */
export const STEP = 25;

/** Links of a record that are drawn: the best `count` of those under a link name. */
export interface Expansion {
  readonly source: string;
  readonly link: string;
  readonly count: number;
}

export type Position = readonly [x: number, y: number];

/**
 * What a visitor explores: which records were found, which links were followed, how it is arranged. It holds ids only, so
 * it fits into an address; the graph is drawn from it and from what is known of those records.
 */
export interface Exploration {
  /** Records that were looked up. */
  readonly roots: readonly string[];
  readonly expansions: readonly Expansion[];
  /** Records that were taken out of the graph. */
  readonly removed: readonly string[];
  /** Records that stay where they were put. */
  readonly pins: ReadonlyMap<string, Position>;
  readonly filter: Filter;
  readonly selected: string | undefined;
  /** Ends of the route that is shown; without the second, the record where it is to start. */
  readonly route: readonly [from: string, to?: string] | undefined;
}

export const EMPTY: Exploration = {
  roots: [],
  expansions: [],
  removed: [],
  pins: new Map(),
  filter: EMPTY_FILTER,
  selected: undefined,
  route: undefined,
};

/** Draws a record that was looked up, and selects it. */
export function addRoot(exploration: Exploration, id: string): Exploration {
  const { roots, removed } = exploration;
  return {
    ...exploration,
    roots: roots.includes(id) ? roots : [...roots, id],
    removed: removed.filter((other) => other !== id),
    selected: id,
  };
}

/** Draws the next {@link STEP} links of a record under a link name. */
export function expand(exploration: Exploration, source: string, link: string): Exploration {
  const { expansions } = exploration;
  const drawn = expansions.find((each) => each.source === source && each.link === link);
  return {
    ...exploration,
    expansions: drawn
      ? expansions.map((each) => (each === drawn ? { ...each, count: each.count + STEP } : each))
      : [...expansions, { source, link, count: STEP }],
  };
}

/** Takes the links of a record under a link name out again. */
export function collapse(exploration: Exploration, source: string, link: string): Exploration {
  const expansions = exploration.expansions.filter((each) => each.source !== source || each.link !== link);
  return { ...exploration, expansions };
}

/** Takes a record out of the graph, and with it the neighbours that only its own links hold. */
export function remove(exploration: Exploration, id: string): Exploration {
  const { roots, expansions, removed, pins, selected, route } = exploration;
  return {
    ...exploration,
    roots: roots.filter((root) => root !== id),
    expansions: expansions.filter(({ source }) => source !== id),
    removed: [...removed, id],
    pins: new Map([...pins].filter(([pinned]) => pinned !== id)),
    selected: selected === id ? undefined : selected,
    route: route?.includes(id) ? undefined : route,
  };
}

/** Keeps a record where it is. */
export function pin(exploration: Exploration, id: string, [x, y]: Position): Exploration {
  return { ...exploration, pins: new Map([...exploration.pins, [id, [Math.round(x), Math.round(y)]]]) };
}

/** Lets a record move again. */
export function unpin(exploration: Exploration, id: string): Exploration {
  return { ...exploration, pins: new Map([...exploration.pins].filter(([pinned]) => pinned !== id)) };
}
