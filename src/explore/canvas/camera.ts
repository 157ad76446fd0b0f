import { select } from 'd3-selection';
import 'd3-transition';
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from 'd3-zoom';

import type { Position } from '../model/exploration.js';
import type { Box } from './box.js';

/** A pointer that moves less than this, in pixels, clicks. */
export const CLICK_DISTANCE = 4;
const MAGNIFICATIONS: [least: number, most: number] = [0.05, 12];

/** Which part of the plane a canvas shows, and how large. Wheel, fingers and mouse move it. */
export class Camera {
  readonly #canvas: HTMLCanvasElement;
  readonly #zoom = zoom<HTMLCanvasElement, unknown>().scaleExtent(MAGNIFICATIONS).clickDistance(CLICK_DISTANCE);
  #isMoving = false;
  #size = { width: 0, height: 0 };

  /** @param onMove - Called after each move, and when a movement ends. */
  constructor(canvas: HTMLCanvasElement, onMove: () => void) {
    this.#canvas = canvas;
    this.#zoom
      .on('start', () => {
        this.#isMoving = true;
      })
      .on('zoom', onMove)
      .on('end', () => {
        this.#isMoving = false;
        onMove();
      });
  }

  /** Listens to gestures. Whoever listens before it may keep a gesture for himself. */
  listen(): void {
    select(this.#canvas).call(this.#zoom).on('dblclick.zoom', null);
  }

  /** Whether a movement has begun and not ended. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** The size of the canvas in pixels of the page. */
  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  get transform(): ZoomTransform {
    return zoomTransform(this.#canvas);
  }

  /** The part of the plane in sight. */
  get window(): Box {
    const [left, top] = this.transform.invert([0, 0]);
    const [right, bottom] = this.transform.invert([this.#size.width, this.#size.height]);
    return { left, top, right, bottom };
  }

  /** Follows a change of the size of the canvas; what was in the middle stays there. */
  resize(width: number, height: number): void {
    const { x, y, k } = this.transform;
    const [byX, byY] = [(width - this.#size.width) / 2, (height - this.#size.height) / 2];
    this.#size = { width, height };
    select(this.#canvas).call(this.#zoom.transform.bind(this.#zoom), zoomIdentity.translate(x + byX, y + byY).scale(k));
  }

  /** Moves a point of the plane to the middle, within some milliseconds. */
  moveTo([x, y]: Position, magnification: number, milliseconds: number): void {
    const { width, height } = this.#size;
    const [least, most] = MAGNIFICATIONS;
    const k = Math.min(Math.max(magnification, least), most);
    const transform = zoomIdentity.translate(width / 2 - k * x, height / 2 - k * y).scale(k);
    const canvas = select(this.#canvas);
    if (milliseconds === 0 || width === 0) {
      this.#zoom.transform(canvas, transform);
    } else {
      this.#zoom.transform(canvas.transition().duration(milliseconds), transform);
    }
  }
}
