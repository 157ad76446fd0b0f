import type { Position } from '../model/exploration.js';
import { groupBy } from '../model/group-by.js';
import { type Box, enlarged, overlap } from './box.js';
import { drawLabels, type Label, placeLabels } from './label-layer.js';
import { lookOf } from './look.js';
import { drawShape, type Paint } from './paint.js';
import type { Link, Node, Scene } from './scene.js';
import { scoreText } from './score-text.js';

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

const RADIUS = 6;
const HUB_RADIUS = 8;
/** Distance of the ring around a record that stands out. */
const RING = 2.5;
/** No record reaches further from its middle, in units of the plane. */
export const LARGEST_REACH = 18;
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
  hovered: Node | undefined;
  /** The link under the pointer. */
  hoveredLink: Link | undefined;

  constructor(paint: Paint) {
    this.paint = paint;
  }

  /** Draws all links and records of an area as they are without a pointer, except for one record and its links. */
  drawStill({ nodes, links }: Scene, context: CanvasRenderingContext2D, area: Box, zoom: number, without?: Node): void {
    const reached = enlarged(area, LARGEST_REACH);
    const drawn = links.filter(
      (link) => link.source !== without && link.target !== without && overlap(boxOf(link), reached),
    );
    const { accent, edge } = this.paint;
    for (const [colour, group] of groupBy(drawn, (link) => (this.#isOnRoute(link) ? accent : edge))) {
      strokeLinks(context, group, colour, zoom);
    }
    for (const node of nodes.values()) {
      if (node !== without && isWithin(node, reached)) {
        this.#drawNode(node, context, zoom);
      }
    }
  }

  /** Draws what the pointer is at, over the rest: a link, or a record with its links. */
  drawPointed({ links }: Scene, context: CanvasRenderingContext2D, zoom: number): void {
    const { hovered } = this;
    const meant = hovered
      ? links.filter(({ source, target }) => source === hovered || target === hovered)
      : [this.hoveredLink ?? []].flat();
    strokeLinks(context, meant, this.paint.accent, zoom);
    for (const node of new Set([...meant.flatMap(({ source, target }) => [source, target]), hovered ?? []].flat())) {
      this.#drawNode(node, context, zoom);
    }
  }

  #drawNode(node: Node, context: CanvasRenderingContext2D, zoom: number): void {
    const { id, db, x, y } = node;
    const { selected, ticked, pins, route } = this.emphasis;
    const { colour, shape } = lookOf(db);
    const radius = this.#radiusOf(id);
    context.globalAlpha = route.size > 0 && !route.has(id) ? FAINT : 1;
    drawShape(context, shape, x, y, radius);
    context.fillStyle = colour;
    context.fill();
    if (this.#hasRing(node)) {
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

  #hasRing(node: Node): boolean {
    return node.id === this.emphasis.selected || node === this.hovered || this.emphasis.ticked.has(node.id);
  }

  #ringWidth(id: string, zoom: number): number {
    return (this.emphasis.ticked.has(id) ? 3 : 2.2) / Math.max(zoom, 0.6);
  }

  /** How far a record reaches from its middle, with its ring. */
  #reachOf(node: Node, zoom: number): number {
    return this.#radiusOf(node.id) + (this.#hasRing(node) ? RING + this.#ringWidth(node.id, zoom) / 2 : 0);
  }

  /** Writes the labels of what is within a window, as far as there is room. */
  drawLabels(scene: Scene, context: CanvasRenderingContext2D, window: Box, zoom: number): void {
    const inSight = [...scene.nodes.values()].filter((node) => isWithin(node, window));
    const isCrowded = inSight.length > CROWD;
    const obstacles = (isCrowded ? [] : inSight).map((node) => {
      const { x, y } = node;
      return enlarged({ left: x, top: y, right: x, bottom: y }, this.#reachOf(node, zoom));
    });
    const labels = this.#labels(scene, inSight, zoom, isCrowded);
    drawLabels(context, placeLabels(labels, obstacles, window, 1 / zoom), zoom, this.paint);
  }

  /** What could be written, the most important first. */
  *#labels({ nodes, links }: Scene, inSight: readonly Node[], zoom: number, isCrowded: boolean): Generator<Label> {
    const { selected, hubs, route } = this.emphasis;
    const strong = new Set(
      [this.hovered?.id, selected, ...route, ...hubs].flatMap((id) => (id === undefined ? [] : (nodes.get(id) ?? []))),
    );
    for (const node of strong) {
      yield this.#labelOf(node, 'strong', zoom);
    }
    yield* this.#linkLabels(links, zoom);
    for (const node of isCrowded || route.size > 0 ? [] : inSight) {
      if (!strong.has(node)) {
        yield this.#labelOf(node, 'plain', zoom);
      }
    }
  }

  #labelOf(node: Node, kind: Label['kind'], zoom: number): Label {
    return { text: node.label, x: node.x, y: node.y, distance: this.#reachOf(node, zoom), kind };
  }

  *#linkLabels(links: readonly Link[], zoom: number): Generator<Label> {
    const active = this.hovered?.id ?? this.emphasis.selected;
    const named = new Map<Node, Set<string>>();
    const ordered = this.hoveredLink ? [this.hoveredLink, ...links] : links;
    for (const link of ordered) {
      const { source, target, linkName, score } = link;
      const names = named.get(source) ?? new Set();
      const isMeant = link === this.hoveredLink || this.#isOnRoute(link) || target.id === active;
      if (isMeant || zoom >= ALL_LINK_LABELS_FROM || !names.has(linkName)) {
        named.set(source, names.add(linkName));
        const text = score !== null && isMeant ? `${linkName} ${scoreText(score)}` : linkName;
        const [x, y] = [(source.x + target.x) / 2, (source.y + target.y) / 2];
        yield { text, x, y, distance: 0, kind: isMeant ? 'strong' : 'quiet' };
      }
    }
  }

  #isOnRoute({ source, target }: Link): boolean {
    const { route } = this.emphasis;
    return route.size > 0 && route.has(source.id) && route.has(target.id);
  }
}

/** Draws lines of one colour, those of one width in one stroke. */
function strokeLinks(context: CanvasRenderingContext2D, links: readonly Link[], colour: string, zoom: number): void {
  context.strokeStyle = colour;
  for (const [width, group] of groupBy(links, (link) => link.width)) {
    context.lineWidth = width / zoom;
    context.beginPath();
    for (const { source, target } of group) {
      context.moveTo(source.x, source.y);
      context.lineTo(target.x, target.y);
    }
    context.stroke();
  }
}

function boxOf({ source, target }: Link): Box {
  return {
    left: Math.min(source.x, target.x),
    top: Math.min(source.y, target.y),
    right: Math.max(source.x, target.x),
    bottom: Math.max(source.y, target.y),
  };
}

function isWithin({ x, y }: Node, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
