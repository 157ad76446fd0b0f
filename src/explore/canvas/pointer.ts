import { drag } from 'd3-drag';
import { pointer as placeOf, select } from 'd3-selection';

import { CLICK_DISTANCE, type Camera } from './camera.js';
import { type Link, linkAt, type Node, nodeAt, type Scene } from './scene.js';

/** What a pointer does to a graph. */
export interface PointerEvents {
  /** It points at a record, a link or neither. */
  hover(node: Node | undefined, link: Link | undefined): void;
  click(node: Node | undefined): void;
  /** A record is dragged to a point of the plane. */
  drag(node: Node, x: number, y: number): void;
  /** A record that was dragged is let go. */
  drop(node: Node): void;
}

/** How far from the middle of a record it can be met, in units of the plane. */
const NODE_REACH = 9.6;
/** How far from its middle a record can be met at least, in pixels: a finger is less exact than a mouse. */
const LEAST_REACH = { mouse: 5, touch: 22 };
const LINK_REACH = 3;

/** Tells what a pointer means on a canvas: records and links are found by their distance. */
export class CanvasPointer {
  readonly #canvas: HTMLCanvasElement;
  readonly #camera: Camera;
  readonly #scene: () => Scene;
  readonly #events: PointerEvents;
  /** Where the pointer is, in pixels of the canvas. */
  #place: readonly [x: number, y: number] | undefined;
  #isTouch = false;
  #isDragging = false;

  constructor(canvas: HTMLCanvasElement, camera: Camera, scene: () => Scene, events: PointerEvents) {
    this.#canvas = canvas;
    this.#camera = camera;
    this.#scene = scene;
    this.#events = events;
  }

  /** @param onMove - Called when the pointer moved: {@link look} is due before the next picture. */
  listen(onMove: () => void): void {
    const follow = (event: PointerEvent): void => {
      this.#isTouch = event.pointerType === 'touch';
      this.#place = placeOf(event, this.#canvas);
      onMove();
    };
    this.#canvas.addEventListener('pointerdown', follow);
    this.#canvas.addEventListener('pointermove', follow);
    this.#canvas.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') {
        this.#place = undefined;
        onMove();
      }
    });
    this.#canvas.addEventListener('click', (event) => {
      const { node, link } = this.#at(placeOf(event, this.#canvas));
      if (node || !link) {
        this.#events.click(node);
      }
    });
    this.#listenToDrags();
  }

  /** Says what the pointer is at, unless it drags something. */
  look(): void {
    if (!this.#isDragging) {
      const { node, link } = this.#place && !this.#camera.isMoving ? this.#at(this.#place) : {};
      this.#events.hover(node, link);
    }
  }

  #listenToDrags(): void {
    let start: readonly [x: number, y: number] = [0, 0];
    select(this.#canvas).call(
      drag<HTMLCanvasElement, unknown, { node: Node; x: number; y: number } | undefined>()
        .container(this.#canvas)
        .clickDistance(CLICK_DISTANCE)
        .subject(({ x, y }: { x: number; y: number }) => {
          const { node } = this.#at([x, y]);
          const [nodeX, nodeY] = node ? this.#camera.transform.apply([node.x, node.y]) : [0, 0];
          return node && { node, x: nodeX, y: nodeY };
        })
        .on('start', ({ x, y }: DragEvent) => {
          start = [x, y];
        })
        .on('drag', ({ x, y, subject }: DragEvent) => {
          this.#isDragging ||= Math.hypot(x - start[0], y - start[1]) > CLICK_DISTANCE;
          if (this.#isDragging) {
            this.#events.drag(subject.node, ...this.#camera.transform.invert([x, y]));
          }
        })
        .on('end', ({ subject }: DragEvent) => {
          if (this.#isDragging) {
            this.#isDragging = false;
            this.#events.drop(subject.node);
          }
        }),
    );
  }

  #at([x, y]: readonly [x: number, y: number]): { readonly node?: Node | undefined; readonly link?: Link | undefined } {
    const zoom = this.#camera.transform.k;
    const place = this.#camera.transform.invert([x, y]);
    const reach = Math.max(NODE_REACH, LEAST_REACH[this.#isTouch ? 'touch' : 'mouse'] / zoom);
    const node = nodeAt(this.#scene(), ...place, reach);
    return node ? { node } : { link: linkAt(this.#scene(), ...place, LINK_REACH / zoom) };
  }
}

interface DragEvent {
  readonly x: number;
  readonly y: number;
  readonly subject: { readonly node: Node };
}
