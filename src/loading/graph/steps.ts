import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { linkKind } from '../../catalog/link-kind.js';
import { reverseLink } from '../../catalog/reverse-link.js';

/** A step between two databases, and the link names that can be read from each of its ends. */
export interface Step {
  readonly left: string;
  readonly right: string;
  /** Leads from `left` to `right`; undefined where there is none. */
  readonly forth: LinkName | undefined;
  /** Leads from `right` to `left`; undefined where there is none. */
  readonly back: LinkName | undefined;
}

/** Steps one after the other: the way of paths that lead over the same databases. */
export type Way = readonly Step[];

/** What paths may lead over, and what not. */
export interface StepChoice {
  /** Link names to be used instead of the usual ones. */
  readonly names?: readonly LinkName[] | undefined;
  /** Databases that paths may lead through; any where it is left out. */
  readonly through?: ReadonlySet<string> | undefined;
  readonly avoidNames: ReadonlySet<string>;
  readonly avoidDatabases: ReadonlySet<string>;
}

/**
 * The steps that paths may take. Usually those that can be read from both ends and whose links are curated, the most
 * general link name for each two databases; or those of the link names that are given.
 */
export function stepsOf(catalog: Catalog, { names, avoidNames }: StepChoice): Step[] {
  const usable = (link: LinkName | undefined): link is LinkName => link !== undefined && !avoidNames.has(link.name);
  const chosen = names ?? usualNames(catalog);
  const steps = new Map<string, Step>();
  for (const link of chosen.filter(usable)) {
    const reverse = reverseLink(catalog, link);
    const back = usable(reverse) ? reverse : undefined;
    if (!names && !back) {
      continue;
    }
    const [forth, other] = [link.name, back?.name ?? ''];
    steps.set(`${forth} ${other}`, { left: link.from, right: link.to, forth: link, back });
    steps.set(`${other} ${forth}`, { left: link.to, right: link.from, forth: back, back: link });
  }
  return [...steps.values()];
}

/** The link names that are followed out of records: the usual ones, or those that are given. */
export function linksToFollow(catalog: Catalog, choice: StepChoice): LinkName[] {
  const { names = usualNames(catalog), avoidNames } = choice;
  return names.filter(({ name, to }) => !avoidNames.has(name) && mayPass(to, choice));
}

/** By catalog: to find them looks at all link names. */
const usual = new WeakMap<Catalog, readonly LinkName[]>();

/** The most general curated link name for each two databases that can be read backwards. */
function usualNames(catalog: Catalog): readonly LinkName[] {
  const known = usual.get(catalog);
  if (known) {
    return known;
  }
  const best = new Map<string, LinkName>();
  const rank = ({ name, from, to, label }: LinkName): number =>
    (name === `${from}_${to}` ? 0 : 1000) + (label === '' ? 100 : 0) + name.length;
  for (const link of catalog.links) {
    const pair = `${link.from} ${link.to}`;
    const known = best.get(pair);
    if (linkKind(link) === 'curated' && reverseLink(catalog, link) && (!known || rank(link) < rank(known))) {
      best.set(pair, link);
    }
  }
  const names = [...best.values()];
  usual.set(catalog, names);
  return names;
}

/** The databases of the two records. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The ways of exactly so many steps from one database to another. */
export function waysOf(steps: readonly Step[], from: string, to: string, length: number, choice: StepChoice): Way[] {
  const byLeft = groupByLeft(steps);
  const distances = distancesTo(to, steps);
  const extend = (way: Way, at: string): Way[] =>
    (byLeft.get(at) ?? []).flatMap((step) => {
      const left = length - way.length - 1;
      if (left === 0) {
        return step.right === to ? [[...way, step]] : [];
      }
      const isNear = (distances.get(step.right) ?? Infinity) <= left;
      return isNear && mayPass(step.right, choice) ? extend([...way, step], step.right) : [];
    });
  return extend([], from);
}

/** How many ways there are of at most so many steps, {@link waysOf} each number of steps: counted, not walked. */
export function countWays(steps: readonly Step[], { from, to }: Ends, maxHops: number, choice: StepChoice): number {
  let total = 0;
  let reached = new Map([[from, 1]]);
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const next = new Map<string, number>();
    for (const { left, right } of steps) {
      const ways = reached.get(left) ?? 0;
      total += right === to ? ways : 0;
      if (ways > 0 && mayPass(right, choice)) {
        next.set(right, (next.get(right) ?? 0) + ways);
      }
    }
    reached = next;
  }
  return total;
}

