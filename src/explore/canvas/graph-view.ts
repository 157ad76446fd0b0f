import ForceGraph from 'force-graph';

import type { DrawnGraph } from '../model/drawn-graph.js';
import type { Position } from '../model/exploration.js';
import { labelOf } from '../model/record-name.js';
import { edgeWidths } from './edge-width.js';
import { type Emphasis, GraphPainter, type Link, type Node, RADIUS } from './graph-painter.js';
import { layOut } from './layout.js';
import type { Paint } from './paint.js';

export interface GraphViewEvents {
  select(id: string | undefined): void;
  hover(id: string | undefined): void;
  /** A record was dragged somewhere. */
  place(id: string, position: Position): void;
}

/** A graph of few records is not magnified further than this, on a large screen and on a small one. */
const LARGEST_FIT = { least: 1.6, most: 2.8 };
/** The canvas from which on it is magnified further. */
const SMALL_CANVAS = { width: 1000, height: 700 };
const FIT_MS = 400;
/** Room in pixels for the labels at the border, and for the legend below. */
const FIT_MARGIN = { side: 72, top: 24, bottom: 64 };
/** The part of the way to its place that a record goes in one frame. */
const PACE = 0.14;
const SETTLING_MS = 1500;

/** The drawn graph on a canvas. */
export class GraphView {
  readonly #graph: ForceGraph<Node, Link>;
  readonly #painter: GraphPainter;
  readonly #nodes = new Map<string, Node>();
  #drawn: DrawnGraph = { records: new Map(), links: [] };
  /** Whether the whole graph is kept in sight; ends when the visitor moves it. */
  #follows = true;
  /** Whether records got their places while the canvas was hidden, which has no form then. */
  #isPlacedUnseen = false;

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
        this.#drawLabels(context, zoom);
      })
      .onNodeHover((node) => {
        this.#painter.hovered = node?.id;
        events.hover(node?.id);
        this.#redraw();
      })
      .onLinkHover((link) => {
        this.#painter.hoveredLink = link ?? undefined;
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
      .minZoom(0.05)
      .maxZoom(12)
      .warmupTicks(0)
      .cooldownTime(SETTLING_MS)
      .d3Force('charge', null)
      .d3Force('link', null)
      .d3Force('center', null)
      .d3Force('place', () => {
        this.#approachPlaces();
      });
    this.#listen(element);
  }

  /** Draws a graph. New records start at the record that links to them. */
  show(graph: DrawnGraph, emphasis: Emphasis): void {
    const isSame = graph === this.#drawn && emphasis.pins === this.#painter.emphasis.pins;
    const hadRecords = this.#nodes.size > 0;
    this.#painter.emphasis = emphasis;
    if (isSame) {
      this.#redraw();
      return;
    }
    this.#drawn = graph;
    this.#updateNodes(graph);
    this.#place(emphasis);
    const widthOf = edgeWidths(graph.links);
    this.#graph.graphData({
      nodes: [...this.#nodes.values()],
      links: graph.links.map((link) => ({ ...link, width: widthOf(link) })),
    });
    this.#follows ||= !hadRecords;
    if (this.#follows) {
      this.fit();
    }
  }

  /** Changes the colours. */
  set paint(paint: Paint) {
    this.#painter.paint = paint;
    this.#redraw();
  }

  /** Moves so that all records are in sight. */
  fit(): void {
    if (this.#isPlacedUnseen) {
      return;
    }
    const places = [...this.#nodes.values()].map(({ target = [0, 0] }) => target);
    if (places.length === 0) {
      return;
    }
    const [left, right] = rangeOf(places.map(([x]) => x));
    const [top, bottom] = rangeOf(places.map(([, y]) => y));
    const { side, top: above, bottom: below } = FIT_MARGIN;
    const [width, height] = [this.#graph.width(), this.#graph.height()];
    const room = Math.min(width / SMALL_CANVAS.width, height / SMALL_CANVAS.height);
    const zoom = Math.min(
      Math.max(width - 2 * side, 1) / Math.max(right - left, 1),
      Math.max(height - above - below, 1) / Math.max(bottom - top, 1),
      Math.min(Math.max(LARGEST_FIT.least * room, LARGEST_FIT.least), LARGEST_FIT.most),
    );
    this.#graph.centerAt((left + right) / 2, (top + bottom) / 2 + (below - above) / 2 / zoom, moveTime());
    this.#graph.zoom(zoom, moveTime());
  }

  /** Moves a record that is out of sight to the middle. */
  reveal(id: string): void {
    const position = this.positionOf(id);
    if (position && !this.#isInSight(position)) {
      this.#follows = false;
      this.#graph.centerAt(...position, moveTime());
    }
  }

  /** The position of a record. */
  positionOf(id: string): Position | undefined {
    const { x, y } = this.#nodes.get(id) ?? {};
    return x === undefined || y === undefined ? undefined : [x, y];
  }

  /** The positions of all records. */
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
        const { width, height } = entry.contentRect;
        this.#graph.width(width).height(height);
        const isFirstSeen = this.#isPlacedUnseen && width > 0;
        if (isFirstSeen) {
          this.#place(this.#painter.emphasis);
          this.#graph.d3ReheatSimulation();
        }
        if (isFirstSeen || this.#follows) {
          this.fit();
        }
      }
    }).observe(element);
  }

  #isInSight(position: Position): boolean {
    const { x, y } = this.#graph.graph2ScreenCoords(...position);
    const { side, top, bottom } = FIT_MARGIN;
    const [right, low] = [this.#graph.width() - side / 2, this.#graph.height() - bottom / 2];
    return x >= side / 2 && x <= right && y >= top / 2 && y <= low;
  }

  #redraw(): void {
    // Setting a property makes the library draw the canvas again.
    this.#graph.nodeCanvasObject(this.#graph.nodeCanvasObject());
  }

  #drawLabels(context: CanvasRenderingContext2D, zoom: number): void {
    const { x: left, y: top } = this.#graph.screen2GraphCoords(0, 0);
    const { x: right, y: bottom } = this.#graph.screen2GraphCoords(this.#graph.width(), this.#graph.height());
    const { links } = this.#graph.graphData();
    this.#painter.drawLabels(this.#nodes, links, context, { left, top, right, bottom }, zoom);
  }

  #updateNodes({ records, links }: DrawnGraph): void {
    for (const id of this.#nodes.keys()) {
      if (!records.has(id)) {
        this.#nodes.delete(id);
      }
    }
    for (const record of records.values()) {
      const node = this.#nodes.get(record.id);
      if (node) {
        node.label = labelOf(record);
      } else {
        this.#nodes.set(record.id, { id: record.id, db: record.db, label: labelOf(record) });
      }
    }
    for (const { source, target } of links) {
      const from = this.#nodes.get(source);
      const to = this.#nodes.get(target);
      if (from?.x !== undefined && from.y !== undefined && to && to.x === undefined) {
        to.x = from.x;
        to.y = from.y;
      }
    }
  }

  #place({ hubs, pins }: Emphasis): void {
    this.#isPlacedUnseen = this.#graph.width() === 0;
    const aspect = this.#isPlacedUnseen ? 1 : this.#graph.width() / Math.max(this.#graph.height(), 1);
    const places = layOut(this.#drawn, hubs, pins, this.positions, aspect);
    for (const node of this.#nodes.values()) {
      node.target = places.get(node.id) ?? [0, 0];
      if (node.x === undefined || moveTime() === 0) {
        [node.x, node.y] = node.target;
      }
      const pinned = pins.get(node.id);
      if (pinned) {
        [node.fx, node.fy] = pinned;
      } else {
        delete node.fx;
        delete node.fy;
      }
    }
  }

  #approachPlaces(): void {
    for (const node of this.#nodes.values()) {
      const { x = 0, y = 0, target: [toX, toY] = [x, y] } = node;
      node.x = x + (toX - x) * PACE;
      node.y = y + (toY - y) * PACE;
    }
  }
}

function rangeOf(values: readonly number[]): readonly [least: number, most: number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

/** 0 for visitors who prefer things to hold still. */
function moveTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FIT_MS;
}
