import type { Position } from '../model/exploration.js';

/** A record where it is drawn. */
export interface Node {
  readonly id: string;
  readonly db: string;
  label: string;
  x: number;
  y: number;
  /** Where the layout wants it. */
  target: Position;
}

/** A link between two drawn records. */
export interface Link {
  readonly source: Node;
  readonly target: Node;
  readonly linkName: string;
  readonly score: number | null;
  readonly width: number;
}

/** What is drawn. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly links: readonly Link[];
}

/** The part of the way to its place that a record goes in one frame. */
const PACE = 0.14;
/** A record that is nearer to its place than this is there. */
const NEAR = 0.1;

/** Moves records one frame nearer to their places, except for one that is held; false once all are there. */
export function approachPlaces(nodes: Iterable<Node>, held: Node | undefined): boolean {
  let isMoving = false;
  for (const node of nodes) {
    const [dx, dy] = [node.target[0] - node.x, node.target[1] - node.y];
    if (node === held || (dx === 0 && dy === 0)) {
      continue;
    }
    isMoving = true;
    if (Math.hypot(dx, dy) < NEAR) {
      [node.x, node.y] = node.target;
    } else {
      node.x += dx * PACE;
      node.y += dy * PACE;
    }
  }
  return isMoving;
}

/** The record nearest to a point, if it is within reach. */
export function nodeAt({ nodes }: Scene, x: number, y: number, reach: number): Node | undefined {
  return nearest(nodes.values(), (node) => Math.hypot(node.x - x, node.y - y), reach);
}

/** The link nearest to a point, if its line is within reach. */
export function linkAt({ links }: Scene, x: number, y: number, reach: number): Link | undefined {
  return nearest(links, (link) => distanceToLine(link, x, y), reach);
}

function nearest<T>(members: Iterable<T>, distanceOf: (member: T) => number, reach: number): T | undefined {
  let best: T | undefined;
  let least = reach;
  for (const member of members) {
    const distance = distanceOf(member);
    if (distance <= least) {
      best = member;
      least = distance;
    }
  }
  return best;
}

function distanceToLine({ source, target }: Link, x: number, y: number): number {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - source.x) * dx + (y - source.y) * dy) / length;
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(source.x + dx * share - x, source.y + dy * share - y);
}
