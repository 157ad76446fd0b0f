import { type Box, common, contains, enlarged } from './box.js';

/** What a canvas shows of the plane: `k` pixels a unit, the origin at `x` and `y`. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly window: Box;
  /** Points of the canvas to a pixel of the page. */
  readonly ratio: number;
}

/** What a layer holds: a part of the plane, at a magnification. */
export interface Held {
  readonly area: Box;
  readonly k: number;
}

/** A layer reaches over the window by this part of it on each side, so that a picture lasts for some moves. */
const MARGIN = 0.25;
/** How much smaller or larger than it was painted a picture is shown while the view moves. */
const LARGEST_STRETCH = 1.6;

/**
 * The part of the plane to paint anew; undefined if what is held will do. That is so if it has all of what is in sight, in
 * the same magnification, or nearly so while the view moves.
 */
export function areaToPaint(
  held: Held | undefined,
  { window, k }: View,
  bounds: Box,
  isMoving: boolean,
): Box | undefined {
  const visible = common(window, bounds);
  const stretch = held ? Math.max(k / held.k, held.k / k) : Infinity;
  if (!visible || (held && contains(held.area, visible) && stretch <= (isMoving ? LARGEST_STRETCH : 1))) {
    return undefined;
  }
  const [width, height] = [window.right - window.left, window.bottom - window.top];
  return common(enlarged(window, width * MARGIN, height * MARGIN), bounds);
}

/** A painted picture of what stays the same while the view moves over it: copying it takes a tenth of painting it. */
export class StillLayer {
  readonly #canvas = document.createElement('canvas');
  #held: Held | undefined;

  /** The picture is out of date. */
  clear(): void {
    this.#held = undefined;
  }

  /**
   * Draws the picture onto a canvas.
   *
   * @param bounds - The part of the plane that is not empty.
   * @param paint - Paints an area in units of the plane; called if what was painted before will not do.
   */
  draw(
    context: CanvasRenderingContext2D,
    view: View,
    bounds: Box,
    isMoving: boolean,
    paint: (context: CanvasRenderingContext2D, area: Box) => void,
  ): void {
    const due = areaToPaint(this.#held, view, bounds, isMoving);
    if (due) {
      this.#held = this.#paint(due, view, paint);
    }
    if (this.#held) {
      const { area, k } = this.#held;
      const [x, y] = [(area.left * view.k + view.x) * view.ratio, (area.top * view.k + view.y) * view.ratio];
      const stretch = view.k / k;
      context.save();
      context.resetTransform();
      if (stretch === 1) {
        // Between two points a copy would be blurred.
        context.drawImage(this.#canvas, Math.round(x), Math.round(y));
      } else {
        context.drawImage(this.#canvas, x, y, this.#canvas.width * stretch, this.#canvas.height * stretch);
      }
      context.restore();
    }
  }

  #paint(
    area: Box,
    { k, ratio }: View,
    paint: (context: CanvasRenderingContext2D, area: Box) => void,
  ): Held | undefined {
    const context = this.#canvas.getContext('2d');
    if (!context) {
      return undefined;
    }
    const scale = k * ratio;
    // Setting its size clears a canvas.
    this.#canvas.width = Math.ceil((area.right - area.left) * scale);
    this.#canvas.height = Math.ceil((area.bottom - area.top) * scale);
    context.setTransform(scale, 0, 0, scale, -area.left * scale, -area.top * scale);
    paint(context, area);
    return { area, k };
  }
}
