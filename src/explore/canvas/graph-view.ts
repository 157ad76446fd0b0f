import type { DrawnGraph } from '../model/drawn-graph.js';
import type { Position } from '../model/exploration.js';
import { labelOf } from '../model/record-name.js';
import { type Box, boxAround, enlarged } from './box.js';
import { Camera } from './camera.js';
import { edgeWidths } from './edge-width.js';
import { type Emphasis, GraphPainter, LARGEST_REACH } from './graph-painter.js';
import { layOut } from './layout.js';
import type { Paint } from './paint.js';
import { CanvasPointer } from './pointer.js';
import { approachPlaces, type Link, type Node } from './scene.js';
import { StillLayer, type View } from './still-layer.js';

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
/** So few records and links are painted as fast as a picture of them is copied. */
const FEW = 200;

/** The drawn graph on a canvas. A frame is drawn when something changed, and none otherwise. */
export class GraphView {
  readonly #canvas = document.createElement('canvas');
  readonly #painter: GraphPainter;
  readonly #camera: Camera;
  readonly #pointer: CanvasPointer;
  readonly #events: GraphViewEvents;
  readonly #still = new StillLayer();
  readonly #nodes = new Map<string, Node>();
  #links: readonly Link[] = [];
  #drawn: DrawnGraph = { records: new Map(), links: [] };
  /** The record that the pointer drags. */
  #dragged: Node | undefined;
  #isFrameDue = false;
  /** Whether the whole graph is kept in sight; ends when the visitor moves it. */
  #follows = true;
  /** Whether records got their places while the canvas was hidden, which has no form then. */
  #isPlacedUnseen = false;

