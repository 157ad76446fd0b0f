import ForceGraph from 'force-graph';

import { type Emphasis, GraphPainter, type Link, type Node, RADIUS } from './graph-painter.js';
import type { DrawnGraph, DrawnLink } from './model/drawn-graph.js';
import { edgeWidths } from './model/edge-width.js';
import type { Position } from './model/exploration.js';
import { nameOf } from './model/record.js';
import type { Paint } from './paint.js';

export interface GraphViewEvents {
  select(id: string | undefined): void;
  /** A record was put somewhere. */
  place(id: string, position: Position): void;
}

/** Forces of d3-force, whose settings the library does not type. */
interface Charge {
  strength(value: number): Charge;
  distanceMax(value: number): Charge;
  /** How roughly far records may be taken together; larger is faster. */
  theta(value: number): Charge;
}
interface Springs {
  distance(value: number): Springs;
}

/** A graph of few records is not magnified further than this. */
const LARGEST_FIT = 1.8;
const FIT_MS = 400;
const FIT_MARGIN = 60;
const TICKS_TO_FIT = 30;
/** How far from their source new records start, and by which angle from each other, so that none lie on one another. */
const START_DISTANCE = 40;
const START_ANGLE = 2.4;

/** The drawn graph on a canvas. Records keep their places while others come and go. */
export class GraphView {
  readonly #graph: ForceGraph<Node, Link>;
  readonly #painter: GraphPainter;
  readonly #nodes = new Map<string, Node>();
  #links: readonly DrawnLink[] = [];
  /** Whether the whole graph is kept in sight while it settles; ends when the visitor moves it. */
  #follows = false;
  #ticks = 0;

  constructor(element: HTMLElement, paint: Paint, events: GraphViewEvents) {
    this.#painter = new GraphPainter(paint);
    this.#graph = new ForceGraph<Node, Link>(element)
      .nodeCanvasObject((node, context, zoom) => {
        this.#painter.drawNode(node, context, zoom);
      })
      .nodePointerAreaPaint(({ x = 0, y = 0 }, colour, context) => {
        context.fillStyle = colour;
        context.fillRect(x - RADIUS * 1.6, y - RADIUS * 1.6, RADIUS * 3.2, RADIUS * 3.2);
      })
      .linkWidth('width')
      .linkColor((link) => this.#painter.colourOf(link))
      .onRenderFramePost((context, zoom) => {
        this.#drawNames(context, zoom);
      })
      .onNodeHover((node) => {
        this.#painter.hovered = node?.id;
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
    (this.#graph.d3Force('charge') as Charge | undefined)?.strength(-220).distanceMax(600).theta(1.3);
    (this.#graph.d3Force('link') as Springs | undefined)?.distance(85);
    this.#listen(element);
  }

  /** Draws a graph. New records start beside the record that led to them. */
  show({ records, links }: DrawnGraph, emphasis: Emphasis): void {
    const sizeBefore = this.#nodes.size;
    const isSame = hasSameLinks(links, this.#links) && this.#hasSameNodes(records);
    this.#painter.emphasis = emphasis;
    for (const [id, node] of this.#nodes) {
      const record = records.get(id);
      if (record) {
        node.name = nameOf(record);
      } else {
        this.#nodes.delete(id);
      }
    }
    if (isSame) {
      this.#placePins(emphasis);
      this.#redraw();
      return;
    }
    for (const record of records.values()) {
      if (!this.#nodes.has(record.id)) {
        this.#nodes.set(record.id, { id: record.id, db: record.db, name: nameOf(record) });
      }
    }
    this.#links = links;
    this.#startBesideSources();
    this.#placePins(emphasis);
    const widthOf = edgeWidths(links);
    this.#graph.graphData({
      nodes: [...this.#nodes.values()],
      links: links.map((link) => ({ ...link, width: widthOf(link) })),
    });
    if (records.size === 1) {
      this.#graph.centerAt(0, 0).zoom(LARGEST_FIT);
    }
    this.#follows ||= records.size > Math.max(sizeBefore, 1);
  }

  /** Changes the colours. */
  set paint(paint: Paint) {
    this.#painter.paint = paint;
    this.#redraw();
  }

  /** Moves so that all records are to be seen. */
  fit(): void {
    const { x, y } = this.#graph.getGraphBbox();
    const wanted = Math.min(
      this.#graph.width() / (x[1] - x[0] + 2 * FIT_MARGIN),
      this.#graph.height() / (y[1] - y[0] + 2 * FIT_MARGIN),
    );
    this.#graph.centerAt((x[0] + x[1]) / 2, (y[0] + y[1]) / 2, moveTime());
    this.#graph.zoom(Math.min(wanted, LARGEST_FIT), moveTime());
  }

  /** Moves so that a record is in the middle. */
  centre(id: string): void {
    const position = this.positionOf(id);
    if (position) {
      this.#follows = false;
      this.#graph.centerAt(...position, moveTime());
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

  #listen(element: HTMLElement): void {
    const stopFollowing = (): void => {
      this.#follows = false;
    };
    element.addEventListener('pointerdown', stopFollowing, { capture: true });
    element.addEventListener('wheel', stopFollowing, { capture: true, passive: true });
    new ResizeObserver(([entry]) => {
      if (entry) {
        this.#graph.width(entry.contentRect.width).height(entry.contentRect.height);
      }
    }).observe(element);
  }

  #redraw(): void {
    // Setting a property is how the library is told that the canvas is out of date.
    this.#graph.nodeCanvasObject(this.#graph.nodeCanvasObject());
  }

  #drawNames(context: CanvasRenderingContext2D, zoom: number): void {
    const { x: left, y: top } = this.#graph.screen2GraphCoords(0, 0);
    const { x: right, y: bottom } = this.#graph.screen2GraphCoords(this.#graph.width(), this.#graph.height());
    const { links } = this.#graph.graphData();
    this.#painter.drawNames(this.#nodes, links, context, { left, top, right, bottom }, zoom);
  }

  #hasSameNodes(records: DrawnGraph['records']): boolean {
    return records.size === this.#nodes.size && [...records.keys()].every((id) => this.#nodes.has(id));
  }

  #startBesideSources(): void {
    this.#links.forEach(({ source, target }, index) => {
      const from = this.#nodes.get(source);
      const to = this.#nodes.get(target);
      if (from?.x !== undefined && from.y !== undefined && to && to.x === undefined) {
        to.x = from.x + START_DISTANCE * Math.cos(index * START_ANGLE);
        to.y = from.y + START_DISTANCE * Math.sin(index * START_ANGLE);
      }
    });
  }

  #placePins({ pins }: Emphasis): void {
    for (const node of this.#nodes.values()) {
      const pinned = pins.get(node.id);
      if (pinned) {
        [node.x, node.y] = pinned;
        [node.fx, node.fy] = pinned;
      } else {
        delete node.fx;
        delete node.fy;
      }
    }
  }
}

/** Whether links are those drawn before; then the layout is left alone. */
function hasSameLinks(links: readonly DrawnLink[], before: readonly DrawnLink[]): boolean {
  return (
    links.length === before.length &&
    links.every(({ source, target, linkName, score }, index) => {
      const other = before[index];
      return (
        source === other?.source && target === other.target && linkName === other.linkName && score === other.score
      );
    })
  );
}

/** No journey for those who want things to hold still. */
function moveTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FIT_MS;
}
