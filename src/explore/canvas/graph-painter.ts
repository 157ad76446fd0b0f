import type { LinkObject, NodeObject } from 'force-graph';

import type { Position } from '../model/exploration.js';
import { type Box, drawLabels, type Label, placeLabels } from './label-layer.js';
import { lookOf } from './look.js';
import { drawShape, type Paint } from './paint.js';
import { scoreText } from './score-text.js';

/** A record as the layout moves it. */
export interface Node extends NodeObject {
  readonly id: string;
  readonly db: string;
  label: string;
  /** Where the layout wants it. */
  target?: Position;
}

/** A link as the layout holds it. */
export interface Link extends LinkObject<Node> {
  readonly linkName: string;
  readonly score: number | null;
  readonly width: number;
}

/** What stands out in the graph. */
export interface Emphasis {
  readonly selected: string | undefined;
  /** Records that are ticked. */
  readonly ticked: ReadonlySet<string>;
  /** Records that were looked up or whose links were expanded. */
  readonly hubs: ReadonlySet<string>;
  readonly pins: ReadonlyMap<string, Position>;
  /** Records of the path that is shown; empty when none is. */
  readonly route: ReadonlySet<string>;
}

export const RADIUS = 6;
const HUB_RADIUS = 8;
/** Distance of the ring around a record that stands out. */
const RING = 2.5;
/** Opacity of what does not belong to the path that is shown. */
const FAINT = 0.25;
/** From this magnification on every link has a label; before that, one of each link name of a record. */
const ALL_LINK_LABELS_FROM = 3.2;
/** Among more records than this there is no room for a label of each. */
const CROWD = 400;

/** Paints records and links, and their labels. */
export class GraphPainter {
  paint: Paint;
  emphasis: Emphasis = { selected: undefined, ticked: new Set(), hubs: new Set(), pins: new Map(), route: new Set() };
  /** The record under the pointer. */
  hovered: string | undefined;
  /** The link under the pointer. */
  hoveredLink: Link | undefined;

  constructor(paint: Paint) {
    this.paint = paint;
  }

  colourOf(link: Link): string {
    const { source, target } = link;
    const isMeant = link === this.hoveredLink || this.#isOnRoute(link);
    const active = this.hovered ?? undefined;
    const touches = active !== undefined && (idOf(source) === active || idOf(target) === active);
    return isMeant || touches ? this.paint.accent : this.paint.edge;
  }

  drawNode({ id, db, x = 0, y = 0 }: Node, context: CanvasRenderingContext2D, zoom: number): void {
    const { selected, ticked, pins, route } = this.emphasis;
    const { colour, shape } = lookOf(db);
    const radius = this.#radiusOf(id);
    context.globalAlpha = route.size > 0 && !route.has(id) ? FAINT : 1;
    drawShape(context, shape, x, y, radius);
    context.fillStyle = colour;
    context.fill();
    if (this.#hasRing(id)) {
      context.lineWidth = this.#ringWidth(id, zoom);
      context.strokeStyle = ticked.has(id) && id !== selected ? this.paint.accent : this.paint.ink;
      drawShape(context, shape, x, y, radius + RING);
      context.stroke();
    }
    if (pins.has(id)) {
      context.fillStyle = this.paint.background;
      drawShape(context, 'circle', x, y, radius / 3);
      context.fill();
    }
    context.globalAlpha = 1;
  }

  #radiusOf(id: string): number {
    return this.emphasis.hubs.has(id) ? HUB_RADIUS : RADIUS;
  }

  #hasRing(id: string): boolean {
    return id === this.emphasis.selected || id === this.hovered || this.emphasis.ticked.has(id);
  }

  #ringWidth(id: string, zoom: number): number {
    return (this.emphasis.ticked.has(id) ? 3 : 2.2) / Math.max(zoom, 0.6);
  }

  /** How far a record reaches from its middle, with its ring. */
  #reachOf(id: string, zoom: number): number {
    return this.#radiusOf(id) + (this.#hasRing(id) ? RING + this.#ringWidth(id, zoom) / 2 : 0);
  }

  /** Writes the labels of what is within a window, as far as there is room. */
  drawLabels(
    nodes: ReadonlyMap<string, Node>,
    links: readonly Link[],
    context: CanvasRenderingContext2D,
    window: Box,
    zoom: number,
  ): void {
    const obstacles = [...nodes.values()].flatMap(({ id, x = 0, y = 0 }) => {
      const reach = this.#reachOf(id, zoom);
      return x < window.left || x > window.right || y < window.top || y > window.bottom
        ? []
        : [{ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }];
    });
    const labels = this.#labels(nodes, links, zoom, obstacles.length > CROWD);
    const placed = placeLabels(labels, obstacles.length > CROWD ? [] : obstacles, window, 1 / zoom);
    drawLabels(context, placed, zoom, this.paint);
  }

  /** What could be written, the most important first. */
  *#labels(
    nodes: ReadonlyMap<string, Node>,
    links: readonly Link[],
    zoom: number,
    isCrowded: boolean,
  ): Generator<Label> {
    const { selected, hubs, route } = this.emphasis;
    const strong = new Set(
      [this.hovered, selected, ...route, ...hubs].flatMap((id) => (id === undefined ? [] : (nodes.get(id) ?? []))),
    );
    for (const { id, label: text, x = 0, y = 0 } of strong) {
      yield { text, x, y, distance: this.#reachOf(id, zoom), kind: 'strong' };
    }
    yield* this.#linkLabels(links, zoom);
    for (const node of isCrowded || route.size > 0 ? [] : nodes.values()) {
      if (!strong.has(node)) {
        yield {
          text: node.label,
          x: node.x ?? 0,
          y: node.y ?? 0,
          distance: this.#reachOf(node.id, zoom),
          kind: 'plain',
        };
      }
    }
  }

  *#linkLabels(links: readonly Link[], zoom: number): Generator<Label> {
    const active = this.hovered ?? this.emphasis.selected;
    const named = new Set<string>();
    const ordered = this.hoveredLink ? [this.hoveredLink, ...links] : links;
    for (const link of ordered) {
      const { source, target, linkName, score } = link;
      const bundle = `${idOf(source)} ${linkName}`;
      const isMeant = link === this.hoveredLink || this.#isOnRoute(link) || idOf(target) === active;
      if (
        typeof source === 'object' &&
        typeof target === 'object' &&
        (isMeant || zoom >= ALL_LINK_LABELS_FROM || !named.has(bundle))
      ) {
        named.add(bundle);
        const text = score !== null && isMeant ? `${linkName} ${scoreText(score)}` : linkName;
        const y = between(source.y, target.y);
        yield { text, x: between(source.x, target.x), y, distance: 0, kind: isMeant ? 'strong' : 'quiet' };
      }
    }
  }

  #isOnRoute({ source, target }: Link): boolean {
    const { route } = this.emphasis;
    return route.size > 0 && route.has(idOf(source)) && route.has(idOf(target));
  }
}

function between(a = 0, b = 0): number {
  return (a + b) / 2;
}

function idOf(end: Link['source']): string {
  return typeof end === 'object' ? end.id : String(end);
}