  constructor(element: HTMLElement, paint: Paint, events: GraphViewEvents) {
    const requestFrame = (): void => {
      this.#requestFrame();
    };
    this.#painter = new GraphPainter(paint);
    this.#events = events;
    this.#camera = new Camera(this.#canvas, requestFrame);
    this.#pointer = new CanvasPointer(this.#canvas, this.#camera, () => this.#scene, {
      hover: (node, link) => {
        this.#hover(node, link);
      },
      click: (node) => {
        events.select(node?.id);
      },
      drag: (node, x, y) => {
        if (this.#dragged !== node) {
          this.#dragged = node;
          this.#still.clear();
        }
        [node.x, node.y] = [x, y];
        requestFrame();
      },
      drop: ({ id, x, y }) => {
        this.#dragged = undefined;
        this.#still.clear();
        events.place(id, [x, y]);
      },
    });
    element.replaceChildren(this.#canvas);
    // The first to listen may keep a gesture: what drags a record does not move the view.
    this.#pointer.listen(requestFrame);
    this.#camera.listen();
    this.#listen(element);
  }

  /** Draws a graph. New records start at the record that links to them. */
  show(graph: DrawnGraph, emphasis: Emphasis): void {
    const isSame = graph === this.#drawn && emphasis.pins === this.#painter.emphasis.pins;
    const hadRecords = this.#nodes.size > 0;
    this.#painter.emphasis = emphasis;
    this.#still.clear();
    this.#requestFrame();
    if (isSame) {
      return;
    }
    this.#drawn = graph;
    this.#place();
    this.#follows ||= !hadRecords;
    if (this.#follows) {
      this.fit();
    }
  }

  /** Changes the colours. */
  set paint(paint: Paint) {
    this.#painter.paint = paint;
    this.#still.clear();
    this.#requestFrame();
  }

  /** Moves so that all records are in sight. */
  fit(): void {
    const places = [...this.#nodes.values()].map(({ target: [x, y] }) => ({ x, y }));
    const box = boxAround(places);
    if (this.#isPlacedUnseen || !box) {
      return;
    }
    const { left, top, right, bottom } = box;
    const { side, top: above, bottom: below } = FIT_MARGIN;
    const { width, height } = this.#camera.size;
    const room = Math.min(width / SMALL_CANVAS.width, height / SMALL_CANVAS.height);
    const zoom = Math.min(
      Math.max(width - 2 * side, 1) / Math.max(right - left, 1),
      Math.max(height - above - below, 1) / Math.max(bottom - top, 1),
      Math.min(Math.max(LARGEST_FIT.least * room, LARGEST_FIT.least), LARGEST_FIT.most),
    );
    const middle: Position = [(left + right) / 2, (top + bottom) / 2 + (below - above) / 2 / zoom];
    this.#camera.moveTo(middle, zoom, moveTime());
  }

  /** Moves a record that is out of sight to the middle. */
  reveal(id: string): void {
    const position = this.positionOf(id);
    if (position && !this.#isInSight(position)) {
      this.#follows = false;
      this.#camera.moveTo(position, this.#camera.transform.k, moveTime());
    }
  }

  /** The position of a record. */
  positionOf(id: string): Position | undefined {
    const node = this.#nodes.get(id);
    return node && [node.x, node.y];
  }

  /** The positions of all records. */
  get positions(): ReadonlyMap<string, Position> {
    return new Map([...this.#nodes.values()].map(({ id, x, y }) => [id, [x, y]]));
  }

  get #scene() {
    return { nodes: this.#nodes, links: this.#links };
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
        this.#camera.resize(width, height);
        const isFirstSeen = this.#isPlacedUnseen && width > 0;
        if (isFirstSeen) {
          this.#place();
        }
        if (isFirstSeen || this.#follows) {
          this.fit();
        }
        // A canvas that was resized is empty until it is drawn.
        this.#draw();
      }
    }).observe(element);
  }

  #isInSight(position: Position): boolean {
    const [x, y] = this.#camera.transform.apply([...position]);
    const { side, top, bottom } = FIT_MARGIN;
    const { width, height } = this.#camera.size;
    return x >= side / 2 && x <= width - side / 2 && y >= top / 2 && y <= height - bottom / 2;
  }

  #hover(node: Node | undefined, link: Link | undefined): void {
    if (node !== this.#painter.hovered) {
      this.#events.hover(node?.id);
    }
    this.#painter.hovered = node;
    this.#painter.hoveredLink = link;
    this.#canvas.classList.toggle('at-record', node !== undefined);
  }

  #requestFrame(): void {
    if (this.#isFrameDue) {
      return;
    }
    this.#isFrameDue = true;
    requestAnimationFrame(() => {
      this.#isFrameDue = false;
      this.#pointer.look();
      const isMoving = approachPlaces(this.#nodes.values(), this.#dragged);
      if (isMoving) {
        this.#still.clear();
        this.#requestFrame();
      }
      this.#draw(isMoving);
    });
  }

  #draw(areRecordsMoving = false): void {
    const context = this.#canvas.getContext('2d');
    const bounds = boxAround(this.#nodes.values());
    const view = this.#view();
    if (!context) {
      return;
    }
    const { x, y, k, ratio, window } = view;
    context.resetTransform();
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    if (!bounds) {
      return;
    }
    context.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio);
    const paintStill = (on: CanvasRenderingContext2D, area: Box): void => {
      this.#painter.drawStill(this.#scene, on, area, k, this.#dragged);
    };
    if (areRecordsMoving || this.#nodes.size + this.#links.length < FEW) {
      paintStill(context, window);
    } else {
      this.#still.draw(context, view, enlarged(bounds, LARGEST_REACH), this.#camera.isMoving, paintStill);
    }
    this.#painter.drawPointed(this.#scene, context, k);
    this.#painter.drawLabels(this.#scene, context, window, k);
  }

  /** What the canvas shows, once it has a point for each of the screen. */
  #view(): View {
    const ratio = devicePixelRatio;
    const { width, height } = this.#camera.size;
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== columns || this.#canvas.height !== rows) {
      [this.#canvas.width, this.#canvas.height] = [columns, rows];
      this.#still.clear();
    }
    const { x, y, k } = this.#camera.transform;
    return { x, y, k, ratio, window: this.#camera.window };
  }

  /** Gives each record of the graph its place, and new ones a start. */
  #place(): void {
    const { records, links } = this.#drawn;
    const { hubs, pins } = this.#painter.emphasis;
    const { width, height } = this.#camera.size;
    this.#isPlacedUnseen = width === 0;
    for (const id of this.#nodes.keys()) {
      if (!records.has(id)) {
        this.#nodes.delete(id);
      }
    }
    const places = layOut(this.#drawn, hubs, pins, this.positions, width === 0 ? 1 : width / Math.max(height, 1));
    const starts = new Map(links.map(({ source, target }) => [target, this.positionOf(source)]));
    for (const record of records.values()) {
      const { id, db } = record;
      const target = places.get(id) ?? [0, 0];
      const [x, y] = moveTime() === 0 ? target : (this.positionOf(id) ?? starts.get(id) ?? target);
      this.#nodes.set(id, Object.assign(this.#nodes.get(id) ?? { id, db }, { label: labelOf(record), x, y, target }));
    }
    const widthOf = edgeWidths(links);
    this.#links = links.flatMap((link) => {
      const [source, target] = [this.#nodes.get(link.source), this.#nodes.get(link.target)];
      return source && target ? [{ ...link, source, target, width: widthOf(link) }] : [];
    });
  }
}

/** 0 for visitors who prefer things to hold still. */
function moveTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FIT_MS;
}
