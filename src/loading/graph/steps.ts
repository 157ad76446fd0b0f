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

/** The most general curated link name for each two databases that can be read backwards. */
function usualNames(catalog: Catalog): LinkName[] {
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
  return [...best.values()];
}

/** The ways of exactly so many steps from one database to another. */
export function waysOf(steps: readonly Step[], from: string, to: string, length: number, choice: StepChoice): Way[] {
  const byLeft = groupByLeft(steps);
  const distances = distancesTo(to, steps);
  const mayPass = (db: string): boolean => !choice.avoidDatabases.has(db) && (choice.through?.has(db) ?? true);
  const extend = (way: Way, at: string): Way[] =>
    (byLeft.get(at) ?? []).flatMap((step) => {
      const left = length - way.length - 1;
      if (left === 0) {
        return step.right === to ? [[...way, step]] : [];
      }
      const isNear = (distances.get(step.right) ?? Infinity) <= left;
      return isNear && mayPass(step.right) ? extend([...way, step], step.right) : [];
    });
  return extend([], from);
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
