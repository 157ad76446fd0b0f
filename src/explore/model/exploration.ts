import type { SearchableDatabase } from '../search/query-input.js';
import type { Order } from './catalog.js';
import { EMPTY_FILTER, type Filter } from './filter.js';

/** Linked records that one step draws. */
export const STEP = 25;

/** Single links that are drawn at most: the address names each. */
export const MOST_PICKED = 500;

/** Links of a record that are drawn: the first `count` of those under a link name. */
export interface Expansion {
  readonly source: string;
  readonly link: string;
  readonly count: number;
}

/** A link that is drawn by itself, such as one of a path. */
export interface PickedLink {
  readonly source: string;
  readonly link: string;
  readonly target: string;
}

export type Position = readonly [x: number, y: number];

/** The list in the table: links of a record under a link name, the drawn records of a database, or what a search finds. */
export type TableList =
  | { readonly kind: 'links'; readonly source: string; readonly link: string; readonly order: Order | undefined }
  | { readonly kind: 'drawn'; readonly db: string }
  | { readonly kind: 'search'; readonly db: SearchableDatabase; readonly text: string };

/**
 * The state of an exploration: records that were found, links that were expanded, their arrangement. It holds ids only, so
 * that it fits into an address; the graph is drawn from it and from {@link Knowledge}.
 */
export interface Exploration {
  /** Records that were looked up. */
  readonly roots: readonly string[];
  readonly expansions: readonly Expansion[];
  readonly picked: readonly PickedLink[];
  /** Records that were removed from the graph. */
  readonly removed: readonly string[];
  /** Positions of records that stay where they were put. */
  readonly pins: ReadonlyMap<string, Position>;
  readonly filter: Filter;
  readonly selected: string | undefined;
  /** Ends of the path that is shown; without the second, the record where it starts. */
  readonly route: readonly [from: string, to?: string] | undefined;
  readonly table: TableList | undefined;
}

export const EMPTY: Exploration = {
  roots: [],
  expansions: [],
  picked: [],
  removed: [],
  pins: new Map(),
  filter: EMPTY_FILTER,
  selected: undefined,
  route: undefined,
  table: undefined,
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
export function expand(exploration: Exploration, source: string, link: string, step = STEP): Exploration {
  const { expansions } = exploration;
  const drawn = expansions.find((each) => each.source === source && each.link === link);
  return {
    ...exploration,
    expansions: drawn
      ? expansions.map((each) => (each === drawn ? { ...each, count: each.count + step } : each))
      : [...expansions, { source, link, count: step }],
  };
}

/** Draws single links, and the records at their ends, up to {@link MOST_PICKED}. */
export function drawLinks(exploration: Exploration, links: readonly PickedLink[]): Exploration {
  const keyed = [...exploration.picked, ...links].map((each) => [keyOfLink(each), each] as const);
  const ends = new Set(links.flatMap(({ source, target }) => [source, target]));
  return {
    ...exploration,
    picked: [...new Map(keyed).values()].slice(0, MOST_PICKED),
    removed: exploration.removed.filter((id) => !ends.has(id)),
  };
}

/** What tells a single link from others. */
function keyOfLink({ source, link, target }: PickedLink): string {
  return `${source} ${link} ${target}`;
}

/** Removes the links of a record under a link name. */
export function collapse(exploration: Exploration, source: string, link: string): Exploration {
  const expansions = exploration.expansions.filter((each) => each.source !== source || each.link !== link);
  return { ...exploration, expansions };
}

/** Removes a record from the graph, and with it the records that only its own links connect. */
export function remove(exploration: Exploration, id: string): Exploration {
  const { roots, expansions, picked, removed, pins, selected, route } = exploration;
  return {
    ...exploration,
    roots: roots.filter((root) => root !== id),
    expansions: expansions.filter(({ source }) => source !== id),
    picked: picked.filter(({ source, target }) => source !== id && target !== id),
    removed: [...removed, id],
    pins: new Map([...pins].filter(([pinned]) => pinned !== id)),
    selected: selected === id ? undefined : selected,
    route: route?.includes(id) ? undefined : route,
  };
}

/** Keeps a record at a position. */
export function pin(exploration: Exploration, id: string, [x, y]: Position): Exploration {
  return { ...exploration, pins: new Map([...exploration.pins, [id, [Math.round(x), Math.round(y)]]]) };
}

/** Releases a record from its position. */
export function unpin(exploration: Exploration, id: string): Exploration {
  return { ...exploration, pins: new Map([...exploration.pins].filter(([pinned]) => pinned !== id)) };
}
