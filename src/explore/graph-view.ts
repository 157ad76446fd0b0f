import ForceGraph, { type LinkObject, type NodeObject } from 'force-graph';

import { drawLabels, type Label } from './label-layer.js';
import type { DrawnGraph, DrawnLink } from './model/drawn-graph.js';
import { edgeWidths } from './model/edge-width.js';
import type { Position } from './model/exploration.js';
import { lookOf } from './model/look.js';
import { nameOf } from './model/record.js';
import { drawShape, type Paint } from './paint.js';

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

/** Forces of d3-force, whose settings the library does not type. */
interface Charge {
  strength(value: number): Charge;
  distanceMax(value: number): Charge;
}
interface Springs {
  distance(value: number): Springs;
}

const RADIUS = 6;
/** From this magnification on, each link is named; before that, one of those that a record has under a link name. */
const ALL_LINK_NAMES_FROM = 2.4;
/** A graph of few records is not magnified further than this. */
const LARGEST_FIT = 1.8;
const FIT_MS = 400;
const FIT_MARGIN = 60;
const TICKS_TO_FIT = 30;

/** The drawn graph on a canvas. Records keep their places while others come and go. */
export class GraphView {
  readonly #graph: ForceGraph<Node, Link>;
  readonly #nodes = new Map<string, Node>();
  #links: readonly DrawnLink[] = [];
  #emphasis: Emphasis = { selected: undefined, hubs: new Set(), pins: new Map(), route: new Set() };
  #hovered: string | undefined;
  #paint: Paint;
  /** Whether the whole graph is kept in sight while it settles; ends when the visitor moves it. */
  #follows = false;
  #ticks = 0;

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
      .onRenderFramePost((context, zoom) => {
        this.#drawLabels(context, zoom);
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
      .onEngineTick(() => {
        this.#ticks += 1;
        if (this.#follows && this.#ticks % TICKS_TO_FIT === 0) {
          this.fit();
        }
      })
      .onEngineStop(() => {
        if (this.#follows) {
          this.#follows = false;
          this.fit();
        }
      })
      .minZoom(0.05)
      .maxZoom(12)
      .cooldownTime(4000)
      .d3VelocityDecay(0.3);
    (this.#graph.d3Force('charge') as Charge | undefined)?.strength(-220).distanceMax(600);
    (this.#graph.d3Force('link') as Springs | undefined)?.distance(85);
    for (const type of ['pointerdown', 'wheel'] as const) {
      element.addEventListener(
        type,
        () => {
          this.#follows = false;
        },
        { capture: true, passive: true },
      );
    }
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
    this.#links = links;
    for (const id of this.#nodes.keys()) {
      if (!records.has(id)) {
        this.#nodes.delete(id);
      }
    }
    for (const record of records.values()) {
      const known = this.#nodes.get(record.id);
      const facts = { id: record.id, db: record.db, name: nameOf(record) };
      this.#nodes.set(record.id, known ? Object.assign(known, facts) : facts);
    }
    this.#startBesideSources();
    this.#placePins();
    const widthOf = edgeWidths(links);
    this.#graph.graphData({
      nodes: [...this.#nodes.values()],
      links: links.map((link) => ({ ...link, width: widthOf(link) })),
    });
    if (records.size === 1) {
      this.#graph.centerAt(0, 0).zoom(LARGEST_FIT);
    }
    this.#follows ||= grew && records.size > 1;
  }

  /** Changes the colours. */
  set paint(paint: Paint) {
    this.#paint = paint;
    this.#redraw();
  }

  /** Moves so that all records are to be seen. */
  fit(): void {
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FIT_MS;
    const { x, y } = this.#graph.getGraphBbox();
    const wanted = Math.min(
      this.#graph.width() / (x[1] - x[0] + 2 * FIT_MARGIN),
      this.#graph.height() / (y[1] - y[0] + 2 * FIT_MARGIN),
    );
    this.#graph.centerAt((x[0] + x[1]) / 2, (y[0] + y[1]) / 2, duration);
    this.#graph.zoom(Math.min(wanted, LARGEST_FIT), duration);
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

  #drawNode({ id, db, x = 0, y = 0 }: Node, context: CanvasRenderingContext2D, zoom: number): void {
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
    context.globalAlpha = 1;
  }

  #drawLabels(context: CanvasRenderingContext2D, zoom: number): void {
    const { x: left, y: top } = this.#graph.screen2GraphCoords(0, 0);
    const { x: right, y: bottom } = this.#graph.screen2GraphCoords(this.#graph.width(), this.#graph.height());
    const nodes = [...this.#nodes.values()].flatMap(({ x = 0, y = 0 }) =>
      x < left || x > right || y < top || y > bottom
        ? []
        : [{ left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS }],
    );
    drawLabels(context, this.#labels(zoom), nodes, { left, top, right, bottom }, zoom, this.#paint);
  }

  /** What could be written, the most important first. */
  *#labels(zoom: number): Generator<Label> {
    const { selected, hubs, route } = this.#emphasis;
    const strong = [this.#hovered, selected, ...route, ...hubs].flatMap((id) => this.#nodes.get(id ?? '') ?? []);
    for (const node of strong) {
      yield nameLabel(node, 'strong');
    }
    const named = new Set<string>();
    for (const link of this.#graph.graphData().links) {
      const { source, target, linkName } = link;
      const bundle = `${idOf(source)} ${linkName}`;
      const isMeant =
        zoom >= ALL_LINK_NAMES_FROM || this.#isOnRoute(link) || idOf(target) === (this.#hovered ?? selected);
      if (typeof source === 'object' && typeof target === 'object' && (isMeant || !named.has(bundle))) {
        named.add(bundle);
        yield { text: linkName, x: between(source.x, target.x), y: between(source.y, target.y), kind: 'quiet' };
      }
    }
    if (route.size === 0) {
      const shown = new Set(strong);
      for (const node of this.#nodes.values()) {
        if (!shown.has(node)) {
          yield nameLabel(node, 'plain');
        }
      }
    }
  }
}

function nameLabel({ name: text, x = 0, y = 0 }: Node, kind: Label['kind']): Label {
  return { text, x, y: y + RADIUS + (kind === 'strong' ? 5 : 3), kind };
}

function between(a = 0, b = 0): number {
  return (a + b) / 2;
}

function idOf(end: Link['source']): string {
  return typeof end === 'object' ? end.id : String(end);
}