/** The databases over which ways of at most so many steps lead. */
export function databasesBetween(
  steps: readonly Step[],
  { from, to }: Ends,
  maxHops: number,
  choice: StepChoice,
): ReadonlySet<string> {
  const forth = steps.map(({ left, right }) => [left, right] as const);
  const back = steps.map(({ left, right }) => [right, left] as const);
  const [fromStart, fromEnd] = [reach(forth, from, maxHops, choice), reach(back, to, maxHops, choice)];
  const between = fromStart.flatMap((databases, before) =>
    fromEnd
      .slice(0, Math.max(0, maxHops - before - 1))
      .flatMap((others) => [...databases].filter((db) => others.has(db))),
  );
  return new Set(between);
}

/** The link names and databases that a choice names, over which no way of at most so many steps leads. */
export function unusedInWays(
  steps: readonly Step[],
  { from, to }: Ends,
  maxHops: number,
  choice: StepChoice,
): readonly string[] {
  if (!choice.names && !choice.through) {
    return [];
  }
  const forth = steps.map(({ left, right }) => [left, right] as const);
  const back = steps.map(({ left, right }) => [right, left] as const);
  const before = [new Set([from]), ...reach(forth, from, maxHops, choice)];
  const behind = [new Set([to]), ...reach(back, to, maxHops, choice)];
  const used = steps.filter(({ left, right }) =>
    before.some(
      (databases, done) => databases.has(left) && behind.slice(0, maxHops - done).some((db) => db.has(right)),
    ),
  );
  const names = new Set(used.flatMap(({ forth: name, back: other }) => [name?.name, other?.name]));
  const between = databasesBetween(steps, { from, to }, maxHops, choice);
  return unusedOf(choice, names, between);
}

/** The link names and databases that a choice names, and that are not followed out of these databases. */
export function unusedAround(
  links: readonly LinkName[],
  starts: readonly string[],
  hops: number,
  choice: StepChoice,
): readonly string[] {
  const names = new Set<string>();
  const reached = new Set(starts);
  const shown = new Set<string>();
  for (let hop = 1; hop <= hops; hop += 1) {
    for (const { name, to } of links.filter(({ from }) => reached.has(from))) {
      names.add(name);
      shown.add(to);
    }
    shown.forEach((db) => reached.add(db));
  }
  return unusedOf(choice, names, shown);
}

function unusedOf(
  { names = [], through = new Set() }: StepChoice,
  usedNames: ReadonlySet<string | undefined>,
  usedDatabases: ReadonlySet<string>,
): readonly string[] {
  return [
    ...names.flatMap(({ name }) => (usedNames.has(name) ? [] : [name])),
    ...[...through].filter((db) => !usedDatabases.has(db)),
  ];
}

/** The databases that are reached by exactly 1, 2 and more steps, as far as paths may lead through them. */
function reach(
  steps: readonly (readonly [string, string])[],
  start: string,
  maxHops: number,
  choice: StepChoice,
): ReadonlySet<string>[] {
  const levels: ReadonlySet<string>[] = [];
  let at: ReadonlySet<string> = new Set([start]);
  for (let hops = 1; hops < maxHops; hops += 1) {
    const before = at;
    at = new Set(steps.flatMap(([near, far]) => (before.has(near) && mayPass(far, choice) ? [far] : [])));
    levels.push(at);
  }
  return levels;
}

function mayPass(db: string, { avoidDatabases, through }: StepChoice): boolean {
  return !avoidDatabases.has(db) && (through?.has(db) ?? true);
}

function groupByLeft(steps: readonly Step[]): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    groups.set(step.left, [...(groups.get(step.left) ?? []), step]);
  }
  return groups;
}

/** How many steps each database is away from `to`. */
function distancesTo(to: string, steps: readonly Step[]): ReadonlyMap<string, number> {
  const distances = new Map([[to, 0]]);
  for (const [near, distance] of distances) {
    for (const { left, right } of steps) {
      if (right === near && !distances.has(left)) {
        distances.set(left, distance + 1);
      }
    }
  }
  return distances;
}
