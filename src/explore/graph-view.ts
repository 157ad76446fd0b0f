import ForceGraph, { type LinkObject, type NodeObject } from 'force-graph';

import type { DrawnGraph, DrawnLink } from './model/drawn-graph.js';
import { edgeWidths } from './model/edge-width.js';
import type { Position } from './model/exploration.js';
import { lookOf } from './model/look.js';
import { shortNameOf } from './model/record.js';
import { drawShape, drawText, type Paint } from './paint.js';

/** What stands out in the graph. */
export interface Emphasis {
  readonly selected: string | undefined;
  /** Records whose links were followed or that were looked up. */
  readonly hubs: ReadonlySet<string>;
  readonly pins: ReadonlyMap<string, Position>;
  /** Records of the route that is shown; empty when none is. */
  readonly route: ReadonlySet<string>;
}

export interface GraphViewEvents {
  select(id: string | undefined): void;
  /** A record was put somewhere. */
  place(id: string, position: Position): void;
}

interface Node extends NodeObject {
  readonly id: string;
  readonly db: string;
  readonly name: string;
}

interface Link extends LinkObject<Node> {
  readonly linkName: string;
  width: number;
}

const RADIUS = 6;
/** Names are drawn for all records up to so many, or from this magnification on. */
const FEW_NODES = 60;
const NAMES_FROM_ZOOM = 1.6;
const LINK_NAMES_FROM_ZOOM = 2.4;
const FIT_MS = 400;

/** The drawn graph on a canvas. Records keep their places while others come and go. */
export class GraphView {
  readonly #graph: ForceGraph<Node, Link>;
  readonly #nodes = new Map<string, Node>();
  #links: readonly DrawnLink[] = [];
  #emphasis: Emphasis = { selected: undefined, hubs: new Set(), pins: new Map(), route: new Set() };
  #hovered: string | undefined;
  #paint: Paint;
  #fitWhenStill = false;

