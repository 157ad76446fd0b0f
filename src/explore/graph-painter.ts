import type { LinkObject, NodeObject } from 'force-graph';

import { drawLabels, type Label, type Window } from './label-layer.js';
import type { Position } from './model/exploration.js';
import { lookOf } from './model/look.js';
import { drawShape, type Paint } from './paint.js';

/** A record as the layout moves it. */
export interface Node extends NodeObject {
  readonly id: string;
  readonly db: string;
  name: string;
}

/** A link as the layout holds it. */
export interface Link extends LinkObject<Node> {
  readonly linkName: string;
  readonly width: number;
}

/** What stands out in the graph. */
export interface Emphasis {
  readonly selected: string | undefined;
  /** Records whose links were followed or that were looked up. */
  readonly hubs: ReadonlySet<string>;
  readonly pins: ReadonlyMap<string, Position>;
  /** Records of the route that is shown; empty when none is. */
  readonly route: ReadonlySet<string>;
}

export const RADIUS = 6;
const HUB_RADIUS = 8;
/** Of what does not belong to the route that is shown. */
const FAINT = 0.25;
/** From this magnification on, each link is named; before that, one of those that a record has under a link name. */
const ALL_LINK_NAMES_FROM = 2.4;
/** Among more records than this there is no room for the name of each. */
const CROWD = 300;

/** Paints records and links, and writes their names beside them. */
export class GraphPainter {
  paint: Paint;
  emphasis: Emphasis = { selected: undefined, hubs: new Set(), pins: new Map(), route: new Set() };
  /** The record under the pointer. */
  hovered: string | undefined;

  constructor(paint: Paint) {
    this.paint = paint;
  }

  colourOf(link: Link): string {
    return this.#isOnRoute(link) ? this.paint.accent : this.paint.edge;
  }

  drawNode({ id, db, x = 0, y = 0 }: Node, context: CanvasRenderingContext2D, zoom: number): void {
    const { selected, hubs, pins, route } = this.emphasis;
    const { colour, shape } = lookOf(db);
    const radius = hubs.has(id) ? HUB_RADIUS : RADIUS;
    context.globalAlpha = route.size > 0 && !route.has(id) ? FAINT : 1;
    drawShape(context, shape, x, y, radius);
    context.fillStyle = colour;
    context.fill();
    if (id === selected || id === this.hovered) {
      context.lineWidth = 2.2 / Math.max(zoom, 0.6);
      context.strokeStyle = this.paint.ink;
      drawShape(context, shape, x, y, radius + 2.5);
      context.stroke();
    }
    if (pins.has(id)) {
      context.fillStyle = this.paint.background;
      drawShape(context, 'circle', x, y, radius / 3);
      context.fill();
    }
    context.globalAlpha = 1;
  }

  /** Writes the names of what is within a window, as far as there is room. */
  drawNames(
    nodes: ReadonlyMap<string, Node>,
    links: readonly Link[],
    context: CanvasRenderingContext2D,
    window: Window,
    zoom: number,
  ): void {
    const obstacles = [...nodes.values()].flatMap(({ x = 0, y = 0 }) =>
      x < window.left || x > window.right || y < window.top || y > window.bottom
        ? []
        : [{ left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS }],
    );
    const names = this.#names(nodes, links, zoom, obstacles.length > CROWD);
    drawLabels(context, names, obstacles, window, zoom, this.paint);
  }

  /** What could be written, the most important first. */
  *#names(
    nodes: ReadonlyMap<string, Node>,
    links: readonly Link[],
    zoom: number,
    isCrowded: boolean,
  ): Generator<Label> {
    const { selected, hubs, route } = this.emphasis;
    const strong = new Set(
      [this.hovered, selected, ...route, ...hubs].flatMap((id) => (id === undefined ? [] : (nodes.get(id) ?? []))),
    );
    for (const node of strong) {
      yield nameOf(node, 'strong');
    }
    const named = new Set<string>();
    for (const link of links) {
      const { source, target, linkName } = link;
      const bundle = `${idOf(source)} ${linkName}`;
      const isMeant = this.#isOnRoute(link) || idOf(target) === (this.hovered ?? selected);
      if (
        typeof source === 'object' &&
        typeof target === 'object' &&
        (isMeant || zoom >= ALL_LINK_NAMES_FROM || !named.has(bundle))
      ) {
        named.add(bundle);
        yield { text: linkName, x: between(source.x, target.x), y: between(source.y, target.y), kind: 'quiet' };
      }
    }
    for (const node of isCrowded || route.size > 0 ? [] : nodes.values()) {
      if (!strong.has(node)) {
        yield nameOf(node, 'plain');
      }
    }
  }

  #isOnRoute({ source, target }: Link): boolean {
    const { route } = this.emphasis;
    return route.size > 0 && route.has(idOf(source)) && route.has(idOf(target));
  }
}

function nameOf({ name: text, x = 0, y = 0 }: Node, kind: Label['kind']): Label {
  return { text, x, y: y + (kind === 'strong' ? HUB_RADIUS : RADIUS) + 3, kind };
}

function between(a = 0, b = 0): number {
  return (a + b) / 2;
}

function idOf(end: Link['source']): string {
  return typeof end === 'object' ? end.id : String(end);
}
