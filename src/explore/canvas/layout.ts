import type { DrawnGraph } from '../model/drawn-graph.js';
import type { Position } from '../model/exploration.js';
import { separate, type Disc } from './separate.js';

/** Distance between neighbouring records by the number of records: few leave room for a label each. */
const SPACINGS: readonly (readonly [most: number, spacing: number])[] = [
  [40, 84],
  [90, 64],
  [200, 46],
  [500, 30],
  [Infinity, 20],
];
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** A disc of n records, each as far from the next as the spacing, has this radius times √n times the spacing. */
const DENSITY = 0.58;

interface Cluster {
  /** The record in the middle; undefined for records that several hubs share. */
  readonly hub: string | undefined;
  /** Hubs that it is drawn to. */
  readonly near: Set<string>;
  readonly members: string[];
}

/**
 * The position of each record. Records that one hub links to surround it, each database in a sector of its own; those that
 * several hubs share lie between them. `aspect` is the width of the canvas by its height: the picture takes its form.
 *
 * @param hubs - Records whose links were expanded or that were looked up.
 * @param before - Positions of the records so far: clusters stay where they are as far as there is room.
 */
export function layOut(
  { records, links }: DrawnGraph,
  hubs: ReadonlySet<string>,
  pins: ReadonlyMap<string, Position>,
  before: ReadonlyMap<string, Position>,
  aspect: number,
): ReadonlyMap<string, Position> {
  const clusters = clustersOf(records, links, hubs);
  const spacing = SPACINGS.find(([most]) => records.size <= most)?.[1] ?? 20;
  const stretch = Math.sqrt(Math.min(Math.max(aspect, 0.5), 2.2));
  const discs = new Map<Cluster, Disc>();
  clusters.forEach((cluster, index) => {
    const radius = spacing * (DENSITY * Math.sqrt(cluster.members.length + 1) + 0.4);
    const pinned = cluster.hub === undefined ? undefined : pins.get(cluster.hub);
    const known = cluster.hub === undefined ? undefined : before.get(cluster.hub);
    const [x, y] = pinned ?? known ?? [index * spacing * Math.cos(index * GOLDEN_ANGLE), index * spacing * Math.sin(index * GOLDEN_ANGLE)]; // prettier-ignore
    discs.set(cluster, { x: x / stretch, y: y * stretch, radius, isFixed: pinned !== undefined });
  });
  const byHub = new Map(clusters.flatMap((cluster) => (cluster.hub === undefined ? [] : [[cluster.hub, cluster]])));
  const pulls = clusters.flatMap((cluster) =>
    [...cluster.near].flatMap((id) => {
      const [a, b] = [discs.get(cluster), discs.get(byHub.get(id) ?? cluster)];
      return a && b && a !== b ? [[a, b] as const] : [];
    }),
  );
  separate([...discs.values()], pulls);
  const positions = new Map<string, Position>();
  for (const [cluster, { x, y }] of discs) {
    if (cluster.hub !== undefined) {
      positions.set(cluster.hub, pins.get(cluster.hub) ?? [x * stretch, y / stretch]);
    }
    spread(cluster, records, spacing).forEach(([id, [dx, dy]]) => {
      positions.set(id, pins.get(id) ?? [(x + dx) * stretch, (y + dy) / stretch]);
    });
  }
  return positions;
}

function clustersOf(
  records: DrawnGraph['records'],
  links: DrawnGraph['links'],
  hubs: ReadonlySet<string>,
): readonly Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const id of records.keys()) {
    if (hubs.has(id)) {
      clusters.set(id, { hub: id, near: new Set(), members: [] });
    }
  }
  const hubsOf = new Map<string, Set<string>>();
  for (const { source, target } of links) {
    if (hubs.has(target)) {
      clusters.get(target)?.near.add(source);
    } else {
      hubsOf.set(target, (hubsOf.get(target) ?? new Set()).add(source));
    }
  }
  for (const id of records.keys()) {
    if (hubs.has(id)) {
      continue;
    }
    const near = hubsOf.get(id) ?? new Set<string>();
    const key = [...near].sort().join(' ');
    const cluster = clusters.get(key) ?? { hub: undefined, near, members: [] };
    cluster.members.push(id);
    clusters.set(key, cluster);
  }
  return [...clusters.values()];
}

/** Spreads the members of a cluster over a disc: evenly, each database in a sector, the first nearest to the middle. */
function spread(
  { hub, members }: Cluster,
  records: DrawnGraph['records'],
  spacing: number,
): readonly (readonly [id: string, offset: Position])[] {
  const inner = hub === undefined ? 0 : 1.4;
  const spots = members.map((_id, index) => {
    const radius = spacing * DENSITY * Math.sqrt(index + 0.5 + inner);
    const angle = (index * GOLDEN_ANGLE) % (2 * Math.PI);
    return { radius, angle };
  });
  const byDatabase = new Map<string, string[]>();
  for (const id of members) {
    const db = records.get(id)?.db ?? '';
    byDatabase.set(db, [...(byDatabase.get(db) ?? []), id]);
  }
  const groups = [...byDatabase.values()];
  if (groups.length > 1) {
    spots.sort((a, b) => a.angle - b.angle);
  }
  let start = 0;
  return groups.flatMap((group) => {
    const sector = spots.slice(start, (start += group.length)).sort((a, b) => a.radius - b.radius);
    return group.map((id, index) => {
      const { radius, angle } = sector[index] ?? { radius: 0, angle: 0 };
      return [id, [radius * Math.cos(angle), radius * Math.sin(angle)]] as const;
    });
  });
}