  constructor(element: HTMLElement, paint: Paint, events: GraphViewEvents) {
    this.#paint = paint;
    this.#graph = new ForceGraph<Node, Link>(element)
      .nodeCanvasObject((node, context, zoom) => {
        this.#drawNode(node, context, zoom);
      })
      .nodePointerAreaPaint(({ x = 0, y = 0 }, colour, context) => {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(x, y, RADIUS * 1.6, 0, 2 * Math.PI);
        context.fill();
      })
      .linkWidth('width')
      .linkColor((link) => (this.#isOnRoute(link) ? this.#paint.accent : this.#paint.edge))
      .linkCanvasObjectMode(() => 'after')
      .linkCanvasObject((link, context, zoom) => {
        this.#drawLinkName(link, context, zoom);
      })
      .onNodeHover((node) => {
        this.#hovered = node?.id;
        this.#redraw();
      })
      .onNodeClick(({ id }) => {
        events.select(id);
      })
      .onBackgroundClick(() => {
        events.select(undefined);
      })
      .onNodeDragEnd(({ id, x = 0, y = 0 }) => {
        events.place(id, [x, y]);
      })
      .onEngineStop(() => {
        if (this.#fitWhenStill) {
          this.#fitWhenStill = false;
          this.fit();
        }
      })
      .minZoom(0.05)
      .maxZoom(12)
      .cooldownTime(4000)
      .d3VelocityDecay(0.3);
    this.#graph.d3Force('charge')?.['strength'](-70).distanceMax(400);
    this.#graph.d3Force('link')?.['distance'](48);
    new ResizeObserver(([entry]) => {
      if (entry) {
        this.#graph.width(entry.contentRect.width).height(entry.contentRect.height);
      }
    }).observe(element);
  }

  /** Draws a graph. New records start beside the record that led to them. */
  show({ records, links }: DrawnGraph, emphasis: Emphasis): void {
    const isSame = this.#links === links && this.#nodes.size === records.size;
    this.#emphasis = emphasis;
    if (isSame) {
      this.#placePins();
      this.#redraw();
      return;
    }
    const grew = records.size > this.#nodes.size;
    const isFirst = this.#nodes.size === 0;
    this.#links = links;
    for (const id of this.#nodes.keys()) {
      if (!records.has(id)) {
        this.#nodes.delete(id);
      }
    }
    for (const record of records.values()) {
      const known = this.#nodes.get(record.id);
      const facts = { id: record.id, db: record.db, name: shortNameOf(record) };
      this.#nodes.set(record.id, known ? Object.assign(known, facts) : facts);
    }
    this.#startBesideSources();
    this.#placePins();
    const widthOf = edgeWidths(links);
    this.#graph.graphData({
      nodes: [...this.#nodes.values()],
      links: links.map((link) => ({ ...link, width: widthOf(link) })),
    });
    if (isFirst) {
      this.#graph.centerAt(0, 0).zoom(2);
    }
    this.#fitWhenStill ||= grew && !isFirst;
  }

  /** Changes the colours. */
  set paint(paint: Paint) {
    this.#paint = paint;
    this.#redraw();
  }

  /** Moves so that all records are to be seen. */
  fit(): void {
    this.#graph.zoomToFit(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FIT_MS, 48);
    if (this.#graph.zoom() > 3) {
      this.#graph.zoom(3);
    }
  }

  /** Where a record is drawn. */
  positionOf(id: string): Position | undefined {
    const { x, y } = this.#nodes.get(id) ?? {};
    return x === undefined || y === undefined ? undefined : [x, y];
  }

  /** Where all records are drawn. */
  get positions(): ReadonlyMap<string, Position> {
    return new Map([...this.#nodes.values()].map(({ id, x = 0, y = 0 }) => [id, [x, y]]));
  }

  /** Moves so that a record is in the middle. */
  centre(id: string): void {
    const position = this.positionOf(id);
    if (position) {
      this.#graph.centerAt(...position, FIT_MS);
    }
  }

  #redraw(): void {
    // Setting a property is how the library is told that the canvas is out of date.
    this.#graph.nodeCanvasObject(this.#graph.nodeCanvasObject());
  }

  #startBesideSources(): void {
    this.#links.forEach(({ source, target }, index) => {
      const from = this.#nodes.get(source);
      const to = this.#nodes.get(target);
      if (from?.x !== undefined && from.y !== undefined && to && to.x === undefined) {
        const angle = index * 2.4;
        to.x = from.x + 40 * Math.cos(angle);
        to.y = from.y + 40 * Math.sin(angle);
      }
    });
  }

  #placePins(): void {
    for (const node of this.#nodes.values()) {
      const pinned = this.#emphasis.pins.get(node.id);
      if (pinned) {
        [node.x, node.y] = pinned;
        [node.fx, node.fy] = pinned;
      } else {
        delete node.fx;
        delete node.fy;
      }
    }
  }

  #isOnRoute({ source, target }: Link): boolean {
    const { route } = this.#emphasis;
    return route.size > 0 && route.has(idOf(source)) && route.has(idOf(target));
  }

  #drawNode({ id, db, name, x = 0, y = 0 }: Node, context: CanvasRenderingContext2D, zoom: number): void {
    const { selected, hubs, pins, route } = this.#emphasis;
    const { colour, shape } = lookOf(db);
    const isHub = hubs.has(id);
    const radius = isHub ? RADIUS * 1.35 : RADIUS;
    context.globalAlpha = route.size > 0 && !route.has(id) ? 0.25 : 1;
    drawShape(context, shape, x, y, radius);
    context.fillStyle = colour;
    context.fill();
    if (id === selected || id === this.#hovered) {
      context.lineWidth = 2.2 / Math.max(zoom, 0.6);
      context.strokeStyle = this.#paint.ink;
      drawShape(context, shape, x, y, radius + 2.5);
      context.stroke();
    }
    if (pins.has(id)) {
      context.fillStyle = this.#paint.background;
      context.beginPath();
      context.arc(x, y, radius * 0.32, 0, 2 * Math.PI);
      context.fill();
    }
    if (isHub || id === selected || id === this.#hovered || this.#nodes.size <= FEW_NODES || zoom >= NAMES_FROM_ZOOM) {
      drawText(context, name, x, y + radius + 3, zoom, isHub || id === selected ? 600 : 400, this.#paint);
    }
    context.globalAlpha = 1;
  }

  #drawLinkName(link: Link, context: CanvasRenderingContext2D, zoom: number): void {
    const { source, target, linkName } = link;
    if (typeof source !== 'object' || typeof target !== 'object') {
      return;
    }
    const isMeant = this.#hovered === source.id || this.#hovered === target.id || this.#isOnRoute(link);
    if (isMeant || zoom >= LINK_NAMES_FROM_ZOOM) {
      const x = ((source.x ?? 0) + (target.x ?? 0)) / 2;
      const y = ((source.y ?? 0) + (target.y ?? 0)) / 2;
      drawText(context, linkName, x, y - 4 / zoom, zoom * 1.25, 400, this.#paint, this.#paint.quiet);
    }
  }
}

function idOf(end: Link['source']): string {
  return typeof end === 'object' ? end.id : String(end);
}
